import { formatPartialDate } from '../../dates/format.ts';
import { cases as caseCollection, ENTRY_NAMES } from '../case/case.ts';
import { inTime } from '../ladder/timeline.ts';
import { reasonWords } from '../meeting/finding-reason.ts';
import {
  FINDING_KIND_NAMES,
  type FindingKind,
  MEETING_STATE_NAMES,
  type MeetingRow,
} from '../meeting/meeting.ts';
import { dateOf } from '../meeting/typed-values.ts';
import type { KnowHowRow } from '../office/know-how.ts';
import { fieldName } from '../record/collection.ts';
import { compareOrder, isBlank } from '../record/row-values.ts';
import { attendeeLines, supporterLines } from './draft-people.ts';
import {
  actionWords,
  caseWords,
  firstLine,
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
import { type BookKind, type BookRows, isPromise } from './rows.ts';
import { TACIT_FIELDS } from './tacit.ts';

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

/** What comes when, as it came in the year of these cases. */
const calendar =
  (kind: BookKind) =>
  (rows: BookRows): string => {
    const dated = inTime(
      rows.meetings.filter((row) => dateOf(row) !== '' && row.state !== 'cancelled'),
    );
    return linesOf(
      ...MONTHS.map((month) => {
        const words = dated
          .filter((meeting) => monthOfMeeting(meeting) === month)
          .map((meeting) => {
            const name = nameBefore(kind, rows, meeting.document).trim();
            const title = [name, meetingTitle(rows, meeting)].filter(Boolean).join(' ');
            return `${title}（${formatPartialDate(dateOf(meeting), 'dotted')}）`;
          });
        return words.length === 0 ? '' : `${month}月　${words.join('、')}`;
      }),
    );
  };

const casesNow = (rows: BookRows): string =>
  linesOf(
    ...rows.cases.map((row) => {
      const [next] = meetingsIn(rows, row.document, 'planned');
      const open = openActions(rows, ({ document }) => document === row.document).length;
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

const findingLines = (rows: BookRows, kind: FindingKind, hasKind: boolean): readonly string[] => {
  const order = new Map(inTime(rows.meetings).map(({ id }, index) => [id as string, index]));
  return rows.findings
    .filter((row) => row.kind === kind)
    .toSorted(
      (a, b) => (order.get(a.meeting) ?? -1) - (order.get(b.meeting) ?? -1) || compareOrder(a, b),
    )
    .map((row) => {
      const text = hasKind ? `${FINDING_KIND_NAMES[kind]}：${row.text}` : row.text;
      const notes = [reasonWords(row), placeWords(rows, row)].filter(Boolean);
      return notes.length === 0 ? text : `${text}（${notes.join('／')}）`;
    });
};

/** Decisions and why, and why meetings did not take place as they were planned. */
const decisions = (rows: BookRows): string =>
  linesOf(
    ...findingLines(rows, 'decision', false),
    ...inTime(rows.meetings)
      .filter((row) => row.state === 'postponed' || row.state === 'cancelled')
      .map((row) => {
        const reason = isBlank(row.stateReason) ? '理由は書かれていません' : row.stateReason;
        return `${MEETING_STATE_NAMES[row.state]}：${meetingWords(rows, row)}（${reason}）`;
      }),
  );

const cautions = (rows: BookRows): string =>
  linesOf(
    ...rows.cases.flatMap((row) =>
      TACIT_FIELDS.map((field) => labelled(fieldName(caseCollection, field), row[field])),
    ),
    ...findingLines(rows, 'care', true),
    ...findingLines(rows, 'reflection', true),
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
    { id: 'cautions', name: '気をつけること', draft: cautions },
    { id: 'decisions', name: '決まったことと、その理由', draft: decisions },
    { id: 'calendar', name: '一年の流れ', draft: calendar('case') },
    { id: 'knowhow', name: 'ノウハウ', draft: knowHow('case') },
    { id: 'files', name: '資料のありか', draft: files('case') },
    { id: 'words', name: '用語', draft: (_, before) => glossaryLines(wordsIn(before)) },
  ],
  office: [
    { id: 'cases', name: '案件のいま', draft: casesNow },
    { id: 'calendar', name: '一年の流れ', draft: calendar('office') },
    { id: 'promises', name: '約束したこと', draft: promised('office', true) },
    { id: 'actions', name: '残っている対応事項', draft: promised('office', false) },
    { id: 'people', name: '関係者と連絡先', draft: people('office') },
    { id: 'knowhow', name: 'ノウハウ', draft: knowHow('office') },
    { id: 'files', name: '資料のありか', draft: files('office') },
    { id: 'words', name: '用語', draft: () => glossaryLines(GLOSSARY) },
  ],
};
