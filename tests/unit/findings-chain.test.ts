import { describe, expect, it } from 'vitest';
import {
  ALL,
  type ChainFilter,
  chainOf,
  filterChain,
  isFiltered,
  NO_FILTER,
  ownerOptions,
  roadmapOptions,
  roundsOf,
  themeOptions,
} from '#features/findings/chain.ts';
import { chainLines, chainTable, resultWords, sortLines } from '#features/findings/chain-lines.ts';
import { birthplacesOf } from '#features/findings/model.ts';
import type { FindingsRows } from '#features/findings/queries.ts';
import { day } from '#shared/dates/types.ts';
import { themes } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { bars, lanes, milestones } from '#shared/domain/roadmap/collections.ts';
import {
  actionRow,
  builder,
  caseRow,
  findingRow,
  firstRounds,
  meetingRow,
  members,
  preMeeting,
  session,
} from '#tests/support/rows.ts';
import { FOR_OFFICE } from '#tests/support/tables.ts';

const TODAY = day('2023-01-19');

const ROWS: FindingsRows = {
  case: caseRow('c1', { fiscalYear: 2022 }),
  rounds: firstRounds(2),
  meetings: [
    preMeeting('0.5', { date: '2022-08-03' }),
    session(1, { date: '2022-08-24' }),
    preMeeting('1.5', { date: '2022-11-02' }),
    session(2, { date: '2022-12-22' }),
    meetingRow('last', { kind: 'briefing', date: '2023-02-13' }),
  ],
  findings: [
    findingRow('pr', { text: '広報が足りない', meeting: 'p1.5', themes: members('t1') }),
    findingRow('plan', { kind: 'decision', text: '試行する', meeting: 's2' }),
    findingRow('alone', { kind: 'insight', text: '理念先行だった' }),
  ],
  actions: [
    actionRow('video', {
      ...{ text: '動画をつくる', owner: '町・県', due: '2023-01-10', state: 'going' },
      ...{ answers: members('pr'), roadmapItems: members('b1', 'lost'), meeting: 's2' },
    }),
    actionRow('choose', {
      ...{ text: '事業所を選ぶ', owner: '町', due: '2023-01-31', state: 'done' },
      ...{ answers: members('pr', 'plan', 'gone'), result: '3か所', resultOn: '2023-01-15' },
    }),
    actionRow('list', { text: '名簿を送る', meeting: 'last' }),
  ],
  themes: [builder(themes)('t1', { name: '総合事業' })],
  home: 'c1' as CaseId,
  lanes: [builder(lanes)('l1', { name: '国の伴走支援' })],
  bars: [builder(bars)('b1', { label: '試行の継続', lane: 'l1' })],
  milestones: [
    builder(milestones)('m1', { meeting: 's2', lane: 'l1' }),
    builder(milestones)('m2', { label: '計画の公表', lane: 'elsewhere' }),
  ],
};
const PLACES = birthplacesOf(ROWS);
const OPTIONS = roadmapOptions(ROWS, PLACES);
const CHAIN = chainOf(ROWS, OPTIONS);

describe('a chain', () => {
  it('is seen from the finding and from the action alike', () => {
    const answers = CHAIN.findings.map(({ finding, answers: found }) => [
      finding.id,
      ...found.map(({ id }) => id),
    ]);
    expect(answers).toEqual([['pr', 'video', 'choose'], ['plan', 'choose'], ['alone']]);
    const answered = CHAIN.actions.map(({ action, answered: found }) => [
      action.id,
      ...found.filter(({ isThere }) => isThere).map(({ id }) => id),
    ]);
    expect(answered).toEqual([['video', 'pr'], ['choose', 'pr', 'plan'], ['list']]);
  });

  it('says what a bar is called now, and keeps the words of what is gone', () => {
    expect(CHAIN.actions[0]?.items).toEqual([
      { id: 'b1', name: '試行の継続', isThere: true },
      { id: 'lost', name: 'lost', isThere: false },
    ]);
    expect(CHAIN.actions[1]?.answered.at(-1)).toEqual({ id: 'gone', name: 'gone', isThere: false });
    expect(CHAIN.findings[0]?.themes[0]?.name).toBe('総合事業');
  });

  it('offers bars with their lanes, and milestones by their own or their meetings\u2019 names', () => {
    expect(OPTIONS).toEqual([
      { id: 'b1', label: '試行の継続', note: '国の伴走支援' },
      { id: 'm1', label: '◆第2回 12/22', note: '国の伴走支援' },
      { id: 'm2', label: '◆計画の公表' },
    ]);
  });
});

describe('the round under which something comes', () => {
  it('is the one that its meeting leads to', () => {
    const { choiceOf, options } = roundsOf(ROWS);
    expect(['p0.5', 's1', 'p1.5', 's2', 'last', ''].map(choiceOf)).toEqual([
      ...['r1', 'r1', 'r2', 'r2', 'after', 'case'],
    ]);
    expect(options.map(({ label }) => label)).toEqual([
      ...['第1回支援', '第2回支援', '最後の回のあと', '案件全体'],
    ]);
  });

  it('is none where there is no round yet', () => {
    const { options } = roundsOf({ rounds: [], meetings: [meetingRow('m', {})] });
    expect(options).toHaveLength(1);
  });
});

describe('a filter', () => {
  const shown = (filter: Partial<ChainFilter>) => {
    const { choiceOf } = roundsOf(ROWS);
    const left = filterChain(CHAIN, { ...NO_FILTER, ...filter }, { choiceOf, today: TODAY });
    return [
      left.findings.map(({ finding }) => finding.id).join(),
      left.actions.map(({ action }) => action.id).join(),
    ];
  };
  it.each<[string, Partial<ChainFilter>, readonly string[]]>([
    ['of nothing', {}, ['pr,plan,alone', 'video,choose,list']],
    ['of a kind', { kind: 'decision' }, ['plan', 'choose']],
    ['of a theme', { theme: 't1' }, ['pr', 'video,choose']],
    ['of an owner among several', { owner: '県' }, ['pr', 'video']],
    ['of what is unfinished', { standing: 'unfinished' }, ['pr', 'video,list']],
    ['of what is late', { standing: 'late' }, ['pr', 'video']],
    ['of what is settled', { standing: 'settled' }, ['pr,plan', 'choose']],
    ['of a round', { round: 'r2' }, ['pr,plan', 'video,choose']],
    ['of what followed the last round', { round: 'after' }, ['', 'list']],
    ['of the case as a whole', { round: 'case' }, ['pr,plan,alone', 'choose']],
    ['of a word of an answer', { text: '動画' }, ['pr', 'video']],
    ['of a word of a bar', { text: 'しこうの' }, ['', '']],
    ['of a bar\u2019s name', { text: '試行の' }, ['', 'video']],
    ['of a kind and an owner', { kind: 'issue', owner: '町' }, ['pr', 'video,choose']],
  ])('%s keeps chains whole', (_, filter, left) => {
    expect(shown(filter)).toEqual(left);
  });

  it('offers whom and what there is', () => {
    expect(ownerOptions(ROWS.actions).map(({ id }) => id)).toEqual(['町', '県'].toSorted());
    expect(themeOptions(CHAIN)).toEqual([{ id: 't1', label: '総合事業' }]);
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, owner: '町' })).toBe(true);
    expect(NO_FILTER.kind).toBe(ALL);
  });
});

describe('the chain as a table', () => {
  const lines = chainLines(CHAIN, PLACES);

  it('has a line for each answer of a finding, then what answers none', () => {
    expect(lines.map(({ finding, action }) => [finding?.finding.id, action?.action.id])).toEqual([
      ['pr', 'video'],
      ['pr', 'choose'],
      ['alone', undefined],
      ['plan', 'choose'],
      [undefined, 'list'],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('covers the answers of one finding by one cell, while they stand together', () => {
    const spans = (of: typeof lines) =>
      chainTable('表', of, FOR_OFFICE).body.map(([kind]) => kind?.rowSpan);
    expect(spans(lines)).toEqual([2, 0, 1, 1, 1]);
    const byState = sortLines(lines, { column: 'state', direction: 'descending' });
    expect(byState.map(({ action }) => action?.action.state)).toEqual([
      ...[undefined, 'done', 'done', 'going', 'open'],
    ]);
    // By owner the same finding stands twice, but not together.
    const byOwner = sortLines(lines, { column: 'owner', direction: 'ascending' });
    expect(spans(byOwner)).toEqual([1, 1, 1, 1, 1]);
  });

  it('says all of a line', () => {
    const [, second] = chainTable('表', lines, FOR_OFFICE).body;
    expect(second?.map((one) => one.lines.join())).toEqual([
      ...['課題', '広報が足りない', '1.5次 11/2', '事業所を選ぶ', '町', 'R5.1.31', '済', ''],
      'R5.1.15 3か所',
    ]);
    expect(resultWords(actionRow('a', { result: '3か所' }))).toBe('3か所');
    expect(resultWords(actionRow('a', {}))).toBe('');
  });

  it.each([
    ['due', ['video', 'choose', 'choose', undefined, 'list']],
    ['owner', ['choose', 'choose', 'video', undefined, 'list']],
    ['kind', ['video', 'choose', undefined, 'choose', 'list']],
    ['unknown', ['video', 'choose', undefined, 'choose', 'list']],
  ] as const)('is sorted by %s', (column, order) => {
    const sorted = sortLines(lines, { column, direction: 'ascending' });
    expect(sorted.map(({ action }) => action?.action.id)).toEqual(order);
  });
});
