import { memo, useMemo, useSyncExternalStore } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import type { Signal } from '#data/signal.ts';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import { dueText, isLate } from '#shared/domain/meeting/action.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import {
  ACTION_STATE_NAMES,
  type ActionRow,
  type ActionState,
  actions,
} from '#shared/domain/meeting/meeting.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { useLatest } from '#ui/use-latest.ts';
import { besideRow, type NoteLinks, type NotePlace, notePlaceOf } from '../model.ts';
import type { RecordChain } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { ActionTrail, type ChainWays } from './chain-trails.tsx';
import { OutOfNote } from './out-of-note.tsx';
import styles from './side-panel.module.css';

type ActionsCardProps = {
  readonly ways: ChainWays;
  readonly meetingId: MeetingId;
  /** What is to be done since this meeting. */
  readonly rows: readonly ActionRow[];
  readonly chain: RecordChain;
  /** What the note links to; undefined while that is not known. */
  readonly links: Signal<NoteLinks | undefined>;
  readonly tools: RecordTools;
  readonly today: Day;
  /** Of the case: where a due date without a year lies. */
  readonly year: FiscalYear | null;
};

/** 次に向けて: who does what by when. */
export const ActionsCard = memo((props: ActionsCardProps) => {
  const { meetingId, rows, chain, links, tools, today, ways, year } = props;
  const linked = useSyncExternalStore(links.subscribe, links.get);
  const shown = useFewAtATime(rows, idOf);
  const latest = useLatest({ rows, ways });
  const calls = useMemo(
    (): RowCalls => ({
      ways: {
        onOpenRecord: (id) => latest.current.ways.onOpenRecord(id),
        onOpenRoadmap: (id) => latest.current.ways.onOpenRoadmap(id),
      },
      rows: () => latest.current.rows,
    }),
    [latest],
  );
  return (
    <Card className={styles.card} level={2} title="次に向けて">
      <ul className={styles.list}>
        {shown.map((action, index) => (
          <Action
            action={action}
            calls={calls}
            chain={isTied(action) ? chain : undefined}
            count={rows.length}
            index={index}
            key={action.id}
            place={notePlaceOf({ collection: 'actions', id: action.id }, action, linked)}
            today={today}
            tools={tools}
            year={year}
          />
        ))}
      </ul>
      <AddField
        draftKey={`add.action.${meetingId}`}
        label="対応事項を加える"
        maxLength={SENTENCE_LIMIT}
        onAdd={(text) => tools.store(tools.commands.actions.add({ text, meeting: meetingId }))}
        placeholder="書いてEnter"
      />
    </Card>
  );
});

const idOf = ({ id }: ActionRow): string => id;
const isTied = ({ answers, roadmapItems }: ActionRow): boolean =>
  answers.length > 0 || roadmapItems.length > 0;

/** Whether nobody wrote who does it, nor until when: what is asked for stands in the place of an empty line. */
const isBare = ({ owner, due }: ActionRow): boolean => owner === '' && due === '';

/** What an action needs only once it is pressed: nothing of that draws it anew. */
type RowCalls = { readonly ways: ChainWays; readonly rows: () => readonly ActionRow[] };

/** States that the mark in front of an action cannot say. */
const STATED: readonly ActionState[] = ['going', 'dropped'];

type ActionProps = Pick<ActionsCardProps, 'tools' | 'today'> & {
  readonly action: ActionRow;
  readonly index: number;
  /** How many there are, among which it moves. */
  readonly count: number;
  readonly place: NotePlace;
  /** Of one that is linked with something. */
  readonly chain: RecordChain | undefined;
  readonly calls: RowCalls;
  readonly year: FiscalYear | null;
};

const Action = memo((props: ActionProps) => {
  const { action, index, count, place, chain, calls, tools, today, year } = props;
  const { commands, run, store } = tools;
  const { id, text, state } = action;
  const link: RecordLink = { collection: 'actions', id };
  const bound: Bound<typeof actions> = {
    collection: actions,
    row: action,
    store: (values, burst) => store(commands.links.set(link, values), burst),
  };
  return (
    <li className={styles.action} data-state={state}>
      <Checkbox
        aria-label={`済み：${text}`}
        isSelected={state === 'done'}
        onChange={(done) => void run(commands.links.set(link, { state: done ? 'done' : 'open' }))}
      >
        {''}
      </Checkbox>
      <div className={styles.words}>
        <BoundText {...bound} field="text" label="対応事項" wraps />
        <div className={styles.details} data-bare={isBare(action) || undefined}>
          <BoundText {...bound} field="owner" label={`${text}の担当`} placeholder="担当" />
          <BoundText
            {...bound}
            context={year === null ? {} : { fiscalYear: year }}
            field="due"
            label={`${text}の期限`}
            placeholder="期限"
            shown={dueText(action)}
            warning={isLate(action, today) ? '期限を過ぎています' : undefined}
          />
        </div>
        {STATED.includes(state) && <p className={styles.state}>{ACTION_STATE_NAMES[state]}</p>}
        {chain !== undefined && <ActionTrail action={action} chain={chain} ways={calls.ways} />}
        <OutOfNote link={link} name="対応事項" place={place} tools={tools} />
      </div>
      <RowMenu
        count={count}
        index={index}
        more={STATED.filter((each) => each !== state).map((each) => ({
          id: each,
          label: `「${ACTION_STATE_NAMES[each]}」にする`,
          onAction: () => void run(commands.actions.set(id, { state: each })),
        }))}
        name={text}
        onMove={(to) =>
          void run(commands.actions.moveBeside(id, besideRow(calls.rows(), index, to)))
        }
        removeLabel="削除"
        onRemove={() => tools.remove(commands.links.remove(link), '対応事項', '削除しました')}
      />
    </li>
  );
});
