import type { FindingKind } from './meeting.ts';

/** The colour that repeats the word of a finding, the same on every screen; `key` is that of an action. */
export type FindingTone = 'warning' | 'success' | 'decision' | 'key' | 'neutral';

export const FINDING_TONES: Readonly<Record<FindingKind | 'action', FindingTone>> = {
  issue: 'warning',
  insight: 'success',
  strength: 'success',
  decision: 'decision',
  care: 'key',
  reflection: 'neutral',
  action: 'key',
};
