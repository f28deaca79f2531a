/**
 * What we use of frappe-gantt 1.2.2, which has no types. Its constructor draws at once, so what a subclass
 * needs has to be within the options, and its fields are declared, never initialised.
 */
declare module 'frappe-gantt' {
  export type Task = {
    readonly id: string;
    readonly name: string;
    _start: Date;
    _end: Date;
    /** Which row. */
    _index: number;
    progress: number;
    readonly dependencies: readonly string[];
    readonly custom_class: string;
  };

  export type ViewMode = {
    readonly name: string;
    readonly step: string;
    readonly padding: string;
    readonly date_format: string;
    readonly snap_at: string;
    readonly upper_text: (date: Date, last: Date | null) => string;
    readonly lower_text: (date: Date, last: Date | null) => string;
    readonly thick_line: (date: Date) => boolean;
  };

  export type Options = {
    readonly view_modes: readonly ViewMode[];
    readonly column_width: number;
    readonly bar_height: number;
    readonly bar_corner_radius: number;
    readonly padding: number;
    readonly upper_header_height: number;
    readonly lower_header_height: number;
    readonly lines: 'none' | 'vertical' | 'horizontal' | 'both';
    readonly holidays: Readonly<Record<string, never>>;
    readonly popup: false;
    readonly infinite_padding: boolean;
    readonly move_dependencies: boolean;
    readonly today_button: boolean;
    readonly readonly: boolean;
    readonly scroll_to: null;
  };

  class Bar {
    constructor(gantt: Gantt, task: Task);
    gantt: Gantt;
    task: Task;
    group: SVGGElement;
    bar_group: SVGGElement;
    $bar: SVGRectElement;
    x: number;
    y: number;
    width: number;
    height: number;
    corner_radius: number;
    /** In columns. */
    duration: number;
    refresh(): void;
    prepare_helpers(): void;
    prepare_wrappers(): void;
    prepare_values(): void;
    compute_x(): void;
    compute_y(): void;
    compute_duration(): void;
    draw(): void;
    draw_bar(): void;
    draw_progress_bar(): void;
    draw_label(): void;
    draw_resize_handles(): void;
    bind(): void;
  }

  class Arrow {
    constructor(gantt: Gantt, from: Bar, to: Bar);
    from_task: Bar;
    to_task: Bar;
    path: string;
    element: SVGPathElement;
    calculate_path(): void;
  }

  /** Not exported by the library: reached through what a chart has drawn. */
  export type { Arrow, Bar };

  class Gantt {
    constructor(wrapper: HTMLElement, tasks: readonly Task[], options: Options);
    options: Options;
    config: {
      column_width: number;
      header_height: number;
      ignored_positions: readonly number[];
    };
    tasks: Task[];
    bars: Bar[];
    arrows: Arrow[];
    layers: Record<'grid' | 'arrow' | 'progress' | 'bar', SVGGElement>;
    $svg: SVGSVGElement;
    $lower_header: HTMLElement;
    $extras: HTMLElement;
    gantt_start: Date;
    gantt_end: Date;
    grid_height: number;
    setup_tasks(tasks: readonly Task[]): void;
    setup_gantt_dates(): void;
    setup_options(options: Options): void;
    change_view_mode(): void;
    update_view_scale(mode: ViewMode): void;
    setup_layers(): void;
    make_grid(): void;
    make_grid_extras(): void;
    make_grid_background(): void;
    make_grid_rows(): void;
    make_grid_header(): void;
    make_side_header(): void;
    make_grid_highlights(): void;
    make_dates(): void;
    make_bars(): void;
    make_arrows(): void;
    map_arrows_on_bars(): void;
    set_dimensions(): void;
    set_scroll_position(): void;
    bind_events(): void;
  }

  // biome-ignore lint/style/noDefaultExport: it is how the library exports it
  export { Gantt as default };
}
