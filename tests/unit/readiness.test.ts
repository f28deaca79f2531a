import { describe, expect, it } from 'vitest';
import {
  ofPerson,
  ofSection,
  personOptions,
  readyLines,
  sectionOptions,
} from '#features/handover/model.ts';
import { day } from '#shared/dates/types.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import type { DigestRows } from '#shared/domain/digest/build-digest.ts';
import {
  GAP_KINDS,
  type GapKind,
  progressOf,
  type ReadyCase,
  type ReadyOffice,
  readinessOf,
} from '#shared/domain/handover/readiness.ts';
import { TACIT_FIELDS } from '#shared/domain/handover/tacit.ts';
import { digestOf } from '../support/digests.ts';
import {
  actionRow,
  builder,
  caseRow,
  caseSupporterRow,
  knowHowRow,
  meetingRow,
  organizationRow,
  personRow,
  postRow,
  preMeeting,
  session,
} from '../support/rows.ts';

const assignmentRow = builder(assignments);
const TODAY = day('2023-03-25');
const NOBODY: ReadyOffice = { people: [], organizations: [], posts: [], knowHows: [] };

/** 益城町's case, with what is given of its rows. */
const readyCase = (
  rows: Partial<DigestRows> = {},
  supporters: ReadyCase['supporters'] = [],
): ReadyCase => {
  const row = rows.case ?? caseRow('c1', { fiscalYear: 2022, municipalityName: '益城町' });
  return { row, supporters, digest: digestOf({ ...rows, case: row }) };
};

const aspect = (kind: GapKind, ready: ReadyCase, office = NOBODY) => {
  const found = readinessOf([ready], office).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`nothing is said of ${kind}`);
  const { done, total } = progressOf([found]);
  return {
    words: found.gaps.map(({ words }) => words),
    places: found.gaps.map(({ place }) => place),
    progress: `${done}/${total}`,
  };
};

describe('what a successor would miss', () => {
  it('is looked at in one order, whatever there is', () => {
    expect(readinessOf([], NOBODY).map(({ kind, total }) => [kind, total])).toEqual(
      GAP_KINDS.map((kind) => [kind, 0]),
    );
  });

  it('is the record of a meeting that was held, and no other', () => {
    const meetings = [
      session(1, { id: 'written', date: '2022-08-24' }),
      preMeeting('1.5', { id: 'owed', date: '2022-11-02' }),
      preMeeting('1.75', { id: 'undated', date: '' }),
      preMeeting('2.5', { id: 'planned', state: 'planned', date: '2023-02-01' }),
    ];
    expect(aspect('record', readyCase({ meetings, notes: new Set(['written']) }))).toEqual({
      words: ['1.5次ミーティングの記録がまだです', '1.75次ミーティングの記録がまだです'],
      places: [
        { kind: 'meeting', id: 'owed' },
        { kind: 'meeting', id: 'undated' },
      ],
      progress: '1/3',
    });
  });

  const done = actionRow('a', { text: '済んだこと', state: 'done' });
  const open = actionRow('a', { text: '資料を送る', state: 'open' });
  it.each<[string, Partial<DigestRows>, string]>([
    ['a case of which nothing is known', {}, '0/1'],
    ['one with a meeting to come', { meetings: [meetingRow('m', { state: 'planned' })] }, '1/1'],
    ['one with something to do', { actions: [open] }, '1/1'],
    ['one whose last promise is kept', { actions: [done] }, '0/1'],
    ['one that was put off', { meetings: [meetingRow('m', { state: 'postponed' })] }, '0/1'],
    [
      'one that came to its end',
      { case: caseRow('c1', { fiscalYear: 2022, endedOn: '2023-03-01' }) },
      '1/1',
    ],
  ])('is the next step: of %s', (_, rows, progress) => {
    expect(aspect('nextStep', readyCase(rows)).progress).toBe(progress);
  });

  it.each([
    ['町', '2023-01-31', []],
    ['', '2023-01-31', ['「資料を送る」に担当がありません']],
    ['町', '', ['「資料を送る」に期限がありません']],
    ['町', '年度内', []],
    [' ', '', ['「資料を送る」に担当と期限がありません']],
  ])('is who does it and until when: %s, %s', (owner, due, words) => {
    const ready = readyCase({ actions: [{ ...open, owner, due }] });
    expect(aspect('promise', ready).words).toEqual(words);
  });

  it('is whatever of the four questions nobody has answered, counted one by one', () => {
    const row = caseRow('c1', { minded: '電話は午前中に', failed: ' \n' });
    expect(aspect('tacit', readyCase({ case: row }))).toEqual({
      words: ['実際に決めている人、言ってはいけないこと、試してうまくいかなかったこと'],
      places: [{ kind: 'tacit' }],
      progress: '1/4',
    });
    const all = caseRow('c1', Object.fromEntries(TACIT_FIELDS.map((field) => [field, 'あり'])));
    expect(aspect('tacit', readyCase({ case: all }))).toMatchObject({ words: [], progress: '4/4' });
  });

  it('is the role that a supporter has', () => {
    const supporters = [
      caseSupporterRow('s1', { name: 'AD', role: '全体への助言' }),
      caseSupporterRow('s2', { name: '県AD', role: '' }),
    ];
    expect(aspect('role', readyCase({}, supporters))).toEqual({
      words: ['県ADの役割が書かれていません'],
      places: [{ kind: 'overview' }],
      progress: '1/2',
    });
  });

  it('is where somebody can be called, be it by their own number or that of their body', () => {
    const office: ReadyOffice = {
      ...NOBODY,
      people: [
        personRow('own', { name: '一', phone: '090' }),
        personRow('through', { name: '二' }),
        personRow('none', { name: '三' }),
      ],
      organizations: [
        organizationRow('body', { name: '包括', phone: '096' }),
        organizationRow('silent', { name: '社協' }),
      ],
      posts: [postRow('p', { person: 'through', organization: 'body' })],
    };
    const supporters = [
      caseSupporterRow('s1', { name: '一', person: 'own' }),
      caseSupporterRow('s2', { name: '二', person: 'through' }),
      caseSupporterRow('s3', { name: '三', person: 'none' }),
      caseSupporterRow('s4', { name: '包括', organizationId: 'body' }),
      caseSupporterRow('s5', { name: '社協', organizationId: 'silent' }),
      caseSupporterRow('s6', { name: '見えない人', person: 'gone' }),
    ];
    expect(aspect('phone', readyCase({}, supporters), office)).toEqual({
      words: ['三', '社協', '見えない人'].map((name) => `${name}の電話番号がありません`),
      places: [
        { kind: 'person', id: 'none' },
        { kind: 'organization', id: 'silent' },
        { kind: 'overview' },
      ],
      progress: '3/6',
    });
  });

  it('is where those of the municipality can be called who are there today', () => {
    const office: ReadyOffice = {
      ...NOBODY,
      people: ['now', 'moved', 'left', 'else', 'supports', 'body'].map((id) =>
        personRow(id, { name: id }),
      ),
      organizations: [
        organizationRow('welfare', { name: '福祉課', municipality: '434434' }),
        organizationRow('clinic', { name: '診療所', municipality: '434434', phone: '096' }),
        organizationRow('other', { name: '福祉課', municipality: '432113' }),
      ],
      posts: [
        postRow('p1', { person: 'now', organization: 'welfare' }),
        postRow('p2', { person: 'moved', organization: 'welfare', from: '2020-04' }),
        postRow('p3', { person: 'moved', organization: 'other', from: '2022-04' }),
        postRow('p4', { person: 'left', organization: 'welfare', to: '2022-03' }),
        postRow('p5', { person: 'else', organization: 'other' }),
        postRow('p6', { person: 'supports', organization: 'welfare' }),
        postRow('p7', { person: 'body', organization: 'clinic' }),
      ],
    };
    const row = caseRow('c1', { municipalityCode: '434434' });
    const supporters = [caseSupporterRow('s1', { name: 'supports', person: 'supports' })];
    expect(aspect('phone', readyCase({ case: row }, supporters), office)).toEqual({
      words: ['supportsの電話番号がありません', 'nowの電話番号がありません'],
      places: [
        { kind: 'person', id: 'supports' },
        { kind: 'person', id: 'now' },
      ],
      progress: '1/3',
    });
  });

  it('is 受援体制, and a lesson that was kept of the case', () => {
    const office = { ...NOBODY, knowHows: [knowHowRow('k', { title: '学び', sourceCase: 'c1' })] };
    expect(aspect('knowHow', readyCase(), office).progress).toBe('1/1');
    const other = { ...NOBODY, knowHows: [knowHowRow('k', { title: '学び', sourceCase: 'c2' })] };
    expect(aspect('knowHow', readyCase(), other).progress).toBe('0/1');
    expect(aspect('reception', readyCase()).progress).toBe('0/1');
    const row = caseRow('c1', { reception: '課長が進める' });
    expect(aspect('reception', readyCase({ case: row })).progress).toBe('1/1');
  });
});

describe('the cases that are handed over', () => {
  const of = (id: string, section: string) =>
    readyCase({ case: caseRow(id, { municipalityName: id, section }) });
  const rows = {
    ...{ year: 2022, years: [2022], cases: [], office: NOBODY },
    ready: [of('c1', '推進班'), of('c2', '支援班'), of('c3', '')],
  };

  it('are those of one 担当, or of nobody', () => {
    const lines = readyLines(rows, TODAY);
    const names = (section: string) => ofSection(lines, section).map(({ name }) => name);
    expect(sectionOptions(lines).map(({ label }) => label)).toEqual([
      ...['すべての担当', '推進班', '支援班', '担当なし'],
    ]);
    expect(names('all')).toEqual(['c1', 'c2', 'c3']);
    expect(names('推進班')).toEqual(['c1']);
    expect(names(' nobody')).toEqual(['c3']);
  });

  it('are those of one member of the office, in charge today or soon, or of nobody', () => {
    const assigned = (id: string, rows: DigestRows['assignments']) =>
      readyCase({ case: caseRow(id, { municipalityName: id }), assignments: rows });
    const lines = readyLines(
      {
        office: NOBODY,
        ready: [
          assigned('c1', [
            assignmentRow('a1', { name: '鈴木', until: '2022-03-31' }),
            assignmentRow('a2', { name: '山田', from: '2022-04-01', until: '2023-03-31' }),
            assignmentRow('a3', { name: '佐藤', from: '2023-04-01' }),
          ]),
          assigned('c2', [assignmentRow('a4', { name: '山田', from: '2022-04' })]),
          assigned('c3', []),
        ],
      },
      TODAY,
    );
    expect(personOptions(lines).map(({ label }) => label)).toEqual([
      ...['すべての担当者', '佐藤', '山田', '担当者なし'],
    ]);
    const names = (person: string) => ofPerson(lines, person).map(({ name }) => name);
    expect(names('all')).toEqual(['c1', 'c2', 'c3']);
    expect(names('山田')).toEqual(['c1', 'c2']);
    expect(names('佐藤')).toEqual(['c1']);
    expect(names(' nobody')).toEqual(['c3']);
    expect(personOptions(readyLines(rows, TODAY))).toEqual([]);
  });

  it('say each how far they are, and together what all of them are', () => {
    const lines = readyLines(rows, TODAY);
    expect(lines.map(({ progress }) => progress)).toEqual(
      Array.from({ length: 3 }, () => ({ done: 0, total: 7 })),
    );
    const ready = lines.map((line) => line.ready);
    expect(progressOf(readinessOf(ready, NOBODY))).toEqual({ done: 0, total: 21 });
  });
});
