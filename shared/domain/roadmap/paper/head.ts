import { AUDIENCE_NAMES } from '../../record/audience.ts';
import type { Roadmap } from '../model.ts';
import { baselineIn } from './chart-bars.ts';
import { POINT, type Shape, type Text } from './drawing.ts';
import { headingOf } from './heading.ts';
import { dateWords } from './notes.ts';
import type { PageOptions, PaperSheet } from './options.ts';
import { type Paragraph, paragraphOf, type Room } from './paragraph.ts';
import { emWidth } from './text-width.ts';
import * as ink from './tokens.ts';

/** Title, caption and version each take no more of the page than this. */
const SHARE = 0.12;

/** A word in a frame: 暫定版, 市町村用. */
type Stamp = { readonly text: string; readonly ink: string };

/** Title and caption at the left; for whom it is, 暫定版, version and date at the right. */
export const drawHead = (
  roadmap: Roadmap,
  options: PageOptions,
  { width, height, margin, title, text }: PaperSheet,
): { readonly shapes: readonly Shape[]; readonly bottom: number } => {
  const size = text * POINT;
  const inner = width - 2 * margin;
  const right = width - margin;
  const most = height * SHARE;
  const facts = paragraphOf(
    [
      dateWords(options.date, options.versionName),
      ...(options.versionName === '' ? [] : [`「${options.versionName}」`]),
    ],
    { width: inner * 0.28, height: most },
    size,
  );
  const factsWidth = Math.max(...facts.lines.map((line) => emWidth(line) * facts.size));
  const stamps: readonly Stamp[] = [
    { text: AUDIENCE_NAMES[options.outgoing.audience], ink: ink.INK },
    ...(roadmap.provisional ? [{ text: '暫定版', ink: ink.PROVISIONAL }] : []),
  ];
  const stamp = { size: size * 1.25, width: size * 1.25 * 4.9, height: size * 2.1 };
  const stampRoom = stamps.length * (stamp.width + size);
  const room = { width: inner - factsWidth - stampRoom - size * 1.5, height: most };
  const heading = fitHeading(headingOf(roadmap, options.municipality), room, title * POINT);
  const caption = paragraphOf(roadmap.caption === '' ? [] : [roadmap.caption], room, size);
  const captionTop = margin + heading.lines.length * heading.leading;
  const shapes: Shape[] = [
    ...linesOf(heading, margin, margin, { fill: ink.INK, bold: true }),
    ...linesOf(caption, margin, captionTop, { fill: ink.QUIET_INK }),
    ...linesOf(facts, right, margin, { fill: ink.INK, anchor: 'end' }),
  ];
  stamps.forEach(({ text: words, ink: color }, index) => {
    const left = right - factsWidth - (index + 1) * (stamp.width + size);
    shapes.push(
      {
        ...{ kind: 'rect', x: left, y: margin, width: stamp.width, height: stamp.height },
        ...{ radius: 6, stroke: color, strokeWidth: 5 },
      },
      {
        ...{ kind: 'text', x: left + stamp.width / 2, text: words, size: stamp.size },
        ...{ y: margin + baselineIn(stamp.height, stamp.size), fill: color },
        ...{ bold: true, anchor: 'middle' },
      },
    );
  });
  const factsHeight = Math.max(facts.lines.length * facts.leading, stamp.height);
  const captionBottom = captionTop + caption.lines.length * caption.leading;
  return { shapes, bottom: Math.max(captionBottom, margin + factsHeight) };
};

const linesOf = (
  { lines, size, leading }: Paragraph,
  x: number,
  top: number,
  look: Pick<Text, 'fill' | 'bold' | 'anchor'>,
): readonly Text[] =>
  lines.map((text, index) => {
    const y = top + index * leading + baselineIn(leading, size);
    return { kind: 'text', x, y, text, size, ...look };
  });

/** A heading rather small than in two lines, as long as it still stands out. */
const fitHeading = (text: string, room: Room, wanted: number): Paragraph => {
  for (let size = wanted; size > wanted * 0.6; size *= 0.93) {
    if (emWidth(text) * size <= room.width) return { size, leading: size * 1.4, lines: [text] };
  }
  return paragraphOf([text], room, wanted * 0.6);
};
