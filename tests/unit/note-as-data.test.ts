import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { noteTreeOf, writeNoteTree } from '#data/documents/note-tree.ts';
import {
  changesDocument,
  notePartsOf,
  withEmptyNote,
  withNoteCopy,
} from '#data/documents/scratch.ts';
import { el, line, noteOf, shown, text } from '#tests/support/note-blocks.ts';

describe('a note as plain data', () => {
  const BOLD = { bold: {} };
  const blocks = () => [
    el('heading', [text('題')], { level: '2' }),
    el('paragraph', [text('町の', BOLD), el('hardBreak'), text('県')]),
    el('list', [el('item', [line('一')])]),
  ];

  it('is written again as it stood, with marks, attributes and what lies deep', () => {
    const tree = noteTreeOf(noteOf(...blocks()));
    expect(tree[0]).toEqual({
      ...{ kind: 'element', name: 'heading', attributes: { level: '2' } },
      children: [{ kind: 'text', parts: [{ text: '題', marks: {} }] }],
    });
    expect(tree[1]).toMatchObject({
      children: [
        { parts: [{ text: '町の', marks: BOLD }] },
        { name: 'hardBreak' },
        { kind: 'text' },
      ],
    });
    const copy = noteOf();
    writeNoteTree(copy, tree);
    expect(noteTreeOf(copy)).toEqual(tree);
  });

  it('has no part for what is no text', () => {
    const words = text('町');
    const note = noteOf(el('paragraph', [words]));
    words.insertEmbed(0, { image: 'x' });
    expect(noteTreeOf(note)).toMatchObject([
      { children: [{ kind: 'text', parts: [{ text: '町', marks: {} }] }] },
    ]);
  });

  it.each([
    ['changed in the middle', ['一', '二', '三'], ['一', '乙', '三'], ['一', '三']],
    ['longer at its end', ['一', '二'], ['一', '二', '三'], ['一', '二']],
    ['longer at its beginning', ['一', '二'], ['零', '一', '二'], ['一', '二']],
    ['shorter', ['一', '二', '三'], ['一', '三'], ['一', '三']],
    ['the same line once less', ['一', '一'], ['一'], ['一']],
    ['the same line once more', ['一'], ['一', '一'], ['一']],
    ['the same', ['一', '二'], ['一', '二'], ['一', '二']],
    ['another', ['一'], ['二'], []],
    ['empty', ['一'], [], []],
    ['no longer empty', [], ['一'], []],
  ])('that is %s leaves the blocks alone that stay', (_, before, after, kept) => {
    const note = noteOf(...before.map((words) => line(words)));
    const old = new Set<unknown>(note.toArray());
    writeNoteTree(note, noteTreeOf(noteOf(...after.map((words) => line(words)))));
    const words = (block: unknown) => String(block).replaceAll(/<[^>]*>/g, '');
    expect(note.toArray().map(words)).toEqual(after);
    expect(
      note
        .toArray()
        .filter((block) => old.has(block))
        .map(words),
    ).toEqual(kept);
  });

  it('takes the place of a note that holds what is neither block nor text', () => {
    const note = noteOf(line('一'));
    note.insert(0, [new Y.XmlHook('hook') as unknown as Y.XmlElement]);
    writeNoteTree(note, noteTreeOf(noteOf(line('一'), line('二'))));
    expect(shown(note)).toEqual(['<paragraph>一</paragraph>', '<paragraph>二</paragraph>']);
  });
});

describe('a scratch copy of a note', () => {
  it('holds its blocks, and what is done to it is lost', () => {
    const note = noteOf(line('町'), line('県'));
    const seen = withNoteCopy(note, (copy) => {
      const before = shown(copy);
      copy.delete(0, 2);
      return before;
    });
    expect(seen).toEqual(shown(note));
    expect(note.length).toBe(2);
  });

  it('is done away with, though what was tried in it failed', () => {
    let doc: Y.Doc | null = null;
    const trying = () =>
      withEmptyNote((note) => {
        ({ doc } = note);
        throw new Error('no');
      });
    expect(trying).toThrow('no');
    expect((doc as Y.Doc | null)?.isDestroyed).toBe(true);
    expect(withEmptyNote((note) => note.length)).toBe(0);
  });

  it('tells whether something was written to it', () => {
    const note = noteOf(line('町'));
    expect(changesDocument(note, () => undefined)).toBe(false);
    expect(changesDocument(note, () => note.delete(0, 1))).toBe(true);
    expect(changesDocument(note, () => undefined)).toBe(false);
    expect(() => changesDocument(new Y.XmlFragment(), () => undefined)).toThrow(
      'the note belongs to no document',
    );
  });

  it('no longer listens when what was tried failed', () => {
    const note = noteOf(line('町'));
    const count = () => note.doc?._observers.get('update')?.size ?? 0;
    expect(() =>
      changesDocument(note, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    changesDocument(note, () => undefined);
    expect(count()).toBe(0);
  });
});

describe('the parts of a note', () => {
  it('are its elements and texts, each before what it holds, and what is at its top', () => {
    const note = noteOf(el('heading', [text('題', { bold: {} })], { level: '2' }));
    expect(notePartsOf(note)).toEqual([
      { kind: 'element', name: 'heading', attributes: { level: '2' }, isRoot: true },
      { kind: 'text', text: '題', marks: { bold: {} } },
    ]);
    const deep = notePartsOf(noteOf(el('list', [line('一')])));
    expect(deep.map((part) => part.kind === 'element' && [part.name, part.isRoot])).toEqual([
      ['list', true],
      ['paragraph', false],
      false,
    ]);
    expect(deep[2]).toEqual({ kind: 'text', text: '一', marks: {} });
  });

  it('that this app never writes are foreign: text between blocks, and what is no text', () => {
    const words = text('町');
    const note = noteOf(text('x'), el('paragraph', [words]));
    words.insertEmbed(0, { image: 'x' });
    note.insert(2, [new Y.XmlHook('hook') as unknown as Y.XmlElement]);
    expect(notePartsOf(note).map(({ kind }) => kind)).toEqual([
      ...['foreign', 'element', 'foreign', 'text', 'foreign'],
    ]);
  });
});
