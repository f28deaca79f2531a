import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import { fiscalYear } from '../../dates/types.ts';
import { cases as caseCollection, ENTRY_NAMES } from '../case/case.ts';
import { inTime } from '../ladder/timeline.ts';
import { isUnfinished } from '../meeting/action.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { dateOf } from '../meeting/typed-values.ts';
import type { KnowHowRow } from '../office/know-how.ts';
import { fieldName } from '../record/collection.ts';
import { compareOrder } from '../record/row-values.ts';
import { beforeWords, comingYear, yearOfBook } from './coming-year.ts';
import { attendeeLines, supporterLines } from './draft-people.ts';
import { cautions, decisions } from './draft-told.ts';
import {
  actionWords,
  caseWords,
  firstLine,
  groupName,
  labelled,
  linesOf,
  meetingsIn,
  meetingTitle,
  meetingWords,
  nameBefore,
  openActions,
  placeWords,
  stageWords,
} from './draft-words.ts';
import { GLOSSARY, wordsIn } from './glossary.ts';
import { groupOf } from './groups.ts';
import { rowsOf } from './lookup.ts';
import { type BookKind, type BookRows, isPromise } from './rows.ts';

/** A section of a 引継書, and how it is drafted from records; `before` is what the sections before it say. */
export type Section = {
  readonly id: string;
  readonly name: string;
  readonly draft: (rows: BookRows, before: string) => string;
};

/** Where a case stands, in ten lines at most. */
const state = (rows: BookRows): string => {
  const [row] = rows.cases;
  if (row === undefined) return '';
  const { document } = row;
  const [held, planned] = [
    meetingsIn(rows, document, 'held'),
    meetingsIn(rows, document, 'planned'),
  ];
  const next = planned.map((meeting) => meetingWords(rows, meeting)).join('、');
  const last = held.at(-1);
  return linesOf(
    [caseWords(row), labelled('担当', row.section)].filter(Boolean).join('　'),
    labelled('テーマ', row.themeText || row.themes.map(({ name }) => name).join('、')),
    labelled('きっかけ', row.entry === 'unknown' ? '' : begun(row)),
    ...(['situation', 'issues', 'vision', 'reception'] as const).map((field) =>
      labelled(fieldName(caseCollection, field), firstLine(row[field])),
    ),
    `段階：${stageWords(rows, document)}${row.endedOn === '' ? '' : '（終了した案件）'}`,
    last === undefined
      ? 'これまで：実施した会合はありません'
      : `これまで：会合 ${held.length}回。最後は ${meetingWords(rows, last)}`,
    `これから：${next === '' ? '予定された会合はありません' : next}。対応事項 ${openActions(rows, () => true).length}件`,
  );
};

const begun = (row: BookRows['cases'][number]): string =>
  [ENTRY_NAMES[row.entry], firstLine(row.entryReason)].filter(Boolean).join('。');

/** April first. */
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

const monthOfMeeting = (meeting: MeetingRow): number => Number(dateOf(meeting).slice(5, 7));

/** What is said of the meetings of a month; in a 引継書 of the office case by case. */
const monthWords = (
  kind: BookKind,
  rows: BookRows,
  month: number,
  meetings: readonly MeetingRow[],
  words: (meetings: readonly MeetingRow[]) => string,
): string => {
  if (meetings.length === 0) return '';
  if (kind === 'case') return `${month}月　${words(meetings)}`;
  const lines = rows.cases.map((row) => {
    const own = rowsOf(meetings, row.document);
    return own.length === 0 ? '' : `${groupName(rows, row)}　${words(own)}`;
  });
  return groupOf(`${month}月`, lines);
};

/** What comes when, as it came in the year of these cases. */
const calendar =
  (kind: BookKind) =>
  (rows: BookRows): string => {
    const dated = inTime(
      rows.meetings.filter((row) => dateOf(row) !== '' && row.state !== 'cancelled'),
    );
    const words = (meetings: readonly MeetingRow[]): string =>
      meetings
        .map((row) => `${meetingTitle(rows, row)}（${formatPartialDate(dateOf(row), 'dotted')}）`)
        .join('、');
    return linesOf(
      ...MONTHS.map((month) => {
        const own = dated.filter((meeting) => monthOfMeeting(meeting) === month);
        return monthWords(kind, rows, month, own, words);
      }),
    );
  };

/** What may come when in the year that follows: a guess, and called one. */
const coming =
  (kind: BookKind) =>
  (rows: BookRows): string => {
    const year = yearOfBook(rows);
    const months = year === null ? [] : comingYear(rows.meetings, year);
    if (year === null || months.length === 0) return '';
    const words = (meetings: readonly MeetingRow[]): string =>
      `昨年度は ${meetings.map((row) => beforeWords(row, meetingTitle(rows, row))).join('、')}`;
    return linesOf(
      `${formatFiscalYear(fiscalYear(year + 1))}の目安（昨年度の日付から）。日は決まっていません。`,
      ...months.map(({ month, meetings }) =>
        monthWords(kind, rows, Number(month.slice(5)), meetings, words),
      ),
    );
  };

const casesNow = (rows: BookRows): string =>
  linesOf(
    ...rows.cases.map((row) => {
      const [next] = meetingsIn(rows, row.document, 'planned');
      const open = rowsOf(rows.actions, row.document).filter(isUnfinished).length;
      return [
        `${caseWords(row)}：${stageWords(rows, row.document)}`,
        `次の会合 ${next === undefined ? 'なし' : meetingWords(rows, next)}`,
        `対応事項 ${open}件`,
      ].join('　');
    }),
  );

const people =
  (kind: BookKind) =>
  (rows: BookRows): string =>
    linesOf(...supporterLines(kind, rows), ...(kind === 'case' ? attendeeLines(rows) : []));

const promised =
  (kind: BookKind, isWanted: boolean) =>
  (rows: BookRows): string =>
    linesOf(
      ...openActions(rows, (action) => isPromise(action) === isWanted).map(
        (action) => `${nameBefore(kind, rows, action.document)}${actionWords(rows, action)}`,
      ),
    );

const lessonWords = ({ title, what, worksWhen, avoid }: KnowHowRow): string => {
  const said = firstLine(what);
  return [
    `【${title}】${said === title ? '' : said}`,
    labelled('うまくいくとき', firstLine(worksWhen)),
    labelled('避けること', firstLine(avoid)),
  ]
    .filter(Boolean)
    .join('　');
};

/** Lessons of the case, and those of its themes; of the office, all. */
const knowHow =
  (kind: BookKind) =>
  (rows: BookRows): string => {
    const [row] = rows.cases;
    const themes = new Set(row?.themes.map(({ id }) => id) ?? []);
    const isOwn = (lesson: KnowHowRow): boolean =>
      lesson.sourceCase !== '' && lesson.sourceCase === row?.id;
    const wanted = rows.knowHows.filter(
      (lesson) =>
        kind === 'office' || isOwn(lesson) || lesson.themes.some(({ id }) => themes.has(id)),
    );
    return linesOf(
      ...wanted
        .toSorted((a, b) =>
          kind === 'case' && isOwn(a) !== isOwn(b)
            ? Number(isOwn(b)) - Number(isOwn(a))
            : compareOrder(a, b),
        )
        .map(lessonWords),
    );
  };

const fileWords = (file: { readonly name: string; readonly remark: string }): string =>
  file.remark === '' ? file.name : `${file.name}（${file.remark}）`;

/** The files that are attached, and to what. */
const files =
  (kind: BookKind) =>
  (rows: BookRows): string =>
    linesOf(
      ...rows.attachments.map((file) => {
        const place = placeWords(rows, file) || '案件の添付ファイル';
        return `${nameBefore(kind, rows, file.document)}${fileWords(file)}　${place}`;
      }),
      ...(kind === 'case' ? [] : rows.officeAttachments.map(fileWords)),
    );

const glossaryLines = (entries: typeof GLOSSARY): string =>
  linesOf(...entries.map(([word, meaning]) => `${word}：${meaning}`));

/** In the order in which a 引継書 is read. */
export const SECTIONS: Readonly<Record<BookKind, readonly Section[]>> = {
  case: [
    { id: 'state', name: 'いまの状況', draft: state },
    { id: 'promises', name: '約束したこと', draft: promised('case', true) },
    { id: 'actions', name: '残っている対応事項', draft: promised('case', false) },
    { id: 'people', name: '関係者と連絡先', draft: people('case') },
    { id: 'cautions', name: '気をつけること', draft: cautions('case') },
    { id: 'decisions', name: '決まったことと、その理由', draft: decisions('case') },
    { id: 'calendar', name: '一年の流れ', draft: calendar('case') },
    { id: 'coming', name: '次の年度の目安', draft: coming('case') },
    { id: 'knowhow', name: 'ノウハウ', draft: knowHow('case') },
    { id: 'files', name: '資料のありか', draft: files('case') },
    { id: 'words', name: '用語', draft: (_, before) => glossaryLines(wordsIn(before)) },
  ],
  office: [
    { id: 'cases', name: '案件のいま', draft: casesNow },
    { id: 'calendar', name: '一年の流れ', draft: calendar('office') },
    { id: 'coming', name: '次の年度の目安', draft: coming('office') },
    { id: 'promises', name: '約束したこと', draft: promised('office', true) },
    { id: 'actions', name: '残っている対応事項', draft: promised('office', false) },
    { id: 'people', name: '関係者と連絡先', draft: people('office') },
    { id: 'cautions', name: '気をつけること', draft: cautions('office') },
    { id: 'decisions', name: '決まったことと、その理由', draft: decisions('office') },
    { id: 'knowhow', name: 'ノウハウ', draft: knowHow('office') },
    { id: 'files', name: '資料のありか', draft: files('office') },
    { id: 'words', name: '用語', draft: () => glossaryLines(GLOSSARY) },
  ],
};
