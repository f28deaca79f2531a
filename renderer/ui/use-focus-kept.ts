import { type RefObject, useEffect, useRef } from 'react';

/** What the focus goes to, the likeliest first: what has come, a button, a field. */
const NEXT = [
  '[data-comes] :is(tr[tabindex="0"], textarea)',
  '[data-comes]',
  'button:not(:disabled)',
  'input, textarea, a[href]',
];

/** Toasts are called so, too, but nobody opens one. */
const DIALOG = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

/**
 * Keeps the focus in a place whose parts come and go, as when a press ends with its button gone: it goes to
 * what has come (within `data-comes`: a table, a field, or words with `tabIndex={-1}`), to the first button or field, to the
 * place itself where nothing there takes it, or to the page where the place went, too.
 * Whoever has gone elsewhere is not called back; a dialog that was opened from the place is no elsewhere.
 * @param stage changes whenever parts came or went, and all that comes is there
 * @returns for the place; an element that can have the focus, `tabIndex={-1}`
 */
export const useFocusKept = <E extends HTMLElement>(stage: string): RefObject<E | null> => {
  const place = useRef<E>(null);
  const isInside = useRef(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const onIn = (): void => {
      isInside.current = true;
    };
    const onOut = ({ relatedTarget }: FocusEvent): void => {
      // Without one it went with its element, or to the bare page; a dialog is about to give it back.
      if (relatedTarget instanceof Element && !element.contains(relatedTarget)) {
        isInside.current = relatedTarget.closest(DIALOG) !== null;
      }
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is what it waits for
  useEffect(() => {
    if (!isInside.current || !isLost(document.activeElement)) return;
    const element = place.current;
    if (element === null) {
      isInside.current = false;
      document.getElementById('main')?.focus();
      return;
    }
    const next = NEXT.map((selector) => element.querySelector<HTMLElement>(selector)).find(Boolean);
    (next ?? element).focus();
  }, [stage]);
  return place;
};

const isLost = (active: Element | null): boolean =>
  active === null ||
  active === document.body ||
  (active instanceof HTMLButtonElement && active.disabled);
