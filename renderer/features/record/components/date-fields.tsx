import { useState } from 'react';
import { formatDay } from '#shared/dates/format.ts';
import { daysOfSpan, formatSpan, type ParsedSpan, parseDateSpan } from '#shared/dates/span.ts';
import { placeOfDay } from '#shared/domain/meeting/day-places.ts';
import { parseTimes, type TypedTimes, timesText } from '#shared/domain/meeting/times.ts';
import { dateOf, endDateOf } from '#shared/domain/meeting/typed-values.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitField } from '#ui/commit-field.tsx';
import { dateRemark } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';

type DateFieldsProps = { readonly data: RecordData; readonly tools: RecordTools };

/** 日時: the day as staff type it, with its weekday checked, and from when to when. */
export const DateFields = ({ data, tools }: DateFieldsProps) => {
  const { meeting, supportCase } = data;
  const [typed, setTyped] = useState<ParsedSpan>();
  const [date, end] = [dateOf(meeting), endDateOf(meeting)];
  const year = fiscalYearOfCase(supportCase ?? null);
  const remark = dateRemark(typed, date, year);
  return (
    <>
      <div className={end === '' ? styles.pair : styles.span}>
        <CommitField
          draftKey={`meetings.${meeting.id}.date`}
          label="日付"
          mode="leaving"
          onCommit={(parsed: ParsedSpan) => {
            setTyped(parsed);
            return tools.store(tools.commands.setDays(parsed.date, parsed.endDate));
          }}
          parse={(text) => parseDateSpan(text, year === null ? {} : { fiscalYear: year })}
          placeholder="例：12/22、12/26～27"
          value={date === '' ? '' : formatSpan(date, end)}
        />
        <CommitField
          draftKey={`meetings.${meeting.id}.times`}
          label="時刻"
          mode="leaving"
          onCommit={(times: TypedTimes) => tools.store(tools.commands.change(times))}
          parse={parseTimes}
          placeholder="例：13:30～16:00"
          value={timesText(meeting)}
        />
      </div>
      {remark !== undefined && (
        <p className={`${styles.remark} ${styles[remark.kind]}`} role="status">
          {remark.kind === 'agrees' ? '✓' : '△'} {remark.words}
        </p>
      )}
    </>
  );
};

/** 日ごとの場所: of a meeting of several days, where a day is not where the others are. */
export const DayPlaces = ({ data, tools }: DateFieldsProps) => {
  const { meeting, meetingDays } = data;
  const all = daysOfSpan(dateOf(meeting), endDateOf(meeting));
  if (all.length < 2) return null;
  return (
    <section aria-label="日ごとの場所" className={styles.section}>
      <h2 className={styles.title}>日ごとの場所</h2>
      <p className={styles.empty}>「場所」と違う日だけ入力します。</p>
      {all.map((day) => (
        <CommitField
          draftKey={`meetings.${meeting.id}.place.${day}`}
          key={day}
          label={`${formatDay(day).replace(/^.*年/, '')}の場所`}
          maxLength={NAME_LIMIT}
          onCommit={(place, burst) => tools.store(tools.commands.setDayPlace(day, place), burst)}
          parse={asTyped}
          placeholder={meeting.place}
          value={placeOfDay(meetingDays, meeting.id, day)}
        />
      ))}
    </section>
  );
};
