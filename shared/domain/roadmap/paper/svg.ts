import { assertNever } from '../../../result.ts';
import { DRAWING_FONTS, type Drawing, type Shape, type Text } from './drawing.ts';

/** What XML 1.0 has no way to hold, not even escaped. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for between tags or quotes; what XML cannot hold becomes 〓, as printers mark a missing letter. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '〓').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`,
    )
    .join('');

/** At most two decimals: a thousandth of a millimetre. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A drawing as a whole SVG file: only plain shapes and escaped texts, no scripts, styles or links. */
export const toSvg = (drawing: Drawing): string => {
  const { width, height, title } = drawing;
  const root = attributesOf({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${short(width)} ${short(height)}`,
    width: `${short(width / 10)}mm`,
    height: `${short(height / 10)}mm`,
    'font-family': DRAWING_FONTS.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(
      ', ',
    ),
    role: 'img',
    lang: 'ja',
  });
  const body = drawing.shapes.map(shapeToSvg).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg${root}>\n<title>${escapeXml(title)}</title>\n${body}\n</svg>\n`;
};

const shapeToSvg = (shape: Shape): string => {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius, fill = 'none', stroke, strokeWidth, dash } = shape;
      return `<rect${attributesOf({ x, y, width, height, rx: radius, fill, stroke, 'stroke-width': strokeWidth, 'stroke-dasharray': dash?.map(short).join(' ') })}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, strokeWidth, dash } = shape;
      return `<line${attributesOf({ x1, y1, x2, y2, stroke, 'stroke-width': strokeWidth, 'stroke-dasharray': dash?.map(short).join(' ') })}/>`;
    }
    case 'polygon': {
      const { points, fill, stroke, strokeWidth } = shape;
      const places = points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');
      return `<polygon${attributesOf({ points: places, fill, stroke, 'stroke-width': strokeWidth })}/>`;
    }
    case 'text':
      return textToSvg(shape);
    default:
      return assertNever(shape);
  }
};

const textToSvg = ({ x, y, text, size, fill, bold, anchor }: Text): string =>
  `<text${attributesOf({
    ...{ x, y, fill, 'font-size': size, 'font-weight': bold ? 700 : 400 },
    'text-anchor': anchor === undefined || anchor === 'start' ? undefined : anchor,
  })}>${escapeXml(text)}</text>`;
