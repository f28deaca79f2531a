import { describe, expect, it } from 'vitest';
import { casesTogether } from '#features/banso-file/model.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

describe('the cases of which a readable copy has the 引継書 of their office', () => {
  const handed = (id: string, year: number | null) => ({
    document: caseDocument(id as CaseId),
    year,
  });

  it('are those of the latest year that has several', () => {
    const cases = [handed('a', 2023), handed('b', 2022), handed('c', 2022), handed('d', 2021)];
    expect(casesTogether([...cases, handed('e', 2021)])).toEqual(['case:b', 'case:c']);
    expect(casesTogether([handed('a', null), handed('b', null)])).toEqual(['case:a', 'case:b']);
  });

  it('are none where each year has one, which has its own', () => {
    expect(casesTogether([handed('a', 2023), handed('b', 2022), handed('c', null)])).toEqual([]);
    expect(casesTogether([])).toEqual([]);
  });
});
