import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { buildRoadmap, isEmptyRoadmap, type RoadmapRows } from '#shared/domain/roadmap/build.ts';
import { checkRoadmap } from '#shared/domain/roadmap/checks/check.ts';
import { LOST_GROUP, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import {
  defaultPeriod,
  PERIOD_YEARS_LIMIT,
  readPeriod,
  yearsIn,
} from '#shared/domain/roadmap/period.ts';
import { scaleOf, ZOOMS } from '#shared/domain/roadmap/scale.ts';
import {
  anyRoadmapRows,
  barRow,
  dependencyRow,
  laneGroupRow,
  laneRow,
  milestoneRow,
  NO_ROWS,
  roadmapRow,
} from '#tests/support/any-roadmap.ts';
import { firstRounds, preMeeting, session } from '#tests/support/rows.ts';

const GROUP = laneGroupRow('g', { name: '支援', order: 'a0' });
const LANE = laneRow('l', { group: 'g', name: '国の伴走支援', order: 'a0' });
const rows = (values: Partial<RoadmapRows>): RoadmapRows => ({
  ...NO_ROWS,
  groups: [GROUP],
  lanes: [LANE],
  ...values,
});
const checksOf = (values: Partial<RoadmapRows>) => {
  const given = rows(values);
  return checkRoadmap(given, buildRoadmap(given));
};

describe('a roadmap', () => {
  it('comes out of whatever rows merged into, with every bar in a lane of a group', () => {
    fc.assert(
      fc.property(anyRoadmapRows, (given) => {
        const roadmap = buildRoadmap(given);
        const ids = (list: readonly { readonly id: string }[]) =>
          list.map(({ id }) => id).toSorted();
        expect(ids(roadmap.bars)).toEqual(ids(given.bars.filter(isLive)));
        expect(ids(roadmap.milestones.filter(({ derived }) => !derived))).toEqual(
          ids(given.milestones.filter(isLive)),
        );
        const lanes = new Map(roadmap.lanes.map((lane) => [lane.id, lane]));
        const groups = new Set(roadmap.groups.map(({ id }) => id));
        for (const { lane } of [...roadmap.bars, ...roadmap.milestones]) {
          expect(groups.has(lanes.get(lane)?.group ?? LOST_GROUP)).toBe(true);
        }
        const all = [roadmap.groups, roadmap.lanes, roadmap.bars, roadmap.milestones].map(ids);
        for (const list of all) expect(new Set(list).size).toBe(list.length);
        for (const zoom of ZOOMS) expect(scaleOf(roadmap, zoom).columns.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is the same in whatever order its rows come', () => {
    const mixed = (given: RoadmapRows): RoadmapRows => ({
      ...given,
      groups: given.groups.toReversed(),
      lanes: given.lanes.toReversed(),
      bars: given.bars.toReversed(),
      milestones: given.milestones.toReversed(),
      dependencies: given.dependencies.toReversed(),
      meetings: given.meetings.toReversed(),
    });
    fc.assert(
      fc.property(anyRoadmapRows, (given) => {
        expect(buildRoadmap(mixed(given))).toEqual(buildRoadmap(given));
      }),
    );
  });

  it('never stops the list of what is to be checked, whose sentences stay readable', () => {
    fc.assert(
      fc.property(anyRoadmapRows, (given) => {
        for (const { message, ids } of checkRoadmap(given, buildRoadmap(given))) {
          expect(ids.length).toBeGreaterThan(0);
          expect(message.length).toBeLessThan(400);
          expect(message).not.toContain('undefined');
        }
      }),
    );
  });

  it('is empty without rows, and shows the case’s year and four more', () => {
    const roadmap = buildRoadmap(NO_ROWS);
    expect(isEmptyRoadmap(roadmap)).toBe(true);
    expect(roadmap).toMatchObject({ firstMonth: '2022-04', lastMonth: '2027-03' });
    expect(isEmptyRoadmap(buildRoadmap(rows({ lanes: [] })))).toBe(false);
  });

  it('shows bars by lane and start, and leaves out what lies in the bin', () => {
    const roadmap = buildRoadmap(
      rows({
        lanes: [laneRow('second', { group: 'g', order: 'a1' }), LANE],
        bars: [
          barRow('late', { lane: 'l', start: '2023-04', end: '2023-05', order: 'a0' }),
          barRow('early', { lane: 'l', start: '2023-02-T2', end: '2023-03', order: 'a1' }),
          barRow('other', { lane: 'second', start: '2022-11', end: '2022-11' }),
          barRow('gone', { lane: 'l', deletedAt: '2023-01-01T00:00:00Z' }),
          barRow('never', { lane: 'l', start: 'x', end: '' }),
        ],
      }),
    );
    expect(roadmap.bars.map(({ id }) => id)).toEqual(['early', 'late', 'never', 'other']);
    expect(roadmap.bars[2]?.span).toBeNull();
  });
});

describe('a lane that follows the ladder', () => {
  const ladder: Partial<RoadmapRows> = {
    rounds: firstRounds(3),
    meetings: [
      session(1, { date: '2022-08-24' }),
      session(2, { date: '2022-12-22' }),
      session(3, { date: '2023-02-13', partLabel: '午後の部', startTime: '13:30' }),
      session(3, { id: 's3a', date: '2023-02-13', partLabel: '午前の部', order: 'Zz' }),
      preMeeting('0.5', { date: '2022-08-03' }),
      preMeeting('1.75', { date: '2022-12-08', state: 'postponed' }),
      preMeeting('2.5', { date: '2023-02-02', state: 'cancelled' }),
    ],
  };
  const marks = (follows: 'nothing' | 'rounds' | 'roundsAndPreMeetings') =>
    buildRoadmap(rows({ ...ladder, lanes: [{ ...LANE, follows }] })).milestones;

  it('shows each round once, and pre-meetings where it is asked to', () => {
    expect(marks('nothing')).toEqual([]);
    expect(marks('rounds').map(({ label, date }) => [label, date])).toEqual([
      ['第1回', '2022-08-24'],
      ['第2回', '2022-12-22'],
      ['第3回', '2023-02-13'],
    ]);
    expect(marks('roundsAndPreMeetings').map(({ label }) => label)).toEqual([
      '0.5次',
      '第1回',
      '1.75次（延期）',
      '第2回',
      '第3回',
    ]);
    expect(marks('rounds')[1]).toMatchObject({ meeting: 's2', derived: true, id: 'meeting:s2@l' });
  });

  it('stands beside others with ids of its own', () => {
    const both = buildRoadmap(
      rows({
        ...ladder,
        lanes: ['l', 'k'].map((id) => laneRow(id, { group: 'g', follows: 'rounds' })),
      }),
    );
    expect(new Set(both.milestones.map(({ id }) => id)).size).toBe(6);
  });

  it('is not needed for a milestone that follows one meeting: it takes date and name', () => {
    const milestones = [
      milestoneRow('a', { lane: 'l', meeting: 's3', date: '2020-01-01', order: 'a0' }),
      milestoneRow('b', { lane: 'l', meeting: 's2', label: '意見交換', order: 'a1' }),
      milestoneRow('c', { lane: 'l', meeting: 'gone', label: '', date: '2023-03', order: 'a2' }),
    ];
    expect(buildRoadmap(rows({ ...ladder, milestones })).milestones).toMatchObject([
      { id: 'b', label: '意見交換', date: '2022-12-22', derived: false },
      { id: 'a', label: '第3回 午後の部', date: '2023-02-13' },
      { id: 'c', label: '', date: '2023-03' },
    ]);
    expect(checksOf({ ...ladder, milestones })).toMatchObject([
      { code: 'missing-meeting', ids: ['c'] },
    ]);
  });
});

describe('what two edits merged into', () => {
  it('draws, and is listed: a bar whose lane is gone, a lane whose group is', () => {
    const values = {
      lanes: [LANE, laneRow('k', { group: 'gone', name: '窓口' })],
      bars: [barRow('b', { lane: 'gone', label: '試行', start: '2023-02', end: '2023-03' })],
    };
    const roadmap = buildRoadmap(rows(values));
    expect(roadmap.bars[0]?.lane).toBe(LOST_LANE);
    expect(roadmap.lanes.map(({ id, group }) => [id, group])).toEqual([
      ['l', 'g'],
      ['k', LOST_GROUP],
      [LOST_LANE, LOST_GROUP],
    ]);
    expect(checksOf(values)).toEqual([
      {
        code: 'lost-lane',
        message: '「試行」の取組みが削除されています。別の取組みに移してください。',
        ids: ['b'],
      },
      {
        code: 'lost-group',
        message: '取組み「窓口」の分野が削除されています。別の分野に移してください。',
        ids: ['k'],
      },
    ]);
  });

  it('is listed where bars wait for each other, or for one that is gone', () => {
    const bars = ['試行', '本格実施'].map((label, at) =>
      barRow(`b${at}`, { lane: 'l', label, start: '2023-02', end: '2023-03' }),
    );
    const loop = [
      dependencyRow('d1', { before: 'b0', after: 'b1' }),
      dependencyRow('d2', { before: 'b1', after: 'b0' }),
    ];
    expect(checksOf({ bars, dependencies: loop })).toEqual([
      {
        code: 'dependency-loop',
        message:
          '帯の前後のつながりが一回りしています（「試行」→「本格実施」→「試行」）。どれか一つを外してください。',
        ids: ['b0', 'b1'],
      },
    ]);
    const early = { bars, dependencies: [dependencyRow('d1', { before: 'b0', after: 'b1' })] };
    expect(checksOf(early)).toMatchObject([
      {
        code: 'starts-early',
        message:
          '「本格実施」（令和5年2月から）が、先に終わるはずの「試行」（令和5年3月まで）より早く始まります。',
      },
    ]);
    const dangling = [dependencyRow('d1', { before: 'b0', after: 'gone' })];
    expect(checksOf({ bars, dependencies: dangling })).toEqual([
      {
        code: 'missing-bar',
        message: '「試行」のあとに続くはずの帯が削除されています。つながりを外してください。',
        ids: ['b0', 'd1'],
      },
    ]);
  });

  it('is listed where months cannot be read, are swapped, or lie outside', () => {
    const found = checksOf({
      roadmap: roadmapRow('roadmap', { firstMonth: '2022-11', lastMonth: '2027-03' }),
      bars: [
        barRow('a', { lane: 'l', label: 'あ', start: '2023-13', end: '2023-03' }),
        barRow('b', { lane: 'l', label: 'い', start: '2023-03', end: '2023-01' }),
        barRow('c', { lane: 'l', label: 'う', start: '2027-02', end: '2027-04' }),
        barRow('d', {
          lane: 'l',
          label: 'え',
          start: '2028-02',
          end: '2028-04',
          actualStart: 'soon',
        }),
      ],
      milestones: [milestoneRow('m', { lane: 'l', label: '議会', date: '2023-02-30' })],
    });
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['unreadable-month', '「あ」の開始の月「2023-13」が読み取れません。入力し直してください。'],
      ['unreadable-month', '「え」の実績の開始「soon」が読み取れません。入力し直してください。'],
      [
        'unreadable-month',
        '節目「議会」の日付「2023-02-30」が読み取れません。入力し直してください。',
      ],
      ['end-before-start', '「い」は、終了（令和5年1月）が開始（令和5年3月）より前です。'],
      [
        'outside-period',
        '「う」（令和9年2月～4月）の一部が、表示する期間（令和4年11月～令和9年3月）の外にあります。',
      ],
      [
        'outside-period',
        '「え」（令和10年2月～4月）が、表示する期間（令和4年11月～令和9年3月）の外にあります。',
      ],
    ]);
  });

  it('is nothing to check where all is well', () => {
    const bars = [barRow('b', { lane: 'l', label: '試行', start: '2023-02', end: '2023-03' })];
    expect(checksOf({ bars })).toEqual([]);
  });
});

describe('the period', () => {
  it('is repaired where it is swapped, endless or no period at all', () => {
    expect(readPeriod('2027-03', '2022-11', null)).toEqual({
      firstMonth: '2022-11',
      lastMonth: '2027-03',
    });
    expect(yearsIn(readPeriod('2022-11', '2126-03', null))).toBe(PERIOD_YEARS_LIMIT);
    expect(readPeriod('9999-01', '9999-12', fiscalYear(2024))).toEqual(
      defaultPeriod(fiscalYear(2024)),
    );
    expect(readPeriod('2022-11-T1', '2023-03', null)).toEqual(defaultPeriod(null));
    expect(defaultPeriod(fiscalYear(9998)).lastMonth).toBe('2126-03');
    expect(defaultPeriod(fiscalYear(1873)).firstMonth).toBe('1926-12');
  });
});
