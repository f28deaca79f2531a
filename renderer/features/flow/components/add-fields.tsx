import { formatSpan, type ParsedSpan, parseDateSpan } from '#shared/dates/span.ts';
import { MEETING_STATE_NAMES, MODE_NAMES, MODES } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { parseOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  type AddContext,
  type AddKind,
  type AddState,
  dateWarning,
  stateOf,
  unnamedPart,
} from '../add-form.ts';
import { preparesWords, yearOrUndefined } from '../model.ts';
import type { AddFormFields } from '../use-add-form.ts';
import styles from './add-dialog.module.css';

type KindFieldsProps = {
  readonly kind: AddKind;
  readonly fields: AddFormFields;
  readonly context: AddContext;
};

const STATE_OPTIONS = (['planned', 'held'] as const).map((id) => ({
  id,
  label: MEETING_STATE_NAMES[id],
}));
const MODE_OPTIONS = MODES.map((id) => ({ id, label: MODE_NAMES[id] }));

const isSession = (kind: AddKind): boolean => kind === 'round' || kind === 'part';

/** Which one it is among its like: the number, the round, the part. */
export const NumberFields = ({ kind, fields, context }: KindFieldsProps) => {
  switch (kind) {
    case 'preMeeting':
      return <OrdinalField fields={fields} />;
    case 'round':
      return (
        <TextField
          {...fields.text('number')}
          autoFocus
          inputMode="numeric"
          isRequired
          label="回"
          suffix="回目"
        />
      );
    case 'part':
      return <PartFields context={context} fields={fields} />;
    default:
      return null;
  }
};

const OrdinalField = ({ fields: { form, text } }: Pick<KindFieldsProps, 'fields'>) => {
  const ordinal = parseOrdinal(form.ordinal);
  return (
    <TextField
      {...text('ordinal')}
      autoFocus
      description={
        ordinal.ok ? preparesWords(ordinal.value) : '小数なら自由に付けられます（0.5、1.25 など）。'
      }
      inputMode="decimal"
      isRequired={form.title.trim() === ''}
      label="番号"
      suffix="次ミーティング"
    />
  );
};

const PartFields = ({
  fields: { form, set, shown, text },
  context: { rounds, meetings },
}: Omit<KindFieldsProps, 'kind'>) => (
  <>
    <Select
      error={shown('round')}
      isRequired
      label="支援の回"
      onChange={(round) => set('round', round)}
      options={rounds.map((round) => ({ id: round.id, label: roundTitle(round) }))}
      value={form.round === '' ? null : form.round}
    />
    {unnamedPart(form.round, meetings) !== null && (
      <TextField
        {...text('firstLabel')}
        className={styles.wide}
        description="部が2つになるので、今ある会合も部の名前で呼び分けます。空にすると名前は付きません。"
        label="今ある部の名前"
        maxLength={NAME_LIMIT}
      />
    )}
    <TextField
      {...text('partLabel')}
      autoFocus
      label="部の名前"
      maxLength={NAME_LIMIT}
      placeholder="午後の部、第2部② など"
    />
  </>
);

/** What it is called. */
export const TitleField = ({ kind, fields }: Omit<KindFieldsProps, 'context'>) => {
  const isNamed = kind === 'other' || kind === 'exchange' || kind === 'information';
  return (
    <TextField
      {...fields.text('title')}
      autoFocus={!isSession(kind) && kind !== 'preMeeting'}
      className={kind === 'preMeeting' || kind === 'round' ? undefined : styles.wide}
      description={isSession(kind) ? '催しの名前が回の番号と違っていても構いません。' : undefined}
      label={isNamed ? '名称' : '名称（あれば）'}
      maxLength={NAME_LIMIT}
    />
  );
};

/** When, how and where it is. */
export const TimeAndPlaceFields = ({ kind, fields, context }: KindFieldsProps) => {
  const { form, set, text } = fields;
  const date = parseDateSpan(form.date, yearOrUndefined(context.fiscalYear));
  return (
    <>
      <TextField
        {...text('date')}
        description={dateHelp(form.date, date.ok ? date.value : null, kind)}
        label="日付"
        placeholder="8/24、8月、12/26～27"
        warning={date.ok ? dateWarning(date.value, context.fiscalYear) : undefined}
      />
      <div className={styles.times}>
        <TextField {...text('start')} label="始まりの時刻" placeholder="13:30" />
        <TextField {...text('end')} label="終わりの時刻" placeholder="16:00" />
      </div>
      <Select<AddState>
        description="日付がなくても、終わった会合は「実施」にできます。"
        label="状態"
        onChange={(state) => set('state', state)}
        options={STATE_OPTIONS}
        value={stateOf(kind, form, context)}
      />
      <CheckboxGroup
        className={styles.wide}
        label="形式"
        onChange={(modes) => set('modes', modes)}
        options={MODE_OPTIONS}
        value={form.modes}
      />
      <TextField {...text('place')} className={styles.wide} label="場所" maxLength={NAME_LIMIT} />
    </>
  );
};

/** How a typed date was understood, so that a slip is seen before it is stored. */
const dateHelp = (typed: string, read: ParsedSpan | null, kind: AddKind): string | undefined => {
  if (typed.trim() === '') {
    return kind === 'part' ? '空なら、同じ回のほかの部と同じ日です。' : '空なら「未定」です。';
  }
  return read === null ? undefined : formatSpan(read.date, read.endDate);
};

/** Whom it is for, and whether it counts as a round. */
export const AudienceFields = ({ kind, fields }: Omit<KindFieldsProps, 'context'>) => (
  <>
    {isSession(kind) && (
      <TextField {...fields.text('audience')} className={styles.wide} label="対象" />
    )}
    {kind === 'exchange' && (
      <div className={styles.wide}>
        <Checkbox
          isSelected={fields.form.independent}
          onChange={(independent) => fields.set('independent', independent)}
        >
          市町村が独自に開く（支援の回に数えない）
        </Checkbox>
      </div>
    )}
  </>
);
