const OPEN = '(（【［[〔＜<〈《';
const CLOSE = ')）】］]〕＞>〉》';

/** What stands in the last pair of brackets of a text that ends with one, and where the pair begins. */
export const lastBrackets = (
  text: string,
  limit: number,
): { readonly from: number; readonly inside: string } | null => {
  if (text === '' || !CLOSE.includes(text.at(-1) ?? ' ')) return null;
  let depth = 0;
  const lowest = Math.max(0, text.length - limit - 2);
  for (let at = text.length - 1; at >= lowest; at -= 1) {
    const letter = text[at] ?? '';
    if (CLOSE.includes(letter)) depth += 1;
    if (OPEN.includes(letter)) depth -= 1;
    if (depth === 0) return { from: at, inside: text.slice(at + 1, -1) };
  }
  return null;
};

/** A text without the one pair of brackets around all of it. */
export const withoutBrackets = (text: string, limit: number): string => {
  const last = lastBrackets(text, limit);
  return last?.from === 0 ? last.inside.trim() : text;
};
