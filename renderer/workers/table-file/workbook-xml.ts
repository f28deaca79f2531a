import { attributesOf, decodeEntities, piecesOf } from '#shared/text/markup.ts';
import { localName } from './sheet-xml.ts';

/** A sheet of a workbook: its name, and the file that holds its cells. */
export type SheetPlace = { readonly name: string; readonly path: string };

export type Workbook = {
  readonly sheets: readonly SheetPlace[];
  /** Whether its days are counted from 1904, as on old Macs. */
  readonly is1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
};

/** More sheets than this, and nobody finds a table in them. */
const SHEET_LIMIT = 200;

/** Reads where the sheets of a workbook are; what is no sheet of cells (a chart) is left out. */
export const readWorkbookXml = (book: string, relations: string): Workbook => {
  const byId = new Map<string, { readonly type: string; readonly path: string }>();
  for (const attributes of tagsOf(relations, 'Relationship')) {
    byId.set(attributes.get('id') ?? '', {
      type: attributes.get('type')?.split('/').at(-1) ?? '',
      path: pathOf(attributes.get('target') ?? ''),
    });
  }
  const pathOfType = (wanted: string, usual: string): string =>
    [...byId.values()].find(({ type }) => type === wanted)?.path ?? usual;
  const sheets = tagsOf(book, 'sheet').flatMap((attributes): readonly SheetPlace[] => {
    const id = [...attributes].find(([name]) => localName(name) === 'id')?.[1];
    const found = byId.get(id ?? '');
    if (found?.type !== 'worksheet') return [];
    return [{ name: decodeEntities(attributes.get('name') ?? ''), path: found.path }];
  });
  const [properties] = tagsOf(book, 'workbookPr');
  return {
    sheets: sheets.slice(0, SHEET_LIMIT),
    is1904: /^(?:1|true)$/.test(properties?.get('date1904') ?? ''),
    sharedStrings: pathOfType('sharedStrings', 'xl/sharedStrings.xml'),
    styles: pathOfType('styles', 'xl/styles.xml'),
  };
};

const tagsOf = (xml: string, wanted: string): readonly ReadonlyMap<string, string>[] => {
  const found: ReadonlyMap<string, string>[] = [];
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'open' && localName(piece.name) === wanted) {
      found.push(attributesOf(piece.attributes));
    }
  }
  return found;
};

const pathOf = (target: string): string => {
  const path = decodeEntities(target);
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
};

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with so many sheets, its files at the places that these two texts name. */
export const plainWorkbook = (count: number, is1904: boolean) => {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const sheets = ids.map((id) => `<sheet name="${id}" sheetId="${id}" r:id="rId${id}"/>`).join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    book: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets}</sheets></workbook>`,
    relations: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ...ids.map((id) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)),
      relation('strings', 'sharedStrings', 'sharedStrings.xml'),
      relation('styles', 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
  };
};
