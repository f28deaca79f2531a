import { defineCollection, type Row } from '../record/collection.ts';
import { choiceField, flagField, numberField, orderField, textField } from '../record/fields.ts';

/** What a bar stands for; told by fill and border, never by colour alone. */
export const BAR_KINDS = ['preparation', 'trial', 'operation', 'planPeriod', 'other'] as const;
export type BarKind = (typeof BAR_KINDS)[number];
export const BAR_KIND_NAMES: Readonly<Record<BarKind, string>> = {
  preparation: '検討・準備',
  trial: '試行',
  operation: '実施',
  planPeriod: '計画期間',
  other: 'その他',
};

export const BAR_STATES = ['planned', 'running', 'done', 'cancelled'] as const;
export type BarState = (typeof BAR_STATES)[number];
export const BAR_STATE_NAMES: Readonly<Record<BarState, string>> = {
  planned: '予定',
  running: '進行中',
  done: '完了',
  cancelled: '中止',
};

/** What of the case's ladder a lane shows by itself, as milestones that follow it. */
export const LANE_FOLLOWS = ['nothing', 'rounds', 'roundsAndPreMeetings'] as const;
export type LaneFollows = (typeof LANE_FOLLOWS)[number];
export const LANE_FOLLOWS_NAMES: Readonly<Record<LaneFollows, string>> = {
  nothing: '表示しない',
  rounds: '支援の回',
  roundsAndPreMeetings: '支援の回と各次ミーティング',
};

/** The only record of `roadmaps` in a case has this id, so that two devices that begin one begin the same. */
export const ROADMAP_ID = 'roadmap';

/** ロードマップ: what holds for a case's roadmap as a whole. */
export const roadmaps = defineCollection({
  name: 'roadmaps',
  home: 'case',
  fields: {
    title: textField,
    /** The prefecture's line below or above a printed chart. */
    caption: textField,
    /** First and last month shown (`YYYY-MM`). */
    firstMonth: textField,
    lastMonth: textField,
    /** Whether prints bear the mark 暫定版. */
    provisional: flagField,
  },
  /** Fiscal years (`2026`) that stand folded into one column. */
  sets: ['foldedYears'],
});
export type RoadmapRow = Row<typeof roadmaps>;

/** 分野: 支援, 介護保険事業計画, 支援体制の整備 … */
export const laneGroups = defineCollection({
  name: 'laneGroups',
  home: 'case',
  fields: { name: textField, order: orderField },
});
export type LaneGroupRow = Row<typeof laneGroups>;

/** 取組み: one row of the chart. */
export const lanes = defineCollection({
  name: 'lanes',
  home: 'case',
  fields: {
    group: textField,
    name: textField,
    follows: choiceField(LANE_FOLLOWS, 'nothing'),
    order: orderField,
  },
});
export type LaneRow = Row<typeof lanes>;

export const bars = defineCollection({
  name: 'bars',
  home: 'case',
  fields: {
    lane: textField,
    label: textField,
    /** A `SpanEdge`: `2023-02` or `2023-02-T1`. */
    start: textField,
    end: textField,
    kind: choiceField(BAR_KINDS, 'operation'),
    state: choiceField(BAR_STATES, 'planned'),
    /** Percent from 0 to 100; null where nobody says. */
    progress: numberField,
    /** 担当: the body in charge. */
    owner: textField,
    note: textField,
    /** When it really began and ended; '' while not. */
    actualStart: textField,
    actualEnd: textField,
    source: textField,
    order: orderField,
  },
});
export type BarRow = Row<typeof bars>;

/** 節目: a month or a day; or one of the case's meetings, whose date and name it follows. */
export const milestones = defineCollection({
  name: 'milestones',
  home: 'case',
  fields: {
    lane: textField,
    /** '' for the name of the meeting that it follows. */
    label: textField,
    /** A day or a month; '' when it follows a meeting. */
    date: textField,
    meeting: textField,
    note: textField,
    source: textField,
    order: orderField,
  },
});
export type MilestoneRow = Row<typeof milestones>;

/** That one bar may start only when another has ended. */
export const dependencies = defineCollection({
  name: 'dependencies',
  home: 'case',
  fields: { before: textField, after: textField },
});
export type DependencyRow = Row<typeof dependencies>;

/** 版: the roadmap as it stood when somebody named it; never changed afterwards, only renamed or removed. */
export const roadmapVersions = defineCollection({
  name: 'roadmapVersions',
  home: 'case',
  fields: {
    name: textField,
    /** The day that staff gave it. */
    date: textField,
    reason: textField,
    /** A `Roadmap` as JSON. */
    snapshot: textField,
    order: orderField,
  },
});
export type RoadmapVersionRow = Row<typeof roadmapVersions>;

export const ROADMAP_COLLECTIONS = [
  roadmaps,
  laneGroups,
  lanes,
  bars,
  milestones,
  dependencies,
  roadmapVersions,
] as const;
