import type { TableCell } from '#shared/domain/tables/table.ts';

/** What a cell is laid out as: a stretch of its text, or a picture in the place of a line. */
export type CellPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly hash: string; readonly words: string };

/** The parts of a cell from above to below; one text, unless pictures stand among its lines. */
export const partsOfCell = ({ lines, pictures = {} }: TableCell): readonly CellPart[] => {
  const parts: CellPart[] = [];
  let texts: string[] = [];
  const endText = (): void => {
    if (texts.length > 0) parts.push({ kind: 'text', text: texts.join('\n') });
    texts = [];
  };
  for (const [at, line] of lines.entries()) {
    const hash = pictures[at];
    if (hash === undefined) texts.push(line);
    else {
      endText();
      parts.push({ kind: 'picture', hash, words: line });
    }
  }
  endText();
  return parts;
};
