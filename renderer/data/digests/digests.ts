import { caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import { type CaseRow, caseSupporters, cases } from '#shared/domain/case/case.ts';
import { followUps } from '#shared/domain/case/follow-up.ts';
import { buildDigest } from '#shared/domain/digest/build-digest.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  programmeItems,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { Collection, Row } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { ANY_THEME, type Database, NO_YEAR, type StoredDigest } from '../database.ts';
import type { StoredRow } from '../rows.ts';

/** What a digest is made of, beside the case itself and its notes. */
const PARTS = {
  assignments,
  caseSupporters,
  rounds,
  meetings,
  attendances,
  programmeItems,
  findings,
  actions,
  followUps,
} as const;
const SOURCES: ReadonlySet<CollectionName> = new Set([
  cases.name,
  ...Object.values(PARTS).map(({ name }) => name),
]);

/** The rows of one document, and the ids of the records whose note holds any text. */
type Sources = {
  readonly rows: (collection: Collection) => readonly StoredRow[];
  readonly notes: ReadonlySet<string>;
};

/** The digest of a document's rows; undefined where they hold no case in use. */
const digestOf = (document: DocumentId, { rows, notes }: Sources): CaseDigest | undefined => {
  // Rows come out of the table of their collection.
  const typed = <C extends Collection>(collection: C) =>
    rows(collection) as unknown as readonly Row<C>[];
  const row: CaseRow | undefined = typed(cases).find(({ id }) => id === caseOf(document));
  if (row === undefined || !isLive(row)) return undefined;
  return buildDigest({
    case: row,
    assignments: typed(assignments),
    caseSupporters: typed(caseSupporters),
    rounds: typed(rounds),
    meetings: typed(meetings),
    attendances: typed(attendances),
    programmeItems: typed(programmeItems),
    findings: typed(findings),
    actions: typed(actions),
    followUps: typed(followUps),
    notes,
  });
};

/** A document's digest as it is stored; none of the office. */
export const storedDigest = (document: DocumentId, sources: Sources): readonly StoredDigest[] => {
  if (caseOf(document) === undefined) return [];
  const digest = digestOf(document, sources);
  if (digest === undefined) return [{ document, isStale: 0 }];
  const hasPlanned = digest.planned.length > 0 ? 1 : 0;
  const themes = digest.case.themes.map(({ id }) => id);
  return [{ document, isStale: 0, fiscalYear: yearKey(digest.case), hasPlanned, themes, digest }];
};

const yearKey = ({ fiscalYear }: Pick<CaseRow, 'fiscalYear'>): number => fiscalYear ?? NO_YEAR;

/** All tables that a digest is made of, and its own. */
export const digestTables = (database: Database) => [
  database.digests,
  database.noteTexts,
  database.leaves,
];

/** A document's digest made of its rows, within a transaction that spans `digestTables`. */
export const madeAnew = async (
  database: Database,
  document: DocumentId,
): Promise<readonly StoredDigest[]> => {
  const of = (name: CollectionName) => database.rowsOf(name).of(document);
  const [notes, ...parts] = await Promise.all([
    database.noteTexts.where('document').equals(document).toArray(),
    ...[...SOURCES].map(async (name) => [name, await of(name)] as const),
  ]);
  const byName = new Map<CollectionName, readonly StoredRow[]>(parts);
  return storedDigest(document, {
    rows: ({ name }) => byName.get(name) ?? [],
    notes: new Set(notes.flatMap(({ id, text }) => (text === '' ? [] : [id]))),
  });
};

type Changed = { readonly collection: CollectionName; readonly row: StoredRow | undefined };

/** Whether changes make a document's digest untrue. */
export const concernsDigest = (document: DocumentId, changes: readonly Changed[]): boolean =>
  caseOf(document) !== undefined && changes.some(({ collection }) => SOURCES.has(collection));

/** Says that a document's digest is no longer true, within the transaction of the change. */
export const markStale = async (
  database: Database,
  document: DocumentId,
  changes: readonly Changed[],
): Promise<void> => {
  const before = await database.digests.get(document);
  const changed = changes.find(({ collection }) => collection === 'cases');
  if (before?.isStale === 1 && changed === undefined) return;
  const fiscalYear = changed === undefined ? before?.fiscalYear : yearOf(changed.row);
  // It may have planned meetings from now on, and other themes.
  const stale: StoredDigest = { document, isStale: 1, hasPlanned: 1, themes: [ANY_THEME] };
  await database.digests.put(fiscalYear === undefined ? stale : { ...stale, fiscalYear });
};

const yearOf = (row: StoredRow | undefined): number | undefined => {
  if (row === undefined || row.deletedAt !== '') return undefined;
  return typeof row.fiscalYear === 'number' ? row.fiscalYear : NO_YEAR;
};
