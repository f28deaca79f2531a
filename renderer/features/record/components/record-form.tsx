import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import { MODE_NAMES, MODES, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitArea } from '#ui/commit-area.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { AttendanceSection } from './attendance-section.tsx';
import { DateFields } from './date-fields.tsx';
import { ProgrammeSection } from './programme-section.tsx';
import styles from './record-page.module.css';
import { ReasonField } from './state-fields.tsx';
import { SupportersField } from './supporters-field.tsx';
import { Variants } from './variants.tsx';

type RecordFormProps = { readonly data: RecordData; readonly tools: RecordTools };

/** What is known of a meeting, each field stored by itself. */
export const RecordForm = ({ data, tools }: RecordFormProps) => {
  const { meeting } = data;
  const line = (field: 'title' | 'place' | 'modeNote', label: string, placeholder?: string) => (
    <CommitField
      label={label}
      maxLength={NAME_LIMIT}
      draftKey={`meetings.${meeting.id}.${field}`}
      onCommit={(text, burst) =>
        tools.store(tools.commands.change(`${label}を変更`, { [field]: text }), burst)
      }
      parse={asTyped}
      placeholder={placeholder}
      value={meeting[field]}
    />
  );
  const area = (field: keyof MeetingValues & keyof typeof AREAS, placeholder?: string) => (
    <CommitArea
      draftKey={`meetings.${meeting.id}.${field}`}
      label={AREAS[field]}
      onCommit={(text, burst) =>
        tools.store(tools.commands.change(`${AREAS[field]}を変更`, { [field]: text }), burst)
      }
      placeholder={placeholder}
      value={meeting[field]}
    />
  );
  return (
    <section aria-label="会合の内容" className={styles.form}>
      <DateFields data={data} tools={tools} />
      <ReasonField meeting={meeting} tools={tools} />
      <CheckboxGroup
        label="形式"
        onChange={(modes) => void tools.run(tools.commands.setModes(modes))}
        options={MODES.map((id) => ({ id, label: MODE_NAMES[id] }))}
        value={MODES.filter((mode) => meeting.modes.some(({ id }) => id === mode))}
      />
      {line('place', '場所', '例：益城町役場 大会議室')}
      <SupportersField data={data} tools={tools} />
      {area('audience', '例：居宅介護支援事業者、包括')}
      <Aim data={data} tools={tools} />
      <AttendanceSection data={data} tools={tools} />
      <ProgrammeSection data={data} tools={tools} />
      <Summary data={data} tools={tools} />
      {line('title', '会合の名称', '例：第3回 意見交換会')}
      {line('modeNote', '形式の補足', '例：集合型')}
      {area('attendanceText', '例：町、地域包括支援センター、SC')}
      {area('remarks')}
      {area('source', 'この記録のもとになった資料')}
      <Variants data={data} />
    </section>
  );
};

const AREAS = {
  audience: '対象',
  attendanceText: '出席の書き方（資料のまま）',
  remarks: '備考',
  source: '出典',
} as const;

const Aim = ({ data, tools }: RecordFormProps) => (
  <LongTextArea
    collection={meetings}
    document={tools.document}
    field="aim"
    id={data.meeting.id}
    label="ねらい"
    value={data.meeting.aim}
  />
);

/** まとめ of the meeting; a session's is its round's 支援のまとめ, shared by all its parts. */
const Summary = ({ data, tools }: RecordFormProps) => {
  const { meeting, round } = data;
  const own = (
    <LongTextArea
      collection={meetings}
      document={tools.document}
      field="summary"
      id={meeting.id}
      label={round === undefined ? 'まとめ' : 'この会合だけのまとめ'}
      undoLabel="まとめを入力"
      value={meeting.summary}
    />
  );
  if (meeting.kind !== 'session' || round === undefined) return own;
  return (
    <>
      <LongTextArea
        collection={rounds}
        document={tools.document}
        field="summary"
        id={round.id}
        label={`支援のまとめ（${roundTitle(round)}）`}
        minRows={3}
        undoLabel="支援のまとめを入力"
        value={round.summary}
      />
      {(meeting.summary !== '' || meeting.partLabel !== '') && own}
    </>
  );
};
