import { workbook } from '../workbook.ts';

/*
 * Workbooks as several programs write them, whose dialects differ:
 * - `excel`: shared strings, styles by number, a theme's worth of attributes
 * - `libreoffice`: every row says hidden="false", styles on every cell
 * - `sdk`: prefixed names (x:row), strings in the cells, parts named from the root (Open XML SDK, ClosedXML)
 * - `report`: no places at all: rows and cells follow each other (report generators)
 */
export type Dialect = 'excel' | 'libreoffice' | 'sdk' | 'report';

export type BookCell =
  | string
  | number
  | {
      readonly v?: string | number;
      /** A number format, or the id of a built-in one. */
      readonly format?: string | number;
      /** The id under which the format is declared, from 164 where nothing is said. */
      readonly id?: number;
      readonly type?: string;
      readonly struck?: boolean;
      /** Runs of rich text; those that begin with ~ are struck out. */
      readonly runs?: readonly string[];
      readonly formula?: string;
    };

export type BookSheet = {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly isChart?: boolean;
  readonly rows: readonly (readonly BookCell[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
};

export type Book = {
  readonly dialect: Dialect;
  readonly is1904?: boolean;
  readonly sheets: readonly BookSheet[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letters = (column: number): string => String.fromCharCode(65 + column);

const runsXml = (runs: readonly string[], p: string): string =>
  runs
    .map((run) =>
      run.startsWith('~')
        ? `<${p}r><${p}rPr><${p}strike/><${p}sz val="11"/></${p}rPr><${p}t>${escaped(run.slice(1))}</${p}t></${p}r>`
        : `<${p}r><${p}t xml:space="preserve">${escaped(run)}</${p}t></${p}r>`,
    )
    .join('');

/** The archive of a workbook, as one of these programs would have written it. */
export const bookBytes = ({ dialect, sheets, is1904 = false }: Book): Uint8Array => {
  const p = dialect === 'sdk' ? 'x:' : '';
  const ns = dialect === 'sdk' ? `xmlns:x="${MAIN}"` : `xmlns="${MAIN}"`;
  const shared: string[] = [];
  const formats: { readonly id: number; readonly code: string }[] = [];
  const styles = ['0|0'];

  const styleOf = (cell: Exclude<BookCell, string | number>): number => {
    const font = cell.struck ? 1 : 0;
    let id = typeof cell.format === 'number' ? cell.format : 0;
    if (typeof cell.format === 'string') {
      id = cell.id ?? 164 + formats.length;
      if (!formats.some((each) => each.id === id)) formats.push({ id, code: cell.format });
    }
    const key = `${id}|${font}`;
    if (!styles.includes(key)) styles.push(key);
    return styles.indexOf(key);
  };
  const stringXml = (inside: string, place: string, style: string): string => {
    if (dialect === 'sdk' || dialect === 'report') {
      return `<${p}c${place}${style} t="inlineStr"><${p}is>${inside}</${p}is></${p}c>`;
    }
    shared.push(`<si>${inside}<phoneticPr fontId="1"/></si>`);
    return `<c${place}${style} t="s"><v>${shared.length - 1}</v></c>`;
  };
  const cellXml = (cell: BookCell, row: number, column: number): string => {
    const isPlaced = dialect !== 'report';
    const place = isPlaced ? ` r="${letters(column)}${row}"` : '';
    const own = typeof cell === 'object' ? cell : { v: cell };
    const index = styleOf(own);
    const style = index > 0 || dialect === 'libreoffice' ? ` s="${index}"` : '';
    if (own.runs) return stringXml(runsXml(own.runs, p), place, style);
    if (own.v === '' || (own.v === undefined && own.formula === undefined)) {
      return isPlaced ? '' : `<${p}c/>`;
    }
    if (typeof own.v === 'string' && own.type === undefined) {
      return stringXml(`<${p}t xml:space="preserve">${escaped(own.v)}</${p}t>`, place, style);
    }
    const formula = own.formula === undefined ? '' : `<${p}f>${escaped(own.formula)}</${p}f>`;
    const value = own.v === undefined ? `<${p}v/>` : `<${p}v>${escaped(String(own.v))}</${p}v>`;
    const type = own.type === undefined ? '' : ` t="${own.type}"`;
    return `<${p}c${place}${style}${type}>${formula}${value}</${p}c>`;
  };
  const rowAttributes = (row: number, isHidden: boolean): string => {
    const hidden = isHidden ? ' hidden="1"' : '';
    switch (dialect) {
      case 'excel':
        return ` r="${row}" spans="1:9" ht="18.75"${hidden}`;
      case 'libreoffice':
        return ` r="${row}" customFormat="false" ht="12.8" hidden="${isHidden}" customHeight="false" outlineLevel="0" collapsed="false"`;
      case 'sdk':
        return ` r="${row}"${hidden}`;
      default:
        return hidden;
    }
  };
  const sheetBody = (sheet: BookSheet): string => {
    const rows = sheet.rows.map((cells, index) => {
      const inside = cells.map((cell, column) => cellXml(cell, index + 1, column)).join('');
      const isHidden = sheet.hiddenRows?.includes(index + 1) ?? false;
      return `<${p}row${rowAttributes(index + 1, isHidden)}>${inside}</${p}row>`;
    });
    const columns = (sheet.hiddenColumns ?? []).map(
      (column) => `<${p}col min="${column}" max="${column}" width="9" hidden="1"/>`,
    );
    const merges = (sheet.merges ?? []).map((ref) => `<${p}mergeCell ref="${ref}"/>`);
    return [
      `${HEAD}<${p}worksheet ${ns}><${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews>`,
      columns.length > 0 ? `<${p}cols>${columns.join('')}</${p}cols>` : '',
      `<${p}sheetData>${rows.join('')}</${p}sheetData>`,
      merges.length > 0 ? `<${p}mergeCells>${merges.join('')}</${p}mergeCells>` : '',
      `</${p}worksheet>`,
    ].join('');
  };

  const files: Record<string, string> = {};
  const relations: string[] = [];
  const listed = sheets.map((sheet, index) => {
    const folder = sheet.isChart ? 'chartsheets' : 'worksheets';
    const name = `${folder}/sheet${index + 1}.xml`;
    files[`xl/${name}`] = sheet.isChart
      ? `${HEAD}<chartsheet xmlns="${MAIN}"><sheetViews/><drawing r:id="rId1" xmlns:r="${OFFICE}"/></chartsheet>`
      : sheetBody(sheet);
    const target = dialect === 'sdk' ? `/xl/${name}` : name;
    relations.push(
      `<Relationship Type="${OFFICE}/${sheet.isChart ? 'chartsheet' : 'worksheet'}" Target="${target}" Id="rId${index + 1}"/>`,
    );
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
    return `<${p}sheet name="${escaped(sheet.name)}" sheetId="${index + 7}"${state} r:id="rId${index + 1}"/>`;
  });
  relations.push(
    `<Relationship Type="${OFFICE}/styles" Target="styles.xml" Id="rId98"/>`,
    `<Relationship Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rId99"/>`,
  );
  const codes = formats.map(
    ({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`,
  );
  const xfs = styles.map((style) => {
    const [format, font] = style.split('|');
    return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  });
  return workbook('', {
    ...files,
    'xl/workbook.xml': `${HEAD}<${p}workbook ${ns} xmlns:r="${OFFICE}"><${p}workbookPr${is1904 ? ' date1904="1"' : ''}/><${p}sheets>${listed.join('')}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><dxfs count="1"><dxf><font><strike/></font><numFmt numFmtId="50" formatCode="0"/></dxf></dxfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="${shared.length}" uniqueCount="${shared.length}">${shared.join('')}</sst>`,
  });
};
