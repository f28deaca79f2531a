import { addDays, dayOfEpoch } from '#shared/dates/calendar.ts';
import { formatDay } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import type { FieldChange, HistoryEntry, RecordChange } from '#shared/domain/history/entry.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { fold } from '#shared/text/fold.ts';
import { clip } from '#shared/text/limits.ts';

/** One edit as the list shows it. */
export type EntryLine = {
  readonly id: string;
  readonly entry: HistoryEntry;
  /** What of it is asked for: of one record, what it did to that one. */
  readonly records: readonly RecordChange[];
  readonly day: Day;
  /** 10:05, or 10:05–10:15 */
  readonly time: string;
  readonly title: string;
  readonly author: string;
  /** このパソコン, ほかのパソコン（3f2a）; '' where all was written on one. */
  readonly device: string;
  /** What changed, a few lines of it. */
  readonly summary: readonly string[];
};

export type DayGroup = {
  readonly id: string;
  /** 令和8年11月27日(金) */
  readonly day: string;
  readonly lines: readonly EntryLine[];
};

export const ALL = 'all';
export const PERIODS = {
  all: 'すべての期間',
  day: '今日',
  week: '7日以内',
  month: '30日以内',
  year: '1年以内',
} as const;
export type Period = keyof typeof PERIODS;

export type HistoryFilter = {
  /** An author's id and name, or `ALL`. */
  readonly who: string;
  /** What kinds of records are called, or `ALL`. */
  readonly what: string;
  readonly period: Period;
  readonly text: string;
};

export const NO_FILTER: HistoryFilter = { who: ALL, what: ALL, period: 'all', text: '' };

/** Days and hours are those of this PC's clock, as everywhere on the screen. */
const dayOf = (time: number): Day => dayOfEpoch(time, -new Date(time).getTimezoneOffset());

const clock = new Intl.DateTimeFormat('ja-JP', {
  hour: 'numeric',
  minute: '2-digit',
});

const timeOf = ({ from, to }: HistoryEntry): string => {
  const [begun, ended] = [clock.format(from), clock.format(to)];
  return begun === ended ? begun : `${begun}–${ended}`;
};

/** 11月27日 10:05 */
const moment = new Intl.DateTimeFormat('ja-JP', {
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** When an edit was over, as a title and the name of a command have it. */
export const momentWords = ({ to }: HistoryEntry): string => moment.format(to);

const NOBODY = '名前の記録なし';

const authorOf = ({ author, kind, isErased }: HistoryEntry): string => {
  if (isErased) return '消去済み';
  return kind === 'taken-in' ? `${author.name || NOBODY}を経由` : author.name || NOBODY;
};

const titleOf = ({ kind, label, isErased }: HistoryEntry): string => {
  if (isErased) return '消去済み';
  switch (kind) {
    case 'taken-in':
      return 'ほかのパソコンの記録を取り込み';
    case 'whole':
      return '全体の控えから';
    case 'edit':
      return label === '' ? '記録の入力' : label;
  }
};

/** 第1回支援, 課題・気づき「交通手段」 */
export const recordWords = ({ collection, name }: RecordChange): string => {
  const { what } = collectionNamed(collection);
  if (name === '') return what;
  return collection === 'meetings' || collection === 'rounds' || collection === 'cases'
    ? name
    : `${what}「${name}」`;
};

export const FATE_WORDS = {
  made: '追加',
  binned: '削除',
  'taken-back': 'ごみ箱から戻す',
  emptied: 'ごみ箱から消す',
  changed: '変更',
} as const satisfies Readonly<Record<RecordChange['fate'], string>>;

export const EMPTY = '（空欄）';
const SHOWN_WORDS = 40;

const short = (words: string): string =>
  words.trim() === '' ? EMPTY : clip(words.replaceAll(/\s+/g, ' ').trim(), SHOWN_WORDS);

/** Whether a field holds prose, of which before and after are laid over each other. */
export const isProse = ({ collection }: RecordChange, { field }: FieldChange): boolean => {
  const kind = collectionNamed(collection).fields[field]?.kind;
  return kind === 'text' || kind === 'note' || kind === 'paragraph';
};

export const changedField = ({ collection }: RecordChange, { field }: FieldChange): string =>
  fieldName(collectionNamed(collection), field);

const fieldLine = (change: RecordChange, field: FieldChange): string => {
  const name = `${recordWords(change)}の${changedField(change, field)}`;
  if (field.isErased) return `${name}：消去済み`;
  if (field.before.words === field.after.words) return `${name}の書式`;
  if (isProse(change, field)) {
    return field.before.words.trim() === ''
      ? `${name}：${short(field.after.words)}`
      : `${name}を書きかえ`;
  }
  return `${name}：${short(field.before.words)} → ${short(field.after.words)}`;
};

const summaryOf = (records: readonly RecordChange[]): readonly string[] =>
  records.flatMap((change) => {
    const { fate, fields, parentName } = change;
    const of = parentName === '' ? '' : `（${parentName}）`;
    if (fate !== 'changed') return [`${recordWords(change)}${of}を${FATE_WORDS[fate]}`];
    if (fields.length === 0) return [`${recordWords(change)}${of}の順番や表示`];
    return fields.map((field) => `${fieldLine(change, field)}${of}`);
  });

const hasSeveral = (entries: readonly HistoryEntry[]): boolean =>
  entries.some(({ device }) => device !== entries[0]?.device);

/**
 * Edits as the list shows them, the latest first.
 * @param record of this record and what belongs to it alone
 */
export const entryLines = (
  entries: readonly HistoryEntry[],
  own: DeviceId,
  record: string | undefined,
): readonly EntryLine[] => {
  const showsDevice = hasSeveral(entries);
  const deviceOf = ({ device }: HistoryEntry): string => {
    if (!showsDevice) return '';
    return device === own ? 'このパソコン' : `ほかのパソコン（${device.slice(0, 4)}）`;
  };
  return entries.toReversed().flatMap((entry): readonly EntryLine[] => {
    const records =
      record === undefined
        ? entry.records
        : entry.records.filter((each) => each.record === record || each.parent === record);
    if (records.length === 0) return [];
    return [
      {
        id: entry.id,
        entry,
        records,
        day: dayOf(entry.from),
        time: timeOf(entry),
        title: titleOf(entry),
        author: authorOf(entry),
        device: deviceOf(entry),
        summary: entry.isErased ? [] : summaryOf(records),
      },
    ];
  });
};

const searched = new WeakMap<HistoryEntry, string>();

const searchedOf = ({ entry, title, author }: EntryLine): string => {
  const known = searched.get(entry);
  if (known !== undefined) return known;
  const said = entry.records.flatMap((change) => [
    recordWords(change),
    change.parentName,
    ...change.fields.flatMap((field) => [
      changedField(change, field),
      field.before.words,
      field.after.words,
    ]),
  ]);
  const words = fold([title, author, ...said].join('\n'));
  searched.set(entry, words);
  return words;
};

const DAYS: Readonly<Record<Exclude<Period, 'all'>, number>> = {
  day: 0,
  week: 6,
  month: 29,
  year: 364,
};

export const filterLines = (
  lines: readonly EntryLine[],
  filter: HistoryFilter,
  today: Day,
): readonly EntryLine[] => {
  const words = fold(filter.text).split(' ').filter(Boolean);
  const from = filter.period === 'all' ? null : addDays(today, -DAYS[filter.period]);
  return lines.filter((line) => {
    if (filter.who !== ALL && line.author !== filter.who) return false;
    if (filter.what !== ALL && !line.records.some((each) => whatOf(each) === filter.what))
      return false;
    if (from !== null && line.day < from) return false;
    return words.length === 0 || words.every((word) => searchedOf(line).includes(word));
  });
};

const whatOf = ({ collection }: RecordChange): string => collectionNamed(collection).what;

type Choice = { readonly id: string; readonly label: string };

const choicesOf = (all: string, words: readonly string[]): readonly Choice[] => [
  { id: ALL, label: all },
  ...[...new Set(words)].map((label) => ({ id: label, label })),
];

export const authorChoices = (lines: readonly EntryLine[]): readonly Choice[] =>
  choicesOf(
    'だれでも',
    lines.map(({ author }) => author),
  );

export const whatChoices = (lines: readonly EntryLine[]): readonly Choice[] =>
  choicesOf(
    'すべての種類',
    lines.flatMap(({ records }) => records.map(whatOf)),
  );

export const PERIOD_CHOICES: readonly { readonly id: Period; readonly label: string }[] =
  Object.entries(PERIODS).map(([id, label]) => ({ id: id as Period, label }));

/** Lines by the day on which they began, in their order. */
export const dayGroups = (lines: readonly EntryLine[]): readonly DayGroup[] => {
  const runs: { readonly day: Day; readonly lines: EntryLine[] }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.day === line.day) last.lines.push(line);
    else runs.push({ day: line.day, lines: [line] });
  }
  // A clock that was wrong may bring a day twice.
  return runs.map(({ day, lines: own }) => ({
    id: `${day} ${own[0]?.id}`,
    day: formatDay(day),
    lines: own,
  }));
};

/** What the record of an address is called, as its latest edit has it; '' while nobody knows. */
export const nameOfRecord = (entries: readonly HistoryEntry[], record: string): string => {
  const changes = entries.flatMap(({ records }) => records);
  const own = changes.findLast((change) => change.record === record);
  if (own !== undefined) return recordWords(own);
  return changes.findLast(({ parent }) => parent === record)?.parentName ?? '';
};
