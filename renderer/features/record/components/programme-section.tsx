import { memo } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import {
  PROGRAMME_PART_NAMES,
  PROGRAMME_PARTS,
  type ProgrammeItemRow,
  programmeItems,
} from '#shared/domain/meeting/meeting.ts';
import { type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Menu } from '#ui/menu.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { splitTimedTitle } from '../model.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';

type ProgrammeSectionProps = {
  readonly meetingId: MeetingId;
  readonly rows: readonly ProgrammeItemRow[];
  readonly tools: RecordTools;
};

/** 当日の次第: what was on, from when, by whom. */
export const ProgrammeSection = memo(({ meetingId, rows, tools }: ProgrammeSectionProps) => (
  <section aria-label="当日の次第" className={styles.section}>
    <h2 className={styles.title}>当日の次第</h2>
    <ol className={styles.rows}>
      {rows.map((item, index) => (
        <ItemLine count={rows.length} index={index} item={item} key={item.id} tools={tools} />
      ))}
    </ol>
    <AddField
      draftKey={`add.item.${meetingId}`}
      label="次第を加える"
      maxLength={NAME_LIMIT}
      onAdd={(text) =>
        tools.store(tools.commands.programme.add({ ...splitTimedTitle(text), meeting: meetingId }))
      }
      placeholder="例：13:30 町説明"
    />
  </section>
));

type ItemLineProps = {
  readonly item: ProgrammeItemRow;
  readonly index: number;
  readonly count: number;
  readonly tools: RecordTools;
};

const ItemLine = ({ item, index, count, tools }: ItemLineProps) => {
  const { commands, run, store } = tools;
  const bound: Bound<typeof programmeItems> = {
    collection: programmeItems,
    row: item,
    store: (values, burst) => store(commands.programme.set(item.id, values), burst),
  };
  return (
    <li className={`${styles.row} ${styles.item}`}>
      <BoundText {...bound} field="time" label={`${item.title}の時刻`} placeholder="時刻" />
      <BoundText {...bound} field="title" label={`次第${index + 1}の項目`} wraps />
      <span className={styles.speaker}>
        <Menu
          items={PROGRAMME_PARTS.map((part) => ({
            id: part,
            label: PROGRAMME_PART_NAMES[part],
            onAction: () => void run(commands.programme.set(item.id, { part })),
          }))}
          label={`${item.title}の役`}
          trigger={
            <Button
              aria-label={`${item.title}の役（${PROGRAMME_PART_NAMES[item.part]}）`}
              size="small"
              variant="quiet"
            >
              {item.part === 'none' ? '役' : PROGRAMME_PART_NAMES[item.part]}
            </Button>
          }
        />
        <BoundText
          {...bound}
          field="speaker"
          label={`${item.title}で話す人`}
          placeholder="話す人"
          store={({ speaker = '' }, burst) => store(commands.setSpeaker(item.id, speaker), burst)}
          wraps
        />
        {item.person !== NO_ID && <Chip variant="outline">人</Chip>}
      </span>
      <RowMenu
        count={count}
        index={index}
        more={
          item.speaker === '' || item.person !== NO_ID
            ? []
            : [
                {
                  id: 'person',
                  label: `「${item.speaker}」を「人」に加える`,
                  startsGroup: true,
                  onAction: () => void run(commands.makeSpeakerPerson(item.id)),
                },
              ]
        }
        name={item.title}
        onMove={(to) => void run(commands.programme.move(item.id, to))}
        onRemove={() => tools.remove(commands.programme.remove(item.id), item.title)}
      />
    </li>
  );
};
