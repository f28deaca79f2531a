import { parseTime } from '#shared/dates/parse.ts';
import type { ProgrammeItemRow } from '#shared/domain/meeting/meeting.ts';
import { checkName, NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { asTyped } from '#ui/commit/use-commit.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { splitTimedTitle } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';
import { RowMenu } from './row-menu.tsx';

type ProgrammeSectionProps = { readonly data: RecordData; readonly tools: RecordTools };

/** 当日の次第: what was on, from when, by whom. */
export const ProgrammeSection = ({ data, tools }: ProgrammeSectionProps) => (
  <section aria-label="当日の次第" className={styles.section}>
    <h2 className={styles.title}>当日の次第</h2>
    <ol className={styles.rows}>
      {data.programme.map((item, index) => (
        <ItemLine
          count={data.programme.length}
          index={index}
          item={item}
          key={item.id}
          tools={tools}
        />
      ))}
    </ol>
    <AddField
      draftKey={`add.item.${data.meeting.id}`}
      label="次第を加える"
      maxLength={NAME_LIMIT}
      onAdd={(text) => tools.store(tools.commands.addItem(splitTimedTitle(text)))}
      placeholder="次第を加える（例：13:30 町説明）"
    />
  </section>
);

type ItemLineProps = {
  readonly item: ProgrammeItemRow;
  readonly index: number;
  readonly count: number;
  readonly tools: RecordTools;
};

const ItemLine = ({ item, index, count, tools }: ItemLineProps) => {
  const { commands, run, store } = tools;
  return (
    <li className={`${styles.row} ${styles.item}`}>
      <InlineTextField
        draftKey={`programmeItems.${item.id}.time`}
        label={`${item.title}の時刻`}
        mode="leaving"
        onCommit={(time) => store(commands.setItem(item.id, { time }))}
        parse={parseTime}
        placeholder="時刻"
        value={item.time.replace(/^0/, '')}
      />
      <InlineTextField
        draftKey={`programmeItems.${item.id}.title`}
        label={`次第${index + 1}の項目`}
        maxLength={NAME_LIMIT}
        onCommit={(title: string, burst) => store(commands.setItem(item.id, { title }), burst)}
        parse={(text) => checkName(text, '項目')}
        value={item.title}
        wraps
      />
      <InlineTextField
        align="end"
        draftKey={`programmeItems.${item.id}.speaker`}
        label={`${item.title}で話す人`}
        maxLength={NAME_LIMIT}
        onCommit={(speaker, burst) => store(commands.setItem(item.id, { speaker }), burst)}
        parse={asTyped}
        placeholder="話す人"
        value={item.speaker}
      />
      <RowMenu
        count={count}
        index={index}
        name={item.title}
        onMove={(to) => void run(commands.moveItem(item.id, to))}
        onRemove={() => tools.remove(commands.removeItem(item.id), item.title)}
      />
    </li>
  );
};
