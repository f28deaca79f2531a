import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { linkActs } from '#data/operations/meeting/linked-records.ts';
import type { Command } from '#data/records/command.ts';
import {
  collectionOfKind,
  type LinkKind,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import { randomId } from '#shared/domain/record/ids.ts';
import { linesAt, replaceLines, type Stretch } from './link-lines.ts';

/** As much of an editor as is needed to change its note. */
export type Writable = {
  readonly state: EditorState;
  readonly dispatch: (transaction: Transaction) => void;
};

/** Records that are about to be made of lines of a note. */
export type Linking = {
  readonly command: Command<readonly RecordLink[]>;
  /** The one that was begun on an empty line, and is now to be typed. */
  readonly begun: RecordLink | undefined;
};

/**
 * Makes records of the lines that are selected in a note: the records and the links to them are one command.
 * @param without what of the lines was typed only to ask for this
 */
export const linkSelected = (
  editor: Writable,
  acts: ReturnType<typeof linkActs>,
  kind: LinkKind,
  without?: Stretch,
): Linking => {
  const lines = linesAt(editor.state, without);
  const made = lines.map(({ text }) => ({ text, id: randomId() as string }));
  const collection = collectionOfKind(kind);
  const links = made.map(({ id }): RecordLink => ({ collection, id }));
  const place = () => editor.dispatch(replaceLines(editor.state, lines, links));
  const isBegun = made.length === 1 && made[0]?.text === '';
  return { command: acts.add(kind, made, place), begun: isBegun ? links[0] : undefined };
};
