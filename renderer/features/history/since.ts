import type { Day } from '#shared/dates/types.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';

/** What was the last edit of each device that somebody has seen in this list: the end of it, on its own clock. */
export type Looked = Readonly<Record<string, number>>;

/** Whatever was kept, as that; undefined where nobody has looked yet. */
export const restoreLooked = (kept: unknown): Looked | undefined => {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return undefined;
  const sound = Object.entries(kept).filter(([, time]) => typeof time === 'number');
  return sound.length === 0 ? undefined : Object.fromEntries(sound);
};

/** The name under which this PC keeps how far a document's history was looked at. */
export const lookedName = (document: string): string => `history.${document}`;

/** What has been seen once these are: edits of a device follow each other, whenever they come in. */
export const lookedAt = (entries: readonly HistoryEntry[], before: Looked = {}): Looked => {
  const seen = new Map(Object.entries(before));
  for (const { device, to } of entries) seen.set(device, Math.max(to, seen.get(device) ?? 0));
  return Object.fromEntries(seen);
};

/** Whether an edit came in after somebody had looked. */
export const isUnseen = ({ device, to }: HistoryEntry, looked: Looked): boolean =>
  to > (looked[device] ?? 0);

/** From when on changes are asked for, beside the usual periods. */
export type Since = {
  /** The first day of whoever is in charge today. */
  readonly charge: Day | null;
  /** Undefined where nobody has looked yet. */
  readonly looked: Looked | undefined;
};

export const NO_SINCE: Since = { charge: null, looked: undefined };

export type SinceId = keyof Since;

export const isSinceId = (value: unknown): value is SinceId =>
  value === 'charge' || value === 'looked';

/** Those that there are, as choices. */
export const sinceChoices = ({
  charge,
  looked,
}: Since): readonly { readonly id: SinceId; readonly label: string }[] => [
  ...(charge === null
    ? []
    : [
        {
          id: 'charge' as const,
          label: '担当になってから',
        },
      ]),
  ...(looked === undefined ? [] : [{ id: 'looked' as const, label: '前に見てから' }]),
];
