import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fieldKey, memberKey, parseKey, textName } from '#data/documents/keys.ts';
import { newLink } from '#data/documents/note-links.ts';
import {
  collectionsOf,
  createRecordReader,
  type RecordReader,
  type Touched,
} from '#data/documents/record-reader.ts';
import { assemble, projectAll, projectTouched } from '#data/projection/project.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const CASE = caseDocument('c1' as CaseId);

describe('the key of a value in a document', () => {
  it.each([
    ['m1.title', { id: 'm1', field: 'title', member: undefined }],
    ['m1.modes.onsite', { id: 'm1', field: 'modes', member: 'onsite' }],
    ['m1.modes.', { id: 'm1', field: 'modes', member: '' }],
    ['m1.modes.a.b', { id: 'm1', field: 'modes', member: 'a.b' }],
    ['m.t', { id: 'm', field: 't', member: undefined }],
    ['m1.', undefined],
    ['m1..x', undefined],
    ['.title', undefined],
    ['title', undefined],
    ['', undefined],
  ])('%j is read as %j', (key, parts) => {
    expect(parseKey(key)).toEqual(parts);
  });

  it('is read back as it was made', () => {
    expect(parseKey(fieldKey('m1', 'title'))?.field).toBe('title');
    expect(parseKey(memberKey('m1', 'modes', 'mail'))?.member).toBe('mail');
    expect(textName('meetings', 'm1', 'aim')).toBe('meetings.m1.aim');
  });
});

const begin = (document = CASE, values: Readonly<Record<string, Record<string, unknown>>> = {}) => {
  const doc = new Y.Doc();
  const write = (all: typeof values) =>
    doc.transact(() => {
      for (const [name, own] of Object.entries(all)) {
        for (const [key, value] of Object.entries(own)) doc.getMap(name).set(key, value);
      }
    });
  write(values);
  const reader = createRecordReader(document, doc);
  return { doc, reader, write };
};
const note = (doc: Y.Doc, id: string, ...blocks: readonly Y.XmlElement[]) =>
  doc.getXmlFragment(`meetings.${id}.note`).insert(0, [...blocks]);
const line = (words: string): Y.XmlElement => {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
};

describe('a record in a document', () => {
  it('is whole, whatever of it was written: its values, sets by their order, and texts', () => {
    const { doc, reader } = begin(CASE, {
      meetings: {
        'm1.title': '視察',
        'm1.headCount': 'many',
        'm1.modes.a': { name: 'A', order: 'a2' },
        'm1.modes.b': { name: 'B', order: 'a1' },
        'm1.modes.c': 'no member',
        'm1.modes.d': { name: 7, order: 'a3' },
        'm1.modesX.e': { name: 'E', order: 'a0' },
        'm10.title': '別',
      },
    });
    doc.getText('meetings.m1.aim').insert(0, 'ねらい');
    expect(reader.row(meetings, 'm1')).toMatchObject({
      ...{ id: 'm1', document: CASE, deletedAt: '', title: '視察', headCount: null },
      ...{ kind: 'other', state: 'planned', aim: 'ねらい', summary: '', supporters: [] },
      modes: [
        { id: 'b', name: 'B', order: 'a1' },
        { id: 'a', name: 'A', order: 'a2' },
        { id: 'd', name: '', order: 'a3' },
      ],
    });
    expect(doc.share.has('meetings.m1.summary')).toBe(false);
    expect(reader.row(meetings, 'm2')).toBeUndefined();
  });

  it.each([
    ['2023-01-01', '2023-01-01'],
    ['', ''],
    [7, ''],
    [null, ''],
  ])('that went into the bin at %j says %j', (stored, deletedAt) => {
    const { reader } = begin(CASE, { meetings: { 'm1.deletedAt': stored, 'm2.title': 'x' } });
    expect(reader.row(meetings, 'm1')?.deletedAt).toBe(deletedAt);
    expect(reader.countInUse(meetings)).toBe(deletedAt === '' ? 2 : 1);
    expect(reader.rows(meetings).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('is none that is made of keys which are none of ours', () => {
    const { reader } = begin(CASE, { meetings: { title: 'x', '.x': 1, 'm1.': 1 } });
    expect([...reader.ids(meetings)]).toEqual([]);
    expect(reader.rows(meetings)).toEqual([]);
  });

  it('lives where its collection does', () => {
    expect(collectionsOf(OFFICE)).toContain(people);
    expect(collectionsOf(OFFICE)).not.toContain(meetings);
    expect(collectionsOf(CASE)).toContain(meetings);
    expect(collectionsOf(CASE)).not.toContain(people);
    const { reader } = begin();
    expect(() => reader.rows(people)).toThrow('people does not live in case:c1');
  });

  it('has the words of its note as long as it is there', () => {
    const { doc, reader, write } = begin(CASE, { meetings: { 'm1.title': 'x', 'm3.title': 'x' } });
    for (const id of ['m1', 'm2']) note(doc, id, line('町から'));
    expect(['m1', 'm2', 'm3'].map((id) => reader.noteText(meetings, id))).toEqual([
      ...['町から', '', ''],
    ]);
    expect(reader.noteWords(meetings, 'm3')).toEqual({ text: '', mentions: [] });
    expect(doc.share.has('meetings.m3.note')).toBe(false);
    write({ meetings: { 'm1.title': 'y' } });
    expect(reader.noteText(meetings, 'm1')).toBe('町から');
  });
});

describe('what a transaction touched', () => {
  type How = 'touched' | 'edited';
  /** `m1 row`, `m1 note`, in the order in which they are told. */
  const told = (all: readonly Touched[]) =>
    all.map(({ collection, id, row, note: isNote }) =>
      [collection.name, id, ...(row ? ['row'] : []), ...(isNote ? ['note'] : [])].join(' '),
    );
  const touchedBy = (
    { doc, reader }: { readonly doc: Y.Doc; readonly reader: RecordReader },
    act: () => void,
    how: How = 'touched',
  ) => {
    let found: readonly string[] = [];
    const hear = (transaction: Y.Transaction) => {
      found = told(reader[how](transaction));
    };
    doc.on('afterTransaction', hear);
    doc.transact(act);
    doc.off('afterTransaction', hear);
    return found;
  };
  const MEETINGS = { meetings: { 'm1.title': 'x', 'm1.place': 'y', 'm2.title': 'z' } };
  const map = (doc: Y.Doc, name = 'meetings') => doc.getMap(name);

  it.each<[string, (doc: Y.Doc) => void, readonly string[]]>([
    ['a value', (doc) => map(doc).set('m1.title', 'y'), ['meetings m1 row']],
    ['a value more', (doc) => map(doc).set('m1.summary', 'y'), ['meetings m1 row']],
    ['a value less', (doc) => map(doc).delete('m1.place'), ['meetings m1 row']],
    [
      'a record that comes, and its note',
      (doc) => map(doc).set('m3.title', 'y'),
      ['meetings m3 row note'],
    ],
    ['one that goes', (doc) => map(doc).delete('m2.title'), ['meetings m2 row note']],
    [
      'one that has no note',
      (doc) => map(doc, 'findings').set('f1.text', 'y'),
      ['findings f1 row'],
    ],
    ['a long text', (doc) => doc.getText('meetings.m1.aim').insert(0, 'y'), ['meetings m1 row']],
    ['a note', (doc) => note(doc, 'm1', line('y')), ['meetings m1 note']],
    [
      'a note and a value',
      (doc) => {
        map(doc).set('m1.title', 'y');
        note(doc, 'm1', line('y'));
      },
      ['meetings m1 row note'],
    ],
    ['a text of no field', (doc) => doc.getText('meetings.m1.title').insert(0, 'y'), []],
    ['a text of no record', (doc) => doc.getText('meetings..aim').insert(0, 'y'), []],
    ['a text of no collection', (doc) => doc.getText('others.m1.aim').insert(0, 'y'), []],
    ['a note of what has none', (doc) => doc.getText('findings.f1.note').insert(0, 'y'), []],
    ['a key of no record', (doc) => map(doc).set('title', 'y'), []],
    ['a map of no collection', (doc) => map(doc, 'others').set('m1.title', 'y'), []],
    ['another home’s collection', (doc) => map(doc, 'people').set('p1.name', 'y'), []],
  ])('is %s', (_, act, expected) => {
    const desk = begin(CASE, MEETINGS);
    expect(touchedBy(desk, () => act(desk.doc))).toEqual(expected);
  });

  it('is read anew at once: a record that comes is there, one that goes is not', () => {
    const desk = begin(CASE, MEETINGS);
    touchedBy(desk, () => {
      map(desk.doc).set('m3.title', 'y');
      map(desk.doc).delete('m2.title');
      map(desk.doc).delete('m1.place');
    });
    expect([...desk.reader.ids(meetings)]).toEqual(['m1', 'm3']);
    touchedBy(desk, () => map(desk.doc).delete('m1.title'));
    expect([...desk.reader.ids(meetings)]).toEqual(['m3']);
  });

  it('is a note whose text changed within a block', () => {
    const desk = begin(CASE, MEETINGS);
    const block = line('町');
    note(desk.doc, 'm1', block);
    expect(touchedBy(desk, () => (block.get(0) as Y.XmlText).insert(0, '県'))).toEqual([
      'meetings m1 note',
    ]);
  });

  it('is the notes, too, that say the words of a record which changed, and no others', () => {
    const desk = begin(CASE, {
      meetings: { 'm1.title': 'x', 'm2.title': 'y', 'm3.title': 'z' },
      findings: { 'f1.text': '課題', 'f2.text': '他' },
      actions: { 'f1.text': '対応' },
      rounds: { 'f1.number': 1 },
    });
    const linked = ['f1', 'f3'].map((id) => newLink({ collection: 'findings', id: id as never }));
    note(desk.doc, 'm1', ...linked);
    note(desk.doc, 'm2', newLink({ collection: 'findings', id: 'f2' as never }));
    note(desk.doc, 'gone', newLink({ collection: 'findings', id: 'f1' as never }));
    const change = (name: string, key: string) => () => map(desk.doc, name).set(key, 'anew');
    const finding = change('findings', 'f1.text');
    expect(touchedBy(desk, finding)).toEqual(['findings f1 row', 'meetings m1 note']);
    expect(touchedBy(desk, finding, 'edited')).toEqual(['findings f1 row']);
    expect(touchedBy(desk, change('actions', 'f1.text'))).toEqual(['actions f1 row']);
    expect(touchedBy(desk, change('rounds', 'f1.number'))).toEqual(['rounds f1 row']);
    expect(desk.doc.share.has('meetings.m3.note')).toBe(false);
    const both = () => {
      finding();
      map(desk.doc).set('m1.title', 'anew');
    };
    expect(touchedBy(desk, both).toSorted()).toEqual(['findings f1 row', 'meetings m1 row note']);
  });
});

describe('rows of a document', () => {
  const filled = () => {
    const made = begin(CASE, {
      meetings: { 'm1.title': 'x', 'm2.title': 'y' },
      findings: { 'f1.text': '課題' },
      meta: { format: 2 },
    });
    note(made.doc, 'm1', line('町から'));
    note(made.doc, 'm2');
    return made;
  };

  it('are all of its collections, with the notes that say something', () => {
    const { doc, reader } = filled();
    for (const given of [undefined, reader]) {
      const { rows, notes, format } = projectAll(CASE, doc, given);
      expect([...rows.keys()]).toEqual(collectionsOf(CASE).map(({ name }) => name));
      expect(rows.get('meetings')?.map(({ id }) => id)).toEqual(['m1', 'm2']);
      expect(rows.get('rounds')).toEqual([]);
      expect(notes).toEqual([{ id: 'm1', text: '町から', mentions: [] }]);
      expect(format).toBe(2);
    }
  });

  it('of a change are those that it touched as they stand, none where only a note did', () => {
    const { reader } = filled();
    const touch = (collection: Collection, id: string, row = true): Touched => ({
      ...{ collection, id, row, note: !row },
    });
    const touched = [touch(meetings, 'm1'), touch(meetings, 'm2', false), touch(rounds, 'r1')];
    expect(projectTouched(reader, touched)).toEqual([
      { collection: 'meetings', id: 'm1', row: reader.row(meetings, 'm1') },
      { collection: 'rounds', id: 'r1', row: undefined },
    ]);
    expect(
      [cases, findings, actions].map(
        (each) => projectTouched(reader, [touch(each, 'f1')])[0]?.row?.id,
      ),
    ).toEqual([...[undefined, 'f1', undefined]]);
  });

  it('come of updates in any order, in one transaction', () => {
    const updates: Uint8Array[] = [];
    const { doc } = begin();
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getMap('meetings').set('m1.title', 'a');
    doc.getMap('meetings').set('m1.title', 'b');
    expect(updates).toHaveLength(2);
    for (const order of [updates, updates.toReversed(), [...updates, ...updates]]) {
      expect(assemble(order).getMap('meetings').get('m1.title')).toBe('b');
    }
  });
});
