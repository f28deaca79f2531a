import type { StruckText } from '#shared/domain/import/cell-remarks.ts';
import { attributesOf, decodeEntities, type Piece, piecesOf } from '#shared/text/markup.ts';
import { isOn } from './styles-xml.ts';
import { localName } from './xml-names.ts';

/** Excel writes letters that XML can't hold as _x000D_. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Text out of XML: entities and Excel's own escapes resolved. */
export const textOfXml = (raw: string): string =>
  decodeEntities(raw).replace(ESCAPE, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Gathers the words of an `si` or `is`: its runs, those with a line through them apart, no readings. */
export const createRichText = () => {
  let kept = '';
  let struck = '';
  let isStruck = false;
  let isText = false;
  let readings = 0;
  return {
    take: (piece: Piece): void => {
      if (piece.kind === 'text') {
        if (!isText || readings > 0) return;
        const words = piece.isLiteral ? piece.raw : textOfXml(piece.raw);
        if (isStruck) struck += words;
        else kept += words;
        return;
      }
      const name = localName(piece.name);
      const isOpen = piece.kind === 'open' && !piece.isClosed;
      if (name === 't') isText = isOpen;
      else if (name === 'rPh') readings = isOpen ? readings + 1 : Math.max(0, readings - 1);
      else if (name === 'r' && piece.kind === 'open') isStruck = false;
      else if (name === 'strike' && piece.kind === 'open') {
        isStruck = isOn(attributesOf(piece.attributes).get('val'));
      }
    },
    text: (): StruckText => ({ kept, struck }),
  };
};

/** Reads the texts that cells share, in the order in which cells name them. */
export const readSharedStrings = (xml: string): readonly StruckText[] => {
  const found: StruckText[] = [];
  let text: ReturnType<typeof createRichText> | null = null;
  for (const piece of piecesOf(xml)) {
    if (piece.kind !== 'text' && localName(piece.name) === 'si') {
      if (text !== null) found.push(text.text());
      text = piece.kind === 'open' && !piece.isClosed ? createRichText() : null;
      if (piece.kind === 'open' && piece.isClosed) found.push({ kept: '', struck: '' });
      continue;
    }
    text?.take(piece);
  }
  return found;
};
