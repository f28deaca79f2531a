import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import {
  changesDocument,
  type NotePart,
  noteLinesOf,
  notePartsOf,
  withNoteCopy,
} from '#data/documents/scratch.ts';
import { noteSchema } from './note-schema.ts';

type Note = Parameters<typeof yXmlFragmentToProseMirrorRootNode>[0];

/**
 * Whether an editor would keep all of a note. The note must be in a scratch copy: building it deletes
 * from the document what the schema does not know.
 */
export const noteFits = (note: Note): boolean => {
  if (!notePartsOf(note).every(isKnown)) return false;
  try {
    return !changesDocument(note, () => {
      const root = yXmlFragmentToProseMirrorRootNode(note, noteSchema);
      // An empty note has no block yet; the editor shows an empty line and writes nothing.
      if (root.childCount > 0) root.check();
    });
  } catch {
    return false;
  }
};

export type NoteCheck =
  | { readonly fits: true }
  /** The note's words are there to be read all the same. */
  | { readonly fits: false; readonly lines: readonly string[] };

/** Tries a note in a copy before an editor may open it. */
export const checkNote = (note: Note): NoteCheck => {
  const fits = notePartsOf(note).every(isKnown) && withNoteCopy(note, noteFits);
  return fits ? { fits } : { fits, lines: noteLinesOf(note) };
};

const isKnown = (part: NotePart): boolean => {
  switch (part.kind) {
    case 'element': {
      const known = noteSchema.nodes[part.name]?.spec.attrs ?? {};
      return (
        noteSchema.nodes[part.name] !== undefined &&
        Object.keys(part.attributes).every((name) => name in known)
      );
    }
    case 'text':
      return Object.entries(part.marks).every(([name, value]) => isKnownMark(name, value));
    default:
      return false;
  }
};

const isKnownMark = (name: string, value: unknown): boolean => {
  const mark = noteSchema.marks[name];
  if (mark === undefined) return false;
  const known = mark.spec.attrs ?? {};
  return typeof value !== 'object' || Object.keys(value ?? {}).every((each) => each in known);
};
