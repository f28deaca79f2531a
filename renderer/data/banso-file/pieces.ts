import * as Y from 'yjs';
import { isHash } from '#shared/backup/manifest.ts';
import type { BansoExtent, BansoVariant } from '#shared/banso-file/manifest.ts';
import { type PageHead, type PageOfficeBook, pagePart } from '#shared/banso-file/page.ts';
import type { BansoPiece } from '#shared/banso-file/piece.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { OrganizationRow, PersonRow, PostRow } from '#shared/domain/office/office.ts';
import { privatePeople } from '#shared/domain/office/private-people.ts';
import type { PrivatePeople } from '#shared/domain/record/outgoing.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { assemble, type Projection, projectAll } from '../projection/project.ts';
import type { DocumentPieces } from './banso-source.ts';
import { copyForMunicipality } from './copy-for-municipality.ts';
import { pageBook, pageOfficeBook, partOfOfficeBook } from './page-book.ts';
import { pageDocument, rowsIn } from './page-document.ts';

export type PieceRequest = {
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly withAttachments: boolean;
  readonly head: PageHead;
  /** All that goes along. */
  readonly documents: readonly { readonly document: DocumentId; readonly title: string }[];
  /** Cases of one year, of which the copy begins with the 引継書 of their office; none where there is none. */
  readonly together: readonly DocumentId[];
  /** Several share the work: each makes the pieces of every `step`-th document, from its `first` on. */
  readonly first: number;
  readonly step: number;
};

const READ_AHEAD = 4;

/** What of each document main cannot make, which knows no Yjs: its part of the readable copy, and its state. */
export async function* bansoPieces(
  request: PieceRequest,
  load: (document: DocumentId) => Promise<DocumentPieces>,
): AsyncGenerator<BansoPiece> {
  const { variant, documents, first, step } = request;
  // Whether it goes along or not: it says who is a private person.
  const office = officeOf((await load(OFFICE)).updates, variant);
  const own = documents.flatMap(({ document }, at) =>
    at >= first && (at - first) % step === 0 ? [{ document, at }] : [],
  );
  const whole = first === 0 ? await officeBook(request, load, office) : undefined;
  // Reading is mostly waiting: the next ones are read while one is made.
  const readings = own.slice(0, READ_AHEAD).map(({ document }) => load(document));
  for (const [turn, { document, at }] of own.entries()) {
    const pieces = await readings.shift();
    const next = own[turn + READ_AHEAD];
    if (next !== undefined) readings.push(load(next.document));
    if (pieces !== undefined) yield pieceOf(request, at, document, pieces, office, whole);
  }
}

const pieceOf = (
  { variant, extent, withAttachments, head, documents }: PieceRequest,
  at: number,
  document: DocumentId,
  { updates, seen }: DocumentPieces,
  { isPrivate, shared }: SharedOffice,
  office: PageOfficeBook | undefined,
): BansoPiece => {
  const titles = documents.map(({ title }) => title);
  const whole = assemble(updates);
  const { copy, leftOut } =
    variant === 'office'
      ? { copy: whole, leftOut: [] }
      : copyForMunicipality(document, whole, projectAll(document, whole), isPrivate);
  const projection = projectAll(document, copy);
  const book = document === OFFICE ? [] : pageBook(projection, shared, variant);
  const page = pageDocument(document, titles[at] ?? '', projection, book);
  const isStateAlone = extent === 'state' || variant === 'municipalities';
  const piece = {
    page: new TextEncoder().encode(pagePart(head, titles, page, at, office)),
    attachments: withAttachments ? attachmentsIn(projection) : [],
    leftOut: leftOut.length,
    state: isStateAlone
      ? {
          update: Y.encodeStateAsUpdate(copy),
          format: Math.min(Math.max(projection.format, 1), FORMAT),
          // A copy for others says nothing of who has written what.
          seen: variant === 'office' ? seen : [],
        }
      : undefined,
  };
  copy.destroy();
  whole.destroy();
  return piece;
};

/** 引継書 of the office, made of what of each case may be read by those whom the file is for. */
const officeBook = async (
  { variant, together }: PieceRequest,
  load: (document: DocumentId) => Promise<DocumentPieces>,
  { isPrivate, shared }: SharedOffice,
): Promise<PageOfficeBook | undefined> => {
  if (together.length === 0) return undefined;
  const parts: ReturnType<typeof partOfOfficeBook>[] = [];
  for (const document of together) {
    const whole = assemble((await load(document)).updates);
    const projection = projectAll(document, whole);
    if (variant === 'office') parts.push(partOfOfficeBook(projection));
    else {
      const { copy } = copyForMunicipality(document, whole, projection, isPrivate);
      parts.push(partOfOfficeBook(projectAll(document, copy)));
      copy.destroy();
    }
    whole.destroy();
  }
  return pageOfficeBook(parts, shared, variant);
};

const attachmentsIn = (projection: Projection): readonly string[] => {
  const listed = (['attachments', 'officeAttachments'] as const).flatMap((name) =>
    rowsIn(projection, name).flatMap(({ deletedAt, hash }) =>
      deletedAt === '' && typeof hash === 'string' && isHash(hash) ? [hash] : [],
    ),
  );
  return [...new Set([...listed, ...shownInNotes(projection)])];
};

/** What notes show is handed over as long as they do, whether it is among the attached files still or not. */
const shownInNotes = ({ rows, notes }: Projection): readonly string[] => {
  const shown = notes.filter(({ pictures }) => pictures !== undefined);
  if (shown.length === 0) return [];
  const inUse = new Set(
    [...rows.values()].flat().flatMap(({ id, deletedAt }) => (deletedAt === '' ? [id] : [])),
  );
  return shown.flatMap(({ id, pictures = [] }) =>
    inUse.has(id) ? pictures.map(({ hash }) => hash) : [],
  );
};

/** Who of the people that the office's document knows is a private person. */
export const privateIn = ({ rows }: Projection): PrivatePeople =>
  privatePeople({
    people: (rows.get('people') ?? []) as unknown as readonly PersonRow[],
    organizations: (rows.get('organizations') ?? []) as unknown as readonly OrganizationRow[],
    posts: (rows.get('posts') ?? []) as unknown as readonly PostRow[],
  });

type SharedOffice = ReturnType<typeof officeOf>;

/** Who of the office's people is a private person, and what of the office a 引継書 for somebody may say. */
const officeOf = (updates: readonly Uint8Array[], variant: BansoVariant) => {
  const whole = assemble(updates);
  const projection = projectAll(OFFICE, whole);
  const isPrivate = privateIn(projection);
  if (variant === 'office') {
    whole.destroy();
    return { isPrivate, shared: projection };
  }
  const { copy } = copyForMunicipality(OFFICE, whole, projection, isPrivate);
  const shared = projectAll(OFFICE, copy);
  copy.destroy();
  whole.destroy();
  return { isPrivate, shared };
};
