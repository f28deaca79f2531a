import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import styles from './split-columns.module.css';

type Side = 'start' | 'end';

type SplitColumnsProps = {
  /** Under this name the widths are kept on this PC. */
  readonly name: string;
  /** What each side column is called: 会合の内容. */
  readonly labels: Readonly<Record<Side, string>>;
  readonly start: ReactNode;
  readonly children: ReactNode;
  readonly end: ReactNode;
};

type Widths = Readonly<Partial<Record<Side, number>>>;

/** In pixels; the middle keeps what the stylesheet gives it at least. */
const NARROWEST = 220;
const WIDEST = 640;
const STEP = 24;

const within = (width: number): number => Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));

const keyOf = (name: string): string => `columns.${name}`;

/** Widths as they were left on this PC; the usual ones where nothing sound is kept. */
const readWidths = (name: string): Widths => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const sides = Object.entries(kept).filter(
      ([side, width]) => (side === 'start' || side === 'end') && typeof width === 'number',
    );
    return Object.fromEntries(sides.map(([side, width]) => [side, within(width)]));
  } catch {
    return {};
  }
};

/** Three columns whose outer two can be made wider, by mouse and by keyboard; this PC remembers it. */
export const SplitColumns = ({ name, labels, start, children, end }: SplitColumnsProps) => {
  const [widths, setWidths] = useState(() => readWidths(name));
  const set = (side: Side, width: number | undefined): void => {
    const { [side]: _, ...rest } = widths;
    const next: Widths = width === undefined ? rest : { ...rest, [side]: within(width) };
    setWidths(next);
    localStorage.setItem(keyOf(name), JSON.stringify(next));
  };
  const lengths = Object.fromEntries(
    Object.entries(widths).map(([side, width]) => [`--${side}`, `${width}px`]),
  );
  return (
    // React's type knows no custom properties.
    <div className={styles.columns} style={lengths as CSSProperties}>
      <div className={styles.column}>{start}</div>
      <Handle label={labels.start} onResize={(width) => set('start', width)} side="start" />
      <div className={styles.column}>{children}</div>
      <Handle label={labels.end} onResize={(width) => set('end', width)} side="end" />
      <div className={styles.column}>{end}</div>
    </div>
  );
};

type HandleProps = {
  readonly label: string;
  readonly side: Side;
  /** Undefined for the usual width. */
  readonly onResize: (width: number | undefined) => void;
};

/** The line between two columns. */
const Handle = ({ label, side, onResize }: HandleProps) => {
  const line = useRef<HTMLHRElement>(null);
  const columnOf = (): Element | null | undefined =>
    side === 'start' ? line.current?.previousElementSibling : line.current?.nextElementSibling;
  const width = (): number => columnOf()?.getBoundingClientRect().width ?? NARROWEST;
  /** As it is read out: measured when the line gets the focus. */
  const [told, setTold] = useState(NARROWEST);
  const resize = (next: number | undefined): void => {
    onResize(next);
    if (next !== undefined) setTold(within(next));
  };
  const outwards = side === 'start' ? 1 : -1;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step !== undefined) resize(width() + step * outwards);
    else if (event.key === 'Home') resize(undefined);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLHRElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = columnOf()?.getBoundingClientRect();
    if (box) resize(side === 'start' ? event.clientX - box.left : box.right - event.clientX);
  };
  return (
    <hr
      aria-label={`「${label}」の幅（← → で変える）`}
      aria-orientation="vertical"
      aria-valuemax={WIDEST}
      aria-valuemin={NARROWEST}
      aria-valuenow={told}
      className={styles.handle}
      onDoubleClick={() => resize(undefined)}
      onFocus={() => setTold(within(width()))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      ref={line}
      tabIndex={0}
      title="幅を変える（ダブルクリックで元の幅）"
    />
  );
};
