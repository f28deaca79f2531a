/** Parts a text at letters that stand outside of brackets: each part once, in the order of the text. */
export const splitOutside = (text: string, at: RegExp): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const letter of text) {
    if (/[(（「『]/.test(letter)) depth += 1;
    if (/[)）」』]/.test(letter)) depth = Math.max(0, depth - 1);
    if (depth === 0 && at.test(letter)) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...new Set([...parts, part].map((each) => each.trim()).filter((each) => each !== ''))];
};

/** Splits at 、 and line breaks, not inside brackets. */
export const splitNames = (text: string): readonly string[] =>
  splitOutside(text, /[、,，､\n;；/／]/);
