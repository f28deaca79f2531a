import { describe, expect, it } from 'vitest';
import type { CaseContent, CopiedRecord } from '#data/documents/case-content.ts';
import { addCopy } from '#data/operations/case/copy-case.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { draftDesk } from '#tests/support/drafts.ts';

const COPY = 'copy' as CaseId;
const DOCUMENT = caseDocument(COPY);

const record = (
  collection: string,
  id: string,
  values: Loose,
  rest: Partial<CopiedRecord> = {},
): CopiedRecord => ({ collection: collection as never, id, values, sets: {}, note: [], ...rest });
const head = (values: Loose = {}, sets: CopiedRecord['sets'] = {}) =>
  record('cases', COPY, { municipalityName: '益城町', fiscalYear: 2022, ...values }, { sets });
const content = (...records: readonly CopiedRecord[]): CaseContent => ({
  ...{ id: COPY, records, files: [] },
});
const written = (...records: readonly CopiedRecord[]) => {
  const desk = draftDesk();
  const name = desk.done(addCopy(content(...records)).run);
  return { desk, name, row: desk.row(cases, COPY, DOCUMENT) };
};

describe('a case that is brought back beside today’s', () => {
  it('is a step of its own, in a document of its own', () => {
    const { label, documents } = addCopy(content(head()));
    expect([label, documents]).toEqual(['復元した写しを追加', [DOCUMENT]]);
  });

  it('is called a copy, and says all else that it said', () => {
    const { name, row } = written(
      record('meetings', 'm1', { title: '視察' }),
      head(
        { situation: '担い手が減っている。' },
        { themes: [{ id: 't1', name: '移動支援' }] as never },
      ),
    );
    expect(name).toBe('益城町（復元した写し）');
    expect(row).toMatchObject({
      municipalityName: '益城町（復元した写し）',
      fiscalYear: 2022,
      situation: '担い手が減っている。',
    });
    expect(row?.themes.map(({ id, name: theme }) => [id, theme])).toEqual([['t1', '移動支援']]);
  });

  it.each([
    ['other', ''],
    [COPY, COPY],
    ['', ''],
  ])('shows the roadmap of %j as that of %j', (roadmapCase, expected) => {
    const { desk, row } = written(head({ roadmapCase }));
    expect(row?.roadmapCase).toBe(expected);
    expect(desk.doc(DOCUMENT).getMap('cases').get(`${COPY}.roadmapCase`)).toBe(expected);
  });

  it('has its records under their ids, with their sets, in their order', () => {
    const modes = [
      { id: 'onsite', name: '現地' },
      { id: 'mail', name: 'メール' },
    ];
    const { desk } = written(
      head(),
      record('meetings', 'm2', { title: '後', order: 'a2' }),
      record(
        'meetings',
        'm1',
        { title: '先', order: 'a1' },
        { sets: { modes, supporters: [] } as never },
      ),
      record('findings', 'f1', { text: '移動の足がない', meeting: 'm1' }),
    );
    expect(desk.rows(meetings, DOCUMENT).map(({ id, title }) => [id, title])).toEqual([
      ['m1', '先'],
      ['m2', '後'],
    ]);
    const [first] = desk.rows(meetings, DOCUMENT);
    expect(first?.modes.map(({ name }) => name)).toEqual(['現地', 'メール']);
    expect(first?.supporters).toEqual([]);
    expect(desk.row(findings, 'f1', DOCUMENT)).toMatchObject({
      ...{ text: '移動の足がない', meeting: 'm1' },
    });
  });

  it('has the notes of its records, and none where there was none', () => {
    const children = [{ kind: 'text', parts: [{ text: '方針を示した', marks: {} }] }] as const;
    const note = [{ kind: 'element', name: 'paragraph', attributes: {}, children }] as const;
    const { desk } = written(
      head(),
      record('meetings', 'm1', {}, { note }),
      record('meetings', 'm2', {}),
    );
    const texts = ['m1', 'm2'].map((id) =>
      desk.done((draft) => ({ ok: true, value: draft.noteText(DOCUMENT, meetings, id) })),
    );
    expect(texts).toEqual(['方針を示した', '']);
    const notes = [...desk.doc(DOCUMENT).share.keys()].filter((key) => key.includes('note'));
    expect(notes.some((key) => key.includes('m2'))).toBe(false);
  });

  it('leaves out records that this app does not know', () => {
    const { desk, name } = written(head(), record('unknown', 'x', { text: '新しい' }));
    expect(name).toBe('益城町（復元した写し）');
    expect(desk.doc(DOCUMENT).share.has('unknown')).toBe(false);
  });

  it('is not made where nothing says whose case it was', () => {
    const desk = draftDesk();
    const refusal = desk.refused(addCopy(content(record('meetings', 'm1', {}))).run);
    expect(refusal).toBe('この案件は見つかりません。');
    expect(desk.rows(meetings, DOCUMENT)).toEqual([]);
  });
});
