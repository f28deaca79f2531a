import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '#shared/domain/case/case.ts';
import { type YearRow, yearsOf } from '#shared/domain/chain/case-years.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import type { CaseId, MunicipalityCode } from '#shared/domain/record/ids.ts';

const row = (id: string, values: Partial<YearRow> = {}): YearRow => ({
  ...emptyRow(cases, `case:${id}`, id as CaseId),
  id: id as CaseId,
  municipalityCode: '434434' as MunicipalityCode,
  programme: 'national',
  ...values,
});
const continuing = (id: string): Pick<YearRow, 'continuesCase'> => ({
  continuesCase: id as CaseId,
});

const r4 = row('r4', { fiscalYear: 2022 });
const r5 = row('r5', { fiscalYear: 2023, ...continuing('r4') });
const r6 = row('r6', { fiscalYear: 2024, ...continuing('r5') });

const labels = (links: readonly { readonly label: string }[]) => links.map(({ label }) => label);

describe('the years of a municipality', () => {
  it('are a line, the earliest first, whichever case is looked at', () => {
    const line = ['令和4年度', '令和5年度', '令和6年度'];
    expect(labels(yearsOf(r5, [r6, r4]).line)).toEqual(line);
    expect(labels(yearsOf(r4, [r6, r5, r4]).line)).toEqual(line);
  });

  it('have the year before and the year after of a case, by its links', () => {
    const years = yearsOf(r5, [r4, r6]);
    expect(years.before).toEqual({
      kind: 'case',
      link: { id: 'r4', label: '令和4年度', relation: '前年度' },
    });
    expect(years.after).toEqual([{ id: 'r6', label: '令和6年度', relation: '翌年度' }]);
    // Years lie between: it is not called the year before.
    const late = row('r8', { fiscalYear: 2026, ...continuing('r5') });
    expect(yearsOf(late, [r5]).line[0]?.relation).toBe('前の案件');
    expect(yearsOf(r5, [late]).after[0]?.relation).toBe('次の案件');
    expect(yearsOf(r4, []).before).toEqual({ kind: 'none' });
  });

  it('bear several cases a year, told apart by programme, and then by number', () => {
    const own = row('a', { fiscalYear: 2023, programme: 'prefectural', ...continuing('r4') });
    const same = row('b', { fiscalYear: 2023, programme: 'prefectural', ...continuing('r4') });
    expect(labels(yearsOf(r4, [r5, own, same]).line)).toEqual([
      '令和4年度',
      '令和5年度（国の伴走支援）',
      '令和5年度（県事業）',
      '令和5年度（県事業・その2）',
    ]);
    expect(yearsOf(r4, [r5, own, same]).after).toHaveLength(3);
  });

  it.each([
    ['nothing that is not linked', { fiscalYear: 2025 }, ''],
    ['the year after', { fiscalYear: 2023, ...continuing('r4') }, '翌年度'],
    ['a later one', { fiscalYear: 2024, ...continuing('r4') }, '次の案件'],
    ['the same year', { fiscalYear: 2022, ...continuing('r4') }, '次の案件'],
    ['one without a year', { fiscalYear: null, ...continuing('r4') }, '次の案件'],
  ] as const)('call %s by its link', (_, values, relation) => {
    const { line } = yearsOf(r4, [row('x', values)]);
    expect(line.find(({ id }) => id === 'x')?.relation).toBe(relation);
    expect(line.find(({ id }) => id === 'r4')?.relation).toBe('');
  });

  it.each([
    ['national', 'prefectural'],
    ['prefectural', 'national'],
  ] as const)('have those of one year in the order of the programmes (%s, %s)', (...given) => {
    const rows = given.map((programme, at) => row(`p${at}`, { fiscalYear: 2022, programme }));
    const [first = r4, ...rest] = rows;
    const { line } = yearsOf(first, rest);
    const byId = new Map(rows.map(({ id, programme }) => [id, programme]));
    expect(line.map(({ id }) => byId.get(id))).toEqual(['national', 'prefectural']);
  });

  it.each([
    [null, '年度未入力'],
    [0, '年度未入力'],
    [2022, '令和4年度'],
  ])('are called by their year (%s)', (fiscalYear, words) => {
    expect(labels(yearsOf(row('a', { fiscalYear }), []).line)).toEqual([words]);
  });

  it('are told apart by the own name of a programme, without blanks around it', () => {
    const named = row('n', { fiscalYear: 2022, programmeName: ' 町の事業 ' });
    expect(labels(yearsOf(r4, [named]).line)).toEqual([
      '令和4年度（町の事業）',
      '令和4年度（国の伴走支援）',
    ]);
  });

  it('tell that the case before is in the bin, or not there', () => {
    const binned = { ...r4, deletedAt: '2023-04-01T00:00:00.000Z' };
    expect(yearsOf(r5, [binned]).before).toEqual({ kind: 'binned' });
    expect(labels(yearsOf(r5, [binned]).line)).toEqual(['令和5年度']);
    expect(yearsOf(r5, []).before).toEqual({ kind: 'missing' });
  });

  it('keep to the municipality, but for cases that are linked', () => {
    const elsewhere = { municipalityCode: '432112' as MunicipalityCode };
    const merged = row('m', { fiscalYear: 2021, ...elsewhere });
    const stranger = row('s', { fiscalYear: 2020, ...elsewhere });
    const own = { ...r4, ...continuing('m') };
    expect(labels(yearsOf(own, [merged, stranger]).line)).toEqual(['令和3年度', '令和4年度']);
    const codeless = row('x', { municipalityCode: '' as MunicipalityCode });
    expect(yearsOf(codeless, [{ ...codeless, id: 'y' as CaseId }]).line).toHaveLength(1);
  });

  it('bear a loop as two links, and a case that continues itself as none', () => {
    const loop = { ...r4, ...continuing('r5') };
    expect(yearsOf(loop, [r5])).toMatchObject({
      before: { kind: 'case', link: { id: 'r5' } },
      after: [{ id: 'r5' }],
    });
    expect(yearsOf({ ...r4, ...continuing('r4') }, [])).toMatchObject({
      before: { kind: 'none' },
      after: [],
    });
  });

  it('hold the case itself once and never fail, whatever the links merged into', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const any = fc.record({
      id: fc.constantFrom(...ids),
      fiscalYear: fc.constantFrom(null, 0, 2022, 2023, 99_999),
      continuesCase: fc.constantFrom('', 'gone', ...ids),
      deletedAt: fc.constantFrom('', '2023-04-01T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(any, fc.array(any), (own, others) => {
        const rows = [own, ...others].map(({ id, continuesCase, ...values }) =>
          row(id, { ...values, ...continuing(continuesCase) }),
        );
        const [first = r4, ...rest] = rows;
        const { line, after: next } = yearsOf(first, rest);
        expect(line.filter(({ id }) => id === first.id)).toHaveLength(1);
        expect(new Set(line.map(({ id }) => id)).size).toBe(line.length);
        expect(next.every(({ id }) => id !== first.id)).toBe(true);
      }),
    );
  });
});
