import type { CaseValues } from '#data/operations/case/cases.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type ParsedDate, parsePartialDate } from '#shared/dates/parse.ts';
import { isFiscalYear, isPartialDate } from '#shared/dates/types.ts';
import type { CaseRow, Entry, Programme } from '#shared/domain/case/case.ts';
import {
  isMunicipalityCode,
  type ListedMunicipality,
} from '#shared/domain/office/municipality-list.ts';
import type { MunicipalityRow } from '#shared/domain/office/office.ts';
import { prefectureName } from '#shared/domain/office/prefectures.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { problemWords } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName, lengthOf } from '#shared/text/limits.ts';
import { type Taking, USUAL_TAKING } from './taking.ts';

/** What stands in the fields while somebody types; nothing here is checked yet. */
export type CaseForm = {
  readonly name: string;
  readonly code: string;
  readonly kana: string;
  readonly fiscalYear: number | null;
  readonly programme: Programme;
  readonly programmeName: string;
  readonly entry: Entry;
  readonly entryDate: string;
  readonly entryReason: string;
  /** Names, as a case keeps them beside the ids. */
  readonly themes: readonly string[];
  readonly themeText: string;
  readonly section: string;
  /** Id of the earlier case, or ''. */
  readonly continuesCase: CaseId;
} & Taking;

export type CaseFormErrors = Readonly<Partial<Record<keyof CaseForm, string>>>;

/** In characters: a reason or a theme in the municipality's own words. */
export const LINE_LIMIT = 2000;

export const emptyCaseForm = (fiscalYear: number, section: string): CaseForm => ({
  name: '',
  code: '',
  kana: '',
  fiscalYear,
  programme: 'national',
  programmeName: '',
  entry: 'unknown',
  entryDate: '',
  entryReason: '',
  themes: [],
  themeText: '',
  section,
  continuesCase: NO_ID,
  ...USUAL_TAKING,
});

/** @param themeNames present names of the office's themes by id: the case's own may be older */
export const caseFormOf = (
  row: CaseRow,
  profile: MunicipalityRow | undefined,
  themeNames: ReadonlyMap<string, string>,
): CaseForm => ({
  name: row.municipalityName,
  code: row.municipalityCode,
  kana: profile?.kana ?? '',
  fiscalYear: row.fiscalYear,
  programme: row.programme,
  programmeName: row.programmeName,
  entry: row.entry,
  entryDate:
    row.entryDate !== '' && isPartialDate(row.entryDate)
      ? formatPartialDate(row.entryDate, 'dotted')
      : row.entryDate,
  entryReason: row.entryReason,
  themes: row.themes.map((theme) => themeNames.get(theme.id) ?? theme.name),
  themeText: row.themeText,
  section: row.section,
  continuesCase: row.continuesCase,
  ...USUAL_TAKING,
});

/** Half-width digits without spaces; five digits get the check digit that belongs to them. */
export const normalizeCode = (text: string): string => {
  const typed = text.normalize('NFKC').replace(/\s+/g, '');
  if (!/^\d{5}$/.test(typed)) return typed;
  const checks = Array.from({ length: 10 }, (_, digit) => `${typed}${digit}`);
  return checks.find(isMunicipalityCode) ?? typed;
};

/** Fills in what the list knows of a municipality. */
export const withMunicipality = (form: CaseForm, picked: ListedMunicipality): CaseForm => ({
  ...form,
  name: picked.name,
  code: picked.code,
  kana: picked.kana,
});

export type ReadForm =
  | { readonly ok: true; readonly values: CaseValues }
  | { readonly ok: false; readonly errors: CaseFormErrors };

/** Checks every field, so that all that is wrong is seen at once. */
export const readCaseForm = (form: CaseForm): ReadForm => {
  const date = readEntryDate(form);
  const code = normalizeCode(form.code);
  const errors: CaseFormErrors = Object.fromEntries(
    (
      [
        ['name', nameError(form.name, '市町村の名前', true)],
        ['code', codeError(code)],
        ['fiscalYear', yearError(form.fiscalYear)],
        ['programmeName', nameError(form.programmeName, '事業の名前', false)],
        ['entryDate', date.error],
        ['entryReason', lengthError(form.entryReason)],
        ['themeText', lengthError(form.themeText)],
        ['section', nameError(form.section, '担当', false)],
      ] as const
    ).filter(([, error]) => error !== undefined),
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { takes: _, fate: __, ...values } = form;
  return {
    ok: true,
    values: {
      ...values,
      entryDate: date.parsed?.date ?? '',
      municipality: {
        code,
        name: form.name,
        kana: form.kana,
        prefecture: prefectureName(code),
      },
    },
  };
};

/** The typed date as it is understood, or why it is not. A weekday that disagrees is no error. */
export const readEntryDate = (
  form: Pick<CaseForm, 'entryDate' | 'fiscalYear'>,
): { readonly parsed?: ParsedDate; readonly error?: string } => {
  const { fiscalYear } = form;
  const context = fiscalYear !== null && isFiscalYear(fiscalYear) ? { fiscalYear } : {};
  const parsed = parsePartialDate(form.entryDate, context);
  return parsed.ok ? { parsed: parsed.value } : { error: problemWords(parsed.error) };
};

/** What is odd about a code but may stand: the list, or the case, may know better. */
export const codeWarning = (
  form: Pick<CaseForm, 'code' | 'name'>,
  list: readonly ListedMunicipality[],
): string | undefined => {
  const code = normalizeCode(form.code);
  if (!/^\d{6}$/.test(code)) return undefined;
  if (!isMunicipalityCode(code)) {
    return '検査数字（6桁目）が合いません。コードを確かめてください。このままでもつくれます。';
  }
  const listed = list.find((municipality) => municipality.code === code);
  if (listed === undefined || form.name === '' || sameText(listed.name, form.name))
    return undefined;
  return `このコードは一覧では「${listed.prefecture}${listed.name}」です。`;
};

const nameError = (text: string, what: string, isRequired: boolean): string | undefined => {
  if (!isRequired && text.trim() === '') return undefined;
  const checked = checkName(text, what);
  return checked.ok ? undefined : problemWords(checked.error);
};

const codeError = (code: string): string | undefined => {
  if (/^\d{6}$/.test(code)) return undefined;
  return code === ''
    ? '団体コードが入っていません。市町村を一覧から選ぶと入ります。'
    : '団体コードは「434434」のような6桁の数字で入力してください。';
};

const yearError = (year: number | null): string | undefined =>
  year !== null && isFiscalYear(year) ? undefined : '年度が入っていません。年度を選んでください。';

const lengthError = (text: string): string | undefined => {
  if (text.length <= LINE_LIMIT || lengthOf(text) <= LINE_LIMIT) return undefined;
  return `${LINE_LIMIT.toLocaleString('ja-JP')}文字までです。いま${lengthOf(text).toLocaleString('ja-JP')}文字あります。`;
};

/** Cases of the same municipality from earlier years, the latest first: what this one may continue. */
export const earlierCases = (
  form: Pick<CaseForm, 'code' | 'fiscalYear'>,
  cases: readonly CaseRow[],
  ownId: string | undefined,
): readonly CaseRow[] => {
  const code = normalizeCode(form.code);
  return cases
    .filter(
      (row) =>
        row.municipalityCode === code &&
        row.id !== ownId &&
        (row.fiscalYear ?? 0) < (form.fiscalYear ?? Number.POSITIVE_INFINITY),
    )
    .toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0));
};

/** Whether there is a case of the same municipality, year and programme already. That is allowed. */
export const isDuplicate = (
  form: Pick<CaseForm, 'code' | 'fiscalYear' | 'programme'>,
  cases: readonly CaseRow[],
  ownId: string | undefined,
): boolean => {
  const code = normalizeCode(form.code);
  return cases.some(
    (row) =>
      row.id !== ownId &&
      row.municipalityCode === code &&
      row.fiscalYear === form.fiscalYear &&
      row.programme === form.programme,
  );
};
