import * as Y from 'yjs';
import type { BansoExtent, BansoVariant } from '#shared/banso-file/manifest.ts';
import { type PageDocument, type PageHead, readablePage } from '#shared/banso-file/page.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { OrganizationRow, PersonRow, PostRow } from '#shared/domain/office/office.ts';
import { privatePeople } from '#shared/domain/office/private-people.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { assemble, type Projection, projectAll } from '../projection/project.ts';
import { copyForMunicipality } from './copy-for-municipality.ts';
import { pageBook } from './page-book.ts';
import { pageDocument, rowsIn } from './page-document.ts';

export type PrepareRequest = {
  readonly kind: 'prepare';
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly head: PageHead;
  readonly documents: readonly {
    readonly document: DocumentId;
    readonly title: string;
    readonly updates: readonly Uint8Array[];
  }[];
  /** The office's pieces, whether it goes along or not: they say who is a private person. */
  readonly office: readonly Uint8Array[];
};

/** What main cannot make: it knows no Yjs. */
export type Prepared = {
  readonly page: string;
  /** Where history stays behind, the state of each document. */
  readonly states: readonly {
    readonly document: DocumentId;
    readonly update: Uint8Array;
    readonly format: number;
  }[];
  readonly attachments: readonly string[];
};

/** Makes the readable copy of what is handed over, and its states. Slow: call it in a worker. */
export const prepareBanso = (request: PrepareRequest): Prepared => {
  const { variant, extent, head, documents, office } = request;
  const { isPrivate, shared } = officeOf(office, variant);
  const pages: PageDocument[] = [];
  const states: Prepared['states'][number][] = [];
  const attachments = new Set<string>();
  for (const { document, title, updates } of documents) {
    const whole = assemble(updates);
    const copy =
      variant === 'office'
        ? whole
        : copyForMunicipality(document, whole, projectAll(document, whole), isPrivate);
    const projection = projectAll(document, copy);
    const book = document === OFFICE ? [] : pageBook(projection, shared, variant);
    pages.push(pageDocument(document, title, projection, book));
    for (const name of ['attachments', 'officeAttachments'] as const) {
      for (const { deletedAt, hash } of rowsIn(projection, name)) {
        if (deletedAt === '' && typeof hash === 'string') attachments.add(hash);
      }
    }
    for (const hash of shownInNotes(projection)) attachments.add(hash);
    if (extent === 'state' || variant === 'municipalities') {
      const format = Math.max(projection.format, 1);
      states.push({
        document,
        update: Y.encodeStateAsUpdate(copy),
        format: Math.min(format, FORMAT),
      });
    }
    copy.destroy();
    whole.destroy();
  }
  return {
    page: readablePage(head, pages),
    states,
    attachments: [...attachments].filter((hash) => /^[0-9a-f]{64}$/.test(hash)),
  };
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

/** Who of the office's people is a private person, and what of the office a 引継書 for somebody may say. */
const officeOf = (updates: readonly Uint8Array[], variant: BansoVariant) => {
  const whole = assemble(updates);
  const projection = projectAll(OFFICE, whole);
  const { rows } = projection;
  const isPrivate = privatePeople({
    people: (rows.get('people') ?? []) as unknown as readonly PersonRow[],
    organizations: (rows.get('organizations') ?? []) as unknown as readonly OrganizationRow[],
    posts: (rows.get('posts') ?? []) as unknown as readonly PostRow[],
  });
  if (variant === 'office') {
    whole.destroy();
    return { isPrivate, shared: projection };
  }
  const copy = copyForMunicipality(OFFICE, whole, projection, isPrivate);
  const shared = projectAll(OFFICE, copy);
  copy.destroy();
  whole.destroy();
  return { isPrivate, shared };
};
