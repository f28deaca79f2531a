import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { isInCharge } from '#shared/domain/case/assignment.ts';
import { PROGRAMME_NAMES, type Programme } from '#shared/domain/case/case.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { lastContact, nextPlanned } from '#shared/domain/digest/on-day.ts';
import { formatStage, type Stage, stageRank } from '#shared/domain/ladder/stage.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fold } from '#shared/text/fold.ts';
import { type ListRows, themeNames } from './queries.ts';

/** One case as a line of the table. */
export type CaseLine = {
  readonly id: CaseId;
  readonly name: string;
  readonly code: string;
  readonly programme: Programme;
  readonly programmeName: string;
  readonly theme: string;
  readonly stage: Stage;
  readonly stageText: string;
  readonly isEnded: boolean;
  readonly next: {
    readonly date: string;
    readonly dateText: string;
    readonly title: string;
  } | null;
  /** Nothing is planned although the year runs and the support is not over. */
  readonly lacksNext: boolean;
  readonly contact: Contact | null;
  /** Everything that the filter searches, folded. */
  readonly searched: string;
};

export type Contact = {
  /** Days until today. */
  readonly days: number;
  /** Only the month is known: so many days or more. */
  readonly approximate: boolean;
  readonly dateText: string;
  /** So long ago that somebody should call; only in the year that runs. */
  readonly isLong: boolean;
};

/** More days without contact than this are pointed out. */
export const LONG_WITHOUT_CONTACT = 30;

export const buildCaseLines = (rows: ListRows, today: Day): readonly CaseLine[] => {
  const names = themeNames(rows.themes);
  return rows.cases.map((digest) => lineOf(digest, names, today));
};

const lineOf = (digest: CaseDigest, names: ReadonlyMap<string, string>, today: Day): CaseLine => {
  const { case: row, stage } = digest;
  const themes = row.themes.map((theme) => names.get(theme.id) ?? theme.name);
  const theme = themes.join('・') || row.themeText;
  const isEnded = row.endedOn !== '';
  const stageText = isEnded ? '終了' : formatStage(stage);
  const isThisYear = row.fiscalYear === fiscalYearOf(today);
  const next = nextOf(digest, today);
  return {
    id: row.id,
    name: row.municipalityName || '（市町村名なし）',
    code: row.municipalityCode,
    programme: row.programme,
    programmeName: row.programmeName,
    theme,
    stage,
    stageText,
    isEnded,
    next,
    lacksNext: next === null && isThisYear && !isEnded && stage.kind !== 'closing',
    contact: contactOf(digest, today, isThisYear),
    searched: fold(
      [
        row.municipalityName,
        row.municipalityCode,
        theme,
        row.themeText,
        PROGRAMME_NAMES[row.programme],
        row.programmeName,
        stageText,
        row.section,
        ...digest.assignments.filter((each) => isInCharge(each, today)).map(({ name }) => name),
      ].join(' '),
    ),
  };
};

const nextOf = (digest: CaseDigest, today: Day): CaseLine['next'] => {
  const next = nextPlanned(digest, today);
  if (next === null) return null;
  const { date, shortTitle } = next;
  return { date, dateText: formatPartialDate(date, 'short'), title: shortTitle };
};

const contactOf = (digest: CaseDigest, today: Day, isThisYear: boolean): Contact | null => {
  const last = lastContact(digest, today);
  if (last === null) return null;
  const { days, approximate, meeting } = last;
  return {
    days,
    approximate,
    dateText: formatPartialDate(meeting.date, isThisYear ? 'short' : 'dotted'),
    isLong: isThisYear && digest.case.endedOn === '' && days > LONG_WITHOUT_CONTACT,
  };
};

export type ProgrammeFilter = Programme | 'all';

export const filterCaseLines = (
  lines: readonly CaseLine[],
  text: string,
  programme: ProgrammeFilter,
): readonly CaseLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(
    (line) =>
      (programme === 'all' || line.programme === programme) &&
      words.every((word) => line.searched.includes(word)),
  );
};

export const CASE_COLUMNS = [
  'municipality',
  'theme',
  'programme',
  'stage',
  'next',
  'contact',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

export type CaseSort = {
  readonly column: CaseColumn;
  readonly direction: 'ascending' | 'descending';
};

/** What a column sorts by; null stands last in both directions. */
const sortKeyOf = (line: CaseLine, column: CaseColumn): string | number | null => {
  switch (column) {
    case 'municipality':
      return line.code || line.name;
    case 'theme':
      return line.theme === '' ? null : fold(line.theme);
    case 'programme':
      return `${['national', 'prefectural', 'other'].indexOf(line.programme)} ${line.programmeName}`;
    case 'stage':
      return line.isEnded ? Number.POSITIVE_INFINITY : stageRank(line.stage);
    case 'next':
      return line.next?.date ?? null;
    case 'contact':
      return line.contact?.days ?? null;
    default:
      return column satisfies never;
  }
};

/** Equal lines stand in the order of their codes (全国地方公共団体コード), as staff list municipalities. */
export const sortCaseLines = (
  lines: readonly CaseLine[],
  { column, direction }: CaseSort,
): readonly CaseLine[] => {
  const sign = direction === 'ascending' ? 1 : -1;
  return lines.toSorted((a, b) => {
    const [keyA, keyB] = [sortKeyOf(a, column), sortKeyOf(b, column)];
    if (keyA !== keyB) {
      if (keyA === null) return 1;
      if (keyB === null) return -1;
      return keyA < keyB ? -sign : sign;
    }
    return a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1;
  });
};
