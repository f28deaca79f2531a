import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOfSlot, slot, thirdOfSlot } from '#shared/dates/thirds.ts';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import {
  type BarBox,
  indexAt,
  type LabelBox,
  type LaneBox,
  lanesIn,
  layoutRoadmap,
  type Metrics,
} from '#shared/domain/roadmap/layout/layout.ts';
import { textWidth } from '#shared/domain/roadmap/layout/letter-widths.ts';
import { wrapText } from '#shared/domain/roadmap/layout/wrap.ts';
import type {
  Bar,
  BarId,
  GroupId,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import { lateOn } from '#shared/domain/roadmap/overdue.ts';
import { scaleOf, ZOOMS } from '#shared/domain/roadmap/scale.ts';

const FONT = 13;
const metrics: Metrics = {
  columnWidth: 34,
  rowHeight: 34,
  barHeight: 22,
  fontSize: FONT,
  lineHeight: 18,
  groupWidth: 102,
  laneWidth: 162,
  measure: (text) => textWidth(text) * FONT,
};

const FIRST = month('2022-04');
const LAST = month('2027-03');
const START = 2022 * 36 + 9;
const TODAY = day('2024-06-15');

const bar = (id: string, lane: string, start: string, end: string, label = id): Bar => ({
  ...{ id: id as BarId, lane: lane as LaneId, label },
  span: { start: month(start), end: month(end) },
  ...{ kind: 'operation', state: 'planned', progress: null, owner: '', note: '' },
  ...{ actualStart: '', actualEnd: '', source: '' },
});

const roadmap = (bars: readonly Bar[], milestones: readonly Milestone[] = []): Roadmap => ({
  ...{ title: '', caption: '', provisional: false, foldedYears: [], dependencies: [] },
  ...{ firstMonth: FIRST, lastMonth: LAST, bars, milestones },
  groups: [{ id: 'g' as GroupId, name: '支援体制の整備' }],
  lanes: ['a', 'b'].map((id) => ({ id: id as LaneId, group: 'g' as GroupId, name: `取組み${id}` })),
});

const laneOf = (drawn: Roadmap, id = 'a', extras = {}): LaneBox => {
  const layout = layoutRoadmap(drawn, scaleOf(drawn, 'month'), metrics, extras);
  const lane = layout.lanes.find((each) => each.lane.id === id);
  if (!lane) throw new Error('no such lane');
  return lane;
};
const only = (lane: LaneBox): BarBox => {
  const [box] = lane.bars;
  if (!box || lane.bars.length !== 1) throw new Error('not one bar');
  return box;
};

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + 0.6 &&
  b.x + b.width > a.x + 0.6 &&
  a.y + a.height > b.y + 0.01 &&
  b.y + b.height > a.y + 0.01;

const letters = ['試', '行', 'ー', '（', '）', 'ト', 'A', '9', ' ', '・', '。'];
const labels = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join(''))
  .filter((label) => label.trim() === label && label !== '' && !label.includes('  '));
const bars = fc
  .record({
    from: fc.integer({ min: -20, max: 190 }),
    slots: fc.integer({ min: 1, max: 60 }),
    lane: fc.constantFrom('a', 'b'),
    label: labels,
    inMonths: fc.boolean(),
    state: fc.constantFrom('planned', 'done', 'cancelled' as const),
  })
  .map(({ from, slots, lane, label, inMonths, state }): Omit<Bar, 'id'> => {
    const [a, b] = [slot(START + from), slot(START + from + slots)];
    const span = inMonths
      ? { start: monthOfSlot(a), end: monthOfSlot(b) }
      : { start: thirdOfSlot(a), end: thirdOfSlot(b) };
    return {
      ...bar('', lane, '2023-04', '2023-04', label),
      span,
      state: state as Bar['state'],
    };
  });
const days = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    label: labels,
  })
  .map(
    ({ month: m, day: d, label }): Omit<Milestone, 'id'> => ({
      ...{ lane: 'a' as LaneId, label, meeting: '', derived: false, note: '', source: '' },
      date: day(`2023-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
    }),
  );
const roadmaps = fc
  .record({
    bars: fc.array(bars, { maxLength: 14 }),
    milestones: fc.array(days, { maxLength: 4 }),
  })
  .map(({ bars: found, milestones }) =>
    roadmap(
      found.map((each, index) => ({ ...each, id: `b${index}` as BarId })),
      milestones.map((each, index) => ({ ...each, id: `m${index}` as MilestoneId })),
    ),
  );

describe('Whatever a roadmap holds', () => {
  it('nothing lies on something else, and all of it lies in its lane and on the chart', () => {
    fc.assert(
      fc.property(roadmaps, fc.constantFrom(...ZOOMS), (drawn, zoom) => {
        const wide = { ...metrics, columnWidth: zoom === 'month' ? 34 : 150 };
        const layout = layoutRoadmap(drawn, scaleOf(drawn, zoom), wide, { today: TODAY });
        for (const lane of layout.lanes) {
          const outside = (label: LabelBox) => (label.place === 'inside' ? [] : [label]);
          const boxes: Box[] = [
            ...lane.bars.flatMap((box) => [box, ...outside(box.label)]),
            ...lane.marks.map(({ label }) => label),
          ];
          for (const [index, a] of boxes.entries()) {
            expect(a.y).toBeGreaterThanOrEqual(lane.y);
            expect(a.y + a.height).toBeLessThanOrEqual(lane.y + lane.height + 0.01);
            expect(a.x).toBeGreaterThanOrEqual(-0.01);
            for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
          }
        }
      }),
    );
  });

  it('every label is whole', () => {
    fc.assert(
      fc.property(roadmaps, (drawn) => {
        const layout = layoutRoadmap(drawn, scaleOf(drawn, 'month'), metrics, { today: TODAY });
        const bare = (text: string): string => text.replaceAll(' ', '');
        for (const { bars: boxes } of layout.lanes) {
          for (const { bar: drawnBar, label } of boxes) {
            expect(bare(label.lines.join(''))).toBe(bare(label.sign + drawnBar.label));
          }
        }
      }),
    );
  });

  it('lanes follow each other without a gap, and a height finds its lane', () => {
    fc.assert(
      fc.property(roadmaps, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
        const layout = layoutRoadmap(drawn, scaleOf(drawn, 'month'), metrics);
        let y = 0;
        for (const lane of layout.lanes) {
          expect(lane.y).toBeCloseTo(y);
          y += lane.height;
        }
        expect(layout.height).toBeCloseTo(y);
        const at = share * (layout.height - 0.1);
        const lane = layout.lanes[indexAt(layout.lanes, at)];
        expect(lane && lane.y <= at && at < lane.y + lane.height).toBe(true);
        expect(lanesIn(layout, at, at)).toEqual([lane]);
      }),
    );
  });
});

describe('A label', () => {
  it('stands in its bar where it fits', () => {
    const { label } = only(laneOf(roadmap([bar('本格実施', 'a', '2024-04', '2025-03')])));
    expect(label).toMatchObject({ place: 'inside', lines: ['本格実施'] });
  });

  it('stands beside a short bar', () => {
    const { label, x, width } = only(
      laneOf(roadmap([bar('関係者への説明', 'a', '2024-04', '2024-04')])),
    );
    expect(label).toMatchObject({ place: 'beside', lines: ['関係者への説明'] });
    expect(label.x).toBeGreaterThan(x + width);
  });

  it('is wrapped in a bar that has a neighbour', () => {
    const long = '生活支援コーディネーターの配置';
    const lane = laneOf(
      roadmap([bar(long, 'a', '2023-04', '2023-07'), bar('次', 'a', '2023-08', '2024-03')]),
    );
    expect(lane.bars[0]?.label).toMatchObject({ place: 'inside' });
    expect(lane.bars[0]?.label.lines.length).toBe(2);
    expect(lane.height).toBeGreaterThan(metrics.rowHeight);
  });

  it('stays in a wide bar, however many lines it takes', () => {
    const { label, y, height } = only(
      laneOf(roadmap([bar('長い名前の帯'.repeat(33), 'a', '2023-04', '2024-03')])),
    );
    expect(label.place).toBe('inside');
    expect(label.lines.length).toBeGreaterThan(4);
    expect(label.y + label.height).toBeLessThanOrEqual(y + height);
  });

  it('goes below where neighbours stand on both sides', () => {
    const months = ['2023-04', '2023-05', '2023-06'];
    const lane = laneOf(roadmap(months.map((at) => bar(`${at}の長い名前の帯`, 'a', at, at))));
    expect(lane.bars[1]?.label.place).toBe('below');
  });

  it('says that its bar is late, done, given up or new, in words or a sign', () => {
    const late = bar('試行', 'a', '2023-04', '2024-01');
    const texts = (one: Bar, ghosts: Roadmap | null = null): string =>
      only(laneOf(roadmap([one]), 'a', { today: TODAY, ghosts })).label.lines.join('');
    expect(texts(late)).toBe('！遅れ 試行');
    expect(texts({ ...late, state: 'done' })).toBe('✓ 試行');
    expect(texts({ ...late, state: 'cancelled' })).toBe('中止 試行');
    expect(texts(bar('試行', 'a', '2025-04', '2026-03'), roadmap([]))).toBe('新 試行');
  });
});

describe('Lateness', () => {
  it('presses nobody once the year after the case’s own is over', () => {
    const case2022 = fiscalYear(2022);
    expect(lateOn(case2022, day('2024-03-31'))).toBe('2024-03-31');
    expect(lateOn(case2022, day('2024-04-01'))).toBeNull();
    expect(lateOn(null, day('2024-04-01'))).toBe('2024-04-01');
  });
});

describe('Compared with a version', () => {
  const now = bar('試行', 'a', '2024-04', '2024-09');

  it('a line below a moved bar shows where it was', () => {
    const before = roadmap([bar('試行', 'a', '2024-01', '2024-06')]);
    const lane = laneOf(roadmap([now]), 'a', { ghosts: before });
    expect(lane.ghosts).toMatchObject([{ change: 'moved', width: 6 * 34 }]);
    expect(lane.ghosts[0]?.y).toBeGreaterThanOrEqual(only(lane).y + only(lane).height);
    expect(lane.ghosts[0]?.x).toBe(only(lane).x - 3 * 34);
  });

  it('a bar that is gone, or went to another lane, still shows where it was', () => {
    const before = roadmap([
      { ...now, lane: 'b' as LaneId },
      bar('策定', 'b', '2025-04', '2025-09'),
    ]);
    const lane = laneOf(roadmap([now]), 'b', { ghosts: before });
    expect(lane.ghosts.map(({ change, label }) => [change, label?.lines.join('')])).toEqual([
      ['gone', '移動前：試行'],
      ['gone', '削除：策定'],
    ]);
  });

  it('nothing is shown for what has not changed', () => {
    expect(laneOf(roadmap([now]), 'a', { ghosts: roadmap([now]) }).ghosts).toEqual([]);
  });
});

describe('What has no place', () => {
  it('gets no box: a bar without months or outside the period, a milestone without a date', () => {
    const lane = laneOf(
      roadmap(
        [
          { ...bar('?', 'a', '2023-04', '2023-04'), span: null },
          bar('昔', 'a', '2019-04', '2020-03'),
        ],
        [
          {
            ...{ id: 'm' as MilestoneId, lane: 'a' as LaneId, label: '第3回', date: '' },
            ...{ meeting: '', derived: false, note: '', source: '' },
          },
        ],
      ),
    );
    expect([lane.bars, lane.marks, lane.height]).toEqual([[], [], metrics.rowHeight]);
  });

  it('a bar that goes on behind the period is told to be cut', () => {
    const box = only(laneOf(roadmap([bar('計画', 'a', '2021-04', '2028-03')])));
    expect(box).toMatchObject({ x: 0, width: 60 * 34, isCutLeft: true, isCutRight: true });
  });
});

describe('A wrapped text', () => {
  const measure = (text: string): number => [...text].length;

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrapText('試行の継続（結果を出す）', 5, measure)).toEqual([
      '試行の継続',
      '（結果を出',
      'す）',
    ]);
    expect(wrapText('受け皿づくり、周知', 6, measure)).toEqual(['受け皿づく', 'り、周知']);
  });

  it('keeps words and figures whole, unless a line is too narrow for one', () => {
    expect(wrapText('通所C 2025年度', 6, measure)).toEqual(['通所C', '2025年度']);
    expect(wrapText('ABCDEFGH', 3, measure)).toEqual(['ABC', 'DEF', 'GH']);
  });
});
