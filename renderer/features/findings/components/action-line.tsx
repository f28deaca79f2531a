import { ChevronDown, ChevronUp, EllipsisVertical, Trash2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { dueText, isUnfinished } from '#shared/domain/meeting/action.ts';
import {
  ACTION_STATE_NAMES,
  ACTION_STATES,
  actions as actionRecords,
} from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { cx } from '#ui/class-names.ts';
import { historyItem } from '#ui/history-item.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { LinkTrail } from '#ui/link-trail.tsx';
import { moveItems } from '#ui/move-items.ts';
import { Select } from '#ui/select.tsx';
import { resultWords } from '../chain-lines.ts';
import type { Around } from '../chain-props.ts';
import { findingCommands } from '../commands.ts';
import { dueContext } from '../due.ts';
import type { ActionLine as Line } from '../lines.ts';
import { movesTo } from '../model.ts';
import { useMarkedInSight } from '../use-marked.ts';
import { ActionDetails } from './action-details.tsx';
import styles from './findings-page.module.css';

type ActionLineProps = {
  readonly caseId: CaseId;
  readonly line: Line;
  readonly around: Around;
};

/** An action: who, until when, how far; what it answers, where in the roadmap it stands, what came of it. */
export const ActionLine = memo(({ caseId, line, around }: ActionLineProps) => {
  const { link, place, neighbours, marked, isLate, fiscalYear } = line;
  const { action, answered, items } = link;
  const run = useRun();
  const undoToast = useUndoToast();
  const store = useStoreField();
  const [isOpen, setIsOpen] = useState(false);
  const commands = findingCommands(caseId).actions;
  const row = useRef<HTMLLIElement>(null);
  useMarkedInSight(row, marked, around);
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
  const result = resultWords(action);
  return (
    <li
      className={cx(styles.line, marked !== undefined && styles.marked)}
      data-record={action.id}
      ref={row}
      tabIndex={-1}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <BoundText
            {...bound}
            field="text"
            isDone={!isUnfinished(action)}
            label="対応事項"
            wraps
          />
          <Select
            isLabelHidden
            label={`「${action.text}」の状況`}
            onChange={(state) => void run(commands.set(action.id, { state }))}
            options={ACTION_STATES.map((id) => ({ id, label: ACTION_STATE_NAMES[id] }))}
            value={action.state}
          />
        </div>
        <div className={styles.details}>
          <div className={styles.meta}>
            {isLate && <span className={styles.late}>期限を過ぎています</span>}
            {action.waitingFor !== '' && <span>{action.waitingFor}を待っています</span>}
            {place !== undefined && (
              <LinkButton
                aria-label={`${place.short}（${place.long}）を開く`}
                onPress={() => around.current.onOpenMeeting(place.id)}
                weight="text"
              >
                {place.short}
              </LinkButton>
            )}
            <LinkButton
              aria-expanded={isOpen}
              aria-label={`「${action.text}」のつながり・結果`}
              icon={isOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
              onPress={() => setIsOpen(!isOpen)}
              weight="text"
            >
              つながり・結果
            </LinkButton>
          </div>
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
        </div>
        <div className={styles.trails}>
          <LinkTrail
            label="課題"
            links={answered.map(({ id, name, isThere }) => ({
              id,
              words: name,
              onPress: isThere ? () => around.current.onGoTo(id) : undefined,
            }))}
          />
          <LinkTrail
            label="ロードマップ"
            links={items.map(({ id, name, isThere }) => ({
              id,
              words: name,
              onPress: isThere ? () => around.current.onOpenRoadmap(id) : undefined,
            }))}
          />
          {result !== '' && !isOpen && (
            <p className={styles.result}>
              <span className={styles.word}>結果</span>
              {result}
            </p>
          )}
          {isOpen && <ActionDetails bound={bound} link={link} />}
        </div>
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={() => [
          ...moveItems(
            movesTo(neighbours, (beside) => {
              void run(commands.moveBeside(action.id, beside));
            }),
          ),
          historyItem(() => around.current.onOpenHistory(action.id)),
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
});
