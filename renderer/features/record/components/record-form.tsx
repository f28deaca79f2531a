import { useLongText } from '#adapters/store/use-long-text.ts';
import type { MeetingValues } from '#data/operations/meeting-values.ts';
import { MODE_NAMES, MODES, meetings, rounds } from '#shared/domain/meeting.ts';
import { roundTitle } from '#shared/domain/meeting-title.ts';
import { ok } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { CommitArea } from '#ui/commit-area.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
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
      onCommit={(text) => tools.store(tools.commands.change(`${label}を変更`, { [field]: text }))}
      parse={ok}
      placeholder={placeholder}
      value={meeting[field]}
    />
  );
  const area = (field: keyof MeetingValues & keyof typeof AREAS, placeholder?: string) => (
    <CommitArea
      label={AREAS[field]}
      onCommit={(text) =>
        tools.store(tools.commands.change(`${AREAS[field]}を変更`, { [field]: text }))
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

const Aim = ({ data, tools }: RecordFormProps) => {
  const text = useLongText({
    document: tools.document,
    collection: meetings,
    id: data.meeting.id,
    field: 'aim',
    label: 'ねらいを入力',
    value: data.meeting.aim,
  });
  return <TextArea label="ねらい" {...text} />;
};

/** まとめ of the meeting; a session's is its round's 支援のまとめ, shared by all its parts. */
const Summary = ({ data, tools }: RecordFormProps) => {
  const { meeting, round } = data;
  const own = (
    <MeetingSummary
      data={data}
      label={round === undefined ? 'まとめ' : 'この会合だけのまとめ'}
      tools={tools}
    />
  );
  if (meeting.kind !== 'session' || round === undefined) return own;
  return (
    <>
      <RoundSummary
        id={round.id}
        label={`支援のまとめ（${roundTitle(round)}）`}
        tools={tools}
        value={round.summary}
      />
      {(meeting.summary !== '' || meeting.partLabel !== '') && own}
    </>
  );
};

const MeetingSummary = ({ data, label, tools }: RecordFormProps & { readonly label: string }) => {
  const text = useLongText({
    document: tools.document,
    collection: meetings,
    id: data.meeting.id,
    field: 'summary',
    label: 'まとめを入力',
    value: data.meeting.summary,
  });
  return <TextArea label={label} {...text} />;
};

type RoundSummaryProps = {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly tools: RecordTools;
};

const RoundSummary = ({ id, value, label, tools }: RoundSummaryProps) => {
  const text = useLongText({
    document: tools.document,
    collection: rounds,
    id,
    field: 'summary',
    label: '支援のまとめを入力',
    value,
  });
  return <TextArea label={label} minRows={3} {...text} />;
};
