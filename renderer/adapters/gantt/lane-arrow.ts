import type { Arrow, Bar } from 'frappe-gantt';
import type { BarBox } from '#shared/domain/roadmap/layout/layout.ts';

/** How far an arrow goes straight on beside its bars, and the size of its head. */
const OUT = 6;
const HEAD = 4;

/** The library's arrow between two bars, by the layout's places: lanes differ in height, bars may not be drawn. */
export const makeLaneArrow = (Base: typeof Arrow): typeof Arrow =>
  class extends Base {
    override calculate_path(): void {
      this.path = arrowPath(boxOf(this.from_task), boxOf(this.to_task));
    }
  };

const boxOf = (bar: Bar): BarBox => {
  if ('box' in bar) return bar.box as BarBox;
  throw new TypeError('a bar without its box');
};

const arrowPath = (from: BarBox, to: BarBox): string => {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const head = `l${-HEAD} ${-HEAD} m${HEAD} ${HEAD} l${-HEAD} ${HEAD}`;
  const isSameRow = Math.abs(y1 - y2) < 1;
  if (isSameRow && x2 >= x1 && x2 - x1 < 2 * OUT) return '';
  if (isSameRow && x2 > x1) return `M${x1} ${y1} H${x2} ${head}`;
  // Out of the bar's lower or upper side, near its end, and then to the follower's beginning.
  const down = Math.min(x1 - OUT, x2 - 1.5 * OUT);
  const side = y2 > y1 ? from.y + from.height : from.y;
  if (down >= from.x + 2) return `M${down} ${side} V${y2} H${x2} ${head}`;
  const between = y2 > y1 ? to.y - HEAD : to.y + to.height + HEAD;
  return `M${x1} ${y1} h${OUT} V${between} H${x2 - 1.5 * OUT} V${y2} H${x2} ${head}`;
};
