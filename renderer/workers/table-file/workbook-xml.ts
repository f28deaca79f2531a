import { attributesOf, decodeEntities, piecesOf } from '#shared/text/markup.ts';
import { localName } from './xml-names.ts';

/** A sheet of a workbook: its name, and the file that holds its cells. */
export type SheetPlace = {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
};

export type Workbook = {
  readonly sheets: readonly SheetPlace[];
  /** Whether its days are counted from 1904, as on old Macs. */
  readonly is1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
};

/** More sheets than this, and nobody finds a table in them. */
const SHEET_LIMIT = 200;

/** Where the file lies that says what the others are. */
export const relationsOf = (path: string): string => {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
};

/** The main part of an Office file, as the archive's first relations name it; not all programs call it alike. */
export const documentPath = (relations: string): string =>
  [...readRelations(relations, '').values()].find(({ type }) => type === 'officeDocument')?.path ??
  'xl/workbook.xml';

/** Reads where the sheets of a workbook are; what is no sheet of cells (a chart) is left out. */
export const readWorkbookXml = (book: string, relations: string, path: string): Workbook => {
  const byId = readRelations(relations, path.slice(0, path.lastIndexOf('/') + 1));
  const pathOfType = (wanted: string, usual: string): string =>
    [...byId.values()].find(({ type }) => type === wanted)?.path ?? usual;
  const sheets = tagsOf(book, 'sheet').flatMap((attributes): readonly SheetPlace[] => {
    const id = [...attributes].find(
      ([name]) => name.includes(':') && localName(name) === 'id',
    )?.[1];
    const found = byId.get(id ?? '');
    if (found?.type !== 'worksheet') return [];
    const name = decodeEntities(attributes.get('name') ?? '');
    const isHidden = /^(?:hidden|veryHidden)$/.test(attributes.get('state') ?? '');
    return [{ name, path: found.path, isHidden }];
  });
  const [properties] = tagsOf(book, 'workbookPr');
  return {
    sheets: sheets.slice(0, SHEET_LIMIT),
    is1904: /^(?:1|true)$/.test(properties?.get('date1904') ?? ''),
    sharedStrings: pathOfType('sharedStrings', 'xl/sharedStrings.xml'),
    styles: pathOfType('styles', 'xl/styles.xml'),
  };
};

type Relation = { readonly type: string; readonly path: string };

const readRelations = (xml: string, folder: string): ReadonlyMap<string, Relation> => {
  const byId = new Map<string, Relation>();
  for (const attributes of tagsOf(xml, 'Relationship')) {
    const type = attributes.get('type')?.split('/').at(-1) ?? '';
    const path = pathOf(attributes.get('target') ?? '', folder);
    byId.set(attributes.get('id') ?? '', { type, path });
  }
  return byId;
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

/** Targets are told from the folder of what names them, or from the archive's root (/xl/…). */
const pathOf = (target: string, folder: string): string => {
  const path = decodeEntities(target).replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};
