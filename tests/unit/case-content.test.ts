import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent } from '#data/documents/case-content.ts';
import { countRecords } from '#data/documents/count-records.ts';
import { erasedOf, updateOfErased } from '#data/erasing/blank-update.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { docOf, packed, pending, stateOf } from '#tests/support/documents.ts';

const CASE = caseDocument('c1' as CaseId);

describe('the records of a document in its files', () => {
  const counted = (document: DocumentId, ...updates: readonly Uint8Array[]) =>
    countRecords({ document, packed: updates.map((update) => packed(update)) });
  const whole = stateOf({
    cases: { 'c1.title': 'x' },
    meetings: { 'm1.title': 'x', 'm2.title': 'x', 'm2.deletedAt': '2023', 'm3.title': 'x' },
  });

  it('are counted, without those in the bin', () => {
    expect(counted(CASE, whole)).toEqual({ cases: 1, meetings: 2 });
    expect(counted(CASE)).toEqual({ cases: 0, meetings: 0 });
    expect(counted(OFFICE, whole)).toEqual({ cases: 0, meetings: 0 });
  });

  it.each([
    ['wait for others', pending()],
    ['are of a newer format', stateOf({ meta: { format: FORMAT + 1 } })],
    ['are damaged', Uint8Array.of(255, 1, 2)],
  ])('are not counted where they %s', (_, update) => {
    expect(counted(CASE, update)).toBeUndefined();
  });
});

describe('a case told under new ids', () => {
  const M1 = 'm'.repeat(16);
  const M2 = 'n'.repeat(16);
  const HASH = 'ab'.repeat(32);
  const whole = () =>
    docOf({
      cases: { 'c1.fiscalYear': 2022, 'c1.roadmapCase': 'c1' },
      meetings: {
        [`${M1}.title`]: `case:c1 と ${M1}、${'p'.repeat(16)}`,
        [`${M1}.modes.mail`]: { name: 'メール', order: 'a0' },
        [`${M1}.headCount`]: 4,
        [`${M2}.title`]: '削除',
        [`${M2}.deletedAt`]: '2023',
        'fixed.title': '同じ',
      },
      attachments: { [`${'q'.repeat(16)}.hash`]: HASH },
      findings: { [`${'r'.repeat(16)}.meeting`]: M2 },
    });
  const read = (doc: Y.Doc, more: Partial<Parameters<typeof readContent>[0]> = {}) =>
    readContent({
      ...{ document: CASE, packed: [packed(Y.encodeStateAsUpdate(doc))], erased: [] },
      ...more,
    });
  const contentOf = (doc: Y.Doc) => {
    const content = read(doc);
    if (content === undefined || content === 'erased') expect.fail('no content');
    const of = (name: string) => content.records.filter(({ collection }) => collection === name);
    return { ...content, of };
  };

  it('holds what is in use, which names each other by the new ids', () => {
    const { id, files, of } = contentOf(whole());
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(of('cases')).toMatchObject([{ id, values: { fiscalYear: 2022, roadmapCase: id } }]);
    const [fixed, meeting] = of('meetings').toSorted((a) => (a.id === 'fixed' ? -1 : 1));
    expect(of('meetings')).toHaveLength(2);
    expect(fixed).toMatchObject({ id: 'fixed', values: { title: '同じ' }, note: [] });
    expect(meeting?.id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(meeting?.id).not.toBe(M1);
    expect(meeting?.values).toMatchObject({
      title: `case:${id} と ${meeting?.id}、${'p'.repeat(16)}`,
      headCount: 4,
      aim: '',
    });
    expect(meeting?.sets).toMatchObject({
      modes: [{ id: 'mail', name: 'メール', order: 'a0' }],
      supporters: [],
    });
    expect(files).toEqual([HASH]);
    // Of what lies in the bin the id changes with the others: nothing leads back to the old case.
    expect(of('findings')[0]?.values.meeting).not.toBe(M2);
  });

  it('has its notes, with the new ids in them', () => {
    const doc = whole();
    const link = new Y.XmlElement('linkedRecord');
    link.setAttribute('record', M1);
    doc.getXmlFragment(`meetings.${M1}.note`).insert(0, [link]);
    const { of } = contentOf(doc);
    const meeting = of('meetings').find(({ id }) => id !== 'fixed');
    expect(meeting?.note).toEqual([
      {
        ...{ kind: 'element', name: 'linkedRecord', children: [] },
        attributes: { record: meeting?.id },
      },
    ]);
  });

  it.each([
    ['is the office', {}, { document: OFFICE }],
    ['holds no case', { cases: { 'c1.deletedAt': '2023' } }, {}],
    ['is of a newer format', { cases: { 'c1.x': 1 }, meta: { format: FORMAT + 1 } }, {}],
    ['waits for others', {}, { packed: [packed(stateOf({ cases: { 'c1.x': 1 } }), pending())] }],
    ['is damaged', {}, { packed: [packed(Uint8Array.of(255, 1, 2))] }],
  ])('is nothing where it %s', (_, values, more) => {
    expect(read(docOf(values), more)).toBeUndefined();
  });

  it('stays erased where it was erased, whatever the file says', () => {
    const doc = docOf({ cases: { 'c1.fiscalYear': 2022 }, meetings: { [`${M1}.title`]: 'x' } });
    const erase = (clock: number, len: number) =>
      updateOfErased(erasedOf([{ client: doc.clientID, clock, len }]));
    expect(read(doc, { erased: [erase(0, 9)] })).toBe('erased');
    const partly = read(doc, { erased: [erase(1, 9)] });
    expect(partly).toMatchObject({ records: [{ collection: 'cases' }], files: [] });
  });
});
