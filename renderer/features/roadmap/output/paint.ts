import { DRAWING_FONTS, type Drawing, type Shape } from '#shared/domain/roadmap/paper/drawing.ts';
import { assertNever } from '#shared/result.ts';

const FAMILIES = DRAWING_FONTS.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ');

/** CSS pixels in a tenth of a millimetre; a picture has twice as many, for screens and projectors. */
const SCALE = (96 / 254) * 2;

/**
 * Loads what the letters of a drawing need: the font comes in many files, each for some letters, and what
 * is not on the screen would be drawn without.
 */
export const loadFonts = async ({ shapes }: Drawing): Promise<void> => {
  const texts = shapes.filter((shape) => shape.kind === 'text');
  const letters = (bold: boolean): string =>
    [
      ...new Set(
        texts.filter((text) => (text.bold ?? false) === bold).flatMap(({ text }) => [...text]),
      ),
    ].join('');
  await Promise.all([
    document.fonts.load(`400 16px "${DRAWING_FONTS[0]}"`, letters(false)),
    document.fonts.load(`700 16px "${DRAWING_FONTS[0]}"`, letters(true)),
  ]);
};

/** A drawing as the bytes of a PNG; its fonts must be loaded. @throws when the picture can't be made */
export const paintPng = async (drawing: Drawing): Promise<Uint8Array> => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.width * SCALE);
  canvas.height = Math.round(drawing.height * SCALE);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  for (const shape of drawing.shapes) paint(context, shape);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
};

const paint = (context: CanvasRenderingContext2D, shape: Shape): void => {
  context.setLineDash([]);
  switch (shape.kind) {
    case 'rect': {
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
      fill(context, shape.fill);
      stroke(context, shape.stroke, shape.strokeWidth, shape.dash);
      return;
    }
    case 'line': {
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      stroke(context, shape.stroke, shape.strokeWidth, shape.dash);
      return;
    }
    case 'polygon': {
      context.beginPath();
      for (const [x, y] of shape.points) context.lineTo(x, y);
      context.closePath();
      fill(context, shape.fill);
      stroke(context, shape.stroke, shape.strokeWidth);
      return;
    }
    case 'text': {
      const { anchor = 'start', bold = false, size, text, x, y } = shape;
      context.font = `${bold ? 700 : 400} ${size}px ${FAMILIES}`;
      context.textAlign = anchor === 'middle' ? 'center' : anchor;
      context.textBaseline = 'alphabetic';
      context.fillStyle = shape.fill;
      context.fillText(text, x, y);
      return;
    }
    default:
      assertNever(shape);
  }
};

const fill = (context: CanvasRenderingContext2D, color: string | undefined): void => {
  if (color === undefined) return;
  context.fillStyle = color;
  context.fill();
};

const stroke = (
  context: CanvasRenderingContext2D,
  color: string | undefined,
  width = 1,
  dash: readonly number[] = [],
): void => {
  if (color === undefined) return;
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
};
