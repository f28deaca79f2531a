/** What a check finds, in the order in which 確認してください lists them. */
export const ROADMAP_CHECK_CODES = [
  'dependency-loop',
  'lost-lane',
  'lost-group',
  'unreadable-month',
  'end-before-start',
  'missing-bar',
  'missing-meeting',
  'starts-early',
  'outside-period',
] as const;
export type RoadmapCheckCode = (typeof ROADMAP_CHECK_CODES)[number];

/** What only a person can put right, for 確認してください. Nothing is hidden because of it. */
export type RoadmapCheck = {
  readonly code: RoadmapCheckCode;
  /** One sentence or two for staff. */
  readonly message: string;
  /** Ids of the bars, lanes, milestones or dependencies concerned; first the one to go to. */
  readonly ids: readonly string[];
};
