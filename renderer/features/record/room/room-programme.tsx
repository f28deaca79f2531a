import { useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import type { MeetingRow, ProgrammeItemRow } from '#shared/domain/meeting/meeting.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { clockWords, runningAt, slotsOf, slotWords, timeLeftWords } from './programme-clock.ts';
import styles from './room.module.css';
import { useClock } from './use-clock.ts';

type RoomProgrammeProps = {
  readonly meeting: MeetingRow;
  readonly items: readonly ProgrammeItemRow[];
  readonly today: Day;
};

/**
 * 次第 for the room: what is on now and how long it still has. By the clock on the meeting's day, unless
 * somebody went on or back by hand; then that item runs until the clock is asked for again.
 */
export const RoomProgramme = ({ meeting, items, today }: RoomProgrammeProps) => {
  const now = useClock();
  const [chosen, setChosen] = useState<string | undefined>();
  const slots = slotsOf(items, meeting);
  const isToday = meeting.date === today || (meeting.date <= today && today <= meeting.endDate);
  const byClock = isToday ? runningAt(slots, now) : null;
  const byHand = items.findIndex(({ id }) => id === chosen);
  const running = byHand >= 0 ? byHand : byClock;
  const go = (step: number): void => {
    const from = running ?? -1;
    setChosen(items[Math.min(Math.max(from + step, 0), items.length - 1)]?.id);
  };
  return (
    <section aria-label="当日の次第" className={styles.programme}>
      <p className={styles.clock}>
        <span className={styles.quiet}>いま</span>
        <time>{clockWords(now)}</time>
      </p>
      {items.length === 0 ? (
        <p className={styles.quiet}>
          次第はまだありません。記録の画面の「当日の次第」で加えられます。
        </p>
      ) : (
        <ol className={styles.items}>
          {items.map((item, index) => (
            <Item
              isRunning={index === running}
              item={item}
              key={item.id}
              left={isToday ? timeLeftWords(slots[index] ?? NO_SLOT, now) : ''}
              onChoose={() => setChosen(item.id)}
              time={slotWords(slots[index] ?? NO_SLOT)}
            />
          ))}
        </ol>
      )}
      {items.length > 0 && (
        <div className={styles.steps}>
          <Button
            isDisabled={running === null || running === 0}
            onPress={() => go(-1)}
            size="small"
          >
            前の項目
          </Button>
          <Button isDisabled={running === items.length - 1} onPress={() => go(1)} size="small">
            次の項目
          </Button>
          {byHand >= 0 && byHand !== byClock && isToday && (
            <Button onPress={() => setChosen(undefined)} size="small" variant="quiet">
              時計に合わせる
            </Button>
          )}
        </div>
      )}
    </section>
  );
};

const NO_SLOT = { start: null, end: null };

type ItemProps = {
  readonly item: ProgrammeItemRow;
  readonly isRunning: boolean;
  readonly time: string;
  readonly left: string;
  readonly onChoose: () => void;
};

const Item = ({ item, isRunning, time, left, onChoose }: ItemProps) => (
  <li
    aria-current={isRunning ? 'step' : undefined}
    className={cx(styles.item, isRunning && styles.running)}
  >
    <button className={styles.choose} onClick={onChoose} type="button">
      <span className={styles.time}>{time}</span>
      <span className={styles.what}>{item.title}</span>
      {item.speaker !== '' && <span className={styles.speaker}>{item.speaker}</span>}
      {isRunning && (
        <span className={styles.now}>{['進行中', left].filter(Boolean).join('　')}</span>
      )}
    </button>
  </li>
);
