import {
  MEETING_STATE_NAMES,
  MEETING_STATES,
  type MeetingRow,
} from '#shared/domain/meeting/meeting.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitField } from '#ui/commit-field.tsx';
import { Select } from '#ui/select.tsx';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';

type StateFieldProps = { readonly meeting: MeetingRow; readonly tools: RecordTools };

/** 予定, 実施, 延期, 中止. */
export const StateField = ({ meeting, tools }: StateFieldProps) => (
  <Select
    className={styles.state}
    isLabelHidden
    label="状態"
    onChange={(state) => void tools.run(tools.commands.setState(state, meeting.stateReason))}
    options={MEETING_STATES.map((id) => ({ id, label: MEETING_STATE_NAMES[id] }))}
    value={meeting.state}
  />
);

/** Why a meeting was postponed or cancelled; nothing for the others. */
export const ReasonField = ({ meeting, tools }: StateFieldProps) =>
  meeting.state === 'postponed' || meeting.state === 'cancelled' ? (
    <CommitField
      draftKey={`meetings.${meeting.id}.stateReason`}
      label={`${MEETING_STATE_NAMES[meeting.state]}の理由`}
      maxLength={NAME_LIMIT}
      onCommit={(reason, burst) =>
        tools.store(tools.commands.setState(meeting.state, reason), burst)
      }
      parse={asTyped}
      placeholder="例：コロナのため延期"
      value={meeting.stateReason}
    />
  ) : null;
