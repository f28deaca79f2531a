import { EllipsisVertical } from 'lucide-react';
import { memo, type RefObject, useMemo, useState } from 'react';
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
import { useLatest } from '#ui/use-latest.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
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
  const found = useMemo(
    () => carriedTo(meeting.id, { meetings, rounds, actions, programme }, closed),
    [meeting.id, meetings, rounds, actions, programme, closed],
  );
  const carried = useUnchanged(found);

  const setState = (id: string, state: ActionState): void => {
    setClosed((before) => new Set([...before, id]));
    const link: RecordLink & { readonly collection: 'actions' } = { collection: 'actions', id };
    void tools.run(tools.commands.links.set(link, { state }));
  };
  const takeUp = ({ action, isOnProgramme }: Carried): void => {
    if (isOnProgramme) return;
    void tools.run(tools.commands.takeUp(action.text)).then((taken) => {
      if (taken.ok) undoToast('持ち越しを次第に入れました。');
    });
  };
  const calls = useLatest<CarriedCalls>({
    open: ({ action }) => ways.onOpenRecord(action.id),
    setState: ({ action }, state) => setState(action.id, state),
    takeUp,
  });
  if (carried.length === 0) return null;
  const rest = hasAll ? 0 : carried.length - FIRST;
  return (
    <FoldCard name="record.carried" note={`${carried.length}件`} title="持ち越し">
      <ul className={styles.list}>
        {carried.slice(0, carried.length - Math.max(rest, 0)).map((each) => (
          <CarriedLine calls={calls} carried={each} key={each.action.id} today={today} />
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

/** What a line needs only once it is pressed: nothing of that draws it anew. */
type CarriedCalls = {
  readonly setState: (carried: Carried, state: ActionState) => void;
  readonly takeUp: (carried: Carried) => void;
  readonly open: (carried: Carried) => void;
};

type CarriedLineProps = {
  readonly carried: Carried;
  readonly today: Day;
  readonly calls: RefObject<CarriedCalls>;
};

const CarriedLine = memo(({ carried, today, calls }: CarriedLineProps) => {
  const { action, from, isOnProgramme } = carried;
  const onState = (next: ActionState): void => calls.current.setState(carried, next);
  const onTakeUp = (): void => calls.current.takeUp(carried);
  const onOpen = (): void => calls.current.open(carried);
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
});
