import { EllipsisVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import { dueText, isLate } from '#shared/domain/meeting/action.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { ACTION_STATE_NAMES, type ActionState } from '#shared/domain/meeting/meeting.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { cx } from '#ui/class-names.ts';
import { FoldCard } from '#ui/fold-card.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { type Carried, carriedTo } from '../carried.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './carried-card.module.css';
import type { ChainWays } from './chain-trails.tsx';

type CarriedCardProps = {
  readonly data: RecordData;
  readonly tools: RecordTools;
  readonly today: Day;
  readonly ways: ChainWays;
};

/** Further ones wait behind a button: what comes of the meeting must stay in sight. */
const FIRST = 3;

/** 持ち越し: what earlier meetings left to be done, closed or taken into the programme. Nothing when all is done. */
export const CarriedCard = ({ data, tools, today, ways }: CarriedCardProps) => {
  const { meeting, meetings, rounds, chain, programme } = data;
  const { actions } = chain;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [hasAll, setHasAll] = useState(false);
  const undoToast = useUndoToast();
  const carried = useMemo(
    () => carriedTo(meeting.id, { meetings, rounds, actions, programme }, closed),
    [meeting.id, meetings, rounds, actions, programme, closed],
  );
  if (carried.length === 0) return null;
  const rest = hasAll ? 0 : carried.length - FIRST;

  const setState = (id: string, state: ActionState): void => {
    setClosed(new Set([...closed, id]));
    const link: RecordLink & { readonly collection: 'actions' } = { collection: 'actions', id };
    void tools.run(tools.commands.links.set(link, { state }));
  };
  const takeUp = ({ action, isOnProgramme }: Carried): void => {
    if (isOnProgramme) return;
    void tools.run(tools.commands.takeUp(action.text)).then((taken) => {
      if (taken.ok) undoToast('持ち越しを次第に入れました。');
    });
  };
  return (
    <FoldCard name="record.carried" note={`${carried.length}件`} title="持ち越し">
      <ul className={styles.list}>
        {carried.slice(0, carried.length - Math.max(rest, 0)).map((each) => (
          <CarriedLine
            carried={each}
            key={each.action.id}
            onOpen={() => ways.onOpenRecord(each.action.id)}
            onState={(state) => setState(each.action.id, state)}
            onTakeUp={() => takeUp(each)}
            today={today}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        {rest > 0 && (
          <LinkButton onPress={() => setHasAll(true)} weight="text">
            ほかの{rest}件も見る
          </LinkButton>
        )}
        <span className={styles.hint}>空白キーで済み、Enterで次第へ</span>
      </div>
    </FoldCard>
  );
};

type CarriedLineProps = {
  readonly carried: Carried;
  readonly today: Day;
  readonly onState: (state: ActionState) => void;
  readonly onTakeUp: () => void;
  readonly onOpen: () => void;
};

const CarriedLine = ({ carried, today, onState, onTakeUp, onOpen }: CarriedLineProps) => {
  const { action, from, isOnProgramme } = carried;
  const { text, state, owner } = action;
  const due = dueText(action);
  return (
    <li className={styles.line} data-state={state}>
      <Checkbox
        aria-label={`持ち越しを済みにする：${text}`}
        isSelected={state === 'done'}
        onChange={(isDone) => onState(isDone ? 'done' : 'open')}
        onEnter={onTakeUp}
      >
        {''}
      </Checkbox>
      <div className={styles.words}>
        <span className={styles.text}>{text}</span>
        <span className={styles.details}>
          <span>{from}</span>
          {owner !== '' && <span>{owner}</span>}
          {due !== '' && (
            <span className={cx(isLate(action, today) && styles.late)}>
              期限 {due}
              {isLate(action, today) && '（過ぎています）'}
            </span>
          )}
          {(state === 'going' || state === 'dropped') && <span>{ACTION_STATE_NAMES[state]}</span>}
          {isOnProgramme && <span className={styles.taken}>次第に入れました</span>}
        </span>
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={() => [
          {
            id: 'programme',
            label: 'この会合の次第に入れる',
            shortcut: 'Enter',
            isDisabled: isOnProgramme,
            onAction: onTakeUp,
          },
          ...(['going', 'dropped'] as const)
            .filter((each) => each !== state)
            .map((each) => ({
              id: each,
              label: `「${ACTION_STATE_NAMES[each]}」にする`,
              onAction: () => onState(each),
            })),
          { id: 'open', label: '「課題と対応」で開く', startsGroup: true, onAction: onOpen },
        ]}
        label={`持ち越し「${text}」の操作`}
        placement="bottom end"
      />
    </li>
  );
};
