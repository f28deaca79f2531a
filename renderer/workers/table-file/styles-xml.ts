import { attributesOf, decodeEntities, piecesOf } from '#shared/text/markup.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { localName } from './xml-names.ts';

/** How a cell is shown: what its number looks like, and whether a line goes through its words. */
export type CellStyle = { readonly format: NumberFormat | null; readonly isStruck: boolean };

/** More than Excel itself allows. */
const STYLE_LIMIT = 70_000;

/** Reads the cell styles of a workbook, in the order in which cells name them. */
export const readStylesXml = (xml: string): readonly CellStyle[] => {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  const styles: { readonly format: number; readonly font: number }[] = [];
  /** numFmts, fonts or cellXfs: other parts have elements of the same names. */
  let part = '';
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') continue;
    const name = localName(piece.name);
    if (piece.kind === 'close') {
      if (name === part) part = '';
      continue;
    }
    if (/^(?:numFmts|fonts|cellXfs|dxfs|cellStyleXfs)$/.test(name)) {
      part = piece.isClosed ? '' : name;
      continue;
    }
    if (part === 'fonts' && name === 'font' && fonts.length < STYLE_LIMIT) fonts.push(false);
    if (part === 'fonts' && name === 'strike') {
      fonts[fonts.length - 1] = isOn(attributesOf(piece.attributes).get('val'));
    }
    if (part === 'numFmts' && name === 'numFmt' && codes.size < STYLE_LIMIT) {
      const attributes = attributesOf(piece.attributes);
      const code = attributes.get('formatcode') ?? '';
      // What is too long to be a format is kept as long as it has to be to be none.
      codes.set(
        Number(attributes.get('numfmtid')),
        code.length > 2000 ? code.slice(0, 2000) : decodeEntities(code),
      );
    }
    if (part === 'cellXfs' && name === 'xf' && styles.length < STYLE_LIMIT) {
      const attributes = attributesOf(piece.attributes);
      styles.push({
        format: Number(attributes.get('numfmtid') ?? 0),
        font: Number(attributes.get('fontid') ?? 0),
      });
    }
  }
  const formats = new Map<number, NumberFormat | null>();
  return styles.map(({ format, font }) => {
    if (!formats.has(format)) formats.set(format, numberFormat(format, codes.get(format)));
    return { format: formats.get(format) ?? null, isStruck: fonts[font] ?? false };
  });
};

/** <strike/> and <strike val="1"/> are on, <strike val="0"/> is off. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/.test(value ?? '1');
