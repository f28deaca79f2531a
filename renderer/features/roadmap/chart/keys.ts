import { SLOTS_PER_MONTH, SLOTS_PER_YEAR } from '#shared/dates/thirds.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';
import type { Zoom } from '#shared/domain/roadmap/scale.ts';
import { isMonthly } from '#shared/domain/roadmap/span.ts';
import type { Step } from './cursor.ts';

/** What a key on the chart asks for. */
export type BoardKey =
  | { readonly kind: 'walk'; readonly step: Step }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** Only while a question is open: then it is what is taken back. */
  | { readonly kind: 'undo' }
  /** The bar, sooner or later. */
  | { readonly kind: 'move'; readonly direction: -1 | 1 }
  /** The bar, to the lane above or below. */
  | { readonly kind: 'lane'; readonly direction: -1 | 1 }
  | { readonly kind: 'resize'; readonly edge: 'start' | 'end'; readonly direction: -1 | 1 }
  | { readonly kind: 'add' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'remove' };

export type PressedKey = {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const PLAIN: Readonly<Record<string, BoardKey>> = {
  ArrowLeft: { kind: 'walk', step: 'left' },
  ArrowRight: { kind: 'walk', step: 'right' },
  ArrowUp: { kind: 'walk', step: 'up' },
  ArrowDown: { kind: 'walk', step: 'down' },
  Home: { kind: 'walk', step: 'first' },
  End: { kind: 'walk', step: 'last' },
  PageUp: { kind: 'walk', step: 'yearBack' },
  PageDown: { kind: 'walk', step: 'yearOn' },
  Enter: { kind: 'open' },
  F2: { kind: 'open' },
  Escape: { kind: 'close' },
  Insert: { kind: 'add' },
  Delete: { kind: 'remove' },
};

const CONTROL: Readonly<Record<string, BoardKey>> = {
  ArrowLeft: { kind: 'walk', step: 'previous' },
  ArrowRight: { kind: 'walk', step: 'next' },
  Home: { kind: 'walk', step: 'top' },
  End: { kind: 'walk', step: 'bottom' },
  d: { kind: 'duplicate' },
  z: { kind: 'undo' },
};

const ALT: Readonly<Record<string, BoardKey>> = {
  ArrowLeft: { kind: 'move', direction: -1 },
  ArrowRight: { kind: 'move', direction: 1 },
  ArrowUp: { kind: 'lane', direction: -1 },
  ArrowDown: { kind: 'lane', direction: 1 },
};

const SHIFT_ALT: Readonly<Record<string, BoardKey>> = {
  ArrowLeft: { kind: 'resize', edge: 'end', direction: -1 },
  ArrowRight: { kind: 'resize', edge: 'end', direction: 1 },
  ArrowUp: { kind: 'resize', edge: 'start', direction: -1 },
  ArrowDown: { kind: 'resize', edge: 'start', direction: 1 },
};

/** The deed that a key stands for, or null for a key that is not the chart's. */
export const boardKeyOf = ({
  key,
  altKey,
  shiftKey,
  ctrlKey,
  metaKey,
}: PressedKey): BoardKey | null => {
  const control = ctrlKey || metaKey;
  if (altKey && control) return null;
  if (altKey) return (shiftKey ? SHIFT_ALT : ALT)[key] ?? null;
  if (shiftKey) return null;
  return (control ? CONTROL : PLAIN)[control && key.length === 1 ? key.toLowerCase() : key] ?? null;
};

/** How far one press moves a bar, in slots: a column, but a third of a month where the bar counts in them. */
export const strideOf = (span: Span, zoom: Zoom): number => {
  switch (zoom) {
    case 'month':
      return isMonthly(span) ? SLOTS_PER_MONTH : 1;
    case 'quarter':
      return 3 * SLOTS_PER_MONTH;
    case 'year':
      return SLOTS_PER_YEAR;
  }
};
