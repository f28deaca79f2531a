import { checkSentence, SENTENCE_LIMIT } from '#data/operations/sentence.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { type Day, type FiscalYear, isPartialDate } from '#shared/dates/types.ts';
import type { ActionRow } from '#shared/domain/meeting.ts';
import { fiscalYearOfCase, isPast } from '#shared/domain/row-values.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { asTyped } from '#ui/commit/use-commit.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { besideRow } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { RowMenu } from './row-menu.tsx';
import styles from './side-panel.module.css';

type ActionsCardProps = {
  readonly data: RecordData;
  readonly tools: RecordTools;
  readonly today: Day;
};

/** 次に向けて: who does what by when. */
export const ActionsCard = ({ data, tools, today }: ActionsCardProps) => (
  <Card className={styles.card} level={2} title="次に向けて">
    <ul className={styles.list}>
      {data.actions.map((action, index) => (
        <Action
          action={action}
          actions={data.actions}
          index={index}
          key={action.id}
          today={today}
          tools={tools}
          year={fiscalYearOfCase(data.supportCase ?? null)}
        />
      ))}
    </ul>
    <AddField
      draftKey={`add.action.${data.meeting.id}`}
      label="対応事項を加える"
      maxLength={SENTENCE_LIMIT}
      onAdd={(text) => tools.store(tools.commands.addAction({ text }))}
      placeholder="することを書いてEnter"
    />
  </Card>
);

type ActionProps = {
  readonly action: ActionRow;
  /** All of the meeting, among which it moves. */
  readonly actions: readonly ActionRow[];
  readonly index: number;
  readonly tools: RecordTools;
  readonly today: Day;
  readonly year: FiscalYear | null;
};

const Action = ({ action, actions, index, tools, today, year }: ActionProps) => {
  const { commands, run, store } = tools;
  const { id, text, owner, state } = action;
  const due = isPartialDate(action.due) ? action.due : '';
  const parseDue = (typed: string) =>
    parsePartialDate(typed, year === null ? {} : { fiscalYear: year });
  const isLate = state === 'open' && due !== '' && isPast(due, today);
  return (
    <li className={styles.action} data-state={state}>
      <Checkbox
        aria-label={`済み：${text}`}
        isSelected={state === 'done'}
        onChange={(done) => void run(commands.setAction(id, { state: done ? 'done' : 'open' }))}
      >
        {''}
      </Checkbox>
      <div className={styles.words}>
        <InlineTextField
          draftKey={`actions.${id}.text`}
          label="対応事項"
          maxLength={SENTENCE_LIMIT}
          onCommit={(next: string, burst) => store(commands.setAction(id, { text: next }), burst)}
          parse={(next) => checkSentence(next, '対応事項')}
          value={text}
          wraps
        />
        <div className={styles.details}>
          <InlineTextField
            draftKey={`actions.${id}.owner`}
            label={`${text}の担当`}
            maxLength={NAME_LIMIT}
            onCommit={(next, burst) => store(commands.setAction(id, { owner: next }), burst)}
            parse={asTyped}
            placeholder="担当"
            value={owner}
          />
          <InlineTextField
            draftKey={`actions.${id}.due`}
            label={`${text}の期限`}
            mode="leaving"
            onCommit={({ date }) => store(commands.setAction(id, { due: date }))}
            parse={parseDue}
            placeholder="期限"
            value={due === '' ? '' : formatPartialDate(due, 'dotted')}
            warning={isLate ? '期限を過ぎています' : undefined}
          />
        </div>
      </div>
      <RowMenu
        count={actions.length}
        index={index}
        name={text}
        onMove={(to) => void run(commands.moveAction(id, besideRow(actions, index, to)))}
        onRemove={() => tools.remove(commands.removeAction(id), '対応事項')}
      />
    </li>
  );
};
