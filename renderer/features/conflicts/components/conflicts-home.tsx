import { useLive } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { conflictingCases } from '../queries.ts';
import styles from './conflicts.module.css';

type ConflictsHomeProps = { readonly onOpenCase: (caseId: CaseId) => void };

/** The cases in which something waits for a decision, on the desk. */
export const ConflictsHome = ({ onOpenCase }: ConflictsHomeProps) => {
  const loaded = useLive(conflictingCases);
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <Notice happened="確認してください（別々に書きかえられた案件）" tone="warning">
      <ul className={styles.sides}>
        {loaded.value.map(({ id, name, count }) => (
          <li className={styles.side} key={id}>
            <span className={styles.words}>{`${name}　${count}件`}</span>
            <Button aria-label={`見る：${name}`} onPress={() => onOpenCase(id)} size="small">
              見る
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
