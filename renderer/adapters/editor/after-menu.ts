/**
 * Runs once a menu or dialog has closed and given the focus back to its button, so that the focus
 * can then go on to the text.
 */
export const afterMenu = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act));
};
