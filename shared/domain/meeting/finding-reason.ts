import type { FindingRow } from './meeting.ts';

type Reasoned = Pick<FindingRow, 'kind' | 'reason'>;

/** Whether a reason is asked for: of a decision, and of whatever was one when its reason was written. */
export const asksReason = ({ kind, reason }: Reasoned): boolean =>
  kind === 'decision' || reason !== '';

/** 理由：町の職員だけで始められるため; '' where none is written. */
export const reasonWords = ({ reason }: Pick<FindingRow, 'reason'>): string =>
  reason === '' ? '' : `理由：${reason}`;
