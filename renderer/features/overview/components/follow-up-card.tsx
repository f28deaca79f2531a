import { BoundField } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Values } from '#data/records/draft.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import {
  askedFollowUp,
  endMonthOf,
  FOLLOW_UP_NAMES,
  type FollowUpRow,
  followUpId,
  followUps,
  type PlannedFollowUp,
  plannedFollowUps,
} from '#shared/domain/case/follow-up.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { followUpCommand } from '../commands.ts';
import type { OverviewRows } from '../queries.ts';
import styles from './follow-up-card.module.css';

type FollowUpCardProps = { readonly rows: OverviewRows; readonly today: Day };

/** その後の確認: what became of it 6, 12 and 24 months after the support ended. Not there while it goes on. */
export const FollowUpCard = ({ rows, today }: FollowUpCardProps) => {
  const planned = plannedFollowUps(rows.case, today);
  const asked = askedFollowUp(rows.case, [], today);
  const end = endMonthOf(rows.case, today);
  const isNoted = rows.followUps.some(({ state }) => state !== 'open');
  if (end === null || (rows.isContinued && !isNoted)) return null;
  return (
    <Card
      note={`${formatPartialDate(end, 'dotted')}の${rows.case.endedOn === '' ? '年度末' : '終了'}から`}
      title="その後の確認"
    >
      <ul className={styles.list}>
        {planned.map((check) => (
          <Check
            caseId={rows.case.id}
            check={check}
            isAsked={check.after === asked?.after}
            key={check.after}
            row={
              rows.followUps.find(({ id }) => id === followUpId(check.after)) ??
              emptyRow(followUps, rows.case.document, followUpId(check.after))
            }
            today={today}
          />
        ))}
      </ul>
    </Card>
  );
};

type CheckProps = {
  readonly caseId: CaseId;
  readonly check: PlannedFollowUp;
  /** It is the one that somebody should make now. */
  readonly isAsked: boolean;
  readonly row: FollowUpRow;
  readonly today: Day;
};

const Check = ({ caseId, check: { after, due }, isAsked, row, today }: CheckProps) => {
  const run = useRun();
  const storeField = useStoreField();
  const undoToast = useUndoToast();
  const name = FOLLOW_UP_NAMES[after];
  const command = (values: Values<typeof followUps>) => followUpCommand(caseId, after, values);
  const set = async (values: Values<typeof followUps>, done: string): Promise<void> => {
    const stored = await run(command(values));
    if (stored.ok) undoToast(`${name}の確認を${done}。`);
  };
  const bound = {
    collection: followUps,
    row,
    context: { fiscalYear: fiscalYearOf(today) },
    store: (values: Values<typeof followUps>, burst?: string) => storeField(command(values), burst),
  } as const;
  const when = formatPartialDate(due, 'dotted');
  return (
    <li aria-label={`${name}の確認`} className={styles.check}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.due}>{when}</span>
        <Standing isAsked={isAsked} row={row} />
        <span className={styles.acts}>
          {row.state === 'open' ? (
            <>
              <Button
                aria-label={`${name}：確認した`}
                onPress={() => void set({ state: 'done', doneOn: today }, '記録しました')}
                size="small"
              >
                確認した
              </Button>
              <Button
                aria-label={`${name}：見送る`}
                onPress={() => void set({ state: 'skipped' }, '見送りました')}
                size="small"
                variant="quiet"
              >
                見送る
              </Button>
            </>
          ) : (
            <Button
              aria-label={`${name}：まだに戻す`}
              onPress={() => void set({ state: 'open' }, 'まだに戻しました')}
              size="small"
              variant="quiet"
            >
              まだに戻す
            </Button>
          )}
        </span>
      </div>
      {row.state === 'done' && (
        <div className={styles.fields}>
          <div className={styles.date}>
            <BoundField {...bound} field="doneOn" label={`${name}の確認した日`} />
          </div>
          <BoundField {...bound} field="seen" label={`${name}に分かったこと`} />
        </div>
      )}
      {row.state === 'skipped' && (
        <div className={styles.fields}>
          <BoundField {...bound} field="reason" label={`${name}を見送る理由`} />
        </div>
      )}
    </li>
  );
};

const Standing = ({ row, isAsked }: Pick<CheckProps, 'row' | 'isAsked'>) => {
  switch (row.state) {
    case 'done':
      return <Status tone="success">確認した</Status>;
    case 'skipped':
      return <Status tone="neutral">見送り</Status>;
    case 'open':
      return isAsked ? <Status tone="warning">確認の時期です</Status> : null;
    default:
      return row.state satisfies never;
  }
};
