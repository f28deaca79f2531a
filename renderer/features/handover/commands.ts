import {
  type PartsCollection,
  type SignsCollection,
  signBook,
  writePart,
} from '#data/operations/handover/book-parts.ts';
import { type PromiseAt, setPromises } from '#data/operations/handover/promises.ts';
import { act, labelOfChange, removeRecord, setRecord } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Values } from '#data/records/draft.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { BookPart } from '#shared/domain/handover/book.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from '#shared/domain/handover/handover.ts';
import { ACTION_STATE_NAMES, type ActionState } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** Where the 引継書 of a case, or of the office (null), is kept. */
export type BookHome = {
  readonly document: DocumentId;
  readonly parts: PartsCollection;
  readonly signs: SignsCollection;
};

export const homeOf = (caseId: CaseId | null): BookHome =>
  caseId === null
    ? { document: OFFICE, parts: officeHandoverParts, signs: officeHandoverSigns }
    : { document: caseDocument(caseId), parts: handoverParts, signs: handoverSigns };

/** What is done to a 引継書, each under the words that undo says. */
export const bookCommands = ({ document, parts, signs }: BookHome) => ({
  write: (part: BookPart): Command<null> =>
    act(`引継書の「${part.name}」を書く`, [document], writePart, document, parts, part),
  confirm: ({ id, name, draft }: BookPart): Command<null> =>
    act(`引継書の「${name}」を確認`, [document], setRecord<PartsCollection>, document, parts, id, {
      basis: draft,
    }),
  drop: ({ id, name }: BookPart): Command<null> =>
    act(`引継書の「${name}」を下書きに戻す`, [document], removeRecord, document, parts, id),
  sign: (values: Values<SignsCollection>): Command<null> =>
    act(labelOfChange(signs, values), [document], signBook, document, signs, values),
});

const documentsOf = (promises: readonly PromiseAt[]): readonly DocumentId[] => [
  ...new Set(promises.map(({ document }) => document)),
];

/** 担当を付け替える, of several at once. */
export const reassignCommand = (promises: readonly PromiseAt[], owner: string): Command<null> =>
  act('担当を付け替える', documentsOf(promises), setPromises, promises, { owner });

export const settleCommand = (promises: readonly PromiseAt[], state: ActionState): Command<null> =>
  act(`対応事項を${ACTION_STATE_NAMES[state]}に`, documentsOf(promises), setPromises, promises, {
    state,
  });
