import { formatPartialDate } from '#shared/dates/format.ts';
import { isPartialDate } from '#shared/dates/types.ts';
import type { MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { choiceWords, fieldName } from '#shared/domain/record/collection.ts';
import type { Conflict, FieldSide, PassageSide } from '#shared/domain/record/conflict.ts';
import { sayingOf } from '#shared/domain/record/saying.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { clip } from '#shared/text/limits.ts';

/** What the list of a document is made of. */
export type ConflictRows = {
  readonly conflicts: readonly Conflict[];
  /** By collection and id. */
  readonly records: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
};

/** One side, in words. */
export type SideLine = {
  readonly words: string;
  /** 山田（8月24日 10:05） */
  readonly who: string;
  readonly isShown: boolean;
};

/** One thing on which two desks disagree. */
export type ConflictLine = {
  readonly conflict: Conflict;
  readonly id: string;
  /** 第1回支援（8/24）の場所 */
  readonly title: string;
  readonly sides: readonly SideLine[];
  /** What stands now where neither side stands as it was written. */
  readonly merged: string | undefined;
};

const EMPTY = '（空欄）';

export const conflictLines = (rows: ConflictRows): readonly ConflictLine[] =>
  rows.conflicts.map((conflict) => ({
    conflict,
    id: conflict.id,
    title: `${recordName(conflict, rows)}の${nameOfField(conflict)}`,
    sides: conflict.sides.map((side: FieldSide | PassageSide) => ({
      words: wordsOf(conflict, side),
      who: whoOf(side),
      isShown: side.isShown,
    })),
    merged: conflict.kind === 'passage' ? lineOf(conflict.merged) : undefined,
  }));

const meetingName = (meeting: MeetingRow, { rounds }: ConflictRows): string => {
  const round = rounds.find(({ id }) => id === meeting.round) ?? null;
  const date = dateOf(meeting);
  const when = date === '' ? '' : `（${formatPartialDate(date, 'short')}）`;
  return `${titleOf(meeting, round).title}${when}`;
};

const recordName = (conflict: Conflict, rows: ConflictRows): string => {
  const { collection, record } = conflict;
  const meeting = rows.meetings.find(({ id }) => id === record);
  if (collection === 'meetings' && meeting) return meetingName(meeting, rows);
  const row = rows.records.get(`${collection} ${record}`);
  const kind = collectionNamed(collection).what;
  const said = row === undefined ? '' : sayingOf(collectionNamed(collection), row);
  if (said === '') return kind;
  return collection === 'rounds' ? said : `${kind}「${said}」`;
};

const nameOfField = ({ collection, field }: Conflict): string =>
  field === 'deletedAt' ? '削除' : fieldName(collectionNamed(collection), field);

const wordsOf = (conflict: Conflict, side: FieldSide | PassageSide): string => {
  if ('text' in side) return lineOf(side.text);
  if (conflict.field === 'deletedAt') return deletionWords(conflict, side);
  if (side.value.kind === 'absent') {
    return conflict.kind === 'field' && conflict.member !== undefined ? '外す' : EMPTY;
  }
  return valueWords(conflict, side.value.value);
};

const deletionWords = (conflict: Conflict, { value }: FieldSide): string => {
  if (value.kind === 'set' && typeof value.value === 'string' && value.value !== '')
    return '削除する';
  const edited = conflict.kind === 'field' ? conflict.edited : [];
  const names = edited.map((field) => fieldName(collectionNamed(conflict.collection), field));
  return names.length > 0 ? `残す（${[...new Set(names)].join('・')}を変更）` : '残す';
};

/** What the writer of a side had before their eyes. */
export type SideSeen = {
  readonly value: unknown;
  readonly latest: { readonly author: string; readonly time: number } | undefined;
};

/** 見ていた内容：一班（ほかの人の編集は、佐藤の8月24日 10:05のものまで見ていました） */
export const seenWords = (conflict: Conflict, { value, latest }: SideSeen): string => {
  const what = `見ていた内容：${clip(seenValueWords(conflict, value), LONGEST_SEEN)}`;
  if (latest === undefined) return `${what}（ほかの人の編集は、まだ見ていませんでした）`;
  const name = latest.author === '' ? '名前の記録なし' : latest.author;
  return `${what}（ほかの人の編集は、${name}の${time.format(latest.time)}のものまで見ていました）`;
};

/** A long text is recognised by its beginning. */
const LONGEST_SEEN = 60;

const seenValueWords = (conflict: Conflict, value: unknown): string => {
  if (value === undefined) return 'この記録はまだありませんでした';
  if (conflict.kind === 'passage') return lineOf(conflict.base);
  if (conflict.field === 'deletedAt') return value === true ? '削除されていました' : '削除前の記録';
  if (!Array.isArray(value)) return valueWords(conflict, value);
  return value.length === 0 ? EMPTY : value.map(memberWords).join('、');
};

const valueWords = ({ collection, field }: Conflict, value: unknown): string => {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'number') return value.toLocaleString('ja-JP');
  if (typeof value === 'string') {
    const named = choiceWords(collectionNamed(collection), field, value);
    return named === value && isPartialDate(value) ? formatPartialDate(value) : lineOf(named);
  }
  return memberWords(value);
};

/** A member of a set keeps its name beside its id. */
const memberWords = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '別の内容';

const lineOf = (text: string): string => (text.trim() === '' ? EMPTY : text.trim());

const time = new Intl.DateTimeFormat('ja-JP', {
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

const whoOf = ({ author, time: at, via }: FieldSide | PassageSide): string => {
  const name = author === '' ? '名前の記録なし' : author;
  return `${name}${via ? 'を経由' : ''}（${time.format(at)}）`;
};
