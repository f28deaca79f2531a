import { describe, expect, it } from 'vitest';
import { month } from '#shared/dates/types.ts';
import { layoutRoadmap, type Metrics } from '#shared/domain/roadmap/layout/layout.ts';
import type { Bar, BarId, GroupId, LaneId, Roadmap } from '#shared/domain/roadmap/model.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';

const metrics: Metrics = {
  ...{ columnWidth: 30, rowHeight: 34, barHeight: 22, fontSize: 13, lineHeight: 18 },
  ...{ groupWidth: 102, laneWidth: 162, measure: (text) => text.length },
};

const bar = (id: string, start: string, end: string): Bar => ({
  ...{ id: id as BarId, lane: 'a' as LaneId, label: id, kind: 'operation', state: 'planned' },
  span: { start: month(start), end: month(end) },
  ...{ progress: null, owner: '', note: '', actualStart: '', actualEnd: '', source: '' },
});

/** The heights at which the bars of one lane stand, by their ids. */
const heightsOf = (bars: readonly Bar[], columnWidth = metrics.columnWidth) => {
  const roadmap: Roadmap = {
    ...{ title: '', caption: '', provisional: false, foldedYears: [], dependencies: [] },
    ...{ firstMonth: month('2022-04'), lastMonth: month('2024-03'), bars, milestones: [] },
    groups: [{ id: 'g' as GroupId, name: '' }],
    lanes: [{ id: 'a' as LaneId, group: 'g' as GroupId, name: '' }],
  };
  const sized = { ...metrics, columnWidth };
  const [lane] = layoutRoadmap(roadmap, scaleOf(roadmap, 'month'), sized).lanes;
  const ys = new Map(lane?.bars.map((box) => [box.bar.id as string, box.y]));
  return bars.map(({ id }) => ys.get(id));
};

describe('two bars of a lane', () => {
  it.each([
    ['with a month between them', '2022-08', true],
    ['that touch', '2022-07', true],
    ['that share a month', '2022-06', false],
    ['that begin together', '2022-04', false],
  ])('%s stand side by side: %s %s', (_, start, isSame) => {
    const [first, second] = heightsOf([bar('a', '2022-04', '2022-06'), bar('b', start, '2022-10')]);
    expect(first).toBeDefined();
    expect(first === second).toBe(isSame);
  });

  it('that touch stand side by side at any width of a column', () => {
    for (const width of [7.1, 19.99, 33.3, 51.7, 88.88]) {
      const chain = ['04', '05', '06', '07', '08', '09', '10'].map((at) =>
        bar(at, `2022-${at}`, `2022-${at}`),
      );
      expect(new Set(heightsOf(chain, width)).size).toBe(1);
    }
  });

  it('and a third: what ends first makes room first', () => {
    const [long, short, next, late] = heightsOf([
      bar('long', '2022-04', '2022-12'),
      bar('short', '2022-04', '2022-05'),
      bar('next', '2022-06', '2022-12'),
      bar('late', '2023-01', '2023-02'),
    ]);
    expect(next).toBe(short);
    expect(next).not.toBe(long);
    expect(late).toBe(long);
  });
});
