import { useEffect, useState } from 'react';
import { formatPartialDate, formatTimeRange } from '#shared/dates/format.ts';
import { parsePartialDate, parseTimeRange } from '#shared/dates/parse.ts';
import { type FiscalYear, isTimeOfDay } from '#shared/dates/types.ts';
import type { LadderMeeting } from '#shared/domain/ladder-meeting.ts';
import { MEETING_STATE_NAMES, MEETING_STATES, type MeetingState } from '#shared/domain/meeting.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { weekdayWarning } from '../add-form.ts';
import { asksReason, yearOrUndefined } from '../model.ts';
import styles from './meeting-peek.module.css';

export type PeekEditsProps = {
  readonly view: LadderMeeting;
  readonly fiscalYear: FiscalYear | undefined;
  readonly onReDate: (meetingId: string, date: string) => void;
  readonly onTimes: (meetingId: string, times: { startTime: string; endTime: string }) => void;
  readonly onState: (meetingId: string, state: MeetingState, reason: string) => void;
};

const STATE_OPTIONS = MEETING_STATES.map((id) => ({ id, label: MEETING_STATE_NAMES[id] }));

/** A text that follows what is stored, until somebody types over it. */
const useTyped = (stored: string) => {
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  return [text, setText] as const;
};

/** The quick changes: when, and how it stands. Each is stored on Enter and when the field is left. */
export const PeekEdits = ({ view, fiscalYear, onReDate, onTimes, onState }: PeekEditsProps) => {
  const { meeting } = view;
  const [startTime, endTime] = [meeting.startTime, meeting.endTime].map((time) =>
    isTimeOfDay(time) ? time : '',
  ) as ['', ''];
  const storedDate = view.date === '' ? '' : formatPartialDate(view.date);
  const [date, setDate] = useTyped(storedDate);
  const [time, setTime] = useTyped(formatTimeRange(startTime, endTime));
  const [reason, setReason] = useTyped(meeting.stateReason);
  const parsedDate = parsePartialDate(date, yearOrUndefined(fiscalYear));
  const parsedTime = time === '' ? null : parseTimeRange(time);
  const [remark, setRemark] = useState<string>();

  const storeDate = (): void => {
    if (!parsedDate.ok || parsedDate.value.date === meeting.date) return;
    // What is stored replaces what was typed; the remark on its weekday stays to be read.
    setRemark(weekdayWarning(parsedDate.value));
    onReDate(meeting.id, parsedDate.value.date);
  };
  const storeTimes = (): void => {
    if (parsedTime?.ok === false) return;
    const { start, end } = parsedTime?.value ?? { start: '', end: '' };
    if (start === startTime && end === endTime) return;
    onTimes(meeting.id, { startTime: start, endTime: end });
  };
  const storeReason = (): void => {
    if (reason !== meeting.stateReason) onState(meeting.id, meeting.state, reason);
  };

  return (
    <div className={styles.edits}>
      <TextField
        className={styles.wide}
        error={parsedDate.ok ? undefined : parsedDate.error.happened + parsedDate.error.todo}
        label="日付"
        onBlur={storeDate}
        onChange={(text) => {
          setDate(text);
          setRemark(undefined);
        }}
        onEnter={storeDate}
        placeholder="未定（8/24、8月、R4.8.24 など）"
        value={date}
        warning={(parsedDate.ok ? weekdayWarning(parsedDate.value) : undefined) ?? remark}
      />
      <TextField
        error={
          parsedTime?.ok === false ? parsedTime.error.happened + parsedTime.error.todo : undefined
        }
        label="時刻"
        onBlur={storeTimes}
        onChange={setTime}
        onEnter={storeTimes}
        placeholder="13:30～16:00"
        value={time}
      />
      <Select
        label="状態"
        onChange={(state) => onState(meeting.id, state, asksReason(state) ? reason : '')}
        options={STATE_OPTIONS}
        value={meeting.state}
      />
      {asksReason(meeting.state) && (
        <TextField
          className={styles.wide}
          label="理由"
          maxLength={NAME_LIMIT}
          onBlur={storeReason}
          onChange={setReason}
          onEnter={storeReason}
          placeholder="コロナのため など"
          value={reason}
        />
      )}
    </div>
  );
};
