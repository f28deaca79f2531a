import { isUnfinished } from '#shared/domain/meeting/action.ts';
import { Card } from '#ui/card.tsx';
import type { ActionLink } from '../chain.ts';
import type { ChainProps } from '../chain-props.ts';
import { countNote, isOrderedBeside, neighboursOf, sortActions } from '../model.ts';
import { ActionLine } from './action-line.tsx';
import { AddAction } from './add-action.tsx';
import styles from './findings-page.module.css';

type ActionsCardProps = ChainProps & {
  /** Those that the filter leaves. */
  readonly shown: readonly ActionLink[];
};

/** 対応事項: who does what until when, for which finding, and where that leads. */
export const ActionsCard = ({ shown, ...chain }: ActionsCardProps) => {
  const { actions, caseId, fiscalYear } = chain;
  const links = new Map(shown.map((link) => [link.action.id, link]));
  const sorted = sortActions(shown.map(({ action }) => action));
  const unfinished = actions.filter(({ action }) => isUnfinished(action)).length;
  return (
    <Card
      note={
        shown.length === actions.length && actions.length > 0
          ? `未・進行中 ${unfinished}件 / 全 ${actions.length}件`
          : countNote(shown.length, actions.length)
      }
      title="対応事項"
    >
      {actions.length === 0 && (
        <p className={styles.quiet}>
          まだありません。会合で決まった「だれが・いつまでに・何をするか」を残せます。
        </p>
      )}
      <ul className={styles.list}>
        {sorted.map((action) => {
          const link = links.get(action.id);
          return (
            link && (
              <ActionLine
                {...chain}
                key={action.id}
                link={link}
                neighbours={neighboursOf(sorted, action, (other) => isOrderedBeside(other, action))}
              />
            )
          );
        })}
      </ul>
      <AddAction caseId={caseId} fiscalYear={fiscalYear} />
    </Card>
  );
};
