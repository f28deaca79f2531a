import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { isShared } from '#data/conflicts/store-conflicts.ts';
import { writeBlocks } from '#data/records/note-blocks.ts';
import { replaceText } from '#data/records/replace-text.ts';
import type { FieldConflict, PassageConflict } from '#shared/domain/record/conflict.ts';
import { CASE, createClock, createFarDesk, exchangeAll, filesOf } from '../support/far-desks.ts';

type Act = (doc: Y.Doc) => void;
const NAMES = ['佐藤', '森', '林'] as const;

/** What is found when desks that have the same go on apart, each by its own edits, and then meet. */
const found = (before: readonly Act[], ...apart: readonly (readonly Act[])[]) => {
  const now = createClock();
  const desks = apart.map((_, at) => createFarDesk(NAMES[at] ?? '', now));
  const [first] = desks;
  for (const act of before) first?.edit(act);
  if (first !== undefined) for (const each of desks.slice(1)) each.take(first);
  for (const [at, acts] of apart.entries()) for (const act of acts) desks[at]?.edit(act);
  exchangeAll(desks);
  const all = findConflicts(CASE, filesOf(desks));
  // It is the same whichever file is read first.
  expect(findConflicts(CASE, filesOf(desks).toReversed())).toEqual(all);
  return all;
};
const set =
  (key: string, value: unknown): Act =>
  (doc) =>
    doc.getMap('meetings').set(key, value);
const drop =
  (key: string): Act =>
  (doc) =>
    doc.getMap('meetings').delete(key);
const aim =
  (text: string): Act =>
  (doc) =>
    replaceText(doc.getText('meetings.m1.aim'), text);
const passages = (...args: Parameters<typeof found>) =>
  found(...args).filter((each): each is PassageConflict => each.kind === 'passage');
const fields = (...args: Parameters<typeof found>) =>
  found(...args)
    .filter((each): each is FieldConflict => each.kind === 'field')
    .map(({ record, field, member, edited, sides }) =>
      [
        [record, field, ...(member === undefined ? [] : [member])].join('.'),
        ...sides.map(({ author, value, isShown }) => {
          const said = value.kind === 'set' ? JSON.stringify(value.value) : '–';
          return `${author} ${said}${isShown ? ' *' : ''}`;
        }),
        ...edited,
      ].join(' | '),
    );
/** Which of two wins is Yjs’s chance: the star that marks it is left out. */
const unstarred = (told: readonly string[]) => told.map((each) => each.replaceAll(' *', ''));

describe('keys that several wrote apart', () => {
  const BASE = [set('m1.place', '役場'), set('m1.modes.mail', { name: 'メール', order: 'a0' })];
  it.each<[string, readonly Act[], readonly Act[], readonly string[]]>([
    [
      'with two values',
      [set('m1.place', '県')],
      [set('m1.place', '町')],
      ['m1.place | 森 "町" | 佐藤 "県"'],
    ],
    ['with one value', [set('m1.place', '県')], [set('m1.place', '県')], []],
    [
      'of which one is as before',
      [set('m1.place', '県')],
      [set('m1.place', '役場')],
      ['m1.place | 森 "役場" | 佐藤 "県"'],
    ],
    ['each another one', [set('m1.place', '県')], [set('m1.title', '町')], []],
    ['that no collection has', [set('m1.nothing', '県')], [set('m1.nothing', '町')], []],
    ['that are no keys', [set('nothing', '県')], [set('nothing', '町')], []],
    ['of which nobody is asked', [set('m1.order', 'a1')], [set('m1.order', 'a2')], []],
    [
      'of a set’s member that one took away and one renamed',
      [drop('m1.modes.mail')],
      [set('m1.modes.mail', { name: '郵便', order: 'a0' })],
      ['m1.modes.mail | 森 {"name":"郵便","order":"a0"} | 佐藤 –'],
    ],
    ['of a set’s member that both took away', [drop('m1.modes.mail')], [drop('m1.modes.mail')], []],
    [
      'of a set’s member that both moved',
      [set('m1.modes.mail', { name: 'メール', order: 'a1' })],
      [set('m1.modes.mail', { name: 'メール', order: 'a2' })],
      [],
    ],
    [
      'of a member that one took away and one moved',
      [drop('m1.modes.mail')],
      [set('m1.modes.mail', { name: 'メール', order: 'a2' })],
      ['m1.modes.mail | 森 {"name":"メール","order":"a2"} | 佐藤 –'],
    ],
    ['of a field that holds no members', [set('m1.place.x', 1)], [set('m1.place.x', 2)], []],
    [
      'the last of each',
      [set('m1.place', '甲'), set('m1.place', '県')],
      [set('m1.place', '町')],
      ['m1.place | 森 "町" | 佐藤 "県"'],
    ],
    ['both times of a bin', [set('m1.deletedAt', '2023')], [set('m1.deletedAt', '2024')], []],
  ])('%s', (_, one, other, expected) => {
    expect(unstarred(fields(BASE, one, other))).toEqual(expected);
  });

  it('are told with three values of three, the latest first, and one that is shown', () => {
    const told = fields(BASE, ...['甲', '乙', '丙'].map((value) => [set('m1.place', value)]));
    expect(unstarred(told)).toEqual(['m1.place | 林 "丙" | 森 "乙" | 佐藤 "甲"']);
    expect(told[0]?.match(/\*/g)).toHaveLength(1);
  });

  it('are told with two values where two of three agree', () => {
    const told = fields(BASE, ...['甲', '乙', '甲'].map((value) => [set('m1.place', value)]));
    expect(unstarred(told)[0]?.split(' | ')).toHaveLength(3);
  });

  it.each<[string, readonly Act[], readonly Act[], readonly string[]]>([
    [
      'what others edited',
      [set('m1.deletedAt', '2023')],
      [set('m1.place', '町'), aim('ねらい')],
      ['aim', 'place'],
    ],
    [
      'a note',
      [set('m1.deletedAt', '2023')],
      [
        (doc) =>
          writeBlocks(doc.getXmlFragment('meetings.m1.note'), [{ type: 'paragraph', text: '町' }]),
      ],
      ['note'],
    ],
    ['nothing where nobody edited', [set('m1.deletedAt', '2023')], [set('m2.place', '町')], []],
    [
      'nothing where it was taken out again',
      [set('m1.deletedAt', '2023'), set('m1.deletedAt', '')],
      [set('m1.place', '町')],
      [],
    ],
  ])('in the bin are told with %s', (_, one, other, expected) => {
    const told = found(BASE, one, other);
    expect(told.flatMap((each) => (each.kind === 'field' ? each.edited : []))).toEqual(expected);
  });

  it('are told in the order of their names, whoever has written', () => {
    const ids = found(
      BASE,
      [set('m1.title', 'x'), set('m1.place', 'x'), set('m2.place', 'x')],
      [set('m2.place', 'y'), set('m1.place', 'y'), set('m1.title', 'y')],
    ).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual(ids.toSorted());
  });
});

describe('sentences that several rewrote apart', () => {
  it('say where they stand in the text, and what is of each pair', () => {
    const told = passages(
      [aim('前。住民の声。後。')],
      [aim('前。市民の声。後。')],
      [aim('前。住民の話。後。')],
    );
    expect(told).toMatchObject([
      {
        ...{ collection: 'meetings', record: 'm1', field: 'aim', document: CASE },
        ...{ at: 2, base: '住民の声。', merged: '市民の話。', parts: [{ from: 0, to: 5 }] },
        sides: [
          { author: '森', text: '住民の話。', isShown: false },
          { author: '佐藤', text: '市民の声。', isShown: false },
        ],
      },
    ]);
    expect(told[0]?.id).toMatch(/^meetings\.m1\.aim#\d+-\d+$/);
  });

  it('are one of three desks, with a part for each pair', () => {
    const told = passages(
      [aim('住民の声を聞く。')],
      [aim('市民の声を聞く。')],
      [aim('住民の話を聞く。')],
      [aim('住民の声を書く。')],
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.sides.map(({ author }) => author)).toEqual(['林', '森', '佐藤']);
    expect(told[0]?.parts).toHaveLength(3);
    expect(new Set(told[0]?.parts.map(({ from, to }) => `${from} ${to}`))).toEqual(
      new Set(['0 8']),
    );
  });

  it('are two where two sentences are', () => {
    const told = passages(
      [aim('一つの文。二つの文。')],
      [aim('一の文。二つの文。'), aim('一の文。二の文。')],
      [aim('一つ文。二つの文。'), aim('一つ文。二つ文。')],
    );
    expect(told.map(({ at, base }) => [at, base])).toEqual([
      [0, '一つの文。'],
      [3, '二つの文。'],
    ]);
  });

  it('may be lines of a note, in lists, too', () => {
    const item = (words: string) => {
      const [line, text, list] = [
        new Y.XmlElement('paragraph'),
        new Y.XmlText(words),
        new Y.XmlElement('listItem'),
      ];
      line.insert(0, [text]);
      list.insert(0, [line]);
      return list;
    };
    const begin: Act = (doc) => {
      const list = new Y.XmlElement('bulletList');
      list.insert(0, [item('一つの声。'), item('二つの声。')]);
      doc.getXmlFragment('meetings.m1.note').insert(0, [new Y.XmlElement('paragraph'), list]);
    };
    const rewrite =
      (from: number, length: number, words: string): Act =>
      (doc) => {
        const list = doc.getXmlFragment('meetings.m1.note').get(1) as Y.XmlElement;
        const line = (list.get(1) as Y.XmlElement).get(0) as Y.XmlElement;
        const text = line.get(0) as Y.XmlText;
        text.delete(from, length);
        text.insert(from, words);
      };
    expect(passages([begin], [rewrite(0, 2, '甲')], [rewrite(3, 1, '話')])).toMatchObject([
      {
        ...{ field: 'note', at: 7, base: '二つの声。', merged: '甲の話。' },
        sides: [{ text: '二つの話。' }, { text: '甲の声。' }],
      },
    ]);
  });

  it('are none of a text that no collection has', () => {
    const write =
      (name: string, text: string): Act =>
      (doc) =>
        replaceText(doc.getText(name), text);
    for (const name of ['meetings.m1.nothing', 'nothing.m1.aim', 'meetings', 'meetings.m1.title']) {
      const told = passages(
        [write(name, '住民の声。')],
        [write(name, '市民の声。')],
        [write(name, '住民の話。')],
      );
      expect(told.filter(({ field }) => field === 'aim')).toEqual([]);
    }
  });
});

describe('files of one device', () => {
  it('hold nothing open, unless they pass on what others wrote', () => {
    const now = createClock();
    const [one, other] = [createFarDesk('佐藤', now), createFarDesk('森', now)];
    one.edit(set('m1.place', '役場'));
    other.take(one);
    one.edit(set('m1.place', '県'));
    other.edit(set('m1.place', '町'));
    expect(findConflicts(CASE, [one.file()])).toEqual([]);
    expect(findConflicts(CASE, [])).toEqual([]);
    one.take(other);
    one.edit(set('m1.title', 'x'));
    expect(findConflicts(CASE, [one.file()]).map(({ kind }) => kind)).toEqual(['field']);
    expect(isShared({ sources: {}, seen: [] } as never)).toBe(false);
  });
});
