/** A field of one line that holds typing which it has not handed over yet. */
let typing: HTMLInputElement | undefined;

/** Whether the focus is in a one-line field whose typing nobody has taken over yet. */
export const isTyping = (): boolean => typing !== undefined && typing === document.activeElement;

/** Keeps `isTyping` up with what happens in a window; returns what ends it. */
export const watchTyping = (page: Window): (() => void) => {
  const onInput = (event: Event): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.dataset.live === undefined) typing = target;
  };
  const onDone = (): void => {
    typing = undefined;
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter hands over, Escape takes back; the Enter of a conversion does neither.
    if (!event.isComposing && (event.key === 'Enter' || event.key === 'Escape')) onDone();
  };
  page.addEventListener('input', onInput, true);
  page.addEventListener('change', onDone, true);
  page.addEventListener('focusout', onDone, true);
  page.addEventListener('keydown', onKey);
  return () => {
    page.removeEventListener('input', onInput, true);
    page.removeEventListener('change', onDone, true);
    page.removeEventListener('focusout', onDone, true);
    page.removeEventListener('keydown', onKey);
  };
};
