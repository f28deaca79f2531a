import { piecesOf } from '#shared/text/markup.ts';
import { unpack } from './archive.ts';
import { documentPath } from './workbook-xml.ts';
import { localName } from './xml-names.ts';

/** No document of tables that a year's meetings fill comes near this when it is unpacked. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

/** The XML of the parts of an Office file, by name in small letters. */
export type Parts = ReadonlyMap<string, string>;

/** An Office file: where its main part lies, what that is, and a way to read more of it. */
export type Package = {
  readonly path: string;
  readonly main: string;
  /** Its root element: workbook, document; '' where there is none. */
  readonly root: string;
  /** @throws ArchiveError at what can't be read or is too much */
  readonly read: (wanted: readonly string[]) => Promise<Parts>;
};

/**
 * Opens an Office file. Only parts that are asked for are unpacked.
 * @throws ArchiveError at what can't be read or is too much
 */
export const openPackage = async (bytes: Uint8Array): Promise<Package> => {
  let left = UNPACKED_LIMIT;
  const read = async (wanted: readonly string[]): Promise<Parts> => {
    const names = new Set(wanted.map((name) => name.toLowerCase()));
    const entries = await unpack(bytes, (name) => names.has(keyOf(name)), left);
    left -= entries.reduce((sum, { bytes: own }) => sum + own.length, 0);
    return new Map(entries.map((entry) => [keyOf(entry.name), decode(entry.bytes)]));
  };
  const path = documentPath(partOf(await read(['_rels/.rels']), '_rels/.rels'));
  const main = partOf(await read([path]), path);
  return { path, main, root: rootOf(main), read };
};

/** A part's XML; '' where it is not there. */
export const partOf = (parts: Parts, name: string): string => parts.get(name.toLowerCase()) ?? '';

const rootOf = (xml: string): string => {
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'open') return localName(piece.name);
  }
  return '';
};

/** Names in an archive are told apart by their letters alone; some programs write \ between folders. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

/** XML says by its first bytes whether it is UTF-16. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
};
