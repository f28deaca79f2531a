import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isPartialDate } from '#shared/dates/types.ts';
import { type CaseRow, cases, ENTRY_NAMES, PROGRAMME_NAMES } from '#shared/domain/case/case.ts';
import { TACIT_FIELDS } from '#shared/domain/handover/tacit.ts';
import { actionNote, dueOf, dueText, isLate, isUnfinished } from '#shared/domain/meeting/action.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import { reasonWords } from '#shared/domain/meeting/finding-reason.ts';
import {
  ACTION_STATE_NAMES,
  type ActionRow,
  FINDING_KIND_NAMES,
  type FindingKind,
  type FindingRow,
} from '#shared/domain/meeting/meeting.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { compareTexts, isBlank } from '#shared/domain/record/row-values.ts';
import { peopleStop } from './people.ts';
import type { WalkRows } from './queries.ts';
import type { Stop, WalkLine } from './stop.ts';
import { nameOfMeeting, nextStop, short, turnsStop } from './turns.ts';

/** 案件の歩き方: one case in seven stops, each drawn from its records. */
export const stopsOf = (rows: WalkRows, today: Day): readonly Stop[] => [
  aboutStop(rows.case),
  turnsStop(rows),
  peopleStop(rows, today),
  promisesStop(rows, today),
  decisionsStop(rows),
  cautionsStop(rows),
  nextStop(rows, today),
];

const TEXTS = ['situation', 'issues', 'vision', 'strengths', 'reception', 'plan'] as const;

const aboutStop = (row: CaseRow): Stop => {
  const line = (id: string, head: string, text: string): WalkLine => ({
    id,
    head,
    text,
    note: '',
    place: { kind: 'overview' },
  });
  const { entryDate } = row;
  const when = entryDate !== '' && isPartialDate(entryDate) ? formatPartialDate(entryDate) : '';
  const entry = row.entry === 'unknown' ? '' : ENTRY_NAMES[row.entry];
  const facts = [
    line('programme', '事業', row.programmeName || PROGRAMME_NAMES[row.programme]),
    line('entry', 'きっかけ', [entry, when, short(row.entryReason)].filter(Boolean).join('・')),
    line('themes', 'テーマ', row.themes.map(({ name }) => name).join('、')),
    line('themeText', 'テーマの書き方', short(row.themeText)),
  ];
  const texts = TEXTS.map((field) => line(field, cases.fields[field].name, short(row[field])));
  return {
    id: 'about',
    lead: 'なぜ始まり、どこを目指しているか。町の人と話す前に、ことばをそろえます。',
    sections: [
      { title: 'はじまり', lines: facts.filter(hasText), nothing: 'まだ書かれていません。' },
      {
        title: '現状と目指す姿',
        lines: texts.filter(hasText),
        nothing: 'まだ書かれていません。「概要」で書けます。',
      },
    ],
    whole: { words: '概要を開く', place: { kind: 'overview' } },
  };
};

const hasText = ({ text }: WalkLine): boolean => text !== '';

/** After any date. */
const NO_DUE = '~';

const promisesStop = (rows: WalkRows, today: Day): Stop => {
  const lineOf = (action: ActionRow): WalkLine => {
    const { id, text, owner, state, waitingFor, promisedTo, result } = action;
    const parts = [
      owner,
      promisedTo === '' ? '' : `${promisedTo}に約束`,
      isLate(action, today) ? '期限切れ' : ACTION_STATE_NAMES[state],
      waitingFor === '' ? '' : `${waitingFor}待ち`,
      result,
    ];
    return {
      id,
      head: dueText(action) || '期限なし',
      text: short(text),
      note: parts.filter(Boolean).join('・'),
      place: { kind: 'findings', record: id },
    };
  };
  const sorted = rows.actions.toSorted((a, b) =>
    compareTexts(dueOf(a) || NO_DUE, dueOf(b) || NO_DUE),
  );
  return {
    id: 'promises',
    lead: 'だれが、いつまでに、何をすると言ったか。期限の早い順です。',
    sections: [
      {
        title: 'まだ果たしていない約束',
        lines: sorted.filter(isUnfinished).map(lineOf),
        nothing: '未の対応事項はありません。',
      },
      {
        title: '済んだ約束',
        lines: sorted.filter((action) => !isUnfinished(action)).map(lineOf),
        nothing: '済んだ対応事項はまだありません。',
      },
    ],
    whole: { words: '課題と対応を開く', place: { kind: 'findings' } },
  };
};

/** A finding with the meeting in which it was born, and its answers. */
const findingLine = (rows: WalkRows, finding: FindingRow): WalkLine => {
  const { id, text, saidBy, kind } = finding;
  const meeting = rows.meetings.find((row) => row.id === finding.meeting);
  const answers = rows.actions
    .filter((action) => action.answers.some((answered) => answered.id === id))
    .map((action) => `対応：${short(action.text)}（${actionNote(action)}）`);
  const born = meeting === undefined ? '' : nameOfMeeting(rows, meeting);
  return {
    id,
    head:
      meeting === undefined
        ? FINDING_KIND_NAMES[kind]
        : dayWords({ date: dateOf(meeting), state: meeting.state }, 'dotted'),
    text: short(text),
    note: [born, saidBy, reasonWords({ reason: short(finding.reason) }), ...answers]
      .filter(Boolean)
      .join('・'),
    place: { kind: 'findings', record: id },
  };
};

const ofKind = (rows: WalkRows, kind: FindingKind): readonly WalkLine[] =>
  rows.findings
    .filter((finding) => finding.kind === kind && !isBlank(finding.text))
    .map((finding) => findingLine(rows, finding));

const decisionsStop = (rows: WalkRows): Stop => ({
  id: 'decisions',
  lead: '会合で決まったことと、そのもとになった課題・強み。同じ話を一から始めないために。',
  sections: [
    { title: '決定', lines: ofKind(rows, 'decision'), nothing: '決定はまだ書かれていません。' },
    { title: '課題', lines: ofKind(rows, 'issue'), nothing: '課題はまだ書かれていません。' },
    { title: '強み', lines: ofKind(rows, 'strength'), nothing: '強みはまだ書かれていません。' },
  ],
  whole: { words: '課題と対応を開く', place: { kind: 'findings' } },
});

/** What no record tells: whoever leaves has answered it. */
const tacitLines = (row: CaseRow): readonly WalkLine[] =>
  TACIT_FIELDS.filter((field) => !isBlank(row[field])).map((field) => ({
    id: field,
    head: cases.fields[field].name,
    text: short(row[field]),
    note: '',
    place: { kind: 'overview' },
  }));

const cautionsStop = (rows: WalkRows): Stop => ({
  id: 'cautions',
  lead: 'この市町村と付き合うときの心掛け、うまくいかなかったこと、学んだこと。',
  sections: [
    {
      title: '書かれていない知識',
      lines: tacitLines(rows.case),
      nothing: 'まだ書かれていません。前任の人に聞いて「概要」に書いておけます。',
    },
    { title: '心掛け', lines: ofKind(rows, 'care'), nothing: '心掛けはまだ書かれていません。' },
    {
      title: '反省',
      lines: [
        ...ofKind(rows, 'reflection'),
        ...(isBlank(rows.case.regretted)
          ? []
          : [
              {
                id: 'regretted',
                head: '年間のまとめ',
                text: short(rows.case.regretted),
                note: '',
                place: { kind: 'overview' as const },
              },
            ]),
      ],
      nothing: '反省はまだ書かれていません。',
    },
    { title: '気づき', lines: ofKind(rows, 'insight'), nothing: '気づきはまだ書かれていません。' },
    {
      title: 'この案件から生まれたノウハウ',
      lines: rows.lessons.map(({ id, title, what, avoid }) => ({
        id,
        head: '',
        text: title,
        note: isBlank(avoid) ? short(what) : `避けること：${short(avoid)}`,
        place: { kind: 'knowHow', id },
      })),
      nothing: 'この案件のノウハウはまだありません。',
    },
  ],
  whole: { words: '課題と対応を開く', place: { kind: 'findings' } },
});
