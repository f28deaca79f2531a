import type { SpanEdge } from '#shared/dates/thirds.ts';
import { changeSentences } from '#shared/domain/roadmap/changes/change-words.ts';
import type {
  Bar,
  BarId,
  GroupId,
  Lane,
  LaneGroup,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import { roadmapOfWords } from './roadmaps.ts';

/** Two fields: 支援 with two lanes, 計画 with one. */
export const OLD = roadmapOfWords(
  {
    支援: [
      [
        '国の支援',
        [],
        [
          ['初回', '2022-08-24'],
          ['議会', '2023-03'],
        ],
      ],
      ['県の支援', [['伴走', '2023-04', '2024-03', 'operation']]],
    ],
    計画: [
      [
        '第9期',
        [
          ['策定', '2023-04', '2024-03', 'preparation'],
          ['実施', '2024-04', '2027-03', 'planPeriod'],
        ],
        [['公表', '2024-03-20']],
      ],
    ],
  },
  {},
  [['策定', '実施']],
);
export const [STATE, PREFECTURE, PLAN] = OLD.lanes as [Lane, Lane, Lane];
export const [SUPPORT, PLANS] = OLD.groups as [LaneGroup, LaneGroup];
export const [COMPANY, MAKING, DOING] = OLD.bars as [Bar, Bar, Bar];
export const [FIRST, COUNCIL, PUBLIC] = OLD.milestones as [Milestone, Milestone, Milestone];

/** Items with other values in that of an id. */
export const changed = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  values: Partial<Item>,
): readonly Item[] => items.map((item) => (item.id === id ? { ...item, ...values } : item));
export const without = <Item extends { readonly id: string }>(
  items: readonly Item[],
  ...ids: readonly string[]
): readonly Item[] => items.filter(({ id }) => !ids.includes(id));

export const span = (start: string, end: string) => ({
  start: start as SpanEdge,
  end: end as SpanEdge,
});
export const newBar = (label: string, lane: LaneId): Bar => ({
  ...DOING,
  ...{ id: `new${label}` as BarId, label, lane },
});
export const newMark = (label: string, lane: LaneId): Milestone => ({
  ...FIRST,
  ...{ id: `new${label}` as MilestoneId, label, lane },
});
export const newLane = (name: string, group: GroupId): Lane => ({
  ...{ id: `new${name}` as LaneId, name, group },
});

/** What is said of a change of the old roadmap: kind, text, and what it speaks of. */
export const told = (after: Partial<Roadmap>, before: Partial<Roadmap> = {}) =>
  changeSentences({ ...OLD, ...before }, { ...OLD, ...after }).map(
    ({ kind, text, ids }) => [kind, text, ...ids] as const,
  );
