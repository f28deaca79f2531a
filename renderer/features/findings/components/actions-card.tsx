import { useMemo } from 'react';
import { isUnfinished } from '#shared/domain/meeting/action.ts';
import { Card } from '#ui/card.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { useLatest } from '#ui/use-latest.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import type { ActionLink } from '../chain.ts';
import type { ChainProps } from '../chain-props.ts';
import { actionLines, idOf, LINES_AT_ONCE, linesInSight } from '../lines.ts';
import { countNote } from '../model.ts';
import type { Mark } from '../use-marked.ts';
import { ActionLine } from './action-line.tsx';
import { AddAction } from './add-action.tsx';
import styles from './findings-page.module.css';

type ActionsCardProps = ChainProps & {
  /** Those that the filter leaves. */
  readonly shown: readonly ActionLink[];
  readonly mark: Mark | undefined;
};

/** 対応事項: who does what until when, for which finding, and where that leads. */
export const ActionsCard = ({ shown, mark, ...chain }: ActionsCardProps) => {
  const { actions, caseId, fiscalYear, places, today } = chain;
  const around = useLatest(chain);
  const lines = useUnchanged(
    useMemo(
      () => actionLines(shown, { places, today, fiscalYear }, mark),
      [shown, places, today, fiscalYear, mark],
    ),
  );
  const drawn = useFewAtATime(lines, idOf, LINES_AT_ONCE, linesInSight());
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
        {drawn.map((line) => (
          <ActionLine around={around} caseId={caseId} key={line.id} line={line} />
        ))}
      </ul>
      <AddAction caseId={caseId} fiscalYear={fiscalYear} />
    </Card>
  );
};
