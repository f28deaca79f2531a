import { describe, expect, it } from 'vitest';
import { earlierCases, isDuplicate } from '#features/cases/case-form.ts';
import type { CaseRow, cases } from '#shared/domain/case/case.ts';
import { caseRow, type Loose } from '#tests/support/rows.ts';

const mashiki = (id: string, values: Loose<typeof cases> = {}): CaseRow =>
  caseRow(id, { municipalityCode: '434434', fiscalYear: 2021, programme: 'national', ...values });

const CASES = [
  mashiki('2019', { fiscalYear: 2019 }),
  mashiki('2021'),
  mashiki('2020', { fiscalYear: 2020 }),
  mashiki('same year', { fiscalYear: 2022 }),
  mashiki('next year', { fiscalYear: 2023 }),
  mashiki('elsewhere', { municipalityCode: '432032' }),
];
const ids = (rows: readonly CaseRow[]) => rows.map(({ id }) => id);

describe('the cases that a case may continue', () => {
  it('are those of the same municipality from earlier years, the latest first', () => {
    const form = { code: '434434', fiscalYear: 2022 };
    expect(ids(earlierCases(form, CASES, undefined))).toEqual(['2021', '2020', '2019']);
  });

  it('are found by a code in full width, without its check digit too', () => {
    const form = { code: '４３４４３', fiscalYear: 2020 };
    expect(ids(earlierCases(form, CASES, undefined))).toEqual(['2019']);
  });

  it('are never the case itself', () => {
    const form = { code: '434434', fiscalYear: 2022 };
    expect(ids(earlierCases(form, CASES, '2021'))).toEqual(['2020', '2019']);
  });

  it('are all others while no year is chosen, one of unknown year last', () => {
    const cases = [mashiki('no year', { fiscalYear: null }), ...CASES];
    const form = { code: '434434', fiscalYear: null };
    expect(ids(earlierCases(form, cases, undefined))).toEqual([
      ...['next year', 'same year', '2021', '2020', '2019', 'no year'],
    ]);
  });
});

describe('a case is one that is there already', () => {
  const form = { code: '434434', fiscalYear: 2021, programme: 'national' as const };
  it.each([
    ['with the same municipality, year and programme', {}, undefined, true],
    ['not of another municipality', { municipalityCode: '432032' }, undefined, false],
    ['not of another year', { fiscalYear: 2020 }, undefined, false],
    ['not of another programme', { programme: 'prefectural' as const }, undefined, false],
    ['not when it is the case itself', {}, 'c1', false],
    ['also beside the case itself', {}, 'c2', true],
  ])('%s', (_, values, own, duplicate) => {
    expect(isDuplicate(form, [mashiki('c1', values)], own)).toBe(duplicate);
  });
});
