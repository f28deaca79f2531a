import Gantt, { type Arrow, type Bar, type Options, type Task, type ViewMode } from 'frappe-gantt';
import type { BoardLayout, LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import { isSameScale, type Scale, UNITS_PER_COLUMN } from '#shared/domain/roadmap/scale.ts';
import { DAYS_PER_COLUMN, syntheticDate, unitOfDate } from './calendar.ts';
import { boxesById, type ChartContent, hasSameRows, tasksOf } from './chart-content.ts';
import { drawLaneMarks, marksKey } from './draw-marks.ts';
import { makeLaneArrow } from './lane-arrow.ts';
import { HATCH, type LaneBar, type LaneTask, makeLaneBar } from './lane-bar.ts';
import { svg } from './svg.ts';

/** The library draws from within its constructor, so the content comes with the options. */
type ChartOptions = Options & { readonly content: ChartContent };

type Shapes = {
  readonly Bar: ReturnType<typeof makeLaneBar>;
  readonly Arrow: ReturnType<typeof makeLaneArrow>;
};
let shapes: Shapes | undefined;

type DrawnMarks = { readonly key: string; readonly group: SVGGElement };

/**
 * frappe-gantt with lanes: several bars to a row, rows of their own heights, and only the rows in view. The
 * library keeps the calendar, the grid's columns, the layers and the shapes; what it does for each day of
 * the calendar, or by measuring the page, is left out. It listens to nothing: the board does.
 */
export class LaneGantt extends Gantt {
  declare options: ChartOptions;
  declare tasks: LaneTask[];
  declare content: ChartContent;
  declare byId: Map<string, LaneBar>;
  declare heldId: string | null;
  declare seenFrom: number;
  declare heldMark: Element | null;
  declare marksLayer: SVGGElement;
  declare marksByLane: Map<string, DrawnMarks>;

  constructor(host: HTMLElement, content: ChartContent) {
    super(host, [], chartOptions(content));
  }

  /** Shows another content; draws only what is different. */
  show(content: ChartContent): void {
    const old = this.content;
    this.content = content;
    this.tasks = tasksOf(content);
    const isScaled =
      !isSameScale(content.scale, old.scale) ||
      content.layout.columnWidth !== old.layout.columnWidth;
    if (isScaled) {
      this.setup_options(chartOptions(content));
      this.change_view_mode();
      return;
    }
    if (!hasSameRows(old.layout, content.layout)) {
      this.layers.grid.replaceChildren();
      this.make_grid();
      this.make_grid_extras();
    }
    this.draw_lanes();
  }

  /** Shows a bar elsewhere while it is dragged, also when its lane is scrolled out of view; null puts it back. */
  place(id: string, at: Parameters<LaneBar['place']>[0]): void {
    this.heldId = at === null ? null : id;
    this.byId.get(id)?.place(at);
  }

  /** As `place`, for a milestone, by so much from where it is drawn. */
  place_mark(id: string, by: { readonly x: number; readonly y: number } | null): void {
    const mark = this.marksLayer.querySelector(`[data-id="${CSS.escape(id)}"]`);
    this.heldMark = by === null ? null : mark;
    mark?.classList.toggle('is-dragged', by !== null);
    if (by === null) mark?.removeAttribute('transform');
    else mark?.setAttribute('transform', `translate(${by.x} ${by.y})`);
  }

  /** Keeps the labels of long bars in sight where the chart is seen from so many px on. */
  see_from(left: number): void {
    this.seenFrom = left;
    for (const bar of this.bars as LaneBar[]) bar.keep_label(left);
  }

  override setup_tasks(_tasks: readonly Task[]): void {
    this.content = this.options.content;
    this.byId = new Map();
    this.marksByLane = new Map();
    this.heldId = null;
    this.seenFrom = 0;
    this.heldMark = null;
    this.tasks = tasksOf(this.content);
  }

  override setup_gantt_dates(): void {
    const { columns } = this.content.scale;
    this.gantt_start = syntheticDate(0);
    this.gantt_end = syntheticDate(columns.length * UNITS_PER_COLUMN);
  }

  override update_view_scale(mode: ViewMode): void {
    super.update_view_scale(mode);
    this.config.header_height = 0;
    this.config.ignored_positions = [];
  }

  override setup_layers(): void {
    super.setup_layers();
    this.$extras.remove();
    this.marksLayer = svg('g', { class: 'marks' }, this.$svg);
  }

  override make_grid_background(): void {
    const { width, height } = this.content.layout;
    this.grid_height = height;
    this.$svg.setAttribute('width', String(width));
    this.$svg.setAttribute('height', String(height));
    svg('rect', { width, height, class: 'grid-background' }, this.layers.grid);
  }

  override make_grid_rows(): void {
    svg('path', { d: rowLines(this.content.layout), class: 'row-line' }, this.layers.grid);
  }

  /** The board has its own, with names and buttons. */
  override make_grid_header(): void {}
  override make_side_header(): void {}
  override make_dates(): void {}

  override make_grid_highlights(): void {
    const pattern = svg(
      'pattern',
      {
        id: HATCH,
        width: 12,
        height: 12,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      svg('defs', {}, this.layers.grid),
    );
    svg('rect', { width: 12, height: 12, class: 'hatch-ground' }, pattern);
    svg('rect', { width: 6, height: 12, class: 'hatch-line' }, pattern);
  }

  override make_bars(): void {
    this.byId.clear();
    this.marksByLane.clear();
    this.draw_lanes();
  }

  /** Drawn with the bars. */
  override make_arrows(): void {}
  override map_arrows_on_bars(): void {}
  override set_dimensions(): void {}
  override set_scroll_position(): void {}
  override bind_events(): void {}

  private draw_lanes(): void {
    shapes ??= this.learn_shapes();
    const gone = new Set(this.byId.keys());
    for (const task of this.tasks) {
      gone.delete(task.id);
      const bar = this.byId.get(task.id);
      if (bar) bar.update(task);
      else this.add_bar(task, shapes);
    }
    for (const id of gone) {
      if (id === this.heldId) continue;
      this.byId.get(id)?.group.remove();
      this.byId.delete(id);
    }
    this.bars = [...this.byId.values()];
    if (this.seenFrom > 0) this.see_from(this.seenFrom);
    this.draw_arrows(shapes);
    this.draw_marks();
  }

  private add_bar(task: LaneTask, { Bar: LaneShape }: Shapes): void {
    const bar = new LaneShape(this, task);
    this.layers.bar.append(bar.group);
    this.byId.set(task.id, bar);
  }

  private draw_arrows({ Arrow: LaneArrow }: Shapes): void {
    this.layers.arrow.replaceChildren();
    const { dependencies, layout } = this.content;
    if (dependencies.length === 0) return;
    const boxes = boxesById(layout);
    this.arrows = [];
    for (const { before, after } of dependencies) {
      if (!this.byId.has(before) && !this.byId.has(after)) continue;
      const [from, to] = [boxes.get(before), boxes.get(after)];
      if (!from || !to) continue;
      const arrow = new LaneArrow(this, standIn(before, from), standIn(after, to));
      this.arrows.push(arrow);
    }
    this.layers.arrow.append(...this.arrows.map(({ element }) => element));
  }

  private draw_marks(): void {
    const gone = new Set(this.marksByLane.keys());
    for (const box of lanesOf(this.content)) {
      const { id } = box.lane;
      const key = marksKey(box, this.content.selectedId);
      gone.delete(id);
      const drawn = this.marksByLane.get(id);
      if (drawn?.key === key) continue;
      drawn?.group.remove();
      const group = drawLaneMarks(box, this.content.selectedId);
      this.marksLayer.append(group);
      this.marksByLane.set(id, { key, group });
    }
    for (const id of gone) {
      const group = this.marksByLane.get(id)?.group;
      if (this.heldMark && group?.contains(this.heldMark)) continue;
      group?.remove();
      this.marksByLane.delete(id);
    }
  }

  /** The library exports neither of its shapes: two specimens, drawn apart, give away what they are made by. */
  private learn_shapes(): Shapes {
    const { tasks, layers } = this;
    const specimen = (id: string, dependencies: readonly string[], _index: number): Task => ({
      ...{ id, name: '', progress: 0, custom_class: '', dependencies, _index },
      _start: syntheticDate(0),
      _end: syntheticDate(1),
    });
    this.tasks = [specimen('a', [], 0), specimen('b', ['a'], 1)] as LaneTask[];
    this.layers = { ...layers, bar: svg('g', {}), arrow: svg('g', {}) };
    this.$lower_header = document.createElement('div');
    super.make_bars();
    super.make_arrows();
    const [bar] = this.bars;
    const [arrow] = this.arrows;
    if (!bar || !arrow) throw new TypeError('frappe-gantt drew no specimen');
    this.tasks = tasks;
    this.layers = layers;
    return {
      Bar: makeLaneBar(bar.constructor as typeof Bar),
      Arrow: makeLaneArrow(arrow.constructor as typeof Arrow),
    };
  }
}

const lanesOf = ({ layout, first, end }: ChartContent): readonly LaneBox[] =>
  layout.lanes.slice(first, end);

const standIn = (id: string, box: unknown): Bar => ({ task: { id }, box }) as unknown as Bar;

const rowLines = ({ width, lanes, groups }: BoardLayout): string =>
  [...lanes, ...groups.filter((group) => group.lanes === 0)]
    .map(({ y, height }) => `M0 ${y + height - 0.5} h${width}`)
    .join('');

const chartOptions = (content: ChartContent): ChartOptions => ({
  content,
  view_modes: [viewMode(content.scale)],
  column_width: content.layout.columnWidth,
  bar_height: 22,
  bar_corner_radius: 4,
  padding: 12,
  upper_header_height: 0,
  lower_header_height: 0,
  lines: 'vertical',
  // The default looks at each day of the calendar.
  holidays: {},
  popup: false,
  infinite_padding: false,
  move_dependencies: false,
  today_button: false,
  readonly: true,
  scroll_to: null,
});

const viewMode = (scale: Scale): ViewMode => {
  const columnOf = (date: Date) => Math.round(unitOfDate(date) / UNITS_PER_COLUMN);
  const yearOf = (column: number) =>
    scale.years.find((year) => column < year.firstColumn + year.columns);
  return {
    name: '列',
    step: `${DAYS_PER_COLUMN}d`,
    padding: '0d',
    date_format: 'YYYY-MM-DD',
    snap_at: `${DAYS_PER_COLUMN / UNITS_PER_COLUMN}d`,
    upper_text: (date) => yearOf(columnOf(date))?.label ?? '',
    lower_text: (date) => scale.columns[columnOf(date)]?.label ?? '',
    thick_line: (date) => yearOf(columnOf(date))?.firstColumn === columnOf(date),
  };
};
