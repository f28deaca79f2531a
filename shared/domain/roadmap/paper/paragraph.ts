import { wrapText } from '../layout/wrap.ts';
import { emWidth } from './text-width.ts';

export type Paragraph = {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly string[];
};

export type Room = { readonly width: number; readonly height: number };

/** Texts in lines, each from a line of its own; in smaller letters where they would take more than their room. */
export const paragraphOf = (texts: readonly string[], room: Room, wanted: number): Paragraph => {
  for (let size = wanted; ; size *= 0.85) {
    const letters = size;
    const leading = size * 1.4;
    const lines = texts.flatMap((text) =>
      wrapText(text, room.width, (words) => emWidth(words) * letters),
    );
    if (lines.length * leading <= room.height || size < wanted / 100)
      return { size, leading, lines };
  }
};
