/**
 * Acts at once or, while a mouse button or a finger is down, once it has been lifted. Leaving a field
 * may put a remark under it: that would move what is being pressed away from under the pointer, and
 * the press would miss.
 */
export const afterPress = (act: () => void): void => {
  if (document.querySelector(':active') === null) {
    act();
    return;
  }
  const lifted = new AbortController();
  const end = (): void => {
    lifted.abort();
    // Behind the click, which follows at once.
    setTimeout(act);
  };
  for (const event of ['pointerup', 'pointercancel', 'dragend'] as const) {
    window.addEventListener(event, end, { capture: true, signal: lifted.signal });
  }
};
