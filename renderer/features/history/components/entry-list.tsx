import { Fragment, type KeyboardEvent, useState } from 'react';
import { rowOf, stepTo } from '#ui/data-table-keys.ts';
import type { DayGroup, EntryLine } from '../model.ts';
import styles from './history-page.module.css';

type EntryListProps = {
  readonly groups: readonly DayGroup[];
  readonly currentId: string | undefined;
  readonly onOpen: (line: EntryLine) => void;
};

/** More lines of one edit than these are counted. */
const SHOWN = 3;

/** Edits by day, the latest first. Arrow keys walk through all days; Tab comes to one of them alone. */
export const EntryList = ({ groups, currentId, onOpen }: EntryListProps) => {
  const [reached, setReached] = useState<string>();
  const lines = groups.flatMap((group) => group.lines);
  const stop =
    [reached, currentId].find((id) => lines.some((line) => line.id === id)) ?? lines[0]?.id;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowOf(event.target);
    const next = row === null ? undefined : stepTo(event.key, row, row);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // The buttons have the focus; the keys that walk among them are heard here.
    // biome-ignore lint/a11y/noStaticElementInteractions: no element of its own
    <div
      onFocus={(event) => setReached(rowOf(event.target)?.dataset.row ?? reached)}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ id, day, lines: own }) => (
        <Fragment key={id}>
          <h2 className={styles.day}>{day}</h2>
          {own.map((line) => (
            <EntryRow
              isCurrent={line.id === currentId}
              isStop={line.id === stop}
              key={line.id}
              line={line}
              onOpen={onOpen}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
};

type EntryRowProps = {
  readonly line: EntryLine;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly onOpen: (line: EntryLine) => void;
};

const EntryRow = ({ line, isCurrent, isStop, onOpen }: EntryRowProps) => {
  const { id, time, title, author, device, summary, entry } = line;
  const more = summary.length - SHOWN;
  return (
    <button
      aria-current={isCurrent || undefined}
      className={styles.row}
      data-row={id}
      onClick={() => onOpen(line)}
      tabIndex={isStop ? 0 : -1}
      type="button"
    >
      <span className={styles.time}>{time}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {entry.isErased && <span className={styles.line}>内容は消去されました</span>}
        {summary.slice(0, SHOWN).map((words, index) => (
          // Lines have nothing else that tells them apart, and never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <span className={styles.line} key={index}>
            {words}
          </span>
        ))}
        {more > 0 && <span className={styles.line}>{`ほか${more}件`}</span>}
      </span>
      <span className={styles.who}>
        {author}
        {device !== '' && <span className={styles.device}>{device}</span>}
      </span>
    </button>
  );
};
