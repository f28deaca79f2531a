import type { Scale } from '../scale.ts';
import { baselineIn, type ChartType } from './chart-bars.ts';
import { type ChartFrame, headHeight } from './chart-frame.ts';
import type { Text } from './drawing.ts';
import { emWidth } from './text-width.ts';
import * as ink from './tokens.ts';

/** Lines over the middle of their columns, in the first wording that has room, or the last in smaller letters. */
type Over = {
  readonly x: number;
  readonly width: number;
  readonly wordings: readonly (readonly string[])[];
};
type Row = {
  readonly top: number;
  readonly height: number;
  readonly size: number;
  readonly bold: boolean;
};

const AROUND = 0.86;

const sizeIn = (width: number, text: string): number =>
  (width * AROUND) / Math.max(0.1, emWidth(text));

const drawOver = (
  { x, width, wordings }: Over,
  { top, height, size, bold }: Row,
): readonly Text[] => {
  const sizeOf = (lines: readonly string[]): number =>
    Math.min(...lines.map((line) => sizeIn(width, line)), (height * 0.94) / lines.length / 1.02);
  const lines = wordings.find((one) => sizeOf(one) >= size) ?? wordings.at(-1) ?? [];
  const fit = Math.min(size, sizeOf(lines));
  const leading = fit * 1.05;
  const first = top + height / 2 - (lines.length * leading) / 2;
  const look = { size: fit, fill: ink.INK, bold, anchor: 'middle' } as const;
  return lines.map((text, index) => {
    const y = first + index * leading + baselineIn(leading, fit);
    return { kind: 'text', x: x + width / 2, y, text, ...look };
  });
};

/** Months stand in one size and one wording, whatever the widest of them takes. */
const monthWordings = (labels: readonly string[], width: number, size: number) => {
  const bare = labels.map((label) => label.replace(/月$/, ''));
  const sizeOf = (texts: readonly string[]): number =>
    Math.min(size, ...texts.map((text) => sizeIn(width, text)));
  return sizeOf(labels) >= size ? { texts: labels, size } : { texts: bare, size: sizeOf(bare) };
};

/** Fiscal years over their months, and what the columns of names hold. */
export const drawHeader = (scale: Scale, frame: ChartFrame, { dx }: ChartType): readonly Text[] => {
  const { columnWidth, yearHeight, monthHeight, y, headSize: size, padding } = frame;
  const room = Math.min(frame.groupWidth, frame.laneWidth) - padding * 1.5;
  const nameSize = Math.min(size, room / 3);
  const months = monthWordings(
    scale.columns.filter(({ isWholeYear }) => !isWholeYear).map(({ label }) => label),
    columnWidth,
    size,
  );
  const column = { top: y + yearHeight, height: monthHeight, size: months.size, bold: false };
  const year = { top: y, height: yearHeight, size: size * 1.1, bold: true };
  return [
    ...scale.years.flatMap(({ label, firstColumn, columns }) =>
      drawOver(
        {
          x: dx + firstColumn * columnWidth,
          width: columns * columnWidth,
          wordings: [[label], inTwo(label)],
        },
        year,
      ),
    ),
    ...scale.columns.flatMap(({ label, isWholeYear }, index) => {
      const bare = label.replace(/月$/, '');
      const text = isWholeYear || months.texts.includes(label) ? label : bare;
      const wordings = [[text]];
      return drawOver({ x: dx + index * columnWidth, width: columnWidth, wordings }, column);
    }),
    ...(['分野', '取組み'] as const).map((text, index): Text => {
      const x = frame.x + padding + index * frame.groupWidth;
      const middle = y + headHeight(frame) / 2 + baselineIn(0, nameSize);
      return { kind: 'text', x, y: middle, text, size: nameSize, fill: ink.INK, bold: true };
    }),
  ];
};

/** 令和5年度 as its era and what follows; one part where no number stands. */
const inTwo = (label: string): readonly string[] => {
  const at = label.search(/\d|元/);
  return at > 0 ? [label.slice(0, at), label.slice(at)] : [label];
};
