import { deflateRawSync } from 'node:zlib';
import { pack } from '#tests/support/pack.ts';

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const RELS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK_RELS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const BOOK = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="令和4年度" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const STYLES = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/></cellXfs></styleSheet>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell of a sheet: text, or the XML of one: `<c r="A1"><v>1</v></c>`. */
const cell = (text: string, at: string): string =>
  text.startsWith('<c ')
    ? text
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** The XML of a sheet with these cells. */
export const sheetXml = (
  rows: readonly (readonly string[])[],
  merges: readonly string[] = [],
): string => {
  const lines = rows.map((row, index) => {
    const cells = row.map((text, column) =>
      text === '' ? '' : cell(text, `${String.fromCharCode(65 + column)}${index + 1}`),
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const areas = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData>${areas && `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
};

/**
 * An .xlsx as Excel writes it, as small as it can be.
 * @param more files in place of its own, or beside them, by name
 */
export const workbook = (
  sheet: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': BOOK_RELS,
    'xl/styles.xml': STYLES,
    ...(sheet !== '' && { 'xl/worksheets/sheet1.xml': sheet }),
    ...more,
  };
  return new Uint8Array(
    pack(
      Object.entries(files).map(([name, text]) => ({
        name,
        bytes: new TextEncoder().encode(text),
      })),
    ),
  );
};

/** An archive of one packed file whose real size is `size`, and which claims to be small. */
export const bomb = (name: string, size: number): Uint8Array => {
  const packed = deflateRawSync(Buffer.alloc(size));
  const archive = new Uint8Array(pack([{ name, bytes: new Uint8Array(packed) }]));
  const view = new DataView(archive.buffer);
  const central = 30 + name.length + packed.length;
  view.setUint16(8, 8, true);
  view.setUint16(central + 10, 8, true);
  return archive;
};
