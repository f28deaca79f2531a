import type { Bar, Task } from 'frappe-gantt';
import type { BarBox } from '#shared/domain/roadmap/layout/layout.ts';
import { columnsBetween } from './calendar.ts';
import { drawLabel, labelShift } from './draw-label.ts';
import { svg } from './svg.ts';

export type LaneTask = Task & { box: BarBox };

/** Neighbouring bars do not touch. */
const INSET = 1;
const ACTUAL = 3;
const CAP = 7;
export const HATCH = 'roadmap-hatch';

export type LaneBar = Bar & {
  readonly box: BarBox;
  /** Draws the bar of a box anew, if that looks different. */
  readonly update: (task: LaneTask) => void;
  /** Shows it elsewhere while it is dragged; null puts it back. */
  readonly place: (
    at: { readonly x: number; readonly y: number; readonly width: number } | null,
  ) => void;
  /** Keeps the label in sight where the chart is seen from so many px on. */
  readonly keep_label: (left: number) => void;
};

/**
 * A bar in a lane, from the library's own, which only a drawn chart gives away. Place and length come from
 * the synthetic dates, counted in columns rather than day by day; height, label and marks from the layout.
 * Left out: animation, listeners for each bar, handles and highlights, and markup in names.
 */
export const makeLaneBar = (
  Base: typeof Bar,
): (new (
  ...all: ConstructorParameters<typeof Bar>
) => LaneBar) =>
  class extends Base {
    /** How far the label is from where it is drawn. Set while the library's constructor draws. */
    declare labelBy: number;

    get box(): BarBox {
      return laneTask(this.task).box;
    }

    override prepare_helpers(): void {}

    override prepare_wrappers(): void {
      this.group = svg('g', { 'data-id': this.task.id });
      this.bar_group = this.group;
    }

    override bind(): void {}

    override draw_resize_handles(): void {}

    override refresh(): void {
      this.bar_group.replaceChildren();
      this.group.setAttribute('class', `bar-wrapper ${this.task.custom_class}`);
      this.prepare_values();
      this.draw();
    }

    override prepare_values(): void {
      super.prepare_values();
      this.x += INSET;
      this.width = Math.max(3, this.width - 2 * INSET);
      this.height = this.box.height;
    }

    override compute_y(): void {
      this.y = this.box.y;
    }

    override compute_x(): void {
      const { gantt_start, config } = this.gantt;
      this.x = columnsBetween(gantt_start, this.task._start) * config.column_width;
    }

    override compute_duration(): void {
      this.duration = columnsBetween(this.task._start, this.task._end);
    }

    override draw_bar(): void {
      const { x, y, width, height, corner_radius: r } = this;
      this.$bar = svg('rect', { x, y, width, height, rx: r, class: 'bar' }, this.bar_group);
      if (this.box.bar.kind === 'planPeriod') this.$bar.style.fill = `url(#${HATCH})`;
    }

    override draw_progress_bar(): void {
      const { x, y, height, corner_radius: r } = this;
      const { bar, actual } = this.box;
      if (bar.progress !== null && bar.progress > 0) {
        const width = (this.width * Math.min(100, bar.progress)) / 100;
        svg('rect', { x, y, width, height, rx: r, class: 'bar-progress' }, this.bar_group);
      }
      if (actual) svg('path', { d: actualPath(actual, y), class: 'bar-actual' }, this.bar_group);
    }

    override draw_label(): void {
      drawLabel(this.box.label, this.bar_group);
      this.labelBy = 0;
    }

    keep_label(left: number): void {
      const { x, width } = this.box;
      // Out of sight it may be anywhere.
      if (x + width <= left || (x >= left && this.labelBy === 0)) return;
      const by = labelShift(this.box, left);
      if (by === this.labelBy) return;
      this.labelBy = by;
      const label = this.bar_group.lastElementChild;
      if (by === 0) label?.removeAttribute('transform');
      else label?.setAttribute('transform', `translate(${by} 0)`);
    }

    update(task: LaneTask): void {
      const isSame = task.custom_class === this.task.custom_class && isSameBox(task.box, this.box);
      this.task = task;
      if (!isSame) this.refresh();
    }

    place(at: { readonly x: number; readonly y: number; readonly width: number } | null): void {
      this.group.classList.toggle('is-dragged', at !== null);
      if (at === null) {
        this.group.removeAttribute('transform');
        this.$bar.setAttribute('width', String(this.width));
        return;
      }
      const [dx, dy] = [at.x + INSET - this.x, at.y - this.y];
      this.group.setAttribute('transform', `translate(${dx} ${dy})`);
      this.$bar.setAttribute('width', String(Math.max(3, at.width - 2 * INSET)));
    }
  };

const laneTask = (task: Task): LaneTask => {
  if ('box' in task) return task as LaneTask;
  throw new TypeError('a task without its box');
};

/** A line over the bar with an upright at each end that is reached. */
const actualPath = ({ x, width, isOpen }: NonNullable<BarBox['actual']>, barY: number): string => {
  const [top, line, foot] = [barY - 4, barY - 4 + ACTUAL, barY - 4 + CAP];
  const right = x + Math.max(width, 2 * ACTUAL);
  const end = isOpen ? `V${line}` : `V${foot} h${-ACTUAL} V${line}`;
  return `M${x} ${top} H${right} ${end} H${x + ACTUAL} V${foot} H${x} z`;
};

const isSameBox = (a: BarBox, b: BarBox): boolean =>
  a === b ||
  (a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.bar.kind === b.bar.kind &&
    a.bar.progress === b.bar.progress &&
    a.actual?.x === b.actual?.x &&
    a.actual?.width === b.actual?.width &&
    a.actual?.isOpen === b.actual?.isOpen &&
    a.label.x === b.label.x &&
    a.label.y === b.label.y &&
    a.label.sign === b.label.sign &&
    a.label.place === b.label.place &&
    a.label.lines.join('\n') === b.label.lines.join('\n'));
