import { headCountOf } from '#shared/domain/meeting/attendance.ts';
import type { AttendanceRow } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { parseCount } from '#shared/text/count.ts';
import { checkName, NAME_LIMIT } from '#shared/text/limits.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { countDifference } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { AttendeeField } from './attendee-field.tsx';
import styles from './record-page.module.css';
import { RowMenu } from './row-menu.tsx';

type AttendanceSectionProps = { readonly data: RecordData; readonly tools: RecordTools };

/** A typed count; nothing means the one that counts by itself. */
const readCount = (text: string): Result<number | null> =>
  text.trim() === '' ? ok(null) : parseCount(text);

const shown = (count: number | null): string =>
  count === null ? '' : count.toLocaleString('ja-JP');

/** 出席: people and groups with their heads; the sum is computed and may be overridden. */
export const AttendanceSection = ({ data, tools }: AttendanceSectionProps) => {
  const { meeting, attendances } = data;
  const heads = headCountOf(meeting, attendances);
  const difference = countDifference(heads);
  const setTotal = (headCount: number | null) =>
    tools.commands.change('出席の計を変更', { headCount });
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
        {attendances.map((row, index) => (
          <AttendanceLine
            count={attendances.length}
            index={index}
            key={row.id}
            row={row}
            tools={tools}
          />
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
  return (
    <li className={`${styles.row} ${styles.attendance}`}>
      <InlineTextField
        draftKey={`attendances.${row.id}.name`}
        label={`出席者${index + 1}の名前`}
        maxLength={NAME_LIMIT}
        onCommit={(name, burst) => store(commands.setAttendance(row.id, { name }), burst)}
        parse={checkName}
        value={row.name}
      />
      <InlineTextField
        align="end"
        draftKey={`attendances.${row.id}.count`}
        label={`${row.name}の人数`}
        mode="leaving"
        onCommit={(heads) => store(commands.setAttendance(row.id, { count: heads }))}
        parse={readCount}
        placeholder="1人"
        value={row.count === null ? '' : `${shown(row.count)}人`}
      />
      <RowMenu
        count={count}
        index={index}
        name={row.name}
        onMove={(to) => void run(commands.moveAttendance(row.id, to))}
        onRemove={() => tools.remove(commands.removeAttendance(row.id), row.name)}
      />
    </li>
  );
};
