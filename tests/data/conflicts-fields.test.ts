import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { fieldKey, memberKey, textName } from '#data/documents/keys.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { isQuiet } from '#shared/domain/record/collection.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { CASE, createClock, createFarDesk, exchangeAll, filesOf } from '../support/far-desks.ts';

const set =
  (field: string, value: unknown, record = 'm1') =>
  (doc: Y.Doc) =>
    doc.getMap('meetings').set(fieldKey(record, field), value);

const type = (name: string, text: string) => (doc: Y.Doc) => doc.getText(name).insert(0, text);

/** Two desks that both have a meeting, from then on apart. */
const twoDesks = () => {
  const now = createClock();
  const sato = createFarDesk('佐藤', now);
  const mori = createFarDesk('森', now);
  sato.edit((doc) => {
    set('place', '役場')(doc);
    set('deletedAt', '')(doc);
    doc.getMap('meetings').set(memberKey('m1', 'supporters', 's1'), { name: '県', order: 'a0' });
  });
  mori.take(sato);
  return { sato, mori, now, all: [sato, mori] };
};

const told = (desks: Parameters<typeof filesOf>[0], document: DocumentId = CASE) =>
  findConflicts(document, filesOf(desks));

const valuesOf = (desks: Parameters<typeof filesOf>[0]) =>
  told(desks).map((conflict) =>
    conflict.kind === 'field'
      ? [conflict.id, ...conflict.sides.map(({ author, value }) => [author, value])]
      : [],
  );

describe('conflicts of fields', () => {
  test('two values of one field, written apart, are told with who and when, the later first', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit(set('place', '大会議室'), '場所を変更');
    mori.edit(set('place', '第2庁舎'), '場所を変更');
    exchangeAll(all);
    const found = told(all);
    expect(found).toMatchObject([
      {
        kind: 'field',
        id: 'meetings.m1.place',
        sides: [
          { author: '森', label: '場所を変更', value: { kind: 'set', value: '第2庁舎' } },
          { author: '佐藤', device: sato.device, value: { kind: 'set', value: '大会議室' } },
        ],
      },
    ]);
    const shown = sato.doc.getMap('meetings').get('m1.place');
    expect(
      found.flatMap(({ sides }) =>
        sides.flatMap((side) => (side.isShown && 'value' in side ? [side.value] : [])),
      ),
    ).toEqual([{ kind: 'set', value: shown }]);
  });

  test('nothing is told of one desk, of edits one after the other, and of equal values', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit(set('place', '大会議室'));
    mori.take(sato);
    mori.edit(set('place', '第2庁舎'));
    sato.take(mori);
    sato.edit(set('title', '打合せ'));
    mori.edit(set('title', '打合せ'));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
    expect(told([sato])).toEqual([]);
  });

  const key = memberKey('m1', 'supporters', 's1');
  const setMember = (name: string, order: string) => (doc: Y.Doc) =>
    doc.getMap('meetings').set(key, { name, order });

  test('a member taken away by one and renamed by the other is told', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit((doc) => doc.getMap('meetings').delete(key));
    mori.edit(setMember('県庁', 'a0'));
    exchangeAll(all);
    expect(valuesOf(all)).toEqual([
      [
        'meetings.m1.supporters.s1',
        ['森', { kind: 'set', value: { name: '県庁', order: 'a0' } }],
        ['佐藤', { kind: 'absent' }],
      ],
    ]);
  });

  test('a new place for a member is told only where it brought back what another changed', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit(setMember('県', 'a3'));
    mori.edit(setMember('県', 'a5'));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
    sato.edit(setMember('県庁', 'a3'));
    mori.edit(setMember('県', 'a7'));
    exchangeAll(all);
    const shown = sato.doc.getMap('meetings').get(key);
    expect(told(all)).toHaveLength(JSON.stringify(shown).includes('県庁') ? 0 : 1);
    sato.edit((doc) => doc.getMap('meetings').delete(key));
    mori.edit(setMember('県庁', 'a8'));
    exchangeAll(all);
    expect(told(all)).toHaveLength(1);
  });

  test('a record that one put into the bin while the other edited it is told, texts too', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit(set('deletedAt', '2026-04-02T00:00:00.000Z'));
    mori.edit(set('place', '第2庁舎'));
    mori.edit(type(textName('meetings', 'm1', 'aim'), '住民の声を聞く'));
    exchangeAll(all);
    expect(told(all)).toMatchObject([
      { id: 'meetings.m1.deletedAt', edited: ['aim', 'place'], sides: [{}, {}] },
    ]);
    mori.edit(set('deletedAt', ''));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
  });

  test('any later write by somebody who has seen all decides, also one of the value shown', () => {
    const { sato, mori, all } = twoDesks();
    sato.edit(set('place', '大会議室'));
    mori.edit(set('place', '第2庁舎'));
    exchangeAll(all);
    const shown = sato.doc.getMap('meetings').get('m1.place');
    sato.edit(set('place', shown));
    expect(told(all)).toEqual([]);
    mori.take(sato);
    expect(mori.doc.getMap('meetings').get('m1.place')).toBe(shown);
  });

  test('with a file missing, what others passed on is told by way of them', () => {
    const { sato, mori, all, now } = twoDesks();
    const kato = createFarDesk('加藤', now);
    kato.take(sato);
    kato.edit(set('place', '第2庁舎'));
    sato.edit(set('place', '大会議室'));
    mori.take(kato);
    mori.edit(set('title', '打合せ'));
    exchangeAll(all);
    expect(told(all)).toMatchObject([
      {
        id: 'meetings.m1.place',
        sides: [
          { author: '森', via: true, value: { value: '第2庁舎' } },
          { author: '佐藤', via: false, value: { value: '大会議室' } },
        ],
      },
    ]);
    mori.edit(set('place', '大会議室'));
    expect(told(all)).toEqual([]);
  });

  test('what one built on is not told against it, though the file that holds it is missing', () => {
    const { sato, mori, all, now } = twoDesks();
    const kato = createFarDesk('加藤', now);
    sato.edit(set('place', '大会議室'));
    kato.take(sato);
    kato.edit(set('place', '第2庁舎'));
    mori.take(kato);
    mori.edit(set('title', '打合せ'));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
  });

  test('a fork of a device stands against its trunk, and both against others', () => {
    const { sato, mori, now } = twoDesks();
    const twin = sato.fork('佐藤の写し');
    sato.edit(set('place', '大会議室'));
    twin.edit(set('place', '第2庁舎'));
    twin.edit(set('title', '打合せ'));
    const files = [sato.file(), twin.file(`${twin.device}~1`), mori.file()];
    expect(findConflicts(CASE, files).map(({ id }) => id)).toEqual(['meetings.m1.place']);
    const reader = createFarDesk('加藤', now);
    reader.take(sato);
    reader.take(twin);
    reader.edit(set('place', '第3庁舎'));
    expect(findConflicts(CASE, [...files, reader.file()]).map(({ id }) => id)).toEqual([]);
  });

  test.each(
    COLLECTIONS.flatMap((collection) =>
      [...collection.values.map(([field]) => field), ...collection.sets]
        .filter((field) => !isQuiet(collection, field))
        .map((field) => [collection.name, field, collection] as const),
    ),
  )('%s: two values of %s are told', (name, field, collection) => {
    const now = createClock();
    const all = [createFarDesk('佐藤', now), createFarDesk('森', now)];
    const isSet = (collection.sets as readonly string[]).includes(field);
    for (const desk of all) {
      desk.edit((doc) => {
        const value = isSet ? { name: desk.name, order: 'a0' } : `${desk.name}の値`;
        doc.getMap(name).set(isSet ? memberKey('r1', field, 'x') : fieldKey('r1', field), value);
      });
    }
    exchangeAll(all);
    const document = collection.home === 'office' ? OFFICE : CASE;
    expect(told(all, document).map((each) => each.field)).toEqual([field]);
  });
});
