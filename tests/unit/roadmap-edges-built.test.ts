import { describe, expect, it } from 'vitest';
import { assemble } from '#shared/domain/roadmap/assemble.ts';
import { buildRoadmap, isEmptyRoadmap, type RoadmapRows } from '#shared/domain/roadmap/build.ts';
import type { LaneFollows } from '#shared/domain/roadmap/collections.ts';
import { LOST_GROUP, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import {
  barRow,
  dependencyRow,
  laneGroupRow,
  laneRow,
  milestoneRow,
  NO_ROWS,
  roadmapRow,
} from '../support/any-roadmap.ts';
import { EMPTY_ROADMAP, TOWN } from '../support/roadmaps.ts';
import {
  firstRounds,
  meetingRow,
  members,
  preMeeting,
  roundRow,
  session,
} from '../support/rows.ts';

const BIN = '2023-01-01T00:00:00.000Z';

describe('what holds for a roadmap as a whole', () => {
  const WRITTEN = {
    title: '取組み',
    caption: '益城町',
    provisional: true,
    firstMonth: '2023-04',
    lastMonth: '2024-03',
    foldedYears: members('2024', '2023', '2024', 'x', '99999', '2022.5'),
  };
  const UNWRITTEN = {
    title: '',
    caption: '',
    provisional: false,
    firstMonth: '2022-04',
    lastMonth: '2027-03',
    foldedYears: [],
  };

  it.each([
    ['it is written', roadmapRow('roadmap', WRITTEN), { ...WRITTEN, foldedYears: [2023, 2024] }],
    ['nobody wrote it', null, UNWRITTEN],
    ['it lies in the bin', roadmapRow('roadmap', { ...WRITTEN, deletedAt: BIN }), UNWRITTEN],
  ])('is drawn where %s', (_, roadmap, expected) => {
    expect(buildRoadmap({ ...NO_ROWS, roadmap })).toMatchObject(expected);
  });

  it.each([
    ['a field', { groups: TOWN.groups.slice(0, 1) }],
    ['a field and a lane', { groups: TOWN.groups.slice(0, 1), lanes: TOWN.lanes.slice(0, 1) }],
    ['a lane and a bar', { lanes: TOWN.lanes.slice(0, 1), bars: TOWN.bars.slice(0, 1) }],
    [
      'a bar and a milestone',
      { bars: TOWN.bars.slice(0, 1), milestones: TOWN.milestones.slice(0, 1) },
    ],
  ])('is something to draw where there is %s', (_, lists) => {
    expect(isEmptyRoadmap({ ...EMPTY_ROADMAP, ...lists })).toBe(false);
  });

  it('is nothing to draw where all lists are empty', () => {
    expect(isEmptyRoadmap(EMPTY_ROADMAP)).toBe(true);
  });
});

describe('the parts of a roadmap', () => {
  const rows: RoadmapRows = {
    ...NO_ROWS,
    groups: [laneGroupRow('g', { name: '支援' })],
    lanes: [laneRow('l', { group: 'g', name: '通所C' })],
    bars: [
      barRow('b1', { lane: 'l', start: '2023-05', end: '2023-05', order: 'a0' }),
      barRow('b2', { lane: 'l', start: '2023-04', end: '2023-09', order: 'a1' }),
      barRow('b3', { lane: 'l', start: 'x', order: 'Zz' }),
    ],
  };

  it('stand by their time, what has none last', () => {
    expect(buildRoadmap(rows).bars.map(({ id }) => id)).toEqual(['b2', 'b1', 'b3']);
  });

  it('need no lane or field for what is lost where nothing is', () => {
    const { lanes, groups } = buildRoadmap(rows);
    expect(lanes.map(({ id }) => id)).toEqual(['l']);
    expect(groups.map(({ id }) => id)).toEqual(['g']);
  });

  it.each([
    ['a bar', { bars: [barRow('b', { lane: 'gone' })] }, [LOST_LANE], ['g', LOST_GROUP]],
    [
      'a milestone',
      { milestones: [milestoneRow('m', { lane: 'gone' })] },
      [LOST_LANE],
      ['g', LOST_GROUP],
    ],
    ['a lane', { lanes: [laneRow('l2', { group: 'gone' })], bars: [] }, ['l2'], ['g', LOST_GROUP]],
  ])('are kept where they lost their place: %s', (_, values, lanes, groups) => {
    const built = buildRoadmap({ ...rows, lanes: [], bars: [], ...values });
    expect(built.lanes.map(({ id }) => id)).toEqual(lanes);
    expect(built.lanes.map(({ group }) => group)).toEqual([LOST_GROUP]);
    expect(built.groups.map(({ id }) => id)).toEqual(groups);
  });

  it('that are lost once more find the place that is there already', () => {
    const lost = buildRoadmap({ ...rows, lanes: [] });
    const again = assemble({ ...lost, lanes: [...lost.lanes, ...TOWN.lanes.slice(0, 1)] });
    expect(again.lanes.map(({ group }) => group)).toEqual([LOST_GROUP, LOST_GROUP]);
    expect(again.groups).toEqual(lost.groups);
    expect(again.bars).toEqual(lost.bars);
  });

  it.each([
    ['two bars', 'b1', 'b2', '', ['d0', 'd9']],
    ['a bar that is gone', 'b1', 'gone', '', ['d0']],
    ['a bar that was never', 'gone', 'b1', '', ['d0']],
    ['two bars, from the bin', 'b1', 'b2', BIN, ['d0']],
  ])('are linked where a link leads from bar to bar: %s', (_, before, after, deletedAt, ids) => {
    const dependencies = [
      dependencyRow('d9', { before, after, deletedAt }),
      dependencyRow('d0', { before: 'b2', after: 'b3' }),
    ];
    const built = buildRoadmap({ ...rows, dependencies });
    expect(built.dependencies.map(({ id }) => id)).toEqual(ids);
  });
});

/** The milestones of a lane that shows the ladder by itself: their names and dates. */
const marksOf = (
  follows: LaneFollows,
  values: Pick<Partial<RoadmapRows>, 'meetings' | 'rounds'>,
): readonly (readonly [string, string])[] =>
  buildRoadmap({
    ...NO_ROWS,
    groups: [laneGroupRow('g')],
    lanes: [laneRow('l', { group: 'g', follows })],
    rounds: firstRounds(2),
    ...values,
  }).milestones.map(({ label, date }) => [label, date] as const);

describe('a lane that follows the ladder', () => {
  const first = session(1, { date: '2022-08-24' });
  const second = session(2, { date: '2022-12-22' });

  it('has milestones that are nobody’s own', () => {
    const built = buildRoadmap({
      ...NO_ROWS,
      lanes: [laneRow('l', { follows: 'rounds' })],
      rounds: firstRounds(1),
      meetings: [first],
    });
    expect(built.milestones).toEqual([
      {
        ...{ id: 'meeting:s1@l', lane: 'l', label: '第1回', date: '2022-08-24', meeting: 's1' },
        ...{ derived: true, note: '', source: '' },
      },
    ]);
  });

  it.each([
    ['both rounds', [first, second], ['第1回', '第2回']],
    ['the second before the first', [{ ...first, date: '2023-02-01' }, second], ['第2回', '第1回']],
    ['one that is postponed', [{ ...first, state: 'postponed' as const }], ['第1回（延期）']],
    ['one that is cancelled', [{ ...first, state: 'cancelled' as const }, second], ['第2回']],
    ['one in the bin', [{ ...first, deletedAt: BIN }, second], ['第2回']],
    // No session of the round, though it names one.
    ['another meeting', [{ ...first, kind: 'exchange' as const }, second], ['第2回']],
    ['the parts of a day', [{ ...first, partLabel: '午後の部' }], ['第1回']],
  ])('shows the rounds by time: %s', (_, meetings, labels) => {
    expect(marksOf('rounds', { meetings }).map(([label]) => label)).toEqual(labels);
  });

  it('shows no round from the bin', () => {
    const rounds = [roundRow('r1', { number: 1, deletedAt: BIN }), roundRow('r2', { number: 2 })];
    const shown = marksOf('rounds', { rounds, meetings: [first, second] });
    expect(shown).toEqual([['第2回', '2022-12-22']]);
  });

  const at = (id: string, date: string, state: 'planned' | 'postponed' | 'cancelled') =>
    meetingRow(id, { kind: 'session', round: 'r1', date, state });

  it.each([
    [
      'the earlier of two',
      [at('a', '2022-09-02', 'planned'), at('b', '2022-09-01', 'planned')],
      ['第1回', '2022-09-01'],
    ],
    [
      'one that is not postponed before one that is',
      [at('a', '2022-09-01', 'postponed'), at('b', '2022-09-02', 'planned')],
      ['第1回', '2022-09-02'],
    ],
    [
      'the same, whichever comes first',
      [at('a', '2022-09-02', 'planned'), at('b', '2022-09-01', 'postponed')],
      ['第1回', '2022-09-02'],
    ],
    [
      'the earlier of two that are postponed',
      [at('a', '2022-09-02', 'postponed'), at('b', '2022-09-01', 'postponed')],
      ['第1回（延期）', '2022-09-01'],
    ],
    [
      'none that is cancelled',
      [at('a', '2022-09-01', 'cancelled'), at('b', '2022-09-02', 'postponed')],
      ['第1回（延期）', '2022-09-02'],
    ],
  ])('stands for a round where one of its sessions does: %s', (_, meetings, expected) => {
    expect(marksOf('rounds', { meetings })).toEqual([expected]);
  });

  it.each([
    ['nothing', []],
    ['rounds', ['第1回']],
    ['roundsAndPreMeetings', ['0.5次', '第1回']],
  ] as const)('shows what it is told to: %s', (follows, labels) => {
    const meetings = [
      first,
      preMeeting('0.5', { date: '2022-08-03' }),
      preMeeting('0.7', { date: '2022-08-04', state: 'cancelled' }),
      preMeeting('0.8', { date: '2022-08-05', deletedAt: BIN }),
      meetingRow('x', { kind: 'exchange', date: '2022-08-06' }),
    ];
    expect(marksOf(follows, { meetings }).map(([label]) => label)).toEqual(labels);
  });
});

describe('a milestone that somebody set', () => {
  const markOf = (
    values: Parameters<typeof milestoneRow>[1],
    rows: Partial<RoadmapRows>,
  ): readonly unknown[] =>
    buildRoadmap({
      ...NO_ROWS,
      rounds: firstRounds(1),
      milestones: [milestoneRow('m', { lane: 'l', ...values })],
      ...rows,
    }).milestones.map(({ label, date }) => [label, date]);

  const held = session(1, { date: '2022-08-24', title: '意見交換' });

  it.each([
    ['its own day', { date: '2022-09-01', label: '議会' }, {}, ['議会', '2022-09-01']],
    ['its own month', { date: '2022-09', label: '議会' }, {}, ['議会', '2022-09']],
    ['no day that is none', { date: '1873-01-01', label: '議会' }, {}, ['議会', '']],
    ['its meeting', { meeting: 's1', date: '2022-09-01' }, {}, ['第1回', '2022-08-24']],
    ['its meeting, but for its name', { meeting: 's1', label: '初回' }, {}, ['初回', '2022-08-24']],
    [
      'a postponed meeting',
      { meeting: 's1' },
      { meetings: [{ ...held, state: 'postponed' as const }] },
      ['第1回（延期）', '2022-08-24'],
    ],
    [
      'a cancelled meeting',
      { meeting: 's1' },
      { meetings: [{ ...held, state: 'cancelled' as const }] },
      ['第1回（中止）', '2022-08-24'],
    ],
    [
      'a meeting whose round is in the bin',
      { meeting: 's1' },
      { rounds: [roundRow('r1', { number: 1, deletedAt: BIN })] },
      ['意見交換', '2022-08-24'],
    ],
    ['no meeting that is gone', { meeting: 'gone', date: '2022-09-01' }, {}, ['', '2022-09-01']],
  ])('follows %s', (_, values, rows, expected) => {
    expect(markOf(values, { meetings: [held], ...rows })).toEqual([expected]);
  });
});
