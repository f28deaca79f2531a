import { EllipsisVertical, Trash2 } from 'lucide-react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import {
  ACTION_STATE_NAMES,
  ACTION_STATES,
  type ActionRow,
  actions as actionRecords,
} from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { moveItems } from '#ui/move-items.ts';
import { Select } from '#ui/select.tsx';
import { findingCommands } from '../commands.ts';
import { dueContext } from '../due.ts';
import {
  type Birthplace,
  dueText,
  isLate,
  isOrderedBeside,
  movesTo,
  type Neighbours,
  neighboursOf,
  sortActions,
} from '../model.ts';
import { AddAction } from './add-action.tsx';
import styles from './findings-page.module.css';

type ActionsCardProps = {
  readonly caseId: CaseId;
  /** Where a due date without a year lies. */
  readonly fiscalYear: number | null;
  readonly today: Day;
  readonly actions: readonly ActionRow[];
  readonly places: readonly Birthplace[];
  readonly onOpenMeeting: (meetingId: string) => void;
};

/** 対応事項: who does what until when. */
export const ActionsCard = ({
  caseId,
  fiscalYear,
  today,
  actions,
  places,
  onOpenMeeting,
}: ActionsCardProps) => {
  const sorted = sortActions(actions);
  const open = actions.filter((action) => action.state === 'open').length;
  return (
    <Card
      note={actions.length > 0 ? `未 ${open}件 / 全 ${actions.length}件` : undefined}
      title="対応事項"
    >
      {actions.length === 0 && (
        <p className={styles.quiet}>
          まだありません。会合で決まった「だれが・いつまでに・何をするか」を残せます。
        </p>
      )}
      <ul className={styles.list}>
        {sorted.map((action) => (
          <ActionLine
            action={action}
            caseId={caseId}
            fiscalYear={fiscalYear}
            key={action.id}
            neighbours={neighboursOf(sorted, action, (other) => isOrderedBeside(other, action))}
            onOpenMeeting={onOpenMeeting}
            place={places.find(({ id }) => id === action.meeting)}
            today={today}
          />
        ))}
      </ul>
      <AddAction caseId={caseId} fiscalYear={fiscalYear} />
    </Card>
  );
};

type ActionLineProps = Pick<
  ActionsCardProps,
  'caseId' | 'fiscalYear' | 'today' | 'onOpenMeeting'
> & {
  readonly action: ActionRow;
  readonly neighbours: Neighbours;
  readonly place: Birthplace | undefined;
};

const ActionLine = ({
  action,
  neighbours,
  caseId,
  fiscalYear,
  today,
  place,
  onOpenMeeting,
}: ActionLineProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const store = useStoreField();
  const commands = findingCommands(caseId).actions;
  const bound: Bound<typeof actionRecords> = {
    collection: actionRecords,
    row: action,
    store: (values, burst) => store(commands.set(action.id, values), burst),
  };
  const remove = async () => {
    const removed = await run(commands.remove(action.id));
    if (!removed.ok) return;
    undoToast('対応事項を削除しました。');
  };
  return (
    <li className={styles.line}>
      <div className={styles.body}>
        <BoundText
          {...bound}
          field="text"
          isDone={action.state !== 'open'}
          label="対応事項"
          wraps
        />
        <div className={styles.details}>
          <BoundText
            {...bound}
            field="owner"
            label={`「${action.text}」の担当`}
            placeholder="担当"
          />
          <BoundText
            {...bound}
            context={dueContext(fiscalYear)}
            field="due"
            label={`「${action.text}」の期限`}
            placeholder="期限"
            shown={dueText(action)}
          />
          <Select
            isLabelHidden
            label={`「${action.text}」の状況`}
            onChange={(state) => void run(commands.set(action.id, { state }))}
            options={ACTION_STATES.map((id) => ({ id, label: ACTION_STATE_NAMES[id] }))}
            value={action.state}
          />
        </div>
        <div className={styles.meta}>
          {isLate(action, today) && <span className={styles.late}>期限を過ぎています</span>}
          {place !== undefined && (
            <LinkButton
              aria-label={`${place.short}（${place.long}）を開く`}
              onPress={() => onOpenMeeting(place.id)}
              weight="text"
            >
              {place.short}
            </LinkButton>
          )}
        </div>
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={[
          ...moveItems(
            movesTo(neighbours, (beside) => {
              void run(commands.moveBeside(action.id, beside));
            }),
          ),
          {
            id: 'remove',
            label: '削除',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger',
            startsGroup: true,
            onAction: () => void remove(),
          },
        ]}
        label={`「${action.text}」の操作`}
      />
    </li>
  );
};
