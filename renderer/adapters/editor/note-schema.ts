import { type Extensions, getSchema } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { LinkedRecord } from './linked-record.ts';
import { Mention } from './mention.ts';
import { NoteLink } from './note-link.ts';
import { NoteTable } from './note-table.ts';
import { Picture } from './picture.ts';

/**
 * What a note may hold. It is part of the document format: a change here needs a new number in
 * `#shared/domain/schema.ts`, since an editor deletes what its schema does not know.
 */
export const noteExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    code: false,
    codeBlock: false,
    // Our own keeps the address alone.
    link: false,
    // Undo is the workspace's: it spans fields and notes.
    undoRedo: false,
    // It would add a paragraph to a note that somebody has only opened.
    trailingNode: false,
  }),
  NoteLink,
  TaskList,
  TaskItem.configure({
    nested: true,
    a11y: { checkboxLabel: (node) => `やること：${node.textContent || '（空）'}` },
  }),
  NoteTable,
  TableRow,
  TableHeader,
  TableCell,
  LinkedRecord,
  Mention,
  Picture,
];

/** The schema of notes; it needs no page, so that a worker can check notes with it. */
export const noteSchema = getSchema(noteExtensions);
