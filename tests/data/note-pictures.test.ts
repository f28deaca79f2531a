import { TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, it } from 'vitest';
import { placePictures } from '#adapters/editor/place-pictures.ts';
import { putAttached, putPictures } from '#data/operations/attachment/attach.ts';
import type { Day } from '#shared/dates/types.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { makeMeeting, NOTE_CASE, openNoteDesk } from '../support/note-desk.ts';

const CASE = 'case1' as CaseId;
const BY = { userName: '山田 花子', today: '2026-08-03' as Day };
const file = (name: string, letter: string) => ({ name, size: 10, hash: letter.repeat(64) });
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A desk at which a meeting's note is open. */
const atNote = async () => {
  const desk: Desk = await createDesk();
  const { workspace } = await desk.start();
  const meeting = await makeMeeting(workspace);
  const note = await openNoteDesk(workspace, meeting);
  ends.push(note.close, desk.remove);
  const { editor } = note;
  return {
    desk,
    workspace,
    note,
    put: (...files: readonly ReturnType<typeof file>[]) =>
      note.run(
        putPictures(NOTE_CASE, meeting, files, BY, (pictures) =>
          editor.send(placePictures(editor.state(), pictures)),
        ),
      ),
    putAtEnd: (...files: readonly ReturnType<typeof file>[]) =>
      note.run(putPictures(NOTE_CASE, meeting, files, BY)),
    blocks: () => editor.state().doc.children.map(({ type }) => type.name),
    files: async () => {
      await workspace.flush();
      return workspace.ask((reader) => reader.of(attachments, [NOTE_CASE]));
    },
    text: async () => {
      await workspace.flush();
      return workspace.ask((reader) => reader.note(NOTE_CASE, meeting));
    },
  };
};

describe('a picture that is put into a note', () => {
  it('is attached to the meeting in the same step, and both are taken back and done again together', async () => {
    const { workspace, note, put, files, text, blocks } = await atNote();
    note.write('会場の様子');
    note.editor.dispatch((transaction) =>
      transaction.setSelection(TextSelection.atEnd(transaction.doc)),
    );
    await put(file('会場.png', 'a'), file('図.jpg', 'b'));
    expect(await text()).toBe('会場の様子\n［図：会場.png］\n［図：図.jpg］');
    expect(await files()).toMatchObject([
      { name: '会場.png', addedBy: '山田 花子', addedOn: '2026-08-03' },
      { name: '図.jpg' },
    ]);
    expect(blocks().slice(-4)).toEqual(['paragraph', 'picture', 'picture', 'paragraph']);

    await workspace.undo();
    expect(await text()).toBe('会場の様子');
    expect(await files()).toEqual([]);
    await workspace.redo();
    expect(await text()).toContain('［図：会場.png］');
    expect(await files()).toHaveLength(2);
  });

  it('is not attached twice, and goes to the end of a note that nobody has open', async () => {
    const { note, put, putAtEnd, files, text } = await atNote();
    await put(file('会場.png', 'a'));
    await putAtEnd(file('名前を変えた.png', 'a'));
    const [first, ...others] = await files();
    expect(others).toEqual([]);
    await note.run(putAttached(CASE, first?.id ?? ''));
    expect(await text()).toBe('［図：会場.png］\n［図：会場.png］\n［図：会場.png］');
  });

  it('leaves rows that a rebuilt cache has, too', async () => {
    const { desk, put, text } = await atNote();
    await put(file('会場.png', 'a'));
    await text();
    expect(await rowsOf(desk)).toEqual(await rowsFromScratch(desk));
  });

  it('takes the place of an empty line, and stays in the list or the cell of the cursor', async () => {
    const { note, put } = await atNote();
    const { editor } = note;
    const { schema } = editor.state();
    const line = (words: string) => schema.node('paragraph', null, [schema.text(words)]);
    editor.dispatch((transaction) =>
      transaction.replaceWith(0, transaction.doc.content.size, [
        schema.node('bulletList', null, [schema.node('listItem', null, [line('項目')])]),
        schema.node('table', null, [
          schema.node('tableRow', null, [
            schema.node('tableCell', null, [schema.node('paragraph')]),
          ]),
        ]),
      ]),
    );
    const into = async (at: number, letter: string): Promise<void> => {
      editor.dispatch((transaction) =>
        transaction.setSelection(TextSelection.create(transaction.doc, at)),
      );
      await put(file(`${letter}.png`, letter));
    };
    let cell = 0;
    editor.state().doc.descendants((node, at) => {
      if (node.type.name === 'tableCell') cell = at + 2;
    });
    await into(cell, 'a');
    await into(5, 'b');
    const holders: string[] = [];
    editor.state().doc.descendants((node, _, parent) => {
      if (node.type.name === 'picture') holders.push(parent?.type.name ?? '');
    });
    expect(holders).toEqual(['listItem', 'tableCell']);
  });
});
