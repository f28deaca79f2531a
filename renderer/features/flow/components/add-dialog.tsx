import { type KeyboardEvent, useMemo, useState } from 'react';
import { formatSpan, type ParsedSpan, parseDateSpan } from '#shared/dates/span.ts';
import { MEETING_STATE_NAMES, MODE_NAMES, MODES } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { parseOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { ROLE_NAMES } from '#shared/domain/office/office.ts';
import type { RoundId } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { isImeKey } from '#ui/ime.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { MemberField } from '#ui/member-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  ADD_KIND_NAMES,
  type AddContext,
  type AddForm,
  type AddKind,
  type AddState,
  checkForm,
  dateWarning,
  emptyForm,
  readForm,
  stateOf,
  unnamedPart,
} from '../add-form.ts';
import type { NewMeeting } from '../commands.ts';
import { preparesWords, yearOrUndefined } from '../model.ts';
import type { FlowRows } from '../queries.ts';
import styles from './add-dialog.module.css';

export type AddRequest = {
  readonly kind: AddKind;
  readonly ordinal?: string;
  readonly round?: RoundId;
  /** It has happened already: a contact that is written down, today's unless said. */
  readonly hasHappened?: boolean;
};

type AddDialogProps = {
  /** Where what is filled in is kept: `add.meeting.<case>`. */
  readonly draftKey: string;
  readonly request: AddRequest;
  readonly rows: Pick<FlowRows, 'organizations' | 'caseSupporters'>;
  readonly context: AddContext;
  /** Adds it; gives back what the command refused, to be shown. */
  readonly onAdd: (meeting: NewMeeting) => Promise<string | null>;
  readonly onClose: () => void;
};

const STATE_OPTIONS = (['planned', 'held'] as const).map((id) => ({
  id,
  label: MEETING_STATE_NAMES[id],
}));
const MODE_OPTIONS = MODES.map((id) => ({ id, label: MODE_NAMES[id] }));

/** A new meeting, in the fields that its kind has. Nothing typed is lost by an error. */
export const AddDialog = ({ draftKey, request, rows, context, onAdd, onClose }: AddDialogProps) => {
  const { kind } = request;
  const name = request.hasHappened ? '連絡を記録' : `${ADD_KIND_NAMES[kind]}を追加`;
  const [empty] = useState<AddForm>(() => emptyForm(context, request));
  const draft = useDraftForm(`${draftKey}.${request.hasHappened ? 'contact' : kind}`, name, empty);
  const form = draft.values;
  /** Fields are told what is wrong with them once they were typed in, or the form was sent. */
  const [touched, setTouched] = useState<ReadonlySet<keyof AddForm>>(new Set());
  const [isSent, setIsSent] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const close = (): void => {
    draft.reset();
    onClose();
  };
  const set = <K extends keyof AddForm>(field: K, value: AddForm[K]): void => {
    draft.set({ [field]: value });
    setTouched((before) => new Set(before).add(field));
    setRefused(null);
  };
  const errors = checkForm(kind, form, context);
  const shown = (field: keyof AddForm): string | undefined =>
    isSent || touched.has(field) ? errors[field] : undefined;
  const text = (field: TextKey) => ({
    value: form[field],
    onChange: (value: string) => set(field, value),
    error: shown(field),
  });

  const submit = async (): Promise<void> => {
    setIsSent(true);
    const read = readForm(kind, form, context);
    if (!read.ok || isPending) return;
    setIsPending(true);
    const problem = await onAdd(read.value);
    setIsPending(false);
    setRefused(problem);
    if (problem === null) draft.reset();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isImeKey(event)) return;
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const isList = event.target instanceof HTMLElement && event.target.role === 'combobox';
    if ((event.ctrlKey || event.metaKey || (isField && !isList)) && !event.defaultPrevented) {
      event.preventDefault();
      void submit();
    }
  };

  const date = parseDateSpan(form.date, yearOrUndefined(context.fiscalYear));
  const ordinal = parseOrdinal(form.ordinal);
  const isSession = kind === 'round' || kind === 'part';
  const named = kind === 'other' || kind === 'exchange' || kind === 'information';

  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isPending} onPress={close}>
            やめる
          </Button>
          <Button isPending={isPending} onPress={() => void submit()} variant="primary">
            追加する
          </Button>
        </>
      }
      isBusy={isPending}
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      title={name}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field of the form sends it */}
      <div className={styles.form} onKeyDown={onKeyDown}>
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
        {kind === 'preMeeting' && (
          <TextField
            {...text('ordinal')}
            autoFocus
            description={
              ordinal.ok
                ? preparesWords(ordinal.value)
                : '小数なら自由に付けられます（0.5、1.25 など）。'
            }
            inputMode="decimal"
            isRequired={form.title.trim() === ''}
            label="番号"
            suffix="次ミーティング"
          />
        )}
        {kind === 'round' && (
          <TextField
            {...text('number')}
            autoFocus
            inputMode="numeric"
            isRequired
            label="回"
            suffix="回目"
          />
        )}
        {kind === 'part' && (
          <>
            <Select
              error={shown('round')}
              isRequired
              label="支援の回"
              onChange={(round) => set('round', round)}
              options={context.rounds.map((round) => ({ id: round.id, label: roundTitle(round) }))}
              value={form.round === '' ? null : form.round}
            />
            {unnamedPart(form.round, context.meetings) !== null && (
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
        )}
        <TextField
          {...text('title')}
          autoFocus={!isSession && kind !== 'preMeeting'}
          className={kind === 'preMeeting' || kind === 'round' ? undefined : styles.wide}
          description={isSession ? '催しの名前が回の番号と違っていても構いません。' : undefined}
          label={named ? '名称' : '名称（あれば）'}
          maxLength={NAME_LIMIT}
        />
        <TextField
          {...text('date')}
          description={dateHelp(form.date, date.ok ? date.value : null, kind)}
          label="日付"
          placeholder="8/24、8月、12/26～27（未定なら空）"
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
        <Supporters
          draftKey={`${draftKey}.supporter`}
          form={form}
          meetings={context.meetings}
          onChange={(supporters) => set('supporters', supporters)}
          rows={rows}
        />
        {isSession && <TextField {...text('audience')} className={styles.wide} label="対象" />}
        {kind === 'exchange' && (
          <div className={styles.wide}>
            <Checkbox
              isSelected={form.independent}
              onChange={(independent) => set('independent', independent)}
            >
              市町村が独自に開く（支援の回に数えない）
            </Checkbox>
          </div>
        )}
      </div>
    </Dialog>
  );
};

type TextKey = {
  [K in keyof AddForm]: AddForm[K] extends string ? K : never;
}[keyof AddForm];

/** How a typed date was understood, so that a slip is seen before it is stored. */
const dateHelp = (typed: string, read: ParsedSpan | null, kind: AddKind): string | undefined => {
  if (typed.trim() === '') {
    return kind === 'part' ? '空なら、同じ回のほかの部と同じ日です。' : '空なら「未定」です。';
  }
  return read === null ? undefined : formatSpan(read.date, read.endDate);
};

type SupportersProps = {
  readonly draftKey: string;
  readonly form: AddForm;
  readonly meetings: AddContext['meetings'];
  readonly rows: AddDialogProps['rows'];
  readonly onChange: (supporters: AddForm['supporters']) => void;
};

/** Who supports: those of the case first, then the office's organisations, or a new name. */
const Supporters = ({ draftKey, form, meetings, rows, onChange }: SupportersProps) => {
  const sections = useMemo(() => {
    const own = new Set(rows.caseSupporters.map(({ organizationId }) => organizationId));
    const options = rows.organizations.map(({ id, name, role }) => ({
      id,
      label: name,
      ...(ROLE_NAMES[role] !== name && { note: ROLE_NAMES[role] }),
    }));
    return [
      { title: 'この案件の支援者', options: options.filter(({ id }) => own.has(id)) },
      { title: 'ほかの機関', options: options.filter(({ id }) => !own.has(id)) },
    ];
  }, [rows]);
  const last = meetings
    .filter((row) => row.supporters.length > 0 && row.date !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  const { supporters } = form;
  return (
    <div className={styles.wide}>
      <MemberField
        draftKey={draftKey}
        label="支援者"
        maxLength={NAME_LIMIT}
        members={supporters.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(id) => {
          const organization = rows.organizations.find((row) => row.id === id);
          if (organization) {
            onChange([...supporters, { id, name: organization.name, isNew: false }]);
          }
        }}
        onCreate={(name) => onChange([...supporters, { id: `new ${name}`, name, isNew: true }])}
        onRemove={(id) => onChange(supporters.filter((each) => each.id !== id))}
        placeholder="名前で探す、なければその場で加える"
        sections={sections}
      />
      {supporters.length === 0 && last !== undefined && (
        <LinkButton
          className={styles.same}
          onPress={() =>
            onChange(last.supporters.map(({ id, name }) => ({ id, name, isNew: false })))
          }
        >
          前の会合と同じ（{last.supporters.map(({ name }) => name).join('、')}）
        </LinkButton>
      )}
    </div>
  );
};
