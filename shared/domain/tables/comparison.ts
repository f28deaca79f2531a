import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { wordsOfField } from '../meeting/table-fields.ts';
import { roundNumberOf } from '../meeting/typed-values.ts';
import { compareOrder, groupBy, isLive } from '../record/row-values.ts';
import { type Entry, entriesOf, type TableRows, yearOf } from './entries.ts';
import { type TableOptions, widthsFor } from './options.ts';
import { participantsOf } from './participants.ts';
import { columnName, shownFields } from './shown-fields.ts';
import { sourcesOf } from './sources.ts';
import { type BareTable, cell, type TableCell, textCell } from './table.ts';
import {
  captionWords,
  dateWords,
  fiscalYearWords,
  halfOfDay,
  markWords,
  partWords,
  roundWords,
  stateWords,
  unknownDateWords,
} from './words.ts';

/** Parts of a round stand side by side in one cell, apart by this. */
const PART_SEPARATOR = '／';
const ITEM_SEPARATOR = '・';
const HEADING_WIDTH = 10;

/** The rounds that the table compares, by number; those of unknown number last. */
export const comparedRounds = (rounds: readonly RoundRow[]): readonly RoundRow[] =>
  rounds
    .filter(isLive)
    .toSorted(
      (a, b) =>
        (roundNumberOf(a) ?? Number.POSITIVE_INFINITY) -
          (roundNumberOf(b) ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1),
    );

/** 「1〜3回目支援」: the rounds side by side, the parts of each together in one cell. */
export const comparisonTable = (
  rows: TableRows,
  options: TableOptions,
): BareTable<'comparison'> => {
  const hidden = new Set(options.hiddenRounds);
  const rounds = comparedRounds(rows.rounds).filter(({ id }) => !hidden.has(id));
  const year = yearOf(rows);
  const entries = entriesOf(rows, { ...options, hiddenKinds: [] });
  const shown = shownFields('comparison', options);
  const columns = rounds.map((round) => columnOf(round, entries, rows, options));
  const labels = ['', ...rounds.map(roundWords)];
  const share = rounds.length === 0 ? 0 : (100 - HEADING_WIDTH) / rounds.length;
  const widths = widthsFor(options, [HEADING_WIDTH, ...rounds.map(() => share)]);
  const line = (label: string, pick: (column: Column) => TableCell): readonly TableCell[] => [
    cell(label),
    ...columns.map(pick),
  ];
  return {
    id: 'comparison',
    caption: captionWords(rows, comparisonName(rounds), fiscalYearWords(year, options.dates)),
    columns: labels.map((label, index) => ({
      id: index === 0 ? 'heading' : (rounds[index - 1]?.id ?? ''),
      label,
      width: widths[index] ?? 0,
      ...(index === 0 && { isHeading: true }),
    })),
    header: [labels.map((label) => (label === '' ? cell() : cell(label)))],
    body:
      rounds.length === 0
        ? []
        : [
            line('日時', ({ when }) => when),
            line('参加者', ({ who }) => who),
            line('内容', ({ what }) => what),
            ...shown.map((field, index) =>
              line(columnName(field), ({ more }) => more[index] ?? cell()),
            ),
            line('支援のまとめ', ({ summary }) => summary),
          ],
    notes: [],
    sources: options.sources
      ? sourcesOf(
          entries.filter(({ round }) => rounds.some(({ id }) => id === round?.id)),
          rounds.map(({ source }) => source),
        )
      : [],
    remarks: [],
  };
};

/** 1〜3回目支援; 1・3回目支援 where one between is left out. */
export const comparisonName = (rounds: readonly RoundRow[]): string => {
  const numbers = rounds.flatMap((round) => roundNumberOf(round) ?? []);
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '回ごとの支援';
  if (first === last) return `${first}回目支援`;
  const isRow = numbers.every((number, index) => number === first + index);
  return isRow && numbers.length > 1
    ? `${first}〜${last}回目支援`
    : `${[...new Set(numbers)].join('・')}回目支援`;
};

type Column = {
  readonly when: TableCell;
  readonly who: TableCell;
  readonly what: TableCell;
  /** What shown fields say, in their order. */
  readonly more: readonly TableCell[];
  readonly summary: TableCell;
};

const columnOf = (
  round: RoundRow,
  all: readonly Entry[],
  rows: TableRows,
  options: TableOptions,
): Column => {
  const entries = all.filter((entry) => entry.round?.id === round.id);
  const parts = entries.flatMap(({ meetings }) => meetings);
  const items = groupBy(rows.programmeItems.filter(isLive), ({ meeting }) => meeting);
  const programmeOf = ({ id }: MeetingRow): string => {
    const titles = (items.get(id) ?? [])
      .toSorted(compareOrder)
      .map(({ title }) => title.trim())
      .filter(Boolean);
    if (!options.bullets) return titles.join(ITEM_SEPARATOR);
    return titles.map((title) => `${ITEM_SEPARATOR}${title}`).join('\n');
  };
  const each = (wordsOf: (part: MeetingRow) => string): TableCell =>
    textCell(perPart(parts, wordsOf, options));
  return {
    when: textCell(whenWords(entries, rows, options)),
    who: each((part) => participantsOf(part, rows, options)),
    what: each(programmeOf),
    more: shownFields('comparison', options).map((field) =>
      each((part) => wordsOfField(field, part).trim()),
    ),
    summary:
      round.summary.trim() === ''
        ? each((part) => part.summary.trim())
        : textCell(round.summary.trim()),
  };
};

/** What each part says, under its name; once where all that say something say the same. */
const perPart = (
  parts: readonly MeetingRow[],
  wordsOf: (part: MeetingRow) => string,
  { parts: hasParts, bullets: hasBullets }: TableOptions,
): string => {
  const said = parts
    .map((part) => ({
      label: hasParts ? partWords(part.partLabel) : '',
      words: wordsOf(part),
    }))
    .filter(({ words }) => words !== '');
  const [first] = said;
  if (first === undefined) return '';
  if (parts.length === 1) return first.words;
  if (said.length > 1 && said.every(({ words }) => words === first.words)) return first.words;
  const headed = ({ label, words }: (typeof said)[number]): string => {
    if (label === '') return words;
    return hasBullets ? `【${label}】\n${words}` : `${label}:${words}`;
  };
  return said.map(headed).join(hasBullets ? '\n' : PART_SEPARATOR);
};

/** 8月24日(水)午後: the half of the day only where all parts lie in it. */
const whenWords = (entries: readonly Entry[], rows: TableRows, options: TableOptions): string => {
  const year = yearOf(rows);
  const days = entries.map((entry) => {
    const halves = new Set(entry.meetings.map(halfOfDay));
    const half = halves.size === 1 ? ([...halves][0] ?? '') : '';
    const labels = options.parts
      ? entry.meetings.map(({ partLabel }) => partWords(partLabel)).filter(Boolean)
      : [];
    const date =
      dateWords(entry.date, options.dates, year, entry.endDate) || unknownDateWords(entry.state);
    const mark = markWords(entry, rows, options);
    const words = `${date}${entry.date === '' ? '' : half}${mark}${stateWords(entry, options)}`;
    return entry.isPartly && labels.length > 0 ? `${labels.join(ITEM_SEPARATOR)}:${words}` : words;
  });
  return days.join(PART_SEPARATOR);
};
