import { memo, type Ref, useSyncExternalStore } from 'react';
import { formatPartialDate } from '#shared/dates/format.ts';
import { formatSpan } from '#shared/dates/span.ts';
import type { Day } from '#shared/dates/types.ts';
import { meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import type { StripMark, YearStrip as Year } from '#shared/domain/ladder/year-strip.ts';
import { cx } from '#ui/class-names.ts';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import type { DateDrag } from '../date-drag.ts';
import { dragLabel } from '../strip.ts';
import styles from './year-strip.module.css';

type YearStripProps = {
  readonly year: Year;
  readonly today: Day;
  /** The meeting that is open beside the ladder. */
  readonly selectedId: string | null;
  readonly onSelect: (meetingId: string) => void;
  readonly drag: DateDrag;
  readonly trackRef: Ref<HTMLDivElement>;
};

const idOf = ({ rung }: StripMark): string => rung.id;

/** A year has fewer; where years of meetings stand in one case the first picture does not wait for all of them. */
const MARKS_AT_ONCE = 48;

const at = (fraction: number) => ({ left: `${fraction * 100}%` });

/**
 * The whole year at a glance. Its marks can be pressed and dragged; by keyboard the ladder below
 * does the same, so they are no stops for Tab.
 */
export const YearStrip = memo(
  ({ year, today, selectedId, onSelect, drag, trackRef }: YearStripProps) => {
    const marks = useFewAtATime(year.marks, idOf, MARKS_AT_ONCE);
    return (
      <section aria-label="1年の見通し" className={styles.strip}>
        <div className={styles.track} ref={trackRef}>
          {year.months.map(({ month, label, from, to }) => (
            <span
              className={styles.month}
              key={month}
              style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
            >
              {label}
            </span>
          ))}
          {year.today !== null && (
            <span className={styles.today} style={at(year.today)}>
              <span className={cx(styles['today-label'], year.today > 0.9 && styles.left)}>
                今日 {formatPartialDate(today, 'short')}
              </span>
            </span>
          )}
          {marks.map((mark) => (
            <Mark
              drag={drag}
              isSelected={meetingsOfRung(mark.rung).some((view) => view.meeting.id === selectedId)}
              key={mark.rung.id}
              mark={mark}
              onSelect={onSelect}
            />
          ))}
          <Ghost drag={drag} />
        </div>
      </section>
    );
  },
);

type MarkProps = {
  readonly mark: StripMark;
  readonly isSelected: boolean;
  readonly onSelect: (meetingId: string) => void;
  readonly drag: DateDrag;
};

const Mark = memo(({ mark, isSelected, onSelect, drag }: MarkProps) => {
  const { rung } = mark;
  const first = meetingsOfRung(rung)[0];
  const state = rung.kind === 'round' ? rung.state : rung.meeting.state;
  const title = rung.kind === 'round' ? rung.title : rung.meeting.title;
  const name = `${title} ${formatSpan(rung.date, rung.endDate, 'short')}${mark.approximate ? '（日は未定）' : ''}`;
  return (
    <button
      aria-label={name}
      aria-pressed={isSelected}
      className={cx(
        styles.mark,
        styles[rung.kind],
        styles[state],
        mark.approximate && styles.approximate,
        isSelected && styles.selected,
      )}
      onClick={() => first && onSelect(first.meeting.id)}
      onPointerDown={(event) => drag.press(event, rung.id)}
      style={at(mark.fraction)}
      tabIndex={-1}
      title={name}
      type="button"
    >
      <span className={cx(styles.dot, rung.kind === 'round' && styles.number)}>
        {rung.kind === 'round' ? (rung.number ?? '?') : ''}
      </span>
    </button>
  );
});

/** Where a dragged mark would land, with its day. */
const Ghost = ({ drag }: { readonly drag: DateDrag }) => {
  const current = useSyncExternalStore(drag.subscribe, drag.get);
  if (current === null) return null;
  return (
    <span
      className={cx(styles.ghost, current.fraction > 0.9 && styles.left)}
      style={at(current.fraction)}
    >
      <span className={styles['ghost-label']}>
        {current.day === null ? '帯の上で放すと日付が変わります' : dragLabel(current.day)}
      </span>
    </span>
  );
};
