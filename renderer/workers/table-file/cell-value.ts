import { type StruckText, UNRECKONED, withoutStruck } from '#shared/domain/import/cell-remarks.ts';
import type { Piece } from '#shared/text/markup.ts';
import { plainNumber } from './number-format.ts';
import { createRichText, textOfXml } from './rich-text.ts';
import type { CellStyle } from './styles-xml.ts';
import { localName } from './xml-names.ts';

/** What the cells of a workbook refer to. */
export type BookTexts = {
  readonly strings: readonly StruckText[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
};

/** A cell as it is read, element by element. */
export type CellValue = {
  readonly take: (piece: Piece) => void;
  /** Its text as Excel shows it, and what is odd about it; null for a cell without anything in it. */
  readonly read: () => { readonly text: string; readonly remark: string | null } | null;
};

/** Reads a cell by its type: of a formula what was reckoned last, of a date the day that it shows. */
export const createCellValue = (
  attributes: ReadonlyMap<string, string>,
  book: BookTexts,
): CellValue => {
  const type = attributes.get('t') ?? 'n';
  const style = book.styles[Number(attributes.get('s') ?? 0)] ?? null;
  const inline = createRichText();
  let value = '';
  let isValue = false;
  let isInline = false;
  let hasFormula = false;

  const struckText = (): StruckText | null => {
    if (type === 's') return book.strings[Number(value)] ?? null;
    if (type === 'inlineStr') return inline.text();
    return { kept: shown(type, textOfXml(value), style, book), struck: '' };
  };
  return {
    take: (piece) => {
      if (piece.kind === 'text') {
        if (isValue) value += piece.raw;
        else if (isInline) inline.take(piece);
        return;
      }
      const name = localName(piece.name);
      const isOpen = piece.kind === 'open' && !piece.isClosed;
      if (name === 'v') isValue = isOpen;
      else if (name === 'is') isInline = isOpen;
      else if (name === 'f') hasFormula = true;
      else if (isInline) inline.take(piece);
    },
    read: () => {
      if (type !== 'inlineStr' && value.trim() === '') {
        // A formula that came to an empty text has a type; one that nobody has reckoned has none.
        return hasFormula && type === 'n' ? { text: '', remark: UNRECKONED } : null;
      }
      const own = struckText();
      if (own === null || own.kept + own.struck === '') return null;
      return withoutStruck(style?.isStruck ? { kept: '', struck: own.kept + own.struck } : own);
    },
  };
};

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?[\d.]*Z?)?$/;

const shown = (
  type: string,
  value: string,
  style: CellStyle | null,
  { is1904 }: BookTexts,
): string => {
  if (type === 'b') return value.trim() === '0' ? 'FALSE' : 'TRUE';
  if (type === 'd') {
    const [, year, month, day, hours = '00', minutes = '00'] = ISO.exec(value.trim()) ?? [];
    if (year === undefined) return value;
    const date = `${year}/${Number(month)}/${Number(day)}`;
    return hours + minutes === '0000' ? date : `${date} ${Number(hours)}:${minutes}`;
  }
  const number = type === 'n' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return value;
  return style?.format ? style.format(number, is1904) : plainNumber(number);
};
