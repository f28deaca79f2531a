import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import type { Orientation, Paper } from '#shared/domain/tables/material.ts';
import type { Table } from '#shared/domain/tables/table.ts';

/** What the save dialog proposes: the caption in one word, and for whom, if not for the office. */
export const fileNameOf = ({ caption, outgoing: { audience } }: Table): string =>
  [caption, ...(audience === 'office' ? [] : [AUDIENCE_NAMES[audience]])]
    .join(' ')
    .replaceAll(/\s+/g, '_');

/** A sheet of paper as it lies, in CSS pixels (96 to the inch). */
export type Sheet = {
  readonly size: Paper;
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
  /** What the margins and the foot leave to the table. */
  readonly content: { readonly width: number; readonly height: number };
};

const SHORT_SIDE: Readonly<Record<Paper, number>> = { a4: 210, a3: 297 };
const LONG_SIDE: Readonly<Record<Paper, number>> = { a4: 297, a3: 420 };

/** In millimetres, as paper.module.css has them; the slack is for what rounding adds on paper. */
const MARGINS = { side: 15, top: 14, bottom: 18, slack: 2 } as const;

const pixels = (millimetres: number): number => (millimetres * 96) / 25.4;

export const sheetOf = ({
  paper,
  orientation,
}: {
  readonly paper: Paper;
  readonly orientation: Orientation;
}): Sheet => {
  const isLandscape = orientation === 'landscape';
  const width = isLandscape ? LONG_SIDE[paper] : SHORT_SIDE[paper];
  const height = isLandscape ? SHORT_SIDE[paper] : LONG_SIDE[paper];
  return {
    size: paper,
    orientation,
    width: pixels(width),
    height: pixels(height),
    content: {
      width: pixels(width - MARGINS.side * 2),
      height: pixels(height - MARGINS.top - MARGINS.bottom - MARGINS.slack),
    },
  };
};

/** A list with keys by place: its items have no ids, and none moves by itself. */
export const keyed = <Item>(items: readonly Item[]) =>
  items.map((item, index) => ({ item, key: `${index}`, index }));
