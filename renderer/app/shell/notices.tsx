import { useEffect, useState } from 'react';
import { useProblems, useSaveState } from '#adapters/store/store.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useCatching } from '../session.tsx';
import styles from './shell.module.css';
import { isOfDisk, keyOf, toldProblems } from './told-problems.ts';

/** A few documents are caught up with before anybody could read that it happens. */
const WORTH_SHOWING = 5;

/** What went wrong, or was mended, above the page until it is put away; and how far a rebuild is. */
export const Notices = () => {
  const problems = useProblems();
  const catching = useCatching();
  const state = useSaveState();
  const unsaved = state.kind === 'failed' ? state.problem : undefined;
  const [read, putAway] = usePutAway(unsaved === undefined ? undefined : keyOf(unsaved));
  const unread = problems.filter((problem) => !read.has(keyOf(problem)));
  const shown = toldProblems(unread, unsaved).filter((problem) => !read.has(keyOf(problem)));
  const isRebuilding = catching.kind === 'working' && catching.all > WORTH_SHOWING;
  if (shown.length === 0 && !isRebuilding) return null;
  return (
    <div className={styles.notices}>
      {isRebuilding && (
        <ProgressBar
          label="記録ファイルから画面を作り直しています。記録は減っていません。"
          max={catching.all}
          value={catching.done}
          valueLabel={`${catching.done} / ${catching.all}件`}
        />
      )}
      {shown.map((problem) => (
        <Notice
          happened={problem.happened}
          key={keyOf(problem)}
          onDismiss={() => putAway(keyOf(problem))}
          safe={problem.safe}
          todo={problem.todo}
          tone={isOfDisk(problem) ? 'danger' : 'warning'}
        />
      ))}
    </div>
  );
};

/**
 * The messages that have been put away. Why nothing could be saved goes by itself once it can, and is
 * told anew the next time.
 */
const usePutAway = (unsaved: string | undefined) => {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (unsaved === undefined) return;
    setRead((before) => new Set([...before].filter((key) => key !== unsaved)));
    return () => setRead((before) => new Set([...before, unsaved]));
  }, [unsaved]);
  return [read, (key: string) => setRead((before) => new Set([...before, key]))] as const;
};
