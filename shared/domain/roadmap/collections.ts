import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  flag,
  hidden,
  line,
  members,
  order,
  paragraph,
  partialDate,
  plainNumber,
  reference,
} from '../record/field.ts';
import type { Id } from '../record/ids.ts';

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
export const ROADMAP_ID = 'roadmap' as Id<'roadmaps'>;

/** ロードマップ: what holds for a case's roadmap as a whole. */
export const roadmaps = defineCollection({
  name: 'roadmaps',
  home: 'case',
  what: 'ロードマップ',
  fields: {
    title: line('表題'),
    /** The prefecture's line below or above a printed chart. */
    caption: paragraph('説明'),
    /** First and last month shown (`YYYY-MM`). */
    firstMonth: partialDate('開始の月'),
    lastMonth: partialDate('終了の月'),
    /** Whether prints bear the mark 暫定版. */
    provisional: flag('暫定版'),
    /** Fiscal years (`2026`) that stand folded into one column. */
    foldedYears: members('たたんだ年度', undefined, { isQuiet: true }),
  },
});
export type RoadmapRow = Row<typeof roadmaps>;

/** 分野: 支援, 介護保険事業計画, 支援体制の整備 … */
export const laneGroups = defineCollection({
  name: 'laneGroups',
  home: 'case',
  what: '分野',
  fields: { name: line('名前'), order: order() },
});
export type LaneGroupRow = Row<typeof laneGroups>;

/** 取組み: one row of the chart. */
export const lanes = defineCollection({
  name: 'lanes',
  home: 'case',
  what: '取組み',
  within: 'group',
  fields: {
    group: reference('分野', 'laneGroups'),
    name: line('名前'),
    follows: choice('表示', LANE_FOLLOWS, 'nothing', LANE_FOLLOWS_NAMES),
    order: order(),
  },
});
export type LaneRow = Row<typeof lanes>;

export const bars = defineCollection({
  name: 'bars',
  home: 'case',
  what: '帯',
  within: 'lane',
  fields: {
    lane: reference('取組み', 'lanes'),
    label: line('名前'),
    /** A `SpanEdge`: `2023-02` or `2023-02-T1`. */
    start: hidden('開始'),
    end: hidden('終了'),
    kind: choice('種類', BAR_KINDS, 'operation', BAR_KIND_NAMES),
    state: choice('状態', BAR_STATES, 'planned', BAR_STATE_NAMES),
    /** Percent from 0 to 100; null where nobody says. */
    progress: plainNumber('進み'),
    /** The body in charge. */
    owner: line('担当'),
    note: paragraph('補足'),
    /** When it really began and ended; '' while not. */
    actualStart: hidden('実績の開始'),
    actualEnd: hidden('実績の終了'),
    source: paragraph('出典'),
    order: order(),
  },
});
export type BarRow = Row<typeof bars>;

/** 節目: a month or a day; or one of the case's meetings, whose date and name it follows. */
export const milestones = defineCollection({
  name: 'milestones',
  home: 'case',
  what: '節目',
  within: 'lane',
  fields: {
    lane: reference('取組み', 'lanes'),
    /** '' for the name of the meeting that it follows. */
    label: line('名前'),
    /** A day or a month; '' when it follows a meeting. */
    date: partialDate('日付'),
    meeting: reference('会合', 'meetings', { standsFor: true }),
    note: paragraph('補足'),
    source: paragraph('出典'),
    order: order(),
  },
});
export type MilestoneRow = Row<typeof milestones>;

/** That one bar may start only when another has ended. */
export const dependencies = defineCollection({
  name: 'dependencies',
  home: 'case',
  what: '帯のつながり',
  fields: { before: reference('前の帯', 'bars'), after: reference('後の帯', 'bars') },
});
export type DependencyRow = Row<typeof dependencies>;

/** 版: the roadmap as it stood when somebody named it; never changed afterwards, only renamed or removed. */
export const roadmapVersions = defineCollection({
  name: 'roadmapVersions',
  home: 'case',
  what: 'ロードマップの版',
  fields: {
    name: line('名前'),
    /** The day that staff gave it. */
    date: partialDate('日付'),
    reason: paragraph('理由'),
    /** A `Roadmap` as JSON. */
    snapshot: hidden('内容'),
    order: order(),
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
