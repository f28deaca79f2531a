import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useSaveState, useWorkspace } from '#adapters/store/store.tsx';
import { assertNever } from '#shared/result.ts';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { DraftList } from './draft-list.tsx';
import styles from './shell.module.css';
import { whileUnsaved } from './told-problems.ts';

/** 9:02, on this PC's clock. */
const clock = (at: number): string => {
  const time = new Date(at);
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
};

/** What the log says of the last edits; 保存済み only when their flush has returned. */
export const SaveStatus = () => {
  const state = useSaveState();
  const workspace = useWorkspace();
  switch (state.kind) {
    case 'saved':
      return (
        <Status icon={<Check aria-hidden="true" />} tone="success">
          {state.at === undefined ? '保存済み' : `保存済み ${clock(state.at)}`}
        </Status>
      );
    case 'reading':
      return <Status icon={<LoaderCircle aria-hidden="true" />}>記録を読み込み中…</Status>;
    case 'saving':
      return <Status icon={<LoaderCircle aria-hidden="true" />}>保存中…</Status>;
    case 'draft':
      return <DraftList count={state.count} />;
    case 'failed':
      return (
        <Popover
          placement="bottom end"
          title="保存できません"
          trigger={
            <Button icon={<CircleAlert aria-hidden="true" />} size="small" variant="danger">
              保存できません
            </Button>
          }
        >
          {(close) => (
            <div className={styles.save}>
              <p>{state.problem.happened}</p>
              <p>{state.problem.safe}</p>
              <p>{whileUnsaved(state.problem).todo}</p>
              <Button
                onPress={() => {
                  workspace.retry();
                  close();
                }}
                variant="primary"
              >
                もう一度保存
              </Button>
            </div>
          )}
        </Popover>
      );
    default:
      return assertNever(state);
  }
};
