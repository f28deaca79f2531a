const STYLE_ID = 'react-aria-pressable-style';

/**
 * React Aria puts a style element into the page for `touch-action`, which our content security
 * policy refuses with a console error. It leaves that out when an element with this id is there;
 * base.css holds the rule instead. Call once before the first render.
 */
export const claimPressableStyle = (page: Document): void => {
  if (page.getElementById(STYLE_ID) !== null) return;
  const mark = page.createElement('meta');
  mark.id = STYLE_ID;
  page.head.append(mark);
};
