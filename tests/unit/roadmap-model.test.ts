import { describe, expect, it } from 'vitest';
import {
  barPeekOf,
  checkLines,
  dateOfShown,
  laneOptions,
  linkOptions,
  milestoneOf,
  neighbourLane,
  parseProgress,
  resized,
  shiftDate,
  targetOf,
  withBarAt,
} from '#features/roadmap/model.ts';
import { isSpanEdge, type SpanEdge } from '#shared/dates/thirds.ts';
import { day, isDay, month } from '#shared/dates/types.ts';
import type { RoadmapCheck } from '#shared/domain/roadmap/checks/check.ts';
import type { LaneId } from '#shared/domain/roadmap/model.ts';
import { roadmapOfWords } from '#tests/support/roadmaps.ts';

const ROADMAP = roadmapOfWords(
  {
    支援体制の整備: [
      ['協議体', [['一', '2022-11', '2022-12', 'trial']], [['発足', '2023-02-13']]],
      ['', [['二', '2023-01', '2023-03', 'trial']]],
    ],
    '': [
      [
        '移動支援',
        [
          ['三', '2023-04', '2024-03', 'trial'],
          ['四', '2023-04', '2023-04', 'trial'],
        ],
      ],
    ],
  },
  {},
  [
    ['一', '二'],
    ['二', '三'],
  ],
);
const idOf = (label: string) =>
  ROADMAP.bars.find((bar) => bar.label === label)?.id ?? expect.fail('no such bar');
const peek = (label: string) => barPeekOf(ROADMAP, idOf(label)) ?? expect.fail('no such bar');
const edge = (text: string): SpanEdge => (isSpanEdge(text) ? text : expect.fail('no edge'));

describe('a bar beside the chart', () => {
  it.each([
    ['一', [], ['二']],
    ['二', ['一'], ['三']],
    ['三', ['二'], []],
    ['四', [], []],
  ])('%s stands between those it is linked with', (label, before, after) => {
    const found = peek(label);
    expect(found.bar.label).toBe(label);
    expect(found.before.map(({ bar }) => bar.label)).toEqual(before);
    expect(found.after.map(({ bar }) => bar.label)).toEqual(after);
  });

  it('is none where there is no such bar, and has no link to one that is gone', () => {
    expect(barPeekOf(ROADMAP, 'gone')).toBeNull();
    const bars = ROADMAP.bars.filter(({ label }) => label !== '一');
    expect(barPeekOf({ ...ROADMAP, bars }, idOf('二'))?.before).toEqual([]);
  });

  it.each([
    ['一', 'before', ['四']],
    ['一', 'after', ['三', '四']],
    ['三', 'before', ['一', '四']],
    ['三', 'after', ['四']],
    ['二', 'before', ['四']],
  ] as const)('%s may be linked %s: no bar twice, none in a circle', (label, side, labels) => {
    expect(linkOptions(ROADMAP, peek(label), side).map((option) => option.label)).toEqual(labels);
  });

  it('is offered with its time and lane', () => {
    const notes = linkOptions(ROADMAP, peek('一'), 'after').map(({ note }) => note);
    expect(notes).toEqual(['令和5年度　移動支援', '令和5年4月　移動支援']);
    const bars = ROADMAP.bars.map((bar) => ({ ...bar, span: null }));
    const [third] = linkOptions({ ...ROADMAP, bars }, peek('一'), 'after');
    expect(third?.note).toBe('移動支援');
  });

  it('goes elsewhere alone', () => {
    const span = { start: edge('2025-01'), end: edge('2025-02') };
    const moved = withBarAt(ROADMAP, idOf('二'), { lane: 'lane2' as LaneId, span });
    expect(moved.bars.filter((bar, index) => bar !== ROADMAP.bars[index])).toEqual([
      { ...peek('二').bar, lane: 'lane2', span },
    ]);
  });
});

describe('what is on the chart', () => {
  it('is found by its id, whatever it is', () => {
    expect(targetOf(ROADMAP, idOf('一'))).toEqual({ kind: 'bar', id: idOf('一') });
    expect(targetOf(ROADMAP, 'mark0')).toEqual({ kind: 'milestone', id: 'mark0' });
    expect(targetOf(ROADMAP, 'gone')).toBeNull();
    expect(milestoneOf(ROADMAP, 'mark0')?.label).toBe('発足');
    expect(milestoneOf(ROADMAP, 'gone')).toBeNull();
  });

  it('lanes are offered with their groups, as far as these have names', () => {
    expect(laneOptions(ROADMAP)).toEqual([
      { id: 'lane0', label: '協議体', note: '支援体制の整備' },
      { id: 'lane1', label: '', note: '支援体制の整備' },
      { id: 'lane2', label: '移動支援' },
    ]);
  });

  it.each([
    ['lane0', -1, undefined],
    ['lane0', 1, 'lane1'],
    ['lane1', -1, 'lane0'],
    ['lane2', 1, undefined],
    ['gone', 1, undefined],
  ] as const)('the neighbour of %s at %i is %s', (id, direction, neighbour) => {
    expect(neighbourLane(ROADMAP, id as LaneId, direction)?.id).toBe(neighbour);
  });

  it('what is to be checked leads to bars and milestones, not to what is gone', () => {
    const check = { ids: [idOf('一'), 'gone', 'mark0'] } as unknown as RoadmapCheck;
    expect(checkLines(ROADMAP, [check])[0]?.targets).toEqual([
      { target: { kind: 'bar', id: idOf('一') }, name: '「一」' },
      { target: { kind: 'milestone', id: 'mark0' }, name: '「発足」' },
    ]);
  });
});

describe('a typed progress', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['４０％', 40],
    ['40%', 40],
    ['100', 100],
    ['007', 7],
    ['101', 'refused'],
    ['0040', 'refused'],
    ['-1', 'refused'],
    ['4.5', 'refused'],
    ['x40', 'refused'],
    ['40x', 'refused'],
    ['4%0', 'refused'],
  ])('%j is %s', (typed, read) => {
    const parsed = parseProgress(typed);
    expect(parsed.ok ? parsed.value : 'refused').toBe(read);
    if (!parsed.ok) expect(parsed.error.happened).toContain(`「${typed}」は進みとして`);
  });
});

describe('one end of a bar that is moved', () => {
  const span = { start: edge('2023-01'), end: edge('2023-02') };
  it.each([
    ['start', 3, { start: '2023-02', end: '2023-02' }],
    ['start', -3, { start: '2022-12', end: '2023-02' }],
    ['start', 5, { start: '2023-02', end: '2023-02' }],
    ['start', 6, null],
    ['end', 3, { start: '2023-01', end: '2023-03' }],
    ['end', -3, { start: '2023-01', end: '2023-01' }],
    ['end', -5, { start: '2023-01', end: '2023-01' }],
    ['end', -6, null],
  ] as const)('the %s by %i', (side, slots, after) => {
    expect(resized(span, side, slots)).toEqual(after);
  });
});

it('a bar in thirds of months is moved by thirds', () => {
  const span = { start: edge('2023-01-T2'), end: edge('2023-02-T1') };
  expect(resized(span, 'end', 1)).toEqual({ start: '2023-01-T2', end: '2023-02-T2' });
  expect(resized(span, 'start', 2)).toEqual({ start: '2023-02-T1', end: '2023-02-T1' });
  expect(resized(span, 'start', 3)).toBeNull();
});

describe('a milestone that is moved by months', () => {
  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-01-31', 2, '2023-03-31'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-01', 12, '2024-01'],
    ['2023-01-15', 0, '2023-01-15'],
  ])('%s by %i is %s', (date, months, after) => {
    expect(shiftDate(isDay(date) ? day(date) : month(date), months)).toBe(after);
  });
});

describe('the day of the version looked at', () => {
  const list = [
    { id: 'v1', date: '2023-01-10' },
    { id: 'v2', date: '' },
  ];
  it.each([
    ['v1', '2023-01-10'],
    ['v2', null],
    ['now', null],
  ])('%s: %s', (key, date) => {
    const versions = { list, shown: { key } } as unknown as Parameters<typeof dateOfShown>[0];
    expect(dateOfShown(versions)).toBe(date);
  });
});
