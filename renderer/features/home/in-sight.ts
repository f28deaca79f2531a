/** What always stands above the first line of a list on the desk (px; see home-page.module.css). */
const ABOVE = 150;

/**
 * How many lines of a list a window can show: they are drawn first, and the start waits for them alone.
 * @param line a line's least height, px
 */
export const inSight = (line: number): number =>
  Math.max(1, Math.ceil((window.innerHeight - ABOVE) / line));
