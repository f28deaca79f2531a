import { type RefObject, useEffect, useRef } from 'react';
import { CASE_TABS } from '../routes/navigation.ts';
import { useShownPath } from '../routes/shown-path.ts';

const OF_TAB = new RegExp(`/(?:${CASE_TABS.join('|')})$`);

/** After going to another page the focus starts at its top; tabs of a case keep it where it is. */
export const FocusOnMove = ({ main }: { readonly main: RefObject<HTMLElement | null> }): null => {
  const page = useShownPath().replace(OF_TAB, '');
  const last = useRef(page);
  useEffect(() => {
    // At the start nothing has the focus: keys that scroll would reach nothing.
    if (document.activeElement === document.body) main.current?.focus();
  }, [main]);
  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    const element = main.current;
    if (element === null) return;
    // A page that focuses one of its own fields has done so by now.
    if (!element.contains(document.activeElement)) element.focus();
    // What had the focus may go later, with the page before, which stays until this one has its rows.
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) element.focus();
    });
    observer.observe(element, { childList: true, subtree: true });
    const stop = (): void => observer.disconnect();
    element.addEventListener('focusin', stop, { once: true });
    return () => {
      stop();
      element.removeEventListener('focusin', stop);
    };
  }, [main, page]);
  return null;
};
