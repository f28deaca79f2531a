import { useState } from 'react';
import { FlowPlaceFields } from '#adapters/store/flow-place-fields.tsx';
import { formatSpan, type ParsedSpan, parseDateSpan } from '#shared/dates/span.ts';
import { weekdayWarning } from '#shared/dates/typed-weekday.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { LadderMeeting } from '#shared/domain/ladder/ladder-meeting.ts';
import {
  MEETING_STATE_NAMES,
  MEETING_STATES,
  type MeetingState,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { parseTimes, type TypedTimes, timesText } from '#shared/domain/meeting/times.ts';
import type { Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitField } from '#ui/commit-field.tsx';
import { Select } from '#ui/select.tsx';
import { asksReason, yearOrUndefined } from '../model.ts';
import styles from './meeting-peek.module.css';

type Stored = Promise<Result<unknown>>;

export type PeekEditsProps = {
  readonly view: LadderMeeting;
  readonly document: DocumentId;
  readonly rounds: readonly RoundRow[];
  readonly fiscalYear: FiscalYear | undefined;
  readonly onReDate: (meetingId: string, date: string, endDate: string) => Stored;
  readonly onTimes: (meetingId: string, times: TypedTimes) => Stored;
  /** `burst` while the reason is typed; a refusal is then shown at its field. */
  readonly onState: (
    meetingId: string,
    state: MeetingState,
    reason: string,
    burst?: string,
  ) => Stored;
};

const STATE_OPTIONS = MEETING_STATES.map((id) => ({ id, label: MEETING_STATE_NAMES[id] }));

/** The quick changes: what it is, when, and how it stands. Dates are stored on Enter and when the field is left. */
export const PeekEdits = ({
  view,
  document,
  rounds,
  fiscalYear,
  onReDate,
  onTimes,
  onState,
}: PeekEditsProps) => {
  const { meeting } = view;
  const [remark, setRemark] = useState<string>();

  return (
    <div className={styles.edits}>
      <div className={styles.wide}>
        <FlowPlaceFields document={document} meeting={meeting} rounds={rounds} />
      </div>
      <CommitField
        className={styles.wide}
        draftKey={`meetings.${meeting.id}.date`}
        label="日付"
        mode="leaving"
        onCommit={(parsed: ParsedSpan) => {
          // What is stored replaces what was typed; the remark on its weekday stays to be read.
          setRemark(weekdayWarning(parsed.date, parsed.weekday));
          return onReDate(meeting.id, parsed.date, parsed.endDate);
        }}
        parse={(text) => parseDateSpan(text, yearOrUndefined(fiscalYear))}
        placeholder="未定（8/24、8月、12/26～27 など）"
        value={view.date === '' ? '' : formatSpan(view.date, view.endDate)}
        warning={remark}
      />
      <CommitField
        draftKey={`meetings.${meeting.id}.clock`}
        label="時刻"
        mode="leaving"
        onCommit={(times: TypedTimes) => onTimes(meeting.id, times)}
        parse={parseTimes}
        placeholder="13:30～16:00"
        value={timesText(meeting)}
      />
      <Select
        label="状態"
        onChange={(state) =>
          void onState(meeting.id, state, asksReason(state) ? meeting.stateReason : '')
        }
        options={STATE_OPTIONS}
        value={meeting.state}
      />
      {asksReason(meeting.state) && (
        <CommitField
          className={styles.wide}
          draftKey={`meetings.${meeting.id}.stateReason`}
          label="理由"
          maxLength={NAME_LIMIT}
          onCommit={(reason, burst) => onState(meeting.id, meeting.state, reason, burst)}
          parse={asTyped}
          placeholder="コロナのため など"
          value={meeting.stateReason}
        />
      )}
    </div>
  );
};
