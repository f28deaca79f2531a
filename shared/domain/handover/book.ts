import { linesAlone } from './groups.ts';
import type { HandoverPartRow, HandoverSignRow } from './handover.ts';
import type { BookKind, BookRows } from './rows.ts';
import { SECTIONS } from './sections.ts';

/** Lines of a draft that came and went since somebody last looked at it. */
export type SinceThen = { readonly added: readonly string[]; readonly gone: readonly string[] };

/** A section as it stands in the 引継書. */
export type BookPart = {
  readonly id: string;
  readonly name: string;
  /** What is written there: somebody's words, else the draft. */
  readonly text: string;
  readonly draft: string;
  readonly isEdited: boolean;
  /** 要確認: what the records say otherwise than when it was written; null where nothing changed. */
  readonly since: SinceThen | null;
};

/** Both collections of parts have the same fields. */
type Part = Pick<HandoverPartRow, 'text' | 'basis'> & { readonly id: string };
type Sign = Pick<HandoverSignRow, 'from' | 'to' | 'witness' | 'date'>;

/** What records say of each section, before anybody writes, one after the other. */
function* draftSteps(kind: BookKind, rows: BookRows) {
  const before: string[] = [];
  for (const { id, name, draft } of SECTIONS[kind]) {
    const said = draft(rows, before.join('\n'));
    before.push(said);
    yield { id, name, draft: said };
  }
}

/** What records say of each section, by its id. */
export const draftsOf = (kind: BookKind, rows: BookRows): ReadonlyMap<string, string> =>
  new Map([...draftSteps(kind, rows)].map(({ id, draft }) => [id, draft]));

export const storedParts = (kind: BookKind, rows: BookRows): readonly Part[] =>
  kind === 'case' ? rows.handoverParts : rows.officeHandoverParts;

export const signOf = (kind: BookKind, rows: BookRows): Sign | undefined =>
  kind === 'case' ? rows.handoverSigns[0] : rows.officeHandoverSigns[0];

/** The 引継書 for the office: drafts, and over them what somebody wrote; section by section as they are read. */
export function* bookSteps(kind: BookKind, rows: BookRows): Generator<BookPart, void> {
  const stored = new Map<string, Part>(storedParts(kind, rows).map((row) => [row.id, row]));
  for (const { id, name, draft } of draftSteps(kind, rows)) {
    const part = stored.get(id);
    yield part === undefined
      ? { id, name, draft, text: draft, isEdited: false, since: null }
      : { id, name, draft, text: part.text, isEdited: true, since: sinceThen(part.basis, draft) };
  }
}

/** All of it at once. */
export const bookOf = (kind: BookKind, rows: BookRows): readonly BookPart[] => [
  ...bookSteps(kind, rows),
];

/** How many sections of a 引継書 have to be looked at, since their records say something else by now. */
export const changedIn = (kind: BookKind, rows: BookRows): number =>
  bookOf(kind, rows).filter(({ since }) => since !== null).length;

const sinceThen = (basis: string, draft: string): SinceThen | null => {
  if (basis === draft) return null;
  const [before, after] = [linesAlone(basis), linesAlone(draft)];
  const without = (lines: readonly string[], others: readonly string[]): readonly string[] =>
    lines.filter((line) => line !== '' && !others.includes(line));
  const since = { added: without(after, before), gone: without(before, after) };
  // The same lines in another order say the same.
  return since.added.length === 0 && since.gone.length === 0 ? null : since;
};
