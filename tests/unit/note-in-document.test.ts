import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import {
  appendBlocks,
  linksIn,
  newLink,
  removeLinks,
  wordsOfElement,
  wordsOfLink,
} from '#data/documents/note-links.ts';
import { mentionOf } from '#data/documents/note-mentions.ts';
import { newPicture, pictureOf, wordsOfPictureIn } from '#data/documents/note-pictures.ts';
import { wordsOfNote } from '#data/documents/note-words.ts';
import { noteLinesOf } from '#data/documents/scratch.ts';
import { el, line, noteOf, shown, text } from '#tests/support/note-blocks.ts';

const HASH = 'ab'.repeat(32);

const link = (id: string, collection: 'findings' | 'actions' = 'findings') =>
  newLink({ collection, id: id as never });
const mention = (words: string, id = 'p1') =>
  el('mention', [], { document: 'office', collection: 'people', record: id, words });
const picture = (name: string, hash = HASH) => newPicture({ attachment: 'f1', hash, name });

const say = (
  note: Y.XmlFragment,
  collection: string,
  values: Readonly<Record<string, unknown>>,
) => {
  for (const [key, value] of Object.entries(values)) note.doc?.getMap(collection).set(key, value);
};

describe('a link in a note', () => {
  it('is found in its order, however deep it stands, and as often as it stands there', () => {
    const cell = el('tableCell', [link('f2')]);
    const note = noteOf(link('f1'), el('table', [el('tableRow', [cell])]), line('x'), link('f1'));
    expect(linksIn(note).map(({ id }) => id)).toEqual(['f1', 'f2', 'f1']);
    expect(linksIn(note)[0]).toEqual({ collection: 'findings', id: 'f1' });
  });

  it.each([
    ['another element', el('heading', [], { collection: 'findings', record: 'f1' })],
    ['no record', el('linkedRecord', [], { collection: 'findings' })],
    [
      'a record that no note links to',
      el('linkedRecord', [], { collection: 'cases', record: 'c' }),
    ],
  ])('is none that is %s', (_, block) => {
    expect(linksIn(noteOf(block))).toEqual([]);
  });

  it.each([
    [{ 'f1.text': '移動手段' }, '課題：移動手段'],
    [{ 'f1.text': '移動手段', 'f1.kind': 'strength' }, '強み：移動手段'],
    [{ 'f1.text': '移動手段', 'f1.deletedAt': '' }, '課題：移動手段'],
    [{ 'f1.text': '移動手段', 'f1.deletedAt': 7 }, '課題：移動手段'],
    [{ 'f1.text': '移動手段', 'f1.deletedAt': '2023' }, '課題（削除済み）：移動手段'],
    [{ 'f1.text': '移動手段', 'f1.owner': '町', 'f1.due': '2023-01' }, '課題：移動手段'],
    [{ 'f1.text': 7 }, '（この記録は見つかりません）'],
    [{ 'f2.text': '移動手段' }, '（この記録は見つかりません）'],
  ])('to a finding that is %j says %s', (values, words) => {
    const note = noteOf(link('f1'));
    say(note, 'findings', values);
    const block = note.get(0) as Y.XmlElement;
    expect(wordsOfElement(block)).toBe(words);
    expect(wordsOfLink(note.doc as Y.Doc, { collection: 'findings', id: 'f1' })).toBe(words);
  });

  it.each([
    [{ 't1.text': '選定する' }, '対応：選定する'],
    [{ 't1.text': '選定する', 't1.owner': '町' }, '対応：選定する（町）'],
    [{ 't1.text': '選定する', 't1.due': '2023-01' }, '対応：選定する（期限 R5.1）'],
    [{ 't1.text': '選定する', 't1.kind': 'strength' }, '対応：選定する'],
    [{ 't1.text': '選定する', 't1.deletedAt': '2023' }, '対応（削除済み）：選定する'],
  ])('to an action that is %j says %s', (values, words) => {
    const note = noteOf(link('t1', 'actions'));
    say(note, 'actions', values);
    expect(wordsOfElement(note.get(0) as Y.XmlElement)).toBe(words);
  });

  it('that names nothing says that its record is not found', () => {
    const note = noteOf(el('linkedRecord'), line('x'));
    expect(wordsOfElement(note.get(0) as Y.XmlElement)).toBe('（この記録は見つかりません）');
    expect(wordsOfElement(note.get(1) as Y.XmlElement)).toBeUndefined();
  });

  it('is taken out wherever it stands, and no other with it', () => {
    const note = noteOf(
      link('f1'),
      el('blockquote', [link('f1'), link('f2')]),
      link('f1', 'actions'),
      link('f1'),
      line('x'),
    );
    removeLinks(note, { collection: 'findings', id: 'f1' });
    expect(linksIn(note)).toEqual([
      { collection: 'findings', id: 'f2' },
      { collection: 'actions', id: 'f1' },
    ]);
    expect(note.length).toBe(3);
  });

  it('leaves a line in a cell that held nothing else, and nothing in a note that did', () => {
    const whole = noteOf(link('f1'));
    removeLinks(whole, { collection: 'findings', id: 'f1' });
    expect(shown(whole)).toEqual([]);
    const note = noteOf(el('tableCell', [link('f1')]), el('tableCell', []), line('x'));
    removeLinks(note, { collection: 'findings', id: 'f1' });
    expect(shown(note)).toEqual([
      '<tablecell><paragraph></paragraph></tablecell>',
      '<tablecell></tablecell>',
      '<paragraph>x</paragraph>',
    ]);
  });
});

describe('blocks that are put at the end of a note', () => {
  it.each([
    ['behind what it says', [line('町')], ['町', '新']],
    ['before the empty line at its end', [line('町'), line()], ['町', '新', '']],
    ['before a line whose text is empty', [line('')], ['新', '']],
    ['behind a line that says something and nothing', [line('', '町')], ['町', '新']],
    ['behind an empty block that is no line', [el('horizontalRule')], ['', '新']],
    ['behind a line that holds no text alone', [line(mention('山田'))], ['', '新']],
    ['alone in an empty one', [], ['新']],
  ])('stand %s', (_, blocks, expected) => {
    const note = noteOf(...blocks);
    appendBlocks(note, [line('新')]);
    const words = note.toArray().map((block) => String(block).replaceAll(/<[^>]*>/g, ''));
    expect(words).toEqual(expected);
  });
});

describe('a mention in a note', () => {
  it.each([
    ['names its record', { document: 'office', collection: 'people', record: 'p1', words: '山田' }],
    ['names a case', { document: 'case:c1', collection: 'cases', record: 'c1', words: '益城町' }],
  ])('%s', (_, { record, words, ...where }) => {
    const { target, words: told } =
      mentionOf(noteOf(el('mention', [], { ...where, record, words })).get(0) as Y.XmlElement) ??
      expect.fail('no mention');
    expect({ target, told }).toEqual({ target: { ...where, id: record }, told: words });
  });

  it('names nothing without a record, and is no other element', () => {
    const note = noteOf(el('mention'), el('paragraph', [], { words: 'x' }));
    expect(mentionOf(note.get(0) as Y.XmlElement)).toEqual({ target: undefined, words: '' });
    expect(mentionOf(note.get(1) as Y.XmlElement)).toBeUndefined();
  });
});

describe('a picture in a note', () => {
  const read = (block: Y.XmlElement) => pictureOf(noteOf(block).get(0) as Y.XmlElement);
  it.each([
    [picture('会場.jpg'), { attachment: 'f1', hash: HASH, name: '会場.jpg' }],
    [picture('会場.jpg', '../x'), { attachment: 'f1', hash: '', name: '会場.jpg' }],
    [el('picture'), { attachment: '', hash: '', name: '' }],
    [line('x'), undefined],
  ])('is what its element says, as far as that can be one', (block, expected) => {
    expect(read(block)).toEqual(expected);
  });

  it('says its file’s name', () => {
    const note = noteOf(picture('会場.jpg'), line('x'));
    expect(wordsOfPictureIn(note.get(0) as Y.XmlElement)).toBe('［図：会場.jpg］');
    expect(wordsOfPictureIn(note.get(1) as Y.XmlElement)).toBeUndefined();
  });
});

describe('a note as plain text', () => {
  it.each([
    ['blocks are lines', [line('町'), line('県')], '町\n県'],
    ['empty blocks are none', [line('町'), line(), line(''), line('県')], '町\n県'],
    ['texts of a block are one line', [line('町', 'と', '県')], '町と県'],
    [
      'cells are lines',
      [el('tableRow', [el('tableCell', [line('町')]), el('tableCell', [line('県')])])],
      '町\n県',
    ],
    ['a link says what it links to', [line('町'), link('f1')], '町\n（この記録は見つかりません）'],
    [
      'a picture says its name',
      [line('町'), picture('a.jpg'), line('県')],
      '町\n［図：a.jpg］\n県',
    ],
    ['a mention says its words', [line('町の', mention('山田'), 'さん')], '町の山田さん'],
    ['a mention of no record says its words', [line(el('mention', [], { words: '山田' }))], '山田'],
    ['an empty note says nothing', [], ''],
  ])('%s', (_, blocks, expected) => {
    expect(wordsOfNote(noteOf(...blocks)).text).toBe(expected);
    const again = noteOf(...blocks.map((each) => each.clone()));
    expect(noteLinesOf(again).join('\n')).toBe(expected);
  });

  it('knows where its text says a name, and in which line it shows a picture', () => {
    const note = noteOf(
      line('町\n役場の', mention('山田'), '・', mention('生駒', 'p2'), mention('誰か', '')),
      el('blockquote', [picture('a.jpg'), line('下')]),
      picture('b.jpg', 'cd'.repeat(32)),
      picture('c.jpg', 'none'),
    );
    expect(wordsOfNote(note)).toEqual({
      text: '町\n役場の山田・生駒誰か\n［図：a.jpg］\n下\n［図：b.jpg］\n［図：c.jpg］',
      mentions: [
        { key: 'office/people/p1', at: 5, words: '山田' },
        { key: 'office/people/p2', at: 8, words: '生駒' },
      ],
      pictures: [
        { line: 2, hash: HASH, attachment: 'f1' },
        { line: 4, hash: 'cd'.repeat(32), attachment: 'f1' },
      ],
    });
    expect(wordsOfNote(noteOf(line('町')))).toEqual({ text: '町', mentions: [] });
  });

  it('has a block’s own words above those in it', () => {
    expect(wordsOfNote(noteOf(el('item', [line('下'), text('上')]))).text).toBe('上\n下');
  });

  it('says what stands between its blocks, and nothing of what is no text', () => {
    const words = text('町');
    const note = noteOf(words, line('県'));
    words.insertEmbed(1, { image: 'x' });
    words.insert(2, '役場');
    expect(noteLinesOf(note)).toEqual(['町役場', '県']);
    expect(wordsOfNote(note).text).toBe('町役場\n県');
    const own = noteOf(line('県'), text('町'));
    expect(noteLinesOf(own)).toEqual(['県', '町']);
  });
});
