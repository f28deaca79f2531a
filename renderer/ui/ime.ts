import type { KeyboardEvent } from 'react';

/** The `keyCode` of a key that an input method has taken for itself. */
const IME_KEY_CODE = 229;

/** As much of a key event as is needed to tell typing from converting. */
type KeyLike = {
  readonly keyCode: number;
  readonly nativeEvent: { readonly isComposing: boolean };
};

/** Does this key press belong to an input method, which is still composing? */
export const isImeKey = (event: KeyLike): boolean =>
  event.nativeEvent.isComposing || event.keyCode === IME_KEY_CODE;

/**
 * A key-down handler that calls `act` for Enter alone (no Shift, Ctrl, Alt or Meta),
 * and never for the Enter that ends a conversion.
 */
export const onEnter =
  <E extends KeyboardEvent>(act: (event: E) => void) =>
  (event: E): void => {
    if (event.key !== 'Enter' || isImeKey(event)) return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(event);
  };

/** Spread on an element around an input: no handler below it hears keys of a conversion. */
export const imeShield = {
  onKeyDownCapture: (event: KeyboardEvent): void => {
    if (isImeKey(event)) event.stopPropagation();
  },
} as const;
