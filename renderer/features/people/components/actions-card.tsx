import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { isPartialDate } from '#shared/dates/types.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { dotted } from '../dotted.ts';
import { openActions } from '../queries.ts';
import { actionsOf } from '../traces.ts';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';
import { TraceList } from './trace-cards.tsx';

type ActionsCardProps = {
  readonly name: string;
  /** Names of before, by which a promise may still name them. */
  readonly formerNames: string;
  readonly isPerson?: boolean | undefined;
  readonly places: WhoPlaces;
};

/** 対応事項 that are not done yet and whose 担当 names somebody. */
export const ActionsCard = ({ name, formerNames, isPerson = false, places }: ActionsCardProps) => {
  const loaded = useLive(openActions);
  const actions = useMemo(
    () =>
      loaded.state === 'ready'
        ? actionsOf(loaded.value, { name, formerNames, isPerson })
        : undefined,
    [loaded, name, formerNames, isPerson],
  );
  return (
    <TraceList
      empty={`「${name}」が担当の未の対応事項はありません。`}
      items={actions}
      line={({ caseId, caseName, text, owner, due }) => (
        <>
          <span className={styles.date}>{dueWords(due)}</span>
          <span className={styles.words}>
            <LinkButton onPress={() => places.findings(caseId)} weight="text">
              {text}
            </LinkButton>
            <span className={styles.as}>
              {caseName} ・ {owner}
            </span>
          </span>
        </>
      )}
      state={loaded.state}
      title="未の対応事項"
    />
  );
};

const dueWords = (due: string): string => {
  if (due === '') return '期限なし';
  return isPartialDate(due) ? `～${dotted(due)}` : due;
};
