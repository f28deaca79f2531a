/**
 * A text without what stands at its ends. Each character is asked for itself: an expression for a run of them at an
 * end takes a time that grows with the square of the text.
 * @param isEnd whether a character, of one UTF-16 unit, is taken away where it stands at an end
 */
export const withoutAtEnds = (text: string, isEnd: (character: string) => boolean): string => {
  let [from, to] = [0, text.length];
  while (from < to && isEnd(text.charAt(from))) from += 1;
  while (to > from && isEnd(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};
