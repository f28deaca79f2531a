import { isFiscalYear } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases, type Entry, type Programme } from '#shared/domain/case/case.ts';
import { municipalities, themes } from '#shared/domain/office/office.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import type { TextsOf } from '#shared/domain/record/collection.ts';
import { type CaseId, type MunicipalityCode, NO_ID } from '#shared/domain/record/ids.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { cleanLine, clip } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';

/** A municipality as a case names it. The code's check digit may be wrong: a list can be, too. */
export type CaseMunicipality = {
  /** 6 digits. */
  readonly code: string;
  readonly name: string;
  readonly kana?: string;
  /** 熊本県 */
  readonly prefecture?: string;
  /** 上益城郡 */
  readonly district?: string;
  readonly remarks?: string;
  readonly source?: string;
};

/** What a case is made of at its beginning; its long texts come later, on its own page. */
export type CaseValues = {
  readonly municipality: CaseMunicipality;
  /** Year of the April in which the fiscal year begins; null while nothing was entered. */
  readonly fiscalYear: number | null;
  readonly programme: Programme;
  readonly programmeName?: string;
  readonly entry?: Entry;
  /** A day, a month, or ''. */
  readonly entryDate?: string;
  readonly entryReason?: string;
  /** Names: a theme of the office that has the name is taken, otherwise one is made. */
  readonly themes?: readonly string[];
  readonly themeText?: string;
  readonly section?: string;
  /** The earlier case, or none. */
  readonly continuesCase?: CaseId;
  readonly source?: string;
};

/**
 * Makes a case, and what it needs in the office: its municipality's profile, its themes.
 * The command must name [OFFICE, caseDocument(id)].
 * @param id made beforehand, since it names the case's document
 */
export const createCase = (draft: Draft, id: CaseId, values: CaseValues): Result<CaseId> => {
  const checked = checkCase(values);
  if (!checked.ok) return checked;
  const document = caseDocument(id);
  if (draft.row(document, cases, id) !== undefined) return fail(exists());
  const members = ensureThemes(draft, values.themes ?? []);
  if (!members.ok) return members;
  ensureMunicipality(draft, values.municipality);
  draft.create(document, cases, checked.value, id);
  draft.setMembers(document, cases, id, 'themes', members.value);
  return ok(id);
};

/**
 * Changes what stands on a case's head; all values are given. Its long texts stay, and so do its source and
 * what brought it about unless others are given.
 * The command must name [OFFICE, caseDocument(id)].
 */
export const updateCase = (draft: Draft, id: CaseId, values: CaseValues): Result<CaseId> => {
  const checked = checkCase(values);
  if (!checked.ok) return checked;
  const document = caseDocument(id);
  const before = draft.row(document, cases, id);
  if (before === undefined) return fail(missing());
  const members = ensureThemes(draft, values.themes ?? []);
  if (!members.ok) return members;
  ensureMunicipality(draft, values.municipality);
  draft.set(document, cases, id, {
    ...checked.value,
    entry: values.entry ?? before.entry,
    entryDate: values.entryDate === undefined ? before.entryDate : checked.value.entryDate,
    entryReason: values.entryReason === undefined ? before.entryReason : checked.value.entryReason,
    source: values.source ?? before.source,
  });
  draft.setMembers(document, cases, id, 'themes', members.value);
  return ok(id);
};

/** Puts a case into the bin, and with it all that its document holds: meetings show only under a case. */
export const removeCase = (draft: Draft, id: CaseId): Result<CaseId> => {
  const document = caseDocument(id);
  if (draft.row(document, cases, id) === undefined) return fail(missing());
  draft.remove(document, cases, id);
  return ok(id);
};

/** Takes a case out of the bin; of a case in use nothing changes. */
export const restoreCase = (draft: Draft, id: CaseId): Result<CaseId> => {
  draft.restore(caseDocument(id), cases, id);
  return ok(id);
};

/** The theme with this name, whatever its width and kana, or a new one. Needs OFFICE. */
export const ensureTheme = (draft: Draft, text: string): Result<MemberValue> => {
  const name = themes.fields.name.check(text);
  if (!name.ok) return name;
  const known = draft.rows(OFFICE, themes).find((theme) => sameText(theme.name, name.value));
  if (known) return ok({ id: known.id, name: known.name });
  return ok({ id: draft.create(OFFICE, themes, { name: name.value }), name: name.value });
};

/** Those of all names. Needs OFFICE. */
export const ensureThemes = (
  draft: Draft,
  names: readonly string[],
): Result<readonly MemberValue[]> => {
  const members: MemberValue[] = [];
  for (const name of names) {
    const member = ensureTheme(draft, name);
    if (!member.ok) return member;
    if (!members.some(({ id }) => id === member.value.id)) members.push(member.value);
  }
  return ok(members);
};

/** Makes the profile when there is none; one that is there belongs to the office and stays as it is. */
const ensureMunicipality = (draft: Draft, municipality: CaseMunicipality): void => {
  const code = municipality.code as MunicipalityCode;
  if (draft.row(OFFICE, municipalities, code) !== undefined) return;
  draft.create(
    OFFICE,
    municipalities,
    {
      name: cleanLine(municipality.name),
      kana: cleanLine(municipality.kana ?? ''),
      prefecture: cleanLine(municipality.prefecture ?? ''),
      district: cleanLine(municipality.district ?? ''),
      remarks: municipality.remarks ?? '',
      source: municipality.source ?? '',
    },
    code,
  );
};

/** The end has operations of its own. */
type CaseEndFields = 'endedOn' | 'waivesRecords';
type CheckedCase = Omit<
  CaseRow,
  'id' | 'document' | 'deletedAt' | 'themes' | 'roadmapCase' | CaseText | CaseEndFields
>;
type CaseText = TextsOf<typeof cases>;

const checkCase = (values: CaseValues): Result<CheckedCase> => {
  const { municipality, fiscalYear } = values;
  if (!/^\d{6}$/.test(municipality.code)) {
    return refuse(
      `団体コード「${clip(municipality.code, 30)}」は6桁の数字ではありません。`,
      '「434434」のように6桁の数字で入力してください。',
    );
  }
  if (fiscalYear === null || !isFiscalYear(fiscalYear)) {
    return refuse('年度が入っていません。', '年度を選んでください。');
  }
  return checkValues(cases, {
    municipalityCode: municipality.code as MunicipalityCode,
    municipalityName: municipality.name,
    prefectureName: municipality.prefecture ?? '',
    fiscalYear,
    programme: values.programme,
    programmeName: values.programmeName ?? '',
    entry: values.entry ?? 'unknown',
    entryDate: values.entryDate ?? '',
    entryReason: values.entryReason?.trim() ?? '',
    themeText: values.themeText?.trim() ?? '',
    section: values.section ?? '',
    continuesCase: values.continuesCase ?? NO_ID,
    source: values.source ?? '',
  });
};

const missing = (): Problem => ({
  code: 'not-found',
  happened: 'この案件は見つかりません。',
  safe: 'ほかの案件はそのままです。',
  todo: '一覧から開き直してください。削除したものは「ごみ箱」から戻せます。',
});

const exists = (): Problem => ({
  code: 'taken',
  happened: 'この案件はもうつくられています。',
  safe: '前の入力は残っています。',
  todo: '一覧から開いてください。',
});
