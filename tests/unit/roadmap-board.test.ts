import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelShift } from '#adapters/gantt/draw-label.ts';
import { type Grab, placeAt, rectAt } from '#features/roadmap/chart/drag-plan.ts';
import { hitAt, positionAt, rectOf, xOf } from '#features/roadmap/chart/geometry.ts';
import {
  hasOwnDate,
  type MarkGrab,
  markPlaceAt,
  markX,
} from '#features/roadmap/chart/mark-plan.ts';
import { columnWidthFor, metricsFor } from '#features/roadmap/chart/metrics.ts';
import { groupDropAt, laneDropAt } from '#features/roadmap/chart/names-drop.ts';
import { addDays, daysBetween } from '#shared/dates/calendar.ts';
import { positionOf } from '#shared/dates/thirds.ts';
import { type Day, day, fiscalYear, type Month, month } from '#shared/dates/types.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { layoutRoadmap } from '#shared/domain/roadmap/layout/layout.ts';
import type {
  Bar,
  BarId,
  GroupId,
  LaneId,
  MilestoneId,
  Roadmap,
  Span,
} from '#shared/domain/roadmap/model.ts';
import { scaleOf, ZOOMS } from '#shared/domain/roadmap/scale.ts';

const bar = (id: string, lane: string, start: string, end: string): Bar => ({
  ...{ id: id as BarId, lane: lane as LaneId, label: id },
  span: { start, end } as Span,
  ...{ kind: 'operation', state: 'planned', progress: null, owner: '', note: '' },
  ...{ actualStart: '', actualEnd: '', source: '' },
});

const roadmap: Roadmap = {
  ...{ title: '', caption: '', provisional: false, dependencies: [], foldedYears: [] },
  ...{ firstMonth: month('2023-04'), lastMonth: month('2026-03') },
  groups: ['g', 'h', 'i'].map((id) => ({ id: id as GroupId, name: id })),
  lanes: ['g1', 'g2', 'g3', 'h1'].map((id) => ({
    ...{ id: id as LaneId, name: id },
    group: id.slice(0, 1) as GroupId,
  })),
  bars: [
    bar('試行', 'g1', '2023-06', '2023-08'),
    bar('実施', 'g1', '2023-09', '2024-03'),
    bar('旬', 'g2', '2023-06-T1', '2023-06-T2'),
  ],
  milestones: [
    {
      ...{ id: 'm' as MilestoneId, lane: 'h1' as LaneId, label: '第3回', date: day('2024-02-13') },
      ...{ meeting: '', derived: false, note: '', source: '' },
    },
  ],
};
const COLUMN = 36;
const scale = scaleOf(roadmap, 'month');
const layout = layoutRoadmap(roadmap, scale, metricsFor(COLUMN));
const ground = { layout, scale };
const [g1, g2, g3, h1] = layout.lanes;
if (!g1 || !g2 || !g3 || !h1) throw new Error('lanes are missing');
const boxOf = (id: string) => {
  const box = layout.lanes.flatMap((lane) => lane.bars).find((each) => each.bar.id === id);
  if (!box?.bar.span) throw new Error(`no bar ${id}`);
  return { box, span: box.bar.span };
};

describe('The pointer', () => {
  const { box } = boxOf('試行');
  const middle = box.y + box.height / 2;

  it('takes a bar by its middle or by an end', () => {
    const edges = [1, box.width / 2, box.width - 1].map((x) => hitAt(layout, box.x + x, middle));
    expect(edges.map((hit) => hit?.kind === 'bar' && [hit.box.bar.id, hit.edge])).toEqual([
      ['試行', 'start'],
      ['試行', null],
      ['試行', 'end'],
    ]);
  });

  it('takes the neighbour from behind the border of the two', () => {
    const hit = hitAt(layout, box.x + box.width + 1, middle);
    expect(hit?.kind === 'bar' && [hit.box.bar.id, hit.edge]).toEqual(['実施', 'start']);
  });

  it('finds milestones by diamond and name, cells between, and nothing below the lanes', () => {
    const [mark] = h1.marks;
    expect(mark && hitAt(layout, mark.x, mark.y)?.kind).toBe('mark');
    expect(mark && hitAt(layout, mark.label.x + 3, mark.label.y + 3)?.kind).toBe('mark');
    expect(hitAt(layout, 5, g1.y + 5)).toMatchObject({
      kind: 'cell',
      lane: { lane: { id: 'g1' } },
    });
    expect(hitAt(layout, 5, layout.height + 1)).toBeNull();
  });
});

describe('A dragged bar', () => {
  const grab = (id: string, edge: 'start' | 'end' | null): Grab => {
    const { box, span } = boxOf(id);
    const lane = layout.lanes.find((each) => each.bars.includes(box)) ?? g1;
    return { kind: 'bar', box, span, lane, edge, x: box.x + 10 };
  };
  const by = (of: Grab, px: number, over = g1, inThirds = false) =>
    placeAt(ground, of, of.x + px, over, inThirds).span;

  it('goes by whole months, and stays where it is for less than half of one', () => {
    expect(by(grab('試行', null), COLUMN * 0.4)).toEqual({ start: '2023-06', end: '2023-08' });
    expect(by(grab('試行', null), COLUMN * 1.6)).toEqual({ start: '2023-08', end: '2023-10' });
    expect(by(grab('試行', null), -COLUMN)).toEqual({ start: '2023-05', end: '2023-07' });
  });

  it('goes by thirds of months where it counts in them, or with Alt', () => {
    expect(by(grab('旬', null), COLUMN / 3)).toEqual({ start: '2023-06-T2', end: '2023-06-T3' });
    expect(by(grab('試行', null), COLUMN / 3, g1, true)).toEqual({
      start: '2023-06-T2',
      end: '2023-09-T1',
    });
  });

  it('keeps at least one month when an end is dragged over the other', () => {
    expect(by(grab('試行', 'end'), -COLUMN * 9)).toEqual({ start: '2023-06', end: '2023-06' });
    expect(by(grab('試行', 'start'), COLUMN * 9)).toEqual({ start: '2023-08', end: '2023-08' });
  });

  it('goes to the lane under the pointer when it is moved, not when it is resized', () => {
    const places = [null, 'end' as const].map((edge) => {
      const held = grab('試行', edge);
      return placeAt(ground, held, held.x, g2, false).lane;
    });
    expect(places).toEqual(['g2', 'g1']);
  });

  it('is drawn in an empty cell over the months that the pointer touched, in both directions', () => {
    const from: Grab = { kind: 'draw', lane: g3, x: COLUMN * 2.5 };
    const drawn = [COLUMN * 4.1, COLUMN * 0.2].map((x) => placeAt(ground, from, x, g1, false));
    expect(drawn).toEqual([
      { lane: 'g3', span: { start: '2023-06', end: '2023-08' } },
      { lane: 'g3', span: { start: '2023-04', end: '2023-06' } },
    ]);
  });

  it('takes the room that its months have', () => {
    const span = { start: month('2023-06'), end: month('2023-08') };
    expect(rectAt(ground, { span }, 7, 22)).toEqual({
      ...{ x: 2 * COLUMN, y: 7, width: 3 * COLUMN, height: 22 },
    });
  });
});

describe('A dragged milestone', () => {
  const [mark] = h1.marks;
  if (!mark) throw new Error('the milestone is missing');
  const held = (date: Day | Month): MarkGrab => ({
    ...{ box: mark, lane: h1, date },
    // By its name, beside the diamond.
    x: mark.label.x + 5,
  });
  const by = (date: Day | Month, columns: number, over = h1) => {
    const grab = held(date);
    return markPlaceAt(ground, grab, grab.x + columns * COLUMN, over, false);
  };

  it('goes by whole months, on the same day of the month', () => {
    expect([0.4, 1.6, -1].map((columns) => by(day('2024-02-13'), columns).date)).toEqual([
      ...['2024-02-13', '2024-04-13', '2024-01-13'],
    ]);
    expect(by(month('2024-02'), 1)).toEqual({ lane: 'h1', date: '2024-03' });
  });

  it('stands on the last day of a month that is too short', () => {
    expect(by(day('2024-01-31'), 1).date).toBe('2024-02-29');
    expect(by(day('2024-03-31'), 1).date).toBe('2024-04-30');
  });

  it('goes to the lane under the pointer, and stays within the period', () => {
    expect(by(day('2024-02-13'), 0, g2)).toEqual({ lane: 'g2', date: '2024-02-13' });
    expect(by(day('2024-02-13'), 90).date).toBe('2026-03-13');
    expect(by(day('2024-02-13'), -90).date).toBe('2023-04-13');
  });

  it('goes to any day of the period with Alt, at any zoom, but stays a month where it is one', () => {
    const [first, last] = [day('2023-04-01'), day('2026-03-31')];
    fc.assert(
      fc.property(
        fc.constantFrom(...ZOOMS),
        fc.integer({ min: 0, max: daysBetween(first, last) }),
        (zoom, days) => {
          const scaled = scaleOf(roadmap, zoom);
          const laid = layoutRoadmap(roadmap, scaled, metricsFor(COLUMN));
          const lane = laid.lanes[3];
          const [box] = lane?.marks ?? [];
          if (!lane || !box) throw new Error('the milestone is missing');
          const to = addDays(first, days);
          const grab = { box, lane, date: day('2024-02-13'), x: box.x };
          const x = xOf(scaled, COLUMN, positionOf(to));
          const place = markPlaceAt({ layout: laid, scale: scaled }, grab, x, lane, true);
          expect(place).toEqual({ lane: 'h1', date: to });
        },
      ),
    );
    const vague = held(month('2024-02'));
    expect(markPlaceAt(ground, vague, vague.x + COLUMN, h1, true).date).toBe('2024-03');
  });

  it('is a whole diamond on the first day, too', () => {
    expect(markX(ground, day('2023-04-01'), mark.size)).toBe(mark.size / 2);
    expect(markX(ground, day('2024-02-13'), mark.size)).toBeCloseTo(mark.x);
  });

  it('is one with a date of its own, not one that follows a meeting', () => {
    const { milestone } = mark;
    const meeting = 'k' as MeetingId;
    const others = [
      { ...milestone, meeting },
      { ...milestone, derived: true },
    ];
    expect([milestone, ...others].map(hasOwnDate)).toEqual([true, false, false]);
  });
});

describe('A long bar’s label', () => {
  const { box } = boxOf('実施');

  it('stands at the edge of what is seen of its bar, and leaves with the bar’s end', () => {
    const shifts = [0, box.x, box.x + 40, box.x + box.width].map((left) => labelShift(box, left));
    const [, , , last = 0] = shifts;
    expect(shifts.slice(0, 3)).toEqual([0, 0, 40]);
    expect(last).toBeGreaterThan(40);
    expect(box.label.x + last + metricsFor(COLUMN).measure('実施')).toBeLessThan(box.x + box.width);
  });

  it('stays where it takes two lines or stands outside of its bar', () => {
    const left = box.x + 40;
    const lines = { ...box.label, lines: ['実', '施'] };
    expect(labelShift({ ...box, label: lines }, left)).toBe(0);
    expect(labelShift({ ...box, label: { ...box.label, place: 'beside' } }, left)).toBe(0);
  });
});

describe('Places on the chart', () => {
  it('come back from px at any zoom, folded or not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZOOMS),
        fc.boolean(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (zoom, isFolded, share) => {
          const folded = isFolded ? [fiscalYear(2024)] : [];
          const scaled = scaleOf({ ...roadmap, foldedYears: folded }, zoom);
          const position = scaled.start + share * (scaled.end - scaled.start);
          expect(positionAt(scaled, 50, xOf(scaled, 50, position))).toBeCloseTo(position, 5);
        },
      ),
    );
  });

  it('the cursor stands over its bar, its milestone with the name, or its column', () => {
    expect(rectOf(layout, scale, { kind: 'bar', id: '実施' as BarId })).toMatchObject({
      x: 5 * COLUMN,
      width: 7 * COLUMN,
    });
    const mark = rectOf(layout, scale, { kind: 'milestone', id: 'm' as MilestoneId });
    expect(mark && mark.width > 40).toBe(true);
    const [, second] = scale.columns;
    const cell = {
      kind: 'cell',
      lane: 'g3' as LaneId,
      slot: second?.start ?? scale.start,
    } as const;
    expect(rectOf(layout, scale, cell)).toMatchObject({ x: COLUMN, y: g3.y, width: COLUMN });
    expect(rectOf(layout, scale, { kind: 'bar', id: 'gone' as BarId })).toBeNull();
  });

  it('columns fill the room within what is readable', () => {
    expect(columnWidthFor('month', 60, 1000)).toBe(34);
    expect(columnWidthFor('month', 31, 930)).toBe(30);
    expect(columnWidthFor('year', 5, 1400)).toBe(280);
    expect(columnWidthFor('month', 0, 1000)).toBe(68);
  });
});

describe('A name that is dragged', () => {
  it('goes before the lane in whose upper half it is let go, in its own group or another', () => {
    expect(laneDropAt(layout, 'g1' as LaneId, g3.y + 2)).toMatchObject({
      place: { group: 'g', index: 1 },
    });
    expect(laneDropAt(layout, 'g1' as LaneId, g3.y + g3.height - 2)).toMatchObject({
      place: { group: 'g', index: 2 },
    });
    expect(laneDropAt(layout, 'g1' as LaneId, h1.y + 2)).toMatchObject({
      place: { group: 'h', index: 0 },
    });
  });

  it('goes into a group that has no lanes', () => {
    expect(laneDropAt(layout, 'h1' as LaneId, layout.height - 2)).toMatchObject({
      place: { group: 'i', index: 0 },
    });
  });

  it('goes nowhere from where it is', () => {
    expect(laneDropAt(layout, 'g2' as LaneId, g2.y + 2)).toBeNull();
    expect(laneDropAt(layout, 'g2' as LaneId, g3.y + 2)).toBeNull();
    expect(groupDropAt(layout, 'h' as GroupId, h1.y + 2)).toBeNull();
  });

  it('takes its whole group along when that is dragged', () => {
    expect(groupDropAt(layout, 'h' as GroupId, 2)).toEqual({ index: 0, y: 0 });
    expect(groupDropAt(layout, 'g' as GroupId, layout.height - 1)).toEqual({
      ...{ index: 2, y: layout.height },
    });
  });
});
