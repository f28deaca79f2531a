import type { BarKind } from '../collections.ts';

/**
 * How a bar of each kind looks. Kinds differ in fill and border, so that they stay apart in black and white:
 * 検討・準備 dashed on white, 試行 dark, 実施 tinted, 計画期間 hatched, その他 with a double border. The colours are
 * of デジタル庁's design tokens, as on the screen.
 */
export type BarLook = {
  readonly fill: string;
  readonly border: string;
  readonly text: string;
  readonly isDashed: boolean;
  readonly hatch: string | null;
  readonly isDouble: boolean;
};

const PLAIN = { isDashed: false, hatch: null, isDouble: false } as const;

export const BAR_LOOKS: Readonly<Record<BarKind, BarLook>> = {
  preparation: { ...PLAIN, fill: '#ffffff', border: '#0055ad', text: '#00428c', isDashed: true },
  trial: { ...PLAIN, fill: '#0066be', border: '#00428c', text: '#ffffff' },
  operation: { ...PLAIN, fill: '#d9e6ff', border: '#4979f5', text: '#000060' },
  planPeriod: { ...PLAIN, fill: '#ffffff', border: '#666666', text: '#333333', hatch: '#cccccc' },
  other: { ...PLAIN, fill: '#ffffff', border: '#4d4d4d', text: '#1a1a1a', isDouble: true },
};

export const INK = '#1a1a1a';
export const QUIET_INK = '#4d4d4d';
export const PAPER = '#ffffff';
export const HEAD_GROUND = '#eef1f6';
export const NAME_GROUND = '#f6f8fb';
export const LINE = '#b3b3b3';
export const LINE_QUIET = '#e0e4ea';
export const LINE_YEAR = '#7f7f7f';
export const MARK = '#00118f';
export const GHOST = '#949494';
export const ACTUAL = '#1a1a1a';
export const TODAY = '#a13a00';
export const PROVISIONAL = '#a13a00';
/** What is late, beside its sign ！遅れ. */
export const LATE = '#b3261e';
export const DEPENDENCY = '#666666';
