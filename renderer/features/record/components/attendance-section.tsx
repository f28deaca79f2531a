import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { headCountOf } from '#shared/domain/meeting/attendance.ts';
import { type AttendanceRow, attendances } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { parseCount } from '#shared/text/count.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { countDifference } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { AttendeeField } from './attendee-field.tsx';
import styles from './record-page.module.css';

type AttendanceSectionProps = { readonly data: RecordData; readonly tools: RecordTools };

/** A typed count; nothing means the one that counts by itself. */
const readCount = (text: string): Result<number | null> =>
  text.trim() === '' ? ok(null) : parseCount(text);

const shown = (count: number | null): string =>
  count === null ? '' : count.toLocaleString('ja-JP');

/** 出席: people and groups with their heads; the sum is computed and may be overridden. */
export const AttendanceSection = ({ data, tools }: AttendanceSectionProps) => {
  const { meeting, attendances: rows } = data;
  const heads = headCountOf(meeting, rows);
  const difference = countDifference(heads);
  const setTotal = (headCount: number | null) => tools.commands.change({ headCount });
  return (
    <section aria-label="出席" className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>出席</h2>
        <div className={styles.total}>
          <span className={styles.entered}>
            <span>計</span>
            <span>
              <InlineTextField
                align="end"
                draftKey={`meetings.${meeting.id}.headCount`}
                label="出席の計（空にすると内訳の合計）"
                mode="leaving"
                onCommit={(count) => tools.store(setTotal(count))}
                parse={readCount}
                placeholder={shown(heads.computed) || '—'}
                value={shown(heads.override)}
              />
            </span>
            <span>人{heads.override === null ? '' : '（入力値）'}</span>
          </span>
          {heads.override !== null && heads.computed !== null && (
            <span>内訳 {shown(heads.computed)}人</span>
          )}
        </div>
      </div>
      <ul className={styles.rows}>
        {rows.map((row, index) => (
          <AttendanceLine count={rows.length} index={index} key={row.id} row={row} tools={tools} />
        ))}
      </ul>
      {difference !== undefined && (
        <p className={`${styles.head} ${styles.warning}`} role="status">
          △ {difference}
          <LinkButton onPress={() => void tools.run(setTotal(null))} weight="text">
            内訳に合わせる
          </LinkButton>
        </p>
      )}
      <AttendeeField data={data} tools={tools} />
    </section>
  );
};

type AttendanceLineProps = {
  readonly row: AttendanceRow;
  readonly index: number;
  readonly count: number;
  readonly tools: RecordTools;
};

const AttendanceLine = ({ row, index, count, tools }: AttendanceLineProps) => {
  const { commands, run, store } = tools;
  const bound: Bound<typeof attendances> = {
    collection: attendances,
    row,
    store: (values, burst) => store(commands.attendances.set(row.id, values), burst),
  };
  return (
    <li className={`${styles.row} ${styles.attendance}`}>
      <BoundText {...bound} field="name" label={`出席者${index + 1}の名前`} />
      <BoundText
        {...bound}
        align="end"
        field="count"
        label={`${row.name}の人数`}
        placeholder="1人"
      />
      <RowMenu
        count={count}
        index={index}
        name={row.name}
        onMove={(to) => void run(commands.attendances.move(row.id, to))}
        onRemove={() => tools.remove(commands.attendances.remove(row.id), row.name)}
      />
    </li>
  );
};
