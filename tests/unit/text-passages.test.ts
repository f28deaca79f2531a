import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writeBlocks } from '#data/records/note-blocks.ts';
import { hasPassage, writePassage } from '#data/records/passages.ts';
import { replaceText, touchRange } from '#data/records/replace-text.ts';

describe('a text that is replaced', () => {
  const textOf = (says: string): Y.Text => {
    const text = new Y.Doc().getText('t');
    text.insert(0, says);
    return text;
  };

  it.each([
    ['甲乙丙', '甲丁丙', [{ retain: 1 }, { delete: 1 }, { insert: '丁' }]],
    ['甲乙丙', '甲乙丙丁', [{ retain: 3 }, { insert: '丁' }]],
    ['甲乙丙', '丁甲乙丙', [{ insert: '丁' }]],
    ['甲乙丙', '甲丙', [{ retain: 1 }, { delete: 1 }]],
    ['甲甲', '甲甲甲', [{ retain: 2 }, { insert: '甲' }]],
    ['甲', '', [{ delete: 1 }]],
    ['', '甲', [{ insert: '甲' }]],
    // 𠮷 and 𠮟 begin alike, 𠮷 and 𡮷 end alike.
    ['𠮷', '𠮟', [{ delete: 2 }, { insert: '𠮟' }]],
    ['𠮷', '𡮷', [{ delete: 2 }, { insert: '𡮷' }]],
    ['あ𠮷い', 'あ𠮟い', [{ retain: 1 }, { delete: 2 }, { insert: '𠮟' }]],
  ])('%j by %j changes the middle alone', (before, after, delta) => {
    const text = textOf(before);
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push(event.delta));
    text.doc?.transact(() => replaceText(text, after));
    expect(text.toString()).toBe(after);
    expect(deltas).toHaveLength(1);
    const sorted = (list: unknown) => JSON.stringify((list as readonly object[]).map(entry).sort());
    const entry = (part: object) => JSON.stringify(part);
    expect(sorted(deltas[0])).toBe(sorted(delta));
  });

  it('by itself is not touched', () => {
    const text = textOf('甲');
    const state = Y.encodeStateAsUpdate(text.doc as Y.Doc);
    replaceText(text, '甲');
    expect(Y.encodeStateAsUpdate(text.doc as Y.Doc)).toEqual(state);
  });

  it('says what it is to say, whatever both say', () => {
    const letters = fc.string({ unit: fc.constantFrom('あ', '𠮷', '𠮟', '𡮷', 'a'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const text = textOf(before);
        replaceText(text, after);
        expect(text.toString()).toBe(after);
      }),
    );
  });

  it.each(['', '甲', '甲乙', '𠮷', '𠮷甲'])('%j is touched and stays as it is', (says) => {
    const text = textOf(says);
    let updates = 0;
    text.doc?.on('update', () => {
      updates += 1;
    });
    text.doc?.transact(() => touchRange(text, 0, says));
    expect(text.toString()).toBe(says);
    expect(updates).toBe(1);
  });
});

describe('a passage', () => {
  const note = (...blocks: Parameters<typeof writeBlocks>[1]): Y.XmlFragment => {
    const fragment = new Y.Doc().getXmlFragment('n');
    writeBlocks(fragment, blocks);
    return fragment;
  };
  const paragraph = (text: string) => ({ type: 'paragraph', text }) as const;
  const passage = (at: number, merged: string, parts: { from: number; to: number }[] = []) => ({
    ...{ at, merged, parts },
  });
  const text = (says: string): Y.Text => {
    const made = new Y.Doc().getText('t');
    made.insert(0, says);
    return made;
  };

  it.each([
    ['where it stood', 4, '甲。', '甲。乙。X。'],
    ['behind, where that is nearer', 3, '甲。', '甲。乙。X。'],
    ['before, where that is nearer', 1, '甲。', 'X。乙。甲。'],
    ['before, where none is behind', 9, '乙。', '甲。X。甲。'],
    ['behind, where none is before', 0, '乙。', '甲。X。甲。'],
    ['nowhere, where nothing says so', 0, '丙。', '甲。乙。甲。'],
    ['at its place, where it says nothing', 2, '', '甲。X。乙。甲。'],
    ['at the end, where its place is gone', 99, '', '甲。乙。甲。X。'],
  ])('of a text is written %s', (_, at, merged, after) => {
    const written = text('甲。乙。甲。');
    writePassage(written, passage(at, merged), 'X。');
    expect(written.toString()).toBe(after);
  });

  it.each([
    ['one line', [paragraph('甲'), paragraph('乙')], 0, '甲\n', '丙', ['丙', '乙']],
    [
      'one line by two',
      [paragraph('甲'), paragraph('乙')],
      0,
      '甲\n',
      '丙\n丁',
      ['丙', '丁', '乙'],
    ],
    ['two lines by one', [paragraph('甲'), paragraph('乙')], 0, '甲\n乙\n', '乙', ['乙']],
    ['two lines by the first', [paragraph('甲'), paragraph('乙')], 0, '甲\n乙\n', '甲', ['甲']],
    ['two lines by none', [paragraph('甲'), paragraph('乙')], 0, '甲\n乙\n', '', []],
    ['a part of a line', [paragraph('甲。乙。')], 2, '乙。', '丙。', ['甲。丙。']],
    ['a part of a line by nothing', [paragraph('甲。乙。')], 2, '乙。', '', ['甲。']],
    ['nothing between lines', [paragraph('甲'), paragraph('乙')], 2, '', '丙', ['甲', '丙', '乙']],
    ['nothing at the end', [paragraph('甲')], 2, '', '丙', ['甲', '丙']],
    ['what is not there', [paragraph('甲')], 0, '丁\n', '丙', ['甲']],
    [
      'an item of a list',
      [{ type: 'bullets', items: ['甲', '乙'] } as const, paragraph('丙')],
      0,
      '甲\n',
      '',
      ['乙', '丙'],
    ],
    [
      'all of a list, which then goes',
      [{ type: 'bullets', items: ['甲'] } as const, paragraph('丙')],
      0,
      '甲\n',
      '',
      ['丙'],
    ],
  ] as readonly (readonly [
    string,
    Parameters<typeof writeBlocks>[1],
    number,
    string,
    string,
    readonly string[],
  ])[])('of a note, %s', (_, blocks, at, merged, next, lines) => {
    const written = note(...blocks);
    writePassage(written, passage(at, merged), next);
    const said = written.toArray().flatMap((block) => linesOf(block as Y.XmlElement));
    expect(said).toEqual(lines);
  });

  const linesOf = (block: Y.XmlElement): readonly string[] => {
    const children = block.toArray();
    return children.some((child) => child instanceof Y.XmlText)
      ? [children.map((child) => child.toString()).join('')]
      : children.flatMap((child) => linesOf(child as Y.XmlElement));
  };

  it('is an edit of each part, also where it stays as it is', () => {
    for (const type of [text('甲乙丙丁'), note(paragraph('甲乙丙丁'))]) {
      let updates = 0;
      type.doc?.on('update', () => {
        updates += 1;
      });
      const merged = passage(0, '甲乙丙丁', [{ from: 0, to: 2 }]);
      type.doc?.transact(() => writePassage(type, merged, '甲乙丙丁'));
      expect(updates).toBe(1);
      expect(hasPassage(type, merged)).toBe(true);
    }
  });

  it('of a note is an edit also where nothing is left and nothing is wanted', () => {
    const written = note(paragraph('甲'));
    let updates = 0;
    written.doc?.on('update', () => {
      updates += 1;
    });
    written.doc?.transact(() => writePassage(written, passage(2, ''), ''));
    expect(updates).toBe(1);
    expect(written.length).toBe(1);
  });
});

describe('the shape of a note that code writes', () => {
  it('is the one that the editor makes', () => {
    const fragment = new Y.Doc().getXmlFragment('n');
    writeBlocks(fragment, [{ type: 'paragraph', text: '前' }]);
    writeBlocks(fragment, [
      { type: 'heading', text: '議題' },
      { type: 'paragraph', text: '本文' },
      { type: 'bullets', items: ['一', '二'] },
      { type: 'quote', text: '引用' },
    ]);
    expect(fragment.toString()).toBe(
      [
        '<heading level="3">議題</heading>',
        '<paragraph>本文</paragraph>',
        '<bulletlist><listitem><paragraph>一</paragraph></listitem>',
        '<listitem><paragraph>二</paragraph></listitem></bulletlist>',
        '<blockquote><paragraph>引用</paragraph></blockquote>',
      ].join(''),
    );
    expect(fragment.toArray().map((block) => (block as Y.XmlElement).nodeName)).toEqual([
      ...['heading', 'paragraph', 'bulletList', 'blockquote'],
    ]);
  });
});
