import type { Node } from '@tiptap/pm/model';
import { AllSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { linkSelected } from '#adapters/editor/link-command.ts';
import { attributesOfLink, linkOfNode } from '#adapters/editor/linked-record.ts';
import { linkActs } from '#data/operations/meeting/linked-records.ts';
import { addMeeting } from '#data/operations/meeting/meetings.ts';
import { recordActs } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { OpenNote } from '#data/records/typing.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { LinkKind, RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { openEditor, type TestEditor } from './notes.ts';

export const NOTE_CASE = caseDocument('case1' as CaseId);

/** Somebody at a meeting's note: the real data core and the real editor, without a page. */
export type NoteDesk = {
  readonly note: OpenNote;
  readonly editor: TestEditor;
  readonly run: <T>(command: Command<T>) => Promise<T>;
  readonly acts: ReturnType<typeof linkActs>;
  /** The links of the note in their order, a second one to the same record too. */
  readonly links: () => readonly RecordLink[];
  /** Writes lines at the end. */
  readonly write: (...lines: readonly string[]) => void;
  /** Makes a record of a line, by its place among the lines of text. */
  readonly link: (kind: LinkKind, line: number) => Promise<void>;
  /** Makes records of all lines at once. Returns in how many steps the editor changed. */
  readonly linkAll: (kind: LinkKind) => Promise<number>;
  /** Takes out what stands at a place of the note. */
  readonly cut: (place: number) => Node | undefined;
  readonly paste: (node: Node) => void;
  /** As whoever does it who knows of no note: another desk, before it has the link. */
  readonly bin: (id: string) => Promise<null>;
  readonly close: () => void;
};

/** What undo says of a meeting's making. */
export const MADE = '会合をつくる';

export const makeMeeting = async (workspace: Workspace): Promise<MeetingId> => {
  const made = await workspace.run({
    label: MADE,
    documents: [NOTE_CASE],
    run: (draft) => addMeeting(draft, NOTE_CASE, { kind: 'exchange', date: '2022-12-22' }),
  });
  if (!made.ok) throw new Error(made.error.happened);
  return made.value;
};

export const openNoteDesk = async (workspace: Workspace, meeting: MeetingId): Promise<NoteDesk> => {
  const opened = await workspace.openNote(NOTE_CASE, meetings, meeting, '本文を入力');
  if (!opened.ok) throw new Error(opened.error.happened);
  const note = opened.value;
  const editor = openEditor(note.fragment.doc as Y.Doc, note.name, note.begin);
  const acts = linkActs(NOTE_CASE, meeting);
  const run = async <T>(command: Command<T>): Promise<T> => {
    const result = await workspace.run(command);
    if (!result.ok) throw new Error(result.error.happened);
    return result.value;
  };
  const writable = {
    get state() {
      return editor.state();
    },
    dispatch: editor.send,
  };
  const linesOf = (): readonly number[] => {
    const places: number[] = [];
    editor.state().doc.descendants((node, at) => {
      if (node.isTextblock) places.push(at);
    });
    return places;
  };
  return {
    note,
    editor,
    run,
    acts,
    links: () => {
      const found: RecordLink[] = [];
      editor.state().doc.descendants((node) => {
        const link = linkOfNode(node);
        if (link) found.push(link);
      });
      return found;
    },
    write: (...lines) =>
      editor.dispatch((transaction) => {
        const { schema } = editor.state();
        const blocks = lines.map((line) =>
          schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
        );
        return transaction.insert(transaction.doc.content.size, blocks);
      }),
    link: async (kind, line) => {
      const places = linesOf();
      const at = places[line % Math.max(places.length, 1)];
      if (at === undefined) return;
      editor.dispatch((transaction) =>
        transaction.setSelection(TextSelection.create(transaction.doc, at + 1)),
      );
      await run(linkSelected(writable, acts, kind).command);
    },
    linkAll: async (kind) => {
      editor.dispatch((transaction) => transaction.setSelection(new AllSelection(transaction.doc)));
      let steps = 0;
      const counting = {
        get state() {
          return editor.state();
        },
        dispatch: (transaction: Transaction) => {
          steps += transaction.steps.length;
          editor.send(transaction);
        },
      };
      await run(linkSelected(counting, acts, kind).command);
      return steps;
    },
    cut: (place) => {
      const { doc } = editor.state();
      const index = place % doc.childCount;
      let at = 0;
      for (let each = 0; each < index; each += 1) at += doc.child(each).nodeSize;
      const node = doc.child(index);
      editor.dispatch((transaction) => transaction.delete(at, at + node.nodeSize));
      return node;
    },
    paste: (node) => {
      editor.dispatch((transaction) => {
        const link = linkOfNode(node);
        const again = link === undefined ? node : node.type.create(attributesOfLink(link));
        return transaction.insert(0, again);
      });
    },
    bin: (id) => run(recordActs(NOTE_CASE, findings).remove(id)),
    close: () => {
      editor.close();
      note.release();
    },
  };
};
