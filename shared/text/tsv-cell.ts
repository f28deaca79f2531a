/** What Excel and the like would reckon instead of showing; some of our own apostrophes may stand before. */
const LIKE_FORMULA = /^'*[=+\-@\t\r]/;

/** A text as no program takes it for a formula: an apostrophe stands before what looks like one. */
export const asPlain = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** What `asPlain` was given. */
export const fromPlain = (text: string): string =>
  text.startsWith("'") && LIKE_FORMULA.test(text) ? text.slice(1) : text;

/** A cell of tab-separated text: quoted where it holds what separates cells, and never a formula. */
export const tsvCell = (text: string): string => {
  const plain = asPlain(text);
  return /[\t\n\r"]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
