import type { ReactNode } from 'react';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { weekdayWarning } from '#shared/dates/typed-weekday.ts';
import { fiscalYear as asFiscalYear } from '#shared/dates/types.ts';
import {
  type CaseRow,
  ENTRIES,
  ENTRY_NAMES,
  PROGRAMME_NAMES,
  PROGRAMMES,
} from '#shared/domain/case/case.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { afterPress } from '#ui/after-press.ts';
import { MemberField } from '#ui/member-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  type CaseForm,
  earlierCases,
  isDuplicate,
  LINE_LIMIT,
  readEntryDate,
} from '../case-form.ts';
import type { CaseFormState } from '../use-case-form.ts';
import styles from './case-form-fields.module.css';
import { MunicipalityField } from './municipality-field.tsx';

type CaseFormFieldsProps = {
  readonly state: CaseFormState;
  /** Code of the user's own prefecture, whose municipalities come first. */
  readonly prefecture: string;
  readonly autoFocus?: boolean | undefined;
  /** Only of a new case, below the one that it continues: what it takes along. */
  readonly taking?: ReactNode;
};

const programmeOptions = PROGRAMMES.map((id) => ({ id, label: PROGRAMME_NAMES[id] }));
const entryOptions = ENTRIES.map((id) => ({ id, label: ENTRY_NAMES[id] }));

/** The fields of a case's head, for a new case and for one that is edited. */
export const CaseFormFields = ({
  state,
  prefecture,
  autoFocus = false,
  taking,
}: CaseFormFieldsProps) => {
  const { form, errors, change, ownId } = state;
  const earlier = earlierCases(form, state.siblings, ownId);
  return (
    <div className={styles.form}>
      <MunicipalityField autoFocus={autoFocus} prefecture={prefecture} state={state} />
      <div className={styles.pair}>
        <Select
          error={errors.fiscalYear}
          isRequired
          label="年度"
          onChange={(id) => change({ fiscalYear: Number(id) })}
          options={state.years.map((year) => ({
            id: String(year),
            label: formatFiscalYear(asFiscalYear(year)),
            note: `${year}年度`,
          }))}
          value={form.fiscalYear === null ? null : String(form.fiscalYear)}
        />
        <TextField
          error={errors.section}
          label="担当"
          maxLength={NAME_LIMIT}
          onChange={(section) => change({ section })}
          placeholder="例：地域ケア推進班"
          value={form.section}
        />
      </div>
      <div className={styles.pair}>
        <RadioGroup
          label="事業"
          onChange={(programme) => change({ programme })}
          options={programmeOptions}
          value={form.programme}
        />
        <TextField
          error={errors.programmeName}
          label="事業の名前"
          maxLength={NAME_LIMIT}
          onChange={(programmeName) => change({ programmeName })}
          placeholder="例：地域づくり加速化事業"
          value={form.programmeName}
        />
      </div>
      {isDuplicate(form, state.siblings, ownId) && (
        <Notice
          happened={`${form.name}の同じ年度・同じ事業の案件がすでにあります。`}
          todo="二つ目の案件としてつくることもできます。"
          tone="warning"
        />
      )}
      {ownId === undefined ? (
        <EntryFields state={state} />
      ) : (
        <p className={styles.hint}>きっかけと日付、理由は「概要」で直せます。</p>
      )}
      {(earlier.length > 0 || form.continuesCase !== '') && (
        <ContinuesField earlier={earlier} state={state} />
      )}
      {taking}
      <ThemeFields state={state} />
    </div>
  );
};

const EntryFields = ({ state: { form, errors, change, checkField, pickEntry } }: StateProps) => {
  const { parsed } = readEntryDate(form);
  const warning = parsed && weekdayWarning(parsed.date, parsed.weekday);
  return (
    <div className={styles.pair}>
      <RadioGroup label="きっかけ" onChange={pickEntry} options={entryOptions} value={form.entry} />
      <TextField
        description={warning === undefined && entryDateHelp(form, parsed?.date ?? '')}
        error={errors.entryDate}
        label="きっかけの日付"
        onBlur={() => afterPress(() => checkField('entryDate'))}
        onChange={(entryDate) => change({ entryDate })}
        placeholder="例：5/10、R4.5、令和4年5月10日"
        value={form.entryDate}
        warning={warning}
      />
      <TextArea
        className={styles.wide}
        error={errors.entryReason}
        label="きっかけの理由"
        maxLength={LINE_LIMIT}
        onChange={(entryReason) => change({ entryReason })}
        placeholder="例：総合事業の見直しについて、町から相談があったため"
        value={form.entryReason}
      />
    </div>
  );
};

const entryDateHelp = (form: CaseForm, date: Parameters<typeof formatPartialDate>[0]): string =>
  form.entryDate.trim() === '' || date === ''
    ? '月までしか分からなければ「5月」、分からなければ空欄のままにします。'
    : `${formatPartialDate(date)}と読みました。`;

type StateProps = { readonly state: CaseFormState };

const NONE = 'none';

const ContinuesField = ({
  earlier,
  state: { form, change },
}: StateProps & { readonly earlier: readonly CaseRow[] }) => (
  <Select
    description={`${form.name}のこれまでの案件とつなげると、経過をたどれます。`}
    label="継続元の案件"
    onChange={(id) => {
      const picked = earlier.find((each) => each.id === id)?.id;
      // The one that is not in the list may be chosen again.
      if (id !== form.continuesCase) change({ continuesCase: picked ?? NO_ID });
    }}
    options={[
      { id: NONE, label: 'なし' },
      ...earlier.map(earlierOption),
      // It may be in the bin, or not have come over from another PC yet.
      ...(form.continuesCase === '' || earlier.some(({ id }) => id === form.continuesCase)
        ? []
        : [{ id: form.continuesCase, label: '一覧にない案件' }]),
    ]}
    value={form.continuesCase === '' ? NONE : form.continuesCase}
  />
);

const earlierOption = (row: CaseRow) => ({
  id: row.id,
  label: `${row.fiscalYear === null ? '年度未入力' : formatFiscalYear(asFiscalYear(row.fiscalYear))}　${row.municipalityName}`,
  note: PROGRAMME_NAMES[row.programme],
});

const ThemeFields = ({ state }: StateProps) => {
  const { form, errors, change } = state;
  return (
    <>
      <MemberField
        draftKey={`case.${state.ownId ?? 'new'}.theme`}
        description="一覧から選ぶか、新しい名前を入力して加えます。いくつでも。"
        error={errors.themes}
        label="テーマ"
        members={form.themes.map((name) => ({ id: name, label: name }))}
        onAdd={state.addTheme}
        onCreate={state.addTheme}
        onRemove={(name) => change({ themes: form.themes.filter((theme) => theme !== name) })}
        options={state.themes.map(({ name }) => ({ id: name, label: name }))}
        placeholder="例：総合事業、通所型サービスC、移動支援"
      />
      <TextArea
        error={errors.themeText}
        label="テーマの説明（市町村の言葉で）"
        maxLength={LINE_LIMIT}
        minRows={1}
        onChange={(themeText) => change({ themeText })}
        value={form.themeText}
      />
    </>
  );
};
