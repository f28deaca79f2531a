import { useState } from 'react';
import { useProblems } from '#adapters/store/store.tsx';
import type { Problem } from '#shared/result.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useCatching } from '../session.tsx';
import styles from './shell.module.css';

/** A few documents are caught up with before anybody could read that it happens. */
const WORTH_SHOWING = 5;

/** What went wrong, or was mended, above the page until it is put away; and how far a rebuild is. */
export const Notices = () => {
  const problems = useProblems();
  const catching = useCatching();
  const [read, setRead] = useState<ReadonlySet<Problem>>(new Set());
  const shown = problems.filter((problem) => !read.has(problem));
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
          key={`${problem.code} ${problem.happened}`}
          onDismiss={() => setRead(new Set([...read, problem]))}
          safe={problem.safe}
          todo={problem.todo}
          tone={
            problem.code === 'disk-full' || problem.code === 'disk-error' ? 'danger' : 'warning'
          }
        />
      ))}
    </div>
  );
};
