import { describe, expect, it } from 'vitest';
import {
  type CaseForm,
  codeWarning,
  emptyCaseForm,
  normalizeCode,
  readCaseForm,
  readEntryDate,
} from '#features/cases/case-form.ts';
import json from '#resources/municipalities.json' with { type: 'json' };
import { weekdayWarning } from '#shared/dates/typed-weekday.ts';
import type { PartialDate } from '#shared/dates/types.ts';
import { readMunicipalityList } from '#shared/domain/office/municipality-list.ts';
import { checkOwnProfile } from '#shared/domain/office/own-profile.ts';
import { PREFECTURES, prefectureName } from '#shared/domain/office/prefectures.ts';

const mashiki: CaseForm = {
  ...emptyCaseForm(2022, '地域ケア推進班'),
  name: '益城町',
  code: '434434',
};
const errorsOf = (part: Partial<CaseForm>) => {
  const read = readCaseForm({ ...mashiki, ...part });
  return read.ok ? {} : read.errors;
};

describe('the form of a case', () => {
  it('reads a municipality, its prefecture found from the code', () => {
    expect(readCaseForm(mashiki)).toMatchObject({
      ok: true,
      values: { municipality: { name: '益城町', code: '434434', prefecture: '熊本県' } },
    });
  });

  it('says at every field what is wrong with it, all at once', () => {
    const errors = errorsOf({ name: '', code: '', fiscalYear: null, entryDate: 'R5.2.30' });
    expect(Object.keys(errors).sort()).toEqual(['code', 'entryDate', 'fiscalYear', 'name']);
    expect(errors.entryDate).toContain('2月は28日まで');
  });

  it('refuses a name of 10,000 characters', () => {
    expect(errorsOf({ name: '町'.repeat(10_000) }).name).toContain('10,000文字');
    expect(errorsOf({ programmeName: '業'.repeat(10_000) }).programmeName).toContain('長すぎます');
    expect(errorsOf({ entryReason: '理'.repeat(10_000) }).entryReason).toContain('2,000文字まで');
  });

  it('reads the entry date in the case’s fiscal year, and points out another weekday', () => {
    const { parsed } = readEntryDate({ entryDate: '2/1（月）', fiscalYear: 2022 });
    expect(parsed?.date).toBe('2023-02-01');
    expect(weekdayWarning('2023-02-01' as PartialDate, parsed?.weekday)).toContain(
      '(月)と入力されましたが、2/1は(水)です',
    );
    const right = readEntryDate({ entryDate: '2/1（水）', fiscalYear: 2022 }).parsed;
    expect(weekdayWarning('2023-02-01' as PartialDate, right?.weekday)).toBe(undefined);
  });

  it('takes codes in full width, and completes five digits', () => {
    expect(normalizeCode(' ４３４４３４ ')).toBe('434434');
    expect(normalizeCode('43443')).toBe('434434');
  });

  it('allows a wrong check digit or another name than the list’s, and says so', () => {
    const { municipalities } = readMunicipalityList(json);
    expect(errorsOf({ code: '434435' })).toEqual({});
    expect(codeWarning({ name: '益城町', code: '434435' }, municipalities)).toContain('検査数字');
    expect(codeWarning({ name: '益城村', code: '434434' }, municipalities)).toContain(
      '熊本県益城町',
    );
    expect(codeWarning({ name: '益城町', code: '434434' }, municipalities)).toBe(undefined);
  });
});

describe('the 47 prefectures', () => {
  it('are those of the list of municipalities', () => {
    expect(PREFECTURES).toEqual(readMunicipalityList(json).prefectures);
  });

  it('are found by the beginning of a code', () => {
    expect(prefectureName('434434')).toBe('熊本県');
    expect(prefectureName('99')).toBe('');
  });
});

describe('the own profile', () => {
  it('needs prefecture, section and name, and cleans them', () => {
    expect(checkOwnProfile({ prefecture: '', section: ' ', userName: '' })).toMatchObject({
      ok: false,
      errors: { prefecture: expect.any(String), section: expect.any(String) },
    });
    expect(checkOwnProfile({ prefecture: '43', section: ' 班 ', userName: '山田' })).toEqual({
      ok: true,
      profile: { prefecture: '43', section: '班', userName: '山田' },
    });
  });
});
