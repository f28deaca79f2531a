import { useState } from 'react';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type ParsedDate, parsePartialDate } from '#shared/dates/parse.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { CommitField } from '#ui/commit-field.tsx';
import { dateRemark, parseTimes, type TypedTimes, timesText } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';

type DateFieldsProps = { readonly data: RecordData; readonly tools: RecordTools };

/** 日時: the day as staff type it, with its weekday checked, and from when to when. */
export const DateFields = ({ data, tools }: DateFieldsProps) => {
  const { meeting, supportCase } = data;
  const [typed, setTyped] = useState<ParsedDate>();
  const date = dateOf(meeting);
  const year = fiscalYearOfCase(supportCase ?? null);
  const remark = dateRemark(typed, date, year);
  return (
    <>
      <div className={styles.pair}>
        <CommitField
          draftKey={`meetings.${meeting.id}.date`}
          label="日付"
          mode="leaving"
          onCommit={(parsed: ParsedDate) => {
            setTyped(parsed);
            return tools.store(tools.commands.change({ date: parsed.date }));
          }}
          parse={(text) => parsePartialDate(text, year === null ? {} : { fiscalYear: year })}
          placeholder="例：12/22"
          value={date === '' ? '' : formatPartialDate(date)}
        />
        <CommitField
          draftKey={`meetings.${meeting.id}.times`}
          label="時間"
          mode="leaving"
          onCommit={(times: TypedTimes) => tools.store(tools.commands.change(times))}
          parse={parseTimes}
          placeholder="13:30-16:00"
          value={timesText(meeting.startTime, meeting.endTime) || meeting.timeNote}
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
