import { useCallback, useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { CaseValues } from '#data/operations/case/cases.ts';
import type { CaseRow, Entry } from '#shared/domain/case/case.ts';
import type { ListedMunicipality } from '#shared/domain/office/municipality-list.ts';
import type { ThemeRow } from '#shared/domain/office/office.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { problemWords } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import {
  type CaseForm,
  type CaseFormErrors,
  earlierCases,
  normalizeCode,
  readCaseForm,
  withMunicipality,
} from './case-form.ts';
import { formRows } from './queries.ts';

/** A case's form while it is filled in. */
export type CaseFormState = {
  readonly form: CaseForm;
  readonly isFilled: boolean;
  /** Forgets what was filled in. */
  readonly reset: () => void;
  readonly errors: CaseFormErrors;
  /** The case that is edited; undefined for a new one. */
  readonly ownId: string | undefined;
  /** Fiscal years to choose from, the latest first. */
  readonly years: readonly number[];
  readonly themes: readonly ThemeRow[];
  /** Cases of the same municipality. */
  readonly siblings: readonly CaseRow[];
  readonly change: (part: Partial<CaseForm>) => void;
  readonly pickMunicipality: (municipality: ListedMunicipality) => void;
  /** 継続 also takes the latest earlier case, where none was chosen. */
  readonly pickEntry: (entry: Entry) => void;
  readonly addTheme: (name: string) => void;
  /** Says what is wrong with one field, as somebody leaves it. */
  readonly checkField: (field: keyof CaseForm) => void;
  /** The values, or undefined once the errors stand at their fields. */
  readonly read: () => CaseValues | undefined;
};

const YEARS_BACK = 12;

/** @param thisYear the fiscal year of today; the next one can be prepared */
export const useCaseForm = (start: CaseForm, thisYear: number, ownId?: string): CaseFormState => {
  const draft = useDraftForm(
    `case.${ownId ?? 'new'}`,
    ownId === undefined ? '案件をつくる' : '案件の情報を編集',
    start,
  );
  const { values: form, set } = draft;
  const [errors, setErrors] = useState<CaseFormErrors>({});
  const code = normalizeCode(form.code);
  const loaded = useLive(useMemo(() => formRows(code), [code]));
  const rows = loaded.state === 'ready' ? loaded.value : { themes: [], siblings: [] };

  const change = useCallback(
    (part: Partial<CaseForm>) => {
      set(part);
      setErrors((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))),
      );
    },
    [set],
  );

  return {
    form,
    isFilled: draft.isFilled,
    reset: draft.reset,
    errors,
    ownId,
    years: yearsAround(thisYear, start.fiscalYear),
    themes: rows.themes,
    siblings: rows.siblings,
    change,
    pickMunicipality: (municipality) => {
      const { name, code: picked, kana } = withMunicipality(form, municipality);
      const isOther = picked !== form.code;
      change({ name, code: picked, kana, ...(isOther && { continuesCase: NO_ID }) });
    },
    pickEntry: (entry) => {
      const latest = earlierCases(form, rows.siblings, ownId)[0];
      const takes = entry === 'continued' && form.continuesCase === '' && latest !== undefined;
      change({ entry, ...(takes && { continuesCase: latest.id }) });
    },
    addTheme: (text) => {
      const name = checkName(text, 'テーマ');
      if (!name.ok) {
        setErrors((before) => ({
          ...before,
          themes: problemWords(name.error),
        }));
      } else if (form.themes.some((theme) => sameText(theme, name.value))) {
        change({ themes: form.themes });
      } else {
        change({ themes: [...form.themes, name.value] });
      }
    },
    checkField: (field) => {
      const result = readCaseForm(form);
      const error = result.ok ? undefined : result.errors[field];
      if (error !== undefined) setErrors((before) => ({ ...before, [field]: error }));
    },
    read: () => {
      const result = readCaseForm(form);
      setErrors(result.ok ? {} : result.errors);
      return result.ok ? result.values : undefined;
    },
  };
};

const yearsAround = (thisYear: number, own: number | null): readonly number[] => {
  const near = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear + 1 - index);
  return own === null || near.includes(own) ? near : [...near, own].toSorted((a, b) => b - a);
};
