import { parseTime } from '#shared/dates/parse.ts';
import type { ProgrammeItemRow } from '#shared/domain/meeting.ts';
import { checkName, NAME_LIMIT } from '#shared/text/limits.ts';
import { InlineTextArea } from '#ui/inline-text-area.tsx';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { splitTimedTitle } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { AddField } from './add-field.tsx';
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
  const { commands, run } = tools;
  return (
    <li className={`${styles.row} ${styles.item}`}>
      <InlineTextField
        label={`${item.title}の時刻`}
        onCommit={(text) => {
          const time = parseTime(text);
          if (time.ok) void run(commands.setItem(item.id, { time: time.value }));
        }}
        placeholder="時刻"
        validate={(text) => {
          const time = parseTime(text);
          return time.ok ? undefined : time.error.happened;
        }}
        value={item.time.replace(/^0/, '')}
      />
      <InlineTextArea
        label={`次第${index + 1}の項目`}
        maxLength={NAME_LIMIT}
        onCommit={(title) => void run(commands.setItem(item.id, { title }))}
        validate={(text) => {
          const title = checkName(text, '項目');
          return title.ok ? undefined : title.error.happened;
        }}
        value={item.title}
      />
      <InlineTextField
        align="end"
        label={`${item.title}で話す人`}
        maxLength={NAME_LIMIT}
        onCommit={(speaker) => void run(commands.setItem(item.id, { speaker }))}
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
