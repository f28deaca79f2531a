import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkNote } from '#adapters/editor/note-fits.ts';
import { cleanHtml } from '#adapters/editor/pasted-html.ts';
import { isPictureOf } from '#adapters/editor/picture.ts';
import { partsOfCell } from '#adapters/paper/cell-parts.ts';
import { splitRow } from '#adapters/paper/split-row.ts';
import { newPicture } from '#data/documents/note-pictures.ts';
import { wordsOfNote } from '#data/documents/note-words.ts';
import { noteLinesOf } from '#data/documents/scratch.ts';
import { attachments, internalPictures } from '#shared/domain/attachment/attachment.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import type { PictureAt } from '#shared/domain/record/mention.ts';
import { leftOutKinds } from '#shared/domain/record/outgoing.ts';
import { NOTHING_BORN } from '#shared/domain/tables/entries.ts';
import { cell, type TableCell } from '#shared/domain/tables/table.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';
import { NOTE } from '../support/notes.ts';
import { builder, meetingRow } from '../support/rows.ts';
import { tableOf } from '../support/tables.ts';

const fileRow = builder(attachments);
const [ONE, OTHER, THIRD] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

const line = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
};
const picture = (name: string, hash = ONE): Y.XmlElement =>
  newPicture({ attachment: 'a1', hash, name });

const noteOf = (...blocks: readonly Y.XmlElement[]): Y.XmlFragment => {
  const note = new Y.Doc().getXmlFragment(NOTE);
  note.insert(0, [...blocks]);
  return note;
};

describe('a picture in a note', () => {
  it('reads as words wherever it cannot be seen, and is known by its line', () => {
    const list = new Y.XmlElement('bulletList');
    const item = new Y.XmlElement('listItem');
    item.insert(0, [line('会場'), picture('会場.png', OTHER)]);
    list.insert(0, [item]);
    const note = noteOf(line('はじめに\n二行目'), picture('図.png'), line(''), list);
    expect(wordsOfNote(note)).toEqual({
      text: 'はじめに\n二行目\n［図：図.png］\n会場\n［図：会場.png］',
      mentions: [],
      pictures: [
        { line: 2, hash: ONE, attachment: 'a1' },
        { line: 4, hash: OTHER, attachment: 'a1' },
      ],
    });
    expect(noteLinesOf(note)).toContain('［図：図.png］');
    expect(wordsOfNote(noteOf(line('文だけ')))).toEqual({ text: '文だけ', mentions: [] });
  });

  it('is kept by the editor, also where it says nothing that could be a picture', () => {
    const strange = new Y.XmlElement('picture');
    strange.setAttribute('hash', '../x.exe');
    const note = noteOf(picture('図.png'), strange);
    expect(wordsOfNote(note).pictures).toEqual([{ line: 0, hash: ONE, attachment: 'a1' }]);
    expect(checkNote(note)).toEqual({ fits: true });
  });

  it('is pasted as a picture into notes of its own case, and as words everywhere else', () => {
    const html = `<p data-picture="case:1/a1/${ONE}">［図：図.png］</p>`;
    const pasted = (document: string) => cleanHtml(html, (key) => isPictureOf(document, key)).html;
    expect(pasted('case:1')).toBe(html);
    expect(pasted('case:2')).toBe('<p>［図：図.png］</p>');
    expect(isPictureOf('case:1', 'case:1/a1/../../x')).toBe(false);
  });
});

const MEETING = meetingRow('m', { kind: 'preMeeting', ordinal: '1.5', state: 'held' });
const recordOf = (text: string, pictures: readonly PictureAt[]) =>
  tableOf(
    'record',
    { meetings: [MEETING], born: { ...NOTHING_BORN, notes: [{ id: 'm', text, pictures }] } },
    {},
    'municipalities',
  );

describe('a picture of a note on paper', () => {
  const text = '心掛け：内輪の話\n説明があった。\n［図：図.png］\nつづき';

  it('stands in its line of 記録, also below lines that are left out, and is its words where the table is copied', () => {
    const table = recordOf(text, [{ line: 2, hash: ONE, attachment: '図' }]);
    const [, content] = table.body.find(([name]) => name?.lines[0] === '記録') ?? [];
    expect(partsOfCell(content ?? cell())).toEqual([
      { kind: 'text', text: '説明があった。' },
      { kind: 'picture', hash: ONE, words: '［図：図.png］' },
      { kind: 'text', text: 'つづき' },
    ]);
    expect(toTsv(table)).toContain('説明があった。\n［図：図.png］\nつづき');
  });

  it('stays behind for others where its file is internal, and is counted once', () => {
    const file = (id: string, hash: string) =>
      fileRow(id, { name: `${id}.png`, hash, meeting: 'm' as never });
    const files = [
      { ...file('図', ONE), audience: 'internal' as const },
      file('会場', OTHER),
      // Taken off, and still what it was.
      {
        ...file('古い図', THIRD),
        audience: 'internal' as const,
        deletedAt: '2026-08-01T00:00:00Z',
      },
    ];
    const shown = `説明\n［図：図.png］\n［図：会場.png］\n［図：古い図.png］`;
    const pictures = [ONE, OTHER, THIRD].map((hash, at) => ({
      ...{ line: at + 1, hash },
      attachment: ['図', '会場', '古い図'][at] ?? '',
    }));
    const made = (audience: Audience) =>
      tableOf(
        'record',
        {
          meetings: [MEETING],
          born: {
            ...NOTHING_BORN,
            attachments: files,
            notes: [{ id: 'm', text: shown, pictures }],
          },
        },
        {},
        audience,
      );
    const others = made('municipalities');
    const [, content] = others.body.find(([name]) => name?.lines[0] === '記録') ?? [];
    expect(content).toMatchObject({ lines: ['説明', '［図：会場.png］'], pictures: { 1: OTHER } });
    expect(toTsv(others)).not.toMatch(/図\.png(?!］)|古い図/);
    expect(leftOutKinds(others.outgoing)).toBe('内部の添付ファイル 1件');
    expect(toTsv(made('office'))).toContain('［図：図.png］');
  });

  it('is as internal as the attachment that it names, whatever else has its bytes', () => {
    const [open, own] = ['anybody', 'internal'].map((audience) => ({
      id: audience,
      audience,
      hash: ONE,
    }));
    const isInternal = internalPictures([open, own].filter((file) => file !== undefined));
    const seen = ['anybody', 'internal', 'of-another-desk'].map((attachment) =>
      isInternal({ attachment, hash: ONE }),
    );
    expect(seen).toEqual([false, true, true]);
    // What names a file whose bytes it does not show names nothing.
    expect(isInternal({ attachment: 'internal', hash: OTHER })).toBe(false);
    expect(
      internalPictures([
        { id: 'a', hash: OTHER, audience: 'anybody' },
        { id: 'b', hash: ONE, audience: 'internal' },
      ])({ attachment: 'a', hash: ONE }),
    ).toBe(true);
  });

  it('has no place in a record without one', () => {
    for (const row of recordOf('［図：図.png］と書いた', []).body) {
      for (const one of row) expect(one).not.toHaveProperty('pictures');
    }
  });

  it('goes to one page or the other as a whole, whatever stands around it', () => {
    const one: TableCell = {
      lines: ['前の行', '［図］', '後', '［図］'],
      pictures: { 1: ONE, 3: OTHER },
    };
    const all = one.lines.join('\n');
    const isHeading = (column: number) => column === 0;
    for (const cut of [3, 4, 7, 8, 9]) {
      const [first, rest] = splitRow([cell('記録'), one], [0, cut], isHeading) ?? [];
      const parts = [first?.[1], rest?.[1]].map((piece) => partsOfCell(piece ?? cell()));
      const seen = parts.flat().flatMap((part) => (part.kind === 'picture' ? [part.hash] : []));
      expect(seen, `cut at ${all.slice(0, cut)}`).toEqual([ONE, OTHER]);
      for (const part of parts.flat()) {
        if (part.kind === 'picture') expect(part.words).toBe('［図］');
      }
    }
  });
});
