import { defineCollection, type Row } from '../record/collection.ts';
import { choiceField, flagField, numberField, orderField, textField } from '../record/fields.ts';

/** 第N回支援: a numbered support visit. Its meetings are sessions that name it. */
export const rounds = defineCollection({
  name: 'rounds',
  home: 'case',
  fields: { number: numberField, source: textField },
  texts: ['summary'],
});
export type RoundRow = Row<typeof rounds>;

export const MEETING_KINDS = [
  'orientation',
  'preMeeting',
  'session',
  'internal',
  'consultation',
  'exchange',
  'siteVisit',
  'information',
  'briefing',
  'other',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
export const MEETING_KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  orientation: 'オリエンテーション',
  preMeeting: 'N次ミーティング',
  session: '支援',
  internal: '課内協議',
  consultation: '打合せ・ヒアリング',
  exchange: '意見交換会',
  siteVisit: '視察',
  information: '情報提供',
  briefing: '報告会',
  other: 'その他',
};

export const MEETING_STATES = ['planned', 'held', 'postponed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export const MEETING_STATE_NAMES: Readonly<Record<MeetingState, string>> = {
  planned: '予定',
  held: '実施',
  postponed: '延期',
  cancelled: '中止',
};

/** How people met; a meeting may have several. Ids of the members of the set `modes`. */
export const MODES = ['onsite', 'online', 'hybrid', 'mail', 'phone', 'office'] as const;
export type Mode = (typeof MODES)[number];
export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  onsite: '現地',
  online: 'オンライン',
  hybrid: 'ハイブリッド',
  mail: 'メール',
  phone: '電話',
  office: '県庁',
};

/** 会合: any dated contact. A part of a round (午前の部) is a session of its own with a part label. */
export const meetings = defineCollection({
  name: 'meetings',
  home: 'case',
  fields: {
    kind: choiceField(MEETING_KINDS, 'other'),
    /** The round that a session belongs to. */
    round: textField,
    /** 午前の部, 第2部② …; '' when the round has one part. */
    partLabel: textField,
    /** A pre-meeting's number as typed: 0.5, 1.75. */
    ordinal: textField,
    /** The event's own title, which may disagree with the round's number. */
    title: textField,
    /** A day, a month, or '' while unknown. */
    date: textField,
    startTime: textField,
    endTime: textField,
    /** What is known of the time without a clock: 午後. */
    timeNote: textField,
    place: textField,
    /** What the list of modes can't say: メール等, 集合型. */
    modeNote: textField,
    state: choiceField(MEETING_STATES, 'planned'),
    /** Why it was postponed or cancelled: コロナのため延期. */
    stateReason: textField,
    /** Held by the municipality on its own, outside the count of rounds. */
    independent: flagField,
    audience: textField,
    /** The total as somebody entered it; null while the computed one stands. */
    headCount: numberField,
    /** How a source words who came: 町、地域包括支援センター、SC … */
    attendanceText: textField,
    remarks: textField,
    source: textField,
    order: orderField,
  },
  sets: ['modes', 'supporters'],
  texts: ['aim', 'summary'],
  note: true,
});
export type MeetingRow = Row<typeof meetings>;

/** 出席: a person by name, or a group with a head count. */
export const attendances = defineCollection({
  name: 'attendances',
  home: 'case',
  fields: {
    meeting: textField,
    person: textField,
    organization: textField,
    name: textField,
    role: textField,
    /** Heads; null counts as one person. */
    count: numberField,
    order: orderField,
  },
});
export type AttendanceRow = Row<typeof attendances>;

/** One line of the programme of the day (次第). */
export const programmeItems = defineCollection({
  name: 'programmeItems',
  home: 'case',
  fields: {
    meeting: textField,
    time: textField,
    title: textField,
    speaker: textField,
    order: orderField,
  },
});
export type ProgrammeItemRow = Row<typeof programmeItems>;

export const FINDING_KINDS = [
  'issue',
  'insight',
  'strength',
  'decision',
  'care',
  'reflection',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_KIND_NAMES: Readonly<Record<FindingKind, string>> = {
  issue: '課題',
  insight: '気づき',
  strength: '強み',
  decision: '決定',
  care: '心掛け',
  reflection: '反省',
};

/** 課題・気づき: born in a meeting, or of the case as a whole when `meeting` is ''. */
export const findings = defineCollection({
  name: 'findings',
  home: 'case',
  fields: {
    kind: choiceField(FINDING_KINDS, 'issue'),
    text: textField,
    meeting: textField,
    source: textField,
    order: orderField,
  },
});
export type FindingRow = Row<typeof findings>;

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export const ACTION_STATE_NAMES: Readonly<Record<ActionState, string>> = {
  open: '未',
  done: '済',
  dropped: '取りやめ',
};

/** 対応事項: the next step that a meeting leads to. */
export const actions = defineCollection({
  name: 'actions',
  home: 'case',
  fields: {
    text: textField,
    owner: textField,
    due: textField,
    state: choiceField(ACTION_STATES, 'open'),
    meeting: textField,
    source: textField,
    order: orderField,
  },
});
export type ActionRow = Row<typeof actions>;

/** What a second source says of a field: both values are kept, and both are shown. */
export const variants = defineCollection({
  name: 'variants',
  home: 'case',
  fields: {
    /** The record and field that the other source disagrees on. */
    record: textField,
    field: textField,
    value: textField,
    source: textField,
  },
});
export type VariantRow = Row<typeof variants>;
