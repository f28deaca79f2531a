/** Where a line of a walk leads. */
export type WalkPlace =
  | { readonly kind: 'overview' | 'flow' }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** 課題と対応, with a record of it marked where one is named. */
  | { readonly kind: 'findings'; readonly record?: string | undefined }
  | { readonly kind: 'person' | 'organization' | 'knowHow'; readonly id: string };

/** One thing that the records say. */
export type WalkLine = {
  readonly id: string;
  /** A date, a role, the name of a field. */
  readonly head: string;
  readonly text: string;
  readonly note: string;
  readonly place: WalkPlace;
};

export type WalkSection = {
  readonly title: string;
  readonly lines: readonly WalkLine[];
  /** Said where there is nothing, with what to do about it. */
  readonly nothing: string;
};

export const STOP_IDS = [
  'about',
  'turns',
  'people',
  'promises',
  'decisions',
  'cautions',
  'next',
] as const;
export type StopId = (typeof STOP_IDS)[number];
export const STOP_NAMES: Readonly<Record<StopId, string>> = {
  about: '何の案件か',
  turns: 'これまでの流れ',
  people: 'かかわる人',
  promises: '約束していること',
  decisions: '決めたこと',
  cautions: '気をつけること',
  next: '次にすること',
};

export type Stop = {
  readonly id: StopId;
  /** What to look for here. */
  readonly lead: string;
  readonly sections: readonly WalkSection[];
  /** The page where all of it stands. */
  readonly whole: { readonly words: string; readonly place: WalkPlace };
};
