import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import { type FiscalYear, isFiscalYear, isMonth, type Month, month } from '#shared/dates/types.ts';
import { caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import {
  type LaneFollows,
  laneGroups,
  lanes,
  ROADMAP_ID,
  type RoadmapRow,
  roadmaps,
} from '#shared/domain/roadmap/collections.ts';
import type { GroupId, LaneId } from '#shared/domain/roadmap/model.ts';
import {
  defaultPeriod,
  PERIOD_YEARS_LIMIT,
  type Period,
  readPeriod,
  yearsIn,
} from '#shared/domain/roadmap/period.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { idOfWords } from './ids.ts';
import { checkEdge, checkFields, checkNote, checkOptionalName } from './values.ts';

export type BeginValues = {
  readonly title?: string;
  /** `YYYY-MM`; five fiscal years from the case's own unless given. */
  readonly firstMonth?: string;
  readonly lastMonth?: string;
  readonly groups: readonly {
    readonly name: string;
    readonly lanes: readonly { readonly name: string; readonly follows?: LaneFollows }[];
  }[];
};

/** The ids of a begun roadmap, in the order of the values. */
export type Begun = {
  readonly groups: readonly { readonly id: GroupId; readonly lanes: readonly LaneId[] }[];
};

/**
 * Begins a roadmap with its groups and lanes. Refused where groups stand already. Groups and lanes get
 * ids of their names, so that two devices that begin the same one do not end with everything twice.
 * @param document the case's document
 */
export const beginRoadmap = (
  draft: Draft,
  document: DocumentId,
  { title = '', firstMonth, lastMonth, groups }: BeginValues,
): Result<Begun> => {
  if (draft.rows(document, laneGroups).length > 0) return fail(begun());
  const name = checkOptionalName(title, 'ロードマップの名前');
  if (!name.ok) return name;
  const usual = defaultPeriod(yearOf(draft, document));
  const period = checkPeriod(firstMonth ?? usual.firstMonth, lastMonth ?? usual.lastMonth);
  if (!period.ok) return period;
  draft.create(document, roadmaps, { title: name.value, ...period.value }, ROADMAP_ID);
  const made: Begun['groups'][number][] = [];
  for (const [index, group] of groups.entries()) {
    const checked = checkName(group.name, '分野の名前');
    if (!checked.ok) return checked;
    const words = `${index} ${checked.value}`;
    const id = idOfWords<GroupId>(words);
    draft.create(document, laneGroups, { name: checked.value }, id);
    const laneIds: LaneId[] = [];
    for (const [at, { name: lane, follows = 'nothing' }] of group.lanes.entries()) {
      const named = checkName(lane, '取組みの名前');
      if (!named.ok) return named;
      const laneId = idOfWords<LaneId>(`${words}\n${at} ${named.value}`);
      laneIds.push(laneId);
      draft.create(document, lanes, { group: id, name: named.value, follows }, laneId);
    }
    made.push({ id, lanes: laneIds });
  }
  return ok({ groups: made });
};

const begun = () => ({
  code: 'taken' as const,
  happened: 'ロードマップはすでにはじまっています。',
  safe: 'いまあるロードマップはそのままです。',
  todo: '分野や取組みは、図の左の列から追加できます。',
});

export type RoadmapPatch = {
  readonly title?: string;
  readonly caption?: string;
  readonly firstMonth?: string;
  readonly lastMonth?: string;
  readonly provisional?: boolean;
  readonly foldedYears?: readonly FiscalYear[];
};

/** Changes what holds for the roadmap as a whole. What then lies outside its period stays recorded. */
export const setRoadmap = (
  draft: Draft,
  document: DocumentId,
  patch: RoadmapPatch,
): Result<null> => {
  const { foldedYears, ...values } = patch;
  const checked = checkFields(values, {
    title: (text) => checkOptionalName(text, 'ロードマップの名前'),
    caption: (text) => checkNote(text, '添え書き'),
  });
  if (!checked.ok) return checked;
  if (values.firstMonth !== undefined || values.lastMonth !== undefined) {
    const before = periodOf(draft, document);
    const period = checkPeriod(
      values.firstMonth ?? before.firstMonth,
      values.lastMonth ?? before.lastMonth,
    );
    if (!period.ok) return period;
  }
  write(draft, document, checked.value);
  if (foldedYears) setFolded(draft, document, foldedYears);
  return ok(null);
};

/** Folds a fiscal year into one column, or opens it again. */
export const foldYear = (
  draft: Draft,
  document: DocumentId,
  year: FiscalYear,
  isFolded: boolean,
): Result<null> => {
  const others = foldedOf(draft.row(document, roadmaps, ROADMAP_ID)).filter(
    (each) => each !== year,
  );
  write(draft, document, {});
  setFolded(draft, document, isFolded ? [...others, year] : others);
  return ok(null);
};

const foldedOf = (row: RoadmapRow | undefined): readonly FiscalYear[] =>
  (row?.foldedYears ?? []).map(({ id }) => Number(id)).filter(isFiscalYear);

/** Folds these fiscal years and no others. */
export const setFolded = (
  draft: Draft,
  document: DocumentId,
  years: readonly FiscalYear[],
): void => {
  const members = [...new Set(years)]
    .sort((a, b) => a - b)
    .map((year) => ({ id: String(year), name: formatFiscalYear(year) }));
  draft.setMembers(document, roadmaps, ROADMAP_ID, 'foldedYears', members);
};

/** Writes to the one record, which is made where there is none. */
const write = (
  draft: Draft,
  document: DocumentId,
  values: Omit<RoadmapPatch, 'foldedYears'>,
): void => {
  if (draft.row(document, roadmaps, ROADMAP_ID)) {
    draft.set(document, roadmaps, ROADMAP_ID, values);
  } else draft.create(document, roadmaps, values, ROADMAP_ID);
};

const checkPeriod = (first: string, last: string): Result<Period> => {
  for (const [text, what] of [
    [first, '最初の月'],
    [last, '最後の月'],
  ] as const) {
    const edge = checkEdge(text, what);
    if (!edge.ok) return edge;
  }
  if (!isMonth(first) || !isMonth(last)) {
    return refuse('期間が読み取れません。', '最初と最後の月を入力してください。');
  }
  if (last < first) {
    return refuse('最後の月が最初の月より前です。', '最後の月を最初の月以後にしてください。');
  }
  const period = { firstMonth: first, lastMonth: last };
  return yearsIn(period) <= PERIOD_YEARS_LIMIT ? ok(period) : tooLong();
};

const tooLong = (): Result<never> =>
  refuse(
    `ロードマップに表せるのは${PERIOD_YEARS_LIMIT}年度分までです。`,
    '月を確かめるか、ロードマップの期間をずらしてください。',
  );

/** The months that a roadmap shows: stored ones, or the usual. */
export const periodOf = (draft: Draft, document: DocumentId): Period => {
  const row = draft.row(document, roadmaps, ROADMAP_ID);
  return readPeriod(row?.firstMonth ?? '', row?.lastMonth ?? '', yearOf(draft, document));
};

/** The case's fiscal year, or null while it is not known. */
export const yearOf = (draft: Draft, document: DocumentId): FiscalYear | null => {
  const year = draft.row(document, cases, caseOf(document) ?? '')?.fiscalYear ?? 0;
  return isFiscalYear(year) ? year : null;
};

/**
 * Lets the period reach to months that lie outside it: backward to the month, forward to the end of
 * its fiscal year. Refused beyond the most that a roadmap shows. A command calls it once.
 */
export const growPeriod = (
  draft: Draft,
  document: DocumentId,
  months: readonly Month[],
): Result<null> => {
  const before = periodOf(draft, document);
  const after = reach(before, months);
  if (!after.ok) return after;
  if (after.value !== before) write(draft, document, after.value);
  return ok(null);
};

/** The period that holds these months too; the same object where it does already. */
export const reach = (period: Period, months: readonly Month[]): Result<Period> => {
  const sorted = [...months].sort();
  const [earliest, latest] = [sorted[0], sorted.at(-1)];
  if (earliest === undefined || latest === undefined) return ok(period);
  if (period.firstMonth <= earliest && period.lastMonth >= latest) return ok(period);
  const grown = {
    firstMonth: period.firstMonth <= earliest ? period.firstMonth : earliest,
    lastMonth: period.lastMonth >= latest ? period.lastMonth : yearEnd(latest),
  };
  return yearsIn(grown) <= PERIOD_YEARS_LIMIT ? ok(grown) : tooLong();
};

const yearEnd = (at: Month): Month => month(`${fiscalYearOf(at) + 1}-03`);
