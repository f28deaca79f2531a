import { formatPartialDate } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { type Day, type FiscalYear, isDay } from '#shared/dates/types.ts';
import {
  type ChangeSentence,
  changeSentences,
} from '#shared/domain/roadmap/changes/change-words.ts';
import type { RoadmapVersionRow } from '#shared/domain/roadmap/collections.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';

/** The roadmap as it stands now, among versions. */
export const NOW = 'now';
/** A version by its id, or the roadmap as it stands now. */
export type VersionKey = string;

/** A roadmap with the name that staff know it by. */
export type NamedRoadmap = {
  readonly key: VersionKey;
  /** いま, 第2回支援前 … */
  readonly name: string;
  readonly roadmap: Roadmap;
};

/** Versions by the days that staff gave them; those of one day as they were named. */
export const inOrder = (rows: readonly RoadmapVersionRow[]): readonly RoadmapVersionRow[] =>
  rows
    .filter((row) => row.deletedAt === '')
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.order, b.order));

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export type Comparison = {
  readonly before: NamedRoadmap;
  readonly after: NamedRoadmap;
  /** 「第2回支援前」からの変更, 「第1回」から「第2回」への変更. */
  readonly title: string;
  readonly sentences: readonly ChangeSentence[];
};

/** What changed between two, told from the earlier one to the later one; now is later than all. */
export const comparisonOf = (
  list: readonly RoadmapVersionRow[],
  one: NamedRoadmap,
  other: NamedRoadmap,
): Comparison => {
  const place = ({ key }: NamedRoadmap): number => {
    const at = list.findIndex(({ id }) => id === key);
    return at < 0 ? list.length : at;
  };
  const [before, after] = place(one) <= place(other) ? [one, other] : [other, one];
  return {
    before,
    after,
    title:
      after.key === NOW
        ? `${quote(before.name)}からの変更`
        : `${quote(before.name)}から${quote(after.name)}への変更`,
    sentences: changeSentences(before.roadmap, after.roadmap),
  };
};

/** A version's date as lists show it. */
export const versionDate = ({ date }: Pick<RoadmapVersionRow, 'date'>): string =>
  isDay(date) ? formatPartialDate(date, 'dotted') : '';

/** Reads the day of a version; a month alone says too little. */
export const parseVersionDate = (text: string, fiscalYear: FiscalYear | null): Result<Day> => {
  const read = parsePartialDate(text, fiscalYear === null ? {} : { fiscalYear });
  if (!read.ok) return read;
  const { date } = read.value;
  if (isDay(date)) return ok(date);
  return text.trim() === ''
    ? refuse('日付が入っていません。', '「R4.12.1」のように入力してください。')
    : refuse(`${quote(text)}には日がありません。`, '「R4.12.1」のように日まで入力してください。');
};
