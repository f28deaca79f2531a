import { assertNever } from '../../result.ts';
import { readFlow } from './flow.ts';
import type { FlowRows } from './next-step.ts';

/** How far a case has come, as the table of cases shows it. */
export type Stage =
  | { readonly kind: 'preparing' }
  /** The next round, or a pre-meeting before it, is on the ladder. */
  | { readonly kind: 'towards'; readonly number: number }
  | { readonly kind: 'supported'; readonly number: number }
  | { readonly kind: 'closing' };

/**
 * The stage, from the flow alone: 準備中 until a round or a pre-meeting before it is on the ladder,
 * 第N回に向けて until a session of it is held, then 第N回支援済み until the next one is on the ladder.
 * まとめ begins with the third round held (unless a further one is on the ladder), or earlier with a
 * 報告会 when no further round is.
 */
export const stageOf = ({ rounds, meetings }: FlowRows): Stage => {
  const flow = readFlow(rounds, meetings);
  if (flow.nextRound === null) return { kind: 'closing' };
  if (flow.announced || flow.prepared) return { kind: 'towards', number: flow.nextRound };
  if (flow.lastHeld === 0) return { kind: 'preparing' };
  return flow.briefing ? { kind: 'closing' } : { kind: 'supported', number: flow.lastHeld };
};

/** The stage in words: 第2回に向けて. */
export const formatStage = (stage: Stage): string => {
  switch (stage.kind) {
    case 'preparing':
      return '準備中';
    case 'towards':
      return `第${stage.number}回に向けて`;
    case 'supported':
      return `第${stage.number}回支援済み`;
    case 'closing':
      return 'まとめ';
    default:
      return assertNever(stage);
  }
};

/** A number that sorts stages in the order in which a case goes through them. */
export const stageRank = (stage: Stage): number => {
  switch (stage.kind) {
    case 'preparing':
      return 0;
    case 'towards':
      return stage.number - 0.5;
    case 'supported':
      return stage.number;
    case 'closing':
      return Number.MAX_SAFE_INTEGER;
    default:
      return assertNever(stage);
  }
};
