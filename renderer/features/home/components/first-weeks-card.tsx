import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { textsIn, useKept } from '#ui/kept-here.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { useIsPainted } from '#ui/use-is-painted.ts';
import { type FirstTask, firstTasks, latestTakeOver } from '../first-weeks.ts';
import { go } from '../go.ts';
import type { HomePlaces } from '../places.ts';
import { firstWeekRows } from '../queries.ts';
import styles from './home-lists.module.css';

type FirstWeeksProps = HomePlaces & {
  readonly today: Day;
  /** Whose desk this PC is. */
  readonly userName: string;
  /** Whether somebody has walked through a case on this PC. */
  readonly isWalked: (caseId: string) => boolean;
};

/** The card asks for its rows once the year's table stands, and there is none but in the first weeks. */
export const FirstWeeks = (props: FirstWeeksProps) =>
  useIsPainted() ? <AskedFirstWeeks {...props} /> : null;

const SHOWN_AT_FIRST = 6;

const textIn = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

/** 最初にすること: what presses in the cases that were taken over, whom to call, what to read. */
const AskedFirstWeeks = ({ today, userName, isWalked, ...places }: FirstWeeksProps) => {
  const loaded = useLive(useMemo(() => firstWeekRows({ userName, today }), [userName, today]));
  const [dismissed, setDismissed] = useKept('home.firstTasks', textsIn);
  const [closed, setClosed] = useKept('home.firstWeeks', textIn);
  const [isWhole, setIsWhole] = useState(false);
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  if (rows === undefined) return null;
  const begun = latestTakeOver(rows.cases, rows.staff, today);
  const tasks = firstTasks(rows.cases, rows.staff, today, isWalked).filter(
    ({ id }) => !dismissed.includes(id),
  );
  // Whatever is taken over later opens it again.
  if (tasks.length === 0 || begun <= closed) return null;
  const shown = isWhole ? tasks : tasks.slice(0, SHOWN_AT_FIRST);
  const hidden = tasks.length - shown.length;
  return (
    <Card
      actions={<LinkButton onPress={() => setClosed(begun)}>もう出さない</LinkButton>}
      className={styles.firstWeeks}
      note={`${tasks.length}件`}
      title="最初にすること"
    >
      <ul className={styles.list}>
        {shown.map((task) => (
          <Task
            key={task.id}
            onDismiss={() => setDismissed([...dismissed, task.id])}
            onGo={() => go(places, task)}
            task={task}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <LinkButton onPress={() => setIsWhole(true)}>{`ほか${hidden}件を見る`}</LinkButton>
      )}
    </Card>
  );
};

type TaskProps = {
  readonly task: FirstTask;
  readonly onGo: () => void;
  readonly onDismiss: () => void;
};

const Task = ({ task: { kind, title, detail, button }, onGo, onDismiss }: TaskProps) => (
  <li className={styles.task}>
    <div className={styles.words}>
      <p className={styles.title}>
        <span className={styles.taskKind}>{kind}</span>
        {title}
      </p>
      {detail !== '' && <p className={styles.small}>{detail}</p>}
    </div>
    <Button aria-label={`${title}：${button}`} onPress={onGo} size="small">
      {button}
    </Button>
    <IconButton
      icon={<X aria-hidden="true" />}
      label={`${title}：済んだことにする`}
      onPress={onDismiss}
      size="small"
    />
  </li>
);
