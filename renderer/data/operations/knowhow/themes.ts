import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings } from '#shared/domain/meeting/meeting.ts';
import { knowHows } from '#shared/domain/office/know-how.ts';
import { themes } from '#shared/domain/office/office.ts';
import { peerSupports } from '#shared/domain/office/peer-support.ts';
import type { Member } from '#shared/domain/record/collection.ts';
import { type Id, NO_ID } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';
import { addRecord, missing, removeRecord } from '../record/records.ts';

/*
 * A theme's name stands beside its id in every record that carries it. What is done to a theme is done to all of
 * them, in one step: the commands must name OFFICE and the documents of the cases that carry it, or hold a finding that does.
 */

/** Makes a theme; a name that the office has, whatever its width and kana, is refused. */
export const addTheme = (draft: Draft, name: string): Result<string> => {
  const known = themeNamed(draft, name);
  if (known !== undefined) return isThere(known.name);
  return addRecord(draft, OFFICE, themes, { name });
};

/** Renames a theme wherever it stands. */
export const renameTheme = (
  draft: Draft,
  documents: readonly DocumentId[],
  id: string,
  name: string,
): Result<null> => {
  if (draft.row(OFFICE, themes, id) === undefined) return missing(themes.what);
  const checked = themes.fields.name.check(name);
  if (!checked.ok) return checked;
  const known = themeNamed(draft, checked.value);
  if (known !== undefined && known.id !== id) return isThere(known.name);
  draft.set(OFFICE, themes, id, { name: checked.value });
  changeCarriers(draft, documents, id, { id, name: checked.value });
  return ok(null);
};

/** Makes one theme of two: what carries the first carries the second from now on. */
export const mergeThemes = (
  draft: Draft,
  documents: readonly DocumentId[],
  id: string,
  into: string,
): Result<null> => {
  const target = draft.row(OFFICE, themes, into);
  if (target === undefined || id === into) return missing(themes.what);
  if (draft.row(OFFICE, themes, id) !== undefined) {
    // Notes that mention it are led on by it.
    draft.set(OFFICE, themes, id, { mergedInto: target.id });
  }
  const removed = removeRecord(draft, OFFICE, themes, id);
  if (!removed.ok) return removed;
  changeCarriers(draft, documents, id, { id: into, name: target.name });
  return ok(null);
};

/** Removes a theme, and takes it off what carries it. */
export const removeTheme = (
  draft: Draft,
  documents: readonly DocumentId[],
  id: string,
): Result<null> => {
  const removed = removeRecord(draft, OFFICE, themes, id);
  if (!removed.ok) return removed;
  changeCarriers(draft, documents, id, null);
  return ok(null);
};

const themeNamed = (draft: Draft, name: string) =>
  draft.rows(OFFICE, themes).find((theme) => sameText(theme.name, name));

const isThere = (name: string): Result<never> =>
  refuse(
    `${quote(name)}というテーマがすでにあります。`,
    '別の名前にするか、2つを「別のテーマにまとめる」で1つにしてください。',
  );

const changeCarriers = (
  draft: Draft,
  documents: readonly DocumentId[],
  id: string,
  next: MemberValue | null,
): void => {
  for (const document of documents.filter((each) => each !== OFFICE)) {
    for (const row of draft.rows(document, cases)) {
      const changed = replaced(row.themes, id, next);
      if (changed !== undefined) draft.setMembers(document, cases, row.id, 'themes', changed);
    }
    for (const row of draft.rows(document, findings)) {
      const changed = replaced(row.themes, id, next);
      if (changed !== undefined) draft.setMembers(document, findings, row.id, 'themes', changed);
    }
  }
  for (const row of draft.rows(OFFICE, knowHows)) {
    const changed = replaced(row.themes, id, next);
    if (changed !== undefined) draft.setMembers(OFFICE, knowHows, row.id, 'themes', changed);
  }
  for (const row of draft.rows(OFFICE, peerSupports)) {
    if (row.theme !== id) continue;
    // What somebody can help with stays readable by the name of what it was about.
    const theme = next === null ? { theme: NO_ID } : themeOf(next);
    draft.set(OFFICE, peerSupports, row.id, theme);
  }
};

const themeOf = ({ id, name }: MemberValue) => ({ theme: id as Id<'themes'>, themeName: name });

/** The members with one of them changed, in its place, or undefined where it is none of them. */
const replaced = (
  members: readonly Member[],
  id: string,
  next: MemberValue | null,
): readonly MemberValue[] | undefined => {
  if (!members.some((member) => member.id === id)) return undefined;
  const isTwice =
    next !== null && next.id !== id && members.some(({ id: each }) => each === next.id);
  return members.flatMap((member): readonly MemberValue[] => {
    if (member.id !== id) return [member];
    return next === null || isTwice ? [] : [next];
  });
};
