import { describe, expect, it } from 'vitest';
import { ofSection, readyLines, sectionOptions } from '#features/handover/model.ts';
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
    const lines = readyLines(rows);
    const names = (section: string) => ofSection(lines, section).map(({ name }) => name);
    expect(sectionOptions(lines).map(({ label }) => label)).toEqual([
      ...['すべての担当', '推進班', '支援班', '担当なし'],
    ]);
    expect(names('all')).toEqual(['c1', 'c2', 'c3']);
    expect(names('推進班')).toEqual(['c1']);
    expect(names(' nobody')).toEqual(['c3']);
  });

  it('say each how far they are, and together what all of them are', () => {
    const lines = readyLines(rows);
    expect(lines.map(({ progress }) => progress)).toEqual(
      Array.from({ length: 3 }, () => ({ done: 0, total: 7 })),
    );
    const ready = lines.map((line) => line.ready);
    expect(progressOf(readinessOf(ready, NOBODY))).toEqual({ done: 0, total: 21 });
  });
});
