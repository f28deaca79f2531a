import { deflateRawSync } from 'node:zlib';
import { pack } from '#tests/support/pack.ts';
import { sheetXml, workbook } from './workbook.ts';

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheetOf = (data: string, behind = ''): string =>
  `<worksheet ${NAMESPACE}><sheetData>${data}</sheetData>${behind}</worksheet>`;

/** One cell in the last column of a far row. */
export const farCell = (address: string): Uint8Array => {
  const row = address.replace(/^[A-Z]+/, '');
  return workbook(sheetOf(`<row r="${row}"><c r="${address}"><v>1</v></c></row>`));
};

/** A row that does not say where it is, with a cell that lies three million rows down. */
export const farCellInUnnumberedRow = (): Uint8Array =>
  workbook(sheetOf('<row><c r="A3000000"><v>1</v></c></row>'));

/** Merged areas, each over the whole of a large sheet. */
export const mergesOverAll = (count: number): Uint8Array => {
  const areas = '<mergeCell ref="A1:GR10000"/>'.repeat(count);
  const cells =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="10000"><c r="GR10000"><v>1</v></c></row>';
  return workbook(sheetOf(cells, `<mergeCells count="${count}">${areas}</mergeCells>`));
};

/** The same over a sheet that is small enough to be read. */
export const mergesOverFew = (count: number): Uint8Array => {
  const areas = '<mergeCell ref="A1:T2000"/>'.repeat(count);
  const cells =
    '<row r="1"><c r="A1" t="str"><v>内容</v></c></row><row r="2000"><c r="T2000"><v>1</v></c></row>';
  return workbook(sheetOf(cells, `<mergeCells>${areas}</mergeCells>`));
};

/** A date with as many words behind it as a cell of Excel can hold. */
export const longDate = (): string => `8/3 ${'あ '.repeat(16_300)}`.slice(0, 32_767);

export const longDateBook = (): Uint8Array =>
  workbook(
    sheetXml([
      ['日にち', '内容'],
      [longDate(), '打合せ'],
      [`${' '.repeat(30_000)}(x`, `打合せ${'　'.repeat(30_000)}(延期`],
    ]),
  );

/** A number format that an expression may take minutes to take apart. */
export const endlessFormat = (): Uint8Array => {
  const format = '['.repeat(600_000);
  const styles = `<styleSheet ${NAMESPACE}><numFmts count="1"><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="200" xfId="0"/></cellXfs></styleSheet>`;
  return workbook(sheetOf('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'), {
    'xl/styles.xml': styles,
  });
};

/**
 * Sheets that all name one long file, packed small: each of them takes its time, two hundred together
 * more than anybody waits. It is one element, so that reading it keeps a reader busy and nothing else.
 */
export const sheetNamedOften = (count: number): Uint8Array => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheets = Array.from(
    { length: count },
    (_, index) => `<sheet name="${index}" sheetId="${index + 1}" r:id="rId1"/>`,
  );
  const long = sheetOf(`<row ${'a'.repeat(30_000_000)}></row>`);
  return packedFirst('xl/worksheets/sheet1.xml', long, {
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NAMESPACE} xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
  });
};

/** An archive whose first file is packed; the others are stored as they are. */
const packedFirst = (
  name: string,
  text: string,
  more: Readonly<Record<string, string>>,
): Uint8Array => {
  const stored = Object.entries(more).map(([each, content]) => ({
    name: each,
    bytes: new TextEncoder().encode(content),
  }));
  const first = { name, bytes: new Uint8Array(deflateRawSync(text)) };
  const archive = new Uint8Array(pack([first, ...stored]));
  const view = new DataView(archive.buffer);
  const central = view.getUint32(archive.length - 6, true);
  view.setUint16(8, 8, true);
  view.setUint16(central + 10, 8, true);
  return archive;
};
