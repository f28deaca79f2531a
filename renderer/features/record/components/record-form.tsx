import { BoundField } from '#adapters/store/bound-field.tsx';
import { FlowPlaceFields } from '#adapters/store/flow-place-fields.tsx';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { MODE_NAMES, MODES, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import type { FieldsOf } from '#shared/domain/record/collection.ts';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import type { WhoPlaces } from './attendance-list.tsx';
import { AttendanceSection } from './attendance-section.tsx';
import { DateFields, DayPlaces } from './date-fields.tsx';
import { ProgrammeSection } from './programme-section.tsx';
import styles from './record-page.module.css';
import { ReasonField } from './state-fields.tsx';
import { SupportersField } from './supporters-field.tsx';
import { Variants } from './variants.tsx';

type Part = { readonly data: RecordData; readonly tools: RecordTools };
type RecordFormProps = Part & {
  readonly who: WhoPlaces;
};

/** What is known of a meeting, each field stored by itself. */
export const RecordForm = ({ data, tools, who }: RecordFormProps) => {
  const { meeting } = data;
  const bound = (field: keyof FieldsOf<typeof meetings>, label?: string) => (
    <BoundField
      collection={meetings}
      field={field}
      label={label}
      row={meeting}
      store={(values, burst) => tools.store(tools.commands.change(values), burst)}
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
      {bound('place')}
      <DayPlaces data={data} tools={tools} />
      <SupportersField data={data} tools={tools} />
      {bound('audience')}
      <Aim data={data} tools={tools} />
      <AttendanceSection data={data} tools={tools} who={who} />
      <ProgrammeSection meetingId={meeting.id} rows={data.programme} tools={tools} />
      <Summary data={data} tools={tools} />
      <FlowPlaceFields document={tools.document} meeting={meeting} rounds={data.rounds} />
      {bound('title')}
      {bound('modeNote')}
      {bound('attendanceText', '出席の書き方（資料のまま）')}
      {bound('remarks')}
      {bound('source')}
      <Variants data={data} />
    </section>
  );
};

/** ねらい, and beside it what the meeting is to bring about. */
const Aim = ({ data, tools }: Part) =>
  (['aim', 'effect'] as const).map((field) => (
    <LongTextArea
      collection={meetings}
      document={tools.document}
      field={field}
      id={data.meeting.id}
      key={field}
      value={data.meeting[field]}
    />
  ));

/** まとめ of the meeting; a session's is its round's 支援のまとめ, shared by all its parts. */
const Summary = ({ data, tools }: Part) => {
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
