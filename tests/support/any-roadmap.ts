import fc from 'fast-check';
import { type SpanEdge, slot, slotOfMonth, thirdOfSlot } from '#shared/dates/thirds.ts';
import { fiscalYear, month } from '#shared/dates/types.ts';
import { buildRoadmap, type RoadmapRows } from '#shared/domain/roadmap/build.ts';
import {
  BAR_KINDS,
  BAR_STATES,
  bars,
  dependencies,
  LANE_FOLLOWS,
  laneGroups,
  lanes,
  milestones,
  ROADMAP_ID,
  roadmaps,
} from '#shared/domain/roadmap/collections.ts';
import type { BarId, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import { spanOfSlots } from '#shared/domain/roadmap/span.ts';
import { builder, meetingRow, roundRow } from './rows.ts';

export const roadmapRow = builder(roadmaps);
export const laneGroupRow = builder(laneGroups);
export const laneRow = builder(lanes);
export const barRow = builder(bars);
export const milestoneRow = builder(milestones);
export const dependencyRow = builder(dependencies);

export const NO_ROWS: RoadmapRows = {
  roadmap: null,
  groups: [],
  lanes: [],
  bars: [],
  milestones: [],
  dependencies: [],
  meetings: [],
  rounds: [],
  fiscalYear: fiscalYear(2022),
};

const bin = fc.constantFrom('', '', '', '', '2023-01-01T00:00:00.000Z');
const anyOrder = fc.constantFrom('', 'a0', 'a0', 'a1', 'a0V', 'Zz');
const anyName = fc.constantFrom(
  ...['', ' ', '試行', '本格実施', '試行', '<img src=x onerror=alert(1)>', '=1+1'],
  'な'.repeat(10_000),
  '\ud800\u0000',
);
const anyMonth = fc.constantFrom(
  ...['2022-11', '2023-02', '2023-02-T1', '2023-02-T3', '2024-03', '2026-04-T2'],
  ...['', '2023-13', '2023-2', 'abc', '1873-01', '9999-12', '1926-12', '2126-03', '2023-02-T4'],
);
const anyId = (letter: string) => fc.nat({ max: 6 }).map((number) => `${letter}${number}`);
const anyReference = (letter: string) =>
  fc.oneof(
    { weight: 6, arbitrary: anyId(letter) },
    { weight: 1, arbitrary: fc.constantFrom('', 'gone', 'lostlane', '__proto__') },
  );

const rowsOf = <Value, R extends { readonly id: string }>(
  letter: string,
  values: fc.Arbitrary<Value>,
  build: (id: string, value: Value) => R,
): fc.Arbitrary<readonly R[]> =>
  fc
    .uniqueArray(fc.tuple(anyId(letter), values), { selector: ([id]) => id, maxLength: 7 })
    .map((list) => list.map(([id, value]) => build(id, value)));

const anyHead = fc.option(
  fc
    .record({
      deletedAt: bin,
      title: anyName,
      caption: anyName,
      firstMonth: anyMonth,
      lastMonth: anyMonth,
      provisional: fc.boolean(),
      foldedYears: fc.array(fc.constantFrom('2022', '2026', '2026', 'x', '', '99999'), {
        maxLength: 4,
      }),
    })
    .map((values) => ({
      ...values,
      foldedYears: values.foldedYears.map((id) => ({ id, name: '', order: '' })),
    })),
);

const anyBar = fc.record({
  deletedAt: bin,
  lane: anyReference('l'),
  label: anyName,
  start: anyMonth,
  end: anyMonth,
  kind: fc.constantFrom(...BAR_KINDS),
  state: fc.constantFrom(...BAR_STATES),
  progress: fc.constantFrom(null, 0, 40, 100, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, -0),
  owner: anyName,
  note: anyName,
  actualStart: anyMonth,
  actualEnd: anyMonth,
  source: anyName,
  order: anyOrder,
});

const anyMilestone = fc.record({
  deletedAt: bin,
  lane: anyReference('l'),
  label: anyName,
  date: fc.constantFrom('', '2023-02-13', '2023-02', '2023-02-30', '9999-12-31', 'x'),
  meeting: fc.oneof(fc.constant(''), anyReference('m')),
  order: anyOrder,
});

const anyMeeting = fc.record({
  deletedAt: bin,
  kind: fc.constantFrom('session', 'preMeeting', 'exchange'),
  round: anyReference('r'),
  ordinal: fc.constantFrom('', '0.5', 'x'),
  title: anyName,
  date: fc.constantFrom('', '2022-08-24', '2022-12', '2022-13', '9999-12-31'),
  state: fc.constantFrom('planned', 'held', 'postponed', 'cancelled'),
  order: anyOrder,
} as const);

/** Rows as hostile merges may leave them: loops, dangling references, unreadable months, endless names. */
export const anyRoadmapRows: fc.Arbitrary<RoadmapRows> = fc.record({
  roadmap: anyHead.map((head) => (head === null ? null : roadmapRow(ROADMAP_ID, head))),
  groups: rowsOf('g', fc.record({ deletedAt: bin, name: anyName, order: anyOrder }), laneGroupRow),
  lanes: rowsOf(
    'l',
    fc.record({
      deletedAt: bin,
      group: anyReference('g'),
      name: anyName,
      follows: fc.constantFrom(...LANE_FOLLOWS),
      order: anyOrder,
    }),
    laneRow,
  ),
  bars: rowsOf('b', anyBar, barRow),
  milestones: rowsOf('k', anyMilestone, milestoneRow),
  dependencies: rowsOf(
    'd',
    fc.record({ deletedAt: bin, before: anyReference('b'), after: anyReference('b') }),
    dependencyRow,
  ),
  meetings: rowsOf('m', anyMeeting, meetingRow),
  rounds: rowsOf(
    'r',
    fc.record({ deletedAt: bin, number: fc.constantFrom(1, 2, 2, null) }),
    roundRow,
  ),
  fiscalYear: fc.constantFrom(null, fiscalYear(2022), fiscalYear(1873), fiscalYear(9998)),
});

export const anyRoadmap: fc.Arbitrary<Roadmap> = anyRoadmapRows.map(buildRoadmap);

const FIRST = slotOfMonth(month('2020-04'));

/** Whole months, thirds, or a month at one end and a third at the other. */
export const anySpan: fc.Arbitrary<Span> = fc
  .record({
    start: fc.nat({ max: 180 }),
    length: fc.nat({ max: 40 }),
    form: fc.constantFrom('months', 'thirds', 'mixed'),
  })
  .map(({ start, length, form }) => {
    if (form === 'months') {
      const like = { start: month('2020-04'), end: month('2020-04') };
      return spanOfSlots(slot(FIRST + start), slot(FIRST + start + length), like);
    }
    const [from, to] = [slot(FIRST + start), slot(FIRST + start + length)];
    const end: SpanEdge = thirdOfSlot(to);
    if (form === 'thirds') return { start: thirdOfSlot(from), end };
    return { start: month(thirdOfSlot(from).slice(0, 7)), end };
  });

/** Readable bars with dependencies between them: without loops, or with any. */
export const anyPlan: fc.Arbitrary<Roadmap> = fc
  .record({
    spans: fc.array(anySpan, { minLength: 1, maxLength: 12 }),
    edges: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), { maxLength: 20 }),
    mayLoop: fc.boolean(),
  })
  .map(({ spans, edges, mayLoop }) => {
    const within = edges.map(([a, b]) => [a % spans.length, b % spans.length] as const);
    const forward = within.flatMap(([a, b]) =>
      a === b ? [] : [[Math.min(a, b), Math.max(a, b)] as const],
    );
    return planOf(spans, mayLoop ? within : forward);
  });

/** A roadmap of one lane; bar n is called `bn`. */
export const planOf = (
  spans: readonly Span[],
  edges: readonly (readonly [number, number])[] = [],
): Roadmap =>
  buildRoadmap({
    ...NO_ROWS,
    groups: [laneGroupRow('g', { name: '支援' })],
    lanes: [laneRow('l', { group: 'g', name: '通所型サービスC' })],
    bars: spans.map(({ start, end }, at) =>
      barRow(barId(at), { lane: 'l', label: `帯${at}`, start, end, order: 'a0' }),
    ),
    dependencies: edges.map(([before, after], at) =>
      dependencyRow(`d${at}`, { before: barId(before), after: barId(after) }),
    ),
  });

export const barId = (at: number): BarId => `b${at}` as BarId;
