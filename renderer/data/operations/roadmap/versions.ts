import { isDay } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { buildRoadmap } from '#shared/domain/roadmap/build.ts';
import {
  bars,
  dependencies,
  laneGroups,
  lanes,
  milestones,
  ROADMAP_ID,
  roadmaps,
  roadmapVersions,
} from '#shared/domain/roadmap/collections.ts';
import { readSnapshot, toSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';
import { yearOf } from './roadmap.ts';
import { checkFields, checkNote } from './values.ts';

export type VersionValues = {
  readonly name: string;
  /** A day. */
  readonly date: string;
  readonly reason?: string;
  /** From `toSnapshot`; the roadmap as it stands now unless given. */
  readonly snapshot?: string;
};

export type VersionPatch = Partial<Omit<VersionValues, 'snapshot'>>;

/**
 * Keeps the roadmap under a name.
 * @param document the case's document
 * @param shownBy documents of other cases that show this roadmap, whose meetings stand in it too
 */
export const nameVersion = (
  draft: Draft,
  document: DocumentId,
  { snapshot, ...values }: VersionValues,
  shownBy: readonly DocumentId[] = [],
): Result<string> => {
  const checked = check(draft, document, '', values);
  if (!checked.ok) return checked;
  const content = snapshot ?? snapshotNow(draft, document, shownBy);
  const readable = readSnapshot(content);
  if (!readable.ok) return readable;
  return ok(draft.create(document, roadmapVersions, { ...checked.value, snapshot: content }));
};

const snapshotNow = (
  draft: Draft,
  document: DocumentId,
  shownBy: readonly DocumentId[],
): string => {
  const ladders = [...new Set([document, ...shownBy])];
  return toSnapshot(
    buildRoadmap({
      roadmap: draft.row(document, roadmaps, ROADMAP_ID) ?? null,
      groups: draft.rows(document, laneGroups),
      lanes: draft.rows(document, lanes),
      bars: draft.rows(document, bars),
      milestones: draft.rows(document, milestones),
      dependencies: draft.rows(document, dependencies),
      meetings: ladders.flatMap((each) => draft.rows(each, meetings)),
      rounds: ladders.flatMap((each) => draft.rows(each, rounds)),
      fiscalYear: yearOf(draft, document),
    }),
  );
};

/** Changes a version's name, day or reason; what it holds never changes. */
export const renameVersion = (
  draft: Draft,
  document: DocumentId,
  id: string,
  patch: VersionPatch,
): Result<null> => {
  if (!draft.row(document, roadmapVersions, id)) return missing('版');
  const checked = check(draft, document, id, patch);
  if (!checked.ok) return checked;
  draft.set(document, roadmapVersions, id, checked.value);
  return ok(null);
};

const check = <T extends VersionPatch>(
  draft: Draft,
  document: DocumentId,
  self: string,
  values: T,
): Result<T> => {
  const checked = checkFields<VersionPatch>(values, {
    name: (text) => checkName(text, '版の名前'),
    reason: (text) => checkNote(text, '理由'),
    date: checkDate,
  });
  if (!checked.ok) return checked;
  const { name } = checked.value;
  const isTaken =
    name !== undefined &&
    draft
      .rows(document, roadmapVersions)
      .some((other) => other.id !== self && sameText(other.name, name));
  if (!isTaken) return ok(checked.value as T);
  return fail({
    code: 'taken',
    happened: `${quote(name)}という版はすでにあります。`,
    safe: 'ほかの入力はそのまま残っています。',
    todo: '別の名前を入力してください。',
  });
};

const checkDate = (date: string): Result<string> => {
  if (date === '') return refuse('版の日付が入っていません。', '日付を入力してください。');
  return isDay(date)
    ? ok(date)
    : refuse(`${quote(date)}という日はありません。`, '版の日付を確かめてください。');
};

export const removeVersion = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  if (!draft.row(document, roadmapVersions, id)) return missing('版');
  draft.remove(document, roadmapVersions, id);
  return ok(null);
};
