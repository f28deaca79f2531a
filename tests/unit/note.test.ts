import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '#adapters/editor/editor-origin.ts';
import { checkNote } from '#adapters/editor/note-fits.ts';
import { noteSchema } from '#adapters/editor/note-schema.ts';
import { clickAtEnd, documentWith, NOTE, openEditor, randomNote } from '../support/notes.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'notes');

/** Documents with a note each, as the app wrote them in a format. */
const keptIn = (file: string): readonly Uint8Array[] => {
  const states = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly string[];
  return states.map((state) => new Uint8Array(Buffer.from(state, 'base64')));
};

/** The note of a document that was read. */
const noteIn = (state: Uint8Array): Y.XmlFragment => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getXmlFragment(NOTE);
};

const openedAndClosed = (state: Uint8Array): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const editor = openEditor(doc);
  clickAtEnd(editor);
  editor.close();
  return Y.encodeStateAsUpdate(doc);
};

/** A document that holds what this app's editor does not write. */
const strange = (write: (note: Y.XmlFragment) => void): Uint8Array => {
  const doc = new Y.Doc();
  doc.transact(() => write(doc.getXmlFragment(NOTE)));
  return Y.encodeStateAsUpdate(doc);
};

const paragraph = (text: string, marks: Record<string, unknown> = {}): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  words.insert(0, text, marks);
  element.insert(0, [words]);
  return element;
};

describe('opening and closing a note', () => {
  it.each(readdirSync(folder))('changes nothing in what an older version wrote: %s', (file) => {
    for (const state of keptIn(file)) {
      expect(checkNote(noteIn(state))).toEqual({ fits: true });
      expect(openedAndClosed(state)).toEqual(state);
    }
  });

  it('changes nothing in any note that the schema allows', () => {
    fc.assert(
      fc.property(randomNote, (note) => {
        const state = Y.encodeStateAsUpdate(documentWith(note));
        expect(checkNote(noteIn(state))).toEqual({ fits: true });
        expect(openedAndClosed(state)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('shows the note whole', () => {
    fc.assert(
      fc.property(randomNote, (note) => {
        const editor = openEditor(documentWith(note));
        expect(editor.state().doc.toJSON()).toEqual(note.toJSON());
        editor.close();
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing in a meeting that has no note yet', () => {
    const state = Y.encodeStateAsUpdate(new Y.Doc());
    expect(checkNote(noteIn(state))).toEqual({ fits: true });
    expect(openedAndClosed(state)).toEqual(state);
  });
});

describe('typing in a note', () => {
  it('reaches the document, and says first that somebody types here', () => {
    const doc = documentWith(noteSchema.node('doc', null, [noteSchema.node('paragraph')]));
    const editor = openEditor(doc);
    clickAtEnd(editor);
    expect(editor.begun()).toBe(0);
    editor.dispatch((transaction) => transaction.insertText('試行実施の要領'));
    expect(editor.begun()).toBe(1);
    expect(doc.getXmlFragment(NOTE).toString()).toContain('試行実施の要領');
    editor.close();
  });

  it('makes no step of undo out of moving the cursor', () => {
    const doc = documentWith(
      noteSchema.node('doc', null, [noteSchema.node('paragraph', null, [noteSchema.text('方針')])]),
    );
    const undo = new Y.UndoManager(doc, {
      trackedOrigins: new Set([EDITOR_ORIGIN]),
      captureTimeout: 0,
    });
    const editor = openEditor(doc);
    clickAtEnd(editor);
    expect(undo.undoStack).toHaveLength(0);
    editor.dispatch((transaction) => transaction.insertText('案'));
    clickAtEnd(editor);
    editor.close();
    expect(undo.undoStack).toHaveLength(1);
    undo.undo();
    expect(doc.getXmlFragment(NOTE).toString()).toBe('<paragraph>方針</paragraph>');
  });

  it('shows what comes from elsewhere without writing it back', () => {
    const doc = documentWith(noteSchema.node('doc', null, [noteSchema.node('paragraph')]));
    const editor = openEditor(doc);
    doc.getXmlFragment(NOTE).insert(1, [paragraph('隣の席から')]);
    expect(editor.state().doc.textContent).toBe('隣の席から');
    expect(editor.begun()).toBe(0);
    editor.close();
  });
});

describe('a note that an editor would damage', () => {
  const damaged: readonly (readonly [what: string, write: (note: Y.XmlFragment) => void])[] = [
    [
      'a block that is not known',
      (note) => note.insert(0, [paragraph('前'), new Y.XmlElement('video')]),
    ],
    ['a mark that is not known', (note) => note.insert(0, [paragraph('字', { colour: 'red' })])],
    [
      'an attribute that is not known',
      (note) => {
        const element = paragraph('字');
        element.setAttribute('align', 'right');
        note.insert(0, [element]);
      },
    ],
    ['a list item without a list', (note) => note.insert(0, [new Y.XmlElement('listItem')])],
    [
      'a table without rows',
      (note) => note.insert(0, [new Y.XmlElement('table'), paragraph('後')]),
    ],
    ['text outside of any block', (note) => note.insert(0, [new Y.XmlText('裸')])],
  ];
  it.each(damaged)('is not opened for writing: %s', (_, write) => {
    expect(checkNote(noteIn(strange(write))).fits).toBe(false);
  });

  it('still shows its words', () => {
    const state = strange((note) =>
      note.insert(0, [paragraph('町の考え', { colour: 'red' }), new Y.XmlElement('video')]),
    );
    expect(checkNote(noteIn(state))).toEqual({ fits: false, lines: ['町の考え'] });
  });

  it('is left alone by the check', () => {
    const state = strange((note) => note.insert(0, [new Y.XmlElement('video')]));
    const note = noteIn(state);
    expect(checkNote(note).fits).toBe(false);
    expect(Y.encodeStateAsUpdate(note.doc ?? new Y.Doc())).toEqual(state);
  });
});
