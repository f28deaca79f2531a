import { headCountOf } from '#shared/domain/meeting/attendance.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { ok, type Result } from '#shared/result.ts';
import { parseCount } from '#shared/text/count.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { countDifference } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { AttendanceList, type WhoPlaces } from './attendance-list.tsx';
import { AttendeeField } from './attendee-field.tsx';
import styles from './record-page.module.css';

type AttendanceSectionProps = {
  readonly data: RecordData;
  readonly tools: RecordTools;
  readonly who: WhoPlaces;
};

/** A typed count; nothing means the one that counts by itself. */
const readCount = (text: string): Result<number | null> =>
  text.trim() === '' ? ok(null) : parseCount(text);

const shown = (count: number | null): string =>
  count === null ? '' : count.toLocaleString('ja-JP');

/** 出席: people and groups with their heads; the sum is computed and may be overridden. */
export const AttendanceSection = ({ data, tools, who }: AttendanceSectionProps) => {
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
      <AttendanceList
        date={dateOf(meeting)}
        organizations={data.organizations}
        posts={data.posts}
        rows={rows}
        tools={tools}
        who={who}
      />
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
