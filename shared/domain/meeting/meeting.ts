import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  count,
  flag,
  hidden,
  line,
  longText,
  memberRecords,
  members,
  note,
  order,
  paragraph,
  partialDate,
  plainNumber,
  reference,
  SENTENCE_LIMIT,
  timeOfDay,
} from '../record/field.ts';

/** 第N回支援: a numbered support visit. Its meetings are sessions that name it. */
export const rounds = defineCollection({
  name: 'rounds',
  home: 'case',
  what: '支援の回',
  fields: {
    number: plainNumber('回の番号'),
    source: paragraph('出典'),
    summary: longText('支援のまとめ'),
  },
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
  what: '会合',
  fields: {
    kind: choice('種類', MEETING_KINDS, 'other', MEETING_KIND_NAMES, {
      reaches: { internal: 'office' },
    }),
    /** The round that a session belongs to. */
    round: reference('支援の回', 'rounds'),
    /** '' when the round has one part. */
    partLabel: line('部の名前', { example: '例：午前の部' }),
    /** A pre-meeting's number as typed: 0.5, 1.75. */
    ordinal: line('番号'),
    /** The event's own title, which may disagree with the round's number. */
    title: line('会合の名称', { example: '例：第3回 意見交換会' }),
    /** A day, a month, or '' while unknown. */
    date: partialDate('日付'),
    /** The last day of a meeting of several days (12/26～27); '' for the others. */
    endDate: partialDate('終わりの日'),
    startTime: timeOfDay('始まりの時刻'),
    endTime: timeOfDay('終わりの時刻'),
    /** What is known of the time without a clock: 午後. */
    timeNote: line('時間帯'),
    state: choice('状態', MEETING_STATES, 'planned', MEETING_STATE_NAMES),
    /** Why it was postponed or cancelled: コロナのため延期. */
    stateReason: line('延期・中止の理由', { called: '理由' }),
    /** Held by the municipality on its own, outside the count of rounds. */
    independent: flag('独自開催'),
    modes: members('形式', MODE_NAMES),
    /** What the list of modes can't say: メール等, 集合型. */
    modeNote: line('形式の補足', { example: '例：集合型' }),
    place: line('場所', {
      example: '例：益城町役場 大会議室',
      headings: ['会場', '開催地', '訪問先', '開催場所', '実施場所'],
    }),
    supporters: memberRecords('支援者', 'organizations'),
    audience: paragraph('対象', { example: '例：居宅介護支援事業者、包括', headings: [] }),
    aim: longText('ねらい', { headings: ['目的', '狙い', '目的ねらい'] }),
    /** What the meeting is to bring about, and where things go from there. */
    effect: longText('効果・方向性', { headings: ['効果', '方向性'] }),
    /** The total as somebody entered it; null while the computed one stands. */
    headCount: count('出席の計', { called: '参加の人数' }),
    /** How a source words who came: 町、地域包括支援センター、SC … */
    attendanceText: paragraph('出席の書き方', { example: '例：町、地域包括支援センター、SC' }),
    summary: longText('まとめ', {
      headings: ['支援のまとめ', '結果', '成果', '概要', '結果概要', '成果課題'],
    }),
    note: note('記録の本文'),
    remarks: paragraph('備考', { headings: ['注', '注記', 'メモ', '特記事項', 'その他'] }),
    source: paragraph('出典', { example: 'この記録のもとになった資料' }),
    order: order(),
  },
});
export type MeetingRow = Row<typeof meetings>;

/** Where one day of a meeting of several days takes place, if not where the others do. */
export const meetingDays = defineCollection({
  name: 'meetingDays',
  home: 'case',
  what: '日ごとの場所',
  fields: {
    meeting: reference('会合', 'meetings'),
    date: partialDate('日'),
    place: line('場所'),
    order: order(),
  },
});
export type MeetingDayRow = Row<typeof meetingDays>;

/** 出席: a person by name, or a group with a head count. */
export const attendances = defineCollection({
  name: 'attendances',
  home: 'case',
  what: '出席',
  within: 'meeting',
  fields: {
    meeting: reference('会合', 'meetings'),
    person: reference('人', 'people'),
    organization: reference('機関・団体', 'organizations'),
    name: line('名前', { called: '出席者の名前', isRequired: true, personIn: 'person' }),
    /** One of the office's roles, or '' where none is known. */
    role: line('立場'),
    /** Heads; null counts as one person. */
    count: count('人数', { called: '出席の人数' }),
    order: order(),
  },
});
export type AttendanceRow = Row<typeof attendances>;

/** What somebody does in the programme. */
export const PROGRAMME_PARTS = [
  'none',
  'lecturer',
  'adviser',
  'chair',
  'reporter',
  'other',
] as const;
export type ProgrammePart = (typeof PROGRAMME_PARTS)[number];
export const PROGRAMME_PART_NAMES: Readonly<Record<ProgrammePart, string>> = {
  none: '役なし',
  lecturer: '講師',
  adviser: '助言者',
  chair: '進行',
  reporter: '説明・報告',
  other: 'その他',
};

/** One line of the programme of the day (次第). */
export const programmeItems = defineCollection({
  name: 'programmeItems',
  home: 'case',
  what: '次第',
  within: 'meeting',
  fields: {
    meeting: reference('会合', 'meetings'),
    time: timeOfDay('時刻'),
    title: line('内容', { called: '次第の項目', isRequired: true }),
    speaker: line('話す人', { personIn: 'person' }),
    /** The person of the office whom the name stands for; none for 町, or somebody who is not known. */
    person: reference('人', 'people'),
    part: choice('役', PROGRAMME_PARTS, 'none', PROGRAMME_PART_NAMES),
    order: order(),
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

/** Whether it was written in the note of its meeting: once it no longer stands there, its list says so. */
const bornInNote = () => flag('本文で記録', { isQuiet: true, isWatched: false });

/** 課題・気づき: born in a meeting, or of the case as a whole when `meeting` is ''. */
export const findings = defineCollection({
  name: 'findings',
  home: 'case',
  what: '課題・気づき',
  within: 'meeting',
  fields: {
    /** What the prefecture minds, and what it would do otherwise, is its own. */
    kind: choice('種類', FINDING_KINDS, 'issue', FINDING_KIND_NAMES, {
      reaches: { care: 'office', reflection: 'office' },
    }),
    text: line('内容', { called: '課題・気づき', limit: SENTENCE_LIMIT, isRequired: true }),
    /** Why it was decided so: for whoever has to tell it later, and for those who decided it together. */
    reason: line('理由', {
      called: '決めた理由',
      limit: SENTENCE_LIMIT,
      example: 'なぜそう決めたか',
      reach: 'municipalities',
    }),
    /** Who said it, where that matters. */
    saidBy: line('発言者', { reach: 'municipalities' }),
    meeting: reference('会合', 'meetings'),
    /** Themes of the office. */
    themes: memberRecords('テーマ', 'themes'),
    source: paragraph('出典', { isWatched: false }),
    inNote: bornInNote(),
    order: order(),
  },
});
export type FindingRow = Row<typeof findings>;

export const ACTION_STATES = ['open', 'going', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export const ACTION_STATE_NAMES: Readonly<Record<ActionState, string>> = {
  open: '未',
  going: '進行中',
  done: '済',
  dropped: '中止',
};

/** What goes on after the record of its meeting is confirmed. */
const later = { isWatched: false } as const;

/** 対応事項: the next step that a meeting leads to, what it answers, and what came of it. */
export const actions = defineCollection({
  name: 'actions',
  home: 'case',
  what: '対応事項',
  within: 'meeting',
  fields: {
    text: line('内容', { called: '対応事項', limit: SENTENCE_LIMIT, isRequired: true }),
    owner: line('担当', { example: '例：町・県' }),
    due: partialDate('期限'),
    state: choice('状態', ACTION_STATES, 'open', ACTION_STATE_NAMES, later),
    waitingFor: line('待っている相手', {
      ...later,
      example: '例：町の予算査定',
      reach: 'municipalities',
    }),
    /** Whom somebody gave their word to; nobody for what is only to be done. */
    promisedTo: line('約束した相手', {
      ...later,
      example: '例：町の課長',
      reach: 'municipalities',
    }),
    meeting: reference('会合', 'meetings'),
    /** The findings of its case that it answers. */
    answers: memberRecords('こたえる課題', 'findings', later),
    /** The bars and milestones that it is tied to, of the roadmap that its case shows: an earlier year's may hold it. */
    roadmapItems: members('ロードマップ', undefined, later),
    result: line('結果', { ...later, limit: SENTENCE_LIMIT, example: '例：3事業所で試行できた' }),
    resultOn: partialDate('結果の日付', later),
    source: paragraph('出典', later),
    inNote: bornInNote(),
    order: order(),
  },
});
export type ActionRow = Row<typeof actions>;

/** What a second source says of a field: both values are kept, and both are shown. */
export const variants = defineCollection({
  name: 'variants',
  home: 'case',
  what: '別の記述',
  fields: {
    /** The record and field that the other source disagrees on. */
    record: hidden('記録'),
    field: hidden('項目'),
    value: paragraph('値'),
    source: paragraph('出典'),
  },
});
export type VariantRow = Row<typeof variants>;
