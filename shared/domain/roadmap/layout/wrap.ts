/** What may not begin a line (行頭禁則), and what may not end one. */
const NOT_FIRST = new Set(
  '、。，．,.・：；:;？！?!）)」』】〉》］]｝}ー～…‥々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％%',
);
const NOT_LAST = new Set('（(「『【〈《［[｛{');
const WORD = /[A-Za-z0-9.,/%'-]/;

export type Measure = (text: string) => number;

/**
 * A text in lines no wider than `width` where letters allow it: at least one letter stands on each. Words of
 * Latin letters and figures stay whole, closing brackets and the like do not begin a line.
 */
export const wrapText = (text: string, width: number, measure: Measure): readonly string[] => {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text, width, measure)) {
    const wide = measure(piece);
    if (line !== '' && used + wide > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && piece.trim() === '') continue;
    line += piece;
    used += wide;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length === 0 ? [''] : lines;
};

/** What stays together on a line: a letter with the marks that belong to it, or a word. */
const piecesOf = (text: string, width: number, measure: Measure): readonly string[] => {
  const pieces: string[] = [];
  let open = '';
  for (const letter of text) {
    const last = pieces.at(-1);
    const joins =
      open === '' &&
      last !== undefined &&
      (NOT_FIRST.has(letter) || (WORD.test(letter) && WORD.test(last.at(-1) ?? '')));
    // What is wider than a line by itself has to be cut somewhere.
    if (joins && measure(last + letter) <= width) pieces[pieces.length - 1] = last + letter;
    else if (NOT_LAST.has(letter) && open.length < 2) open += letter;
    else {
      pieces.push(open + letter);
      open = '';
    }
  }
  if (open !== '') pieces.push(open);
  return pieces;
};
