import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection, TextsOf } from '#shared/domain/record/collection.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { stampFormat } from '../documents/format.ts';
import { NOTE_FIELD, textName } from '../documents/keys.ts';
import { LOCAL, type OpenDocuments } from '../documents/open-documents.ts';
import type { EditFrames } from '../journal/edit-frames.ts';
import type { History } from '../undo/history.ts';
import { type LinkedRecords, linkedRecords } from './linked-records.ts';
import { replaceText } from './replace-text.ts';

/** A note as an editor takes it: the shared fragment, alive until it is released. */
export type OpenNote = {
  readonly fragment: Y.XmlFragment;
  readonly name: string;
  /** The records that it links to, as they stand now. */
  readonly linked: LinkedRecords;
  /** Told when somebody begins to type here, so that undo and history name it rightly. */
  readonly begin: () => void;
  readonly release: () => void;
};

export type Typing = {
  /** Opens a document that somebody is about to write in, so that its note stands at once. */
  readonly openAhead: (document: DocumentId) => void;
  /** Takes what a text field holds while somebody types; a burst of typing is one step of undo. */
  readonly type: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    field: TextsOf<C>,
    text: string,
    label: string,
  ) => Promise<Result<null>>;
  readonly openNote: (
    document: DocumentId,
    collection: Collection,
    id: string,
    label: string,
  ) => Promise<Result<OpenNote>>;
};

type TypingDependencies = {
  readonly documents: OpenDocuments;
  readonly history: History;
  readonly frames: EditFrames;
};

/** How long texts and notes are written: letter by letter, without a command. */
export const createTyping = ({ documents, history, frames }: TypingDependencies): Typing => {
  const begin = (document: DocumentId, place: string, label: string): void => {
    frames.name(document, label);
    history.typing(label, document, place);
  };
  return {
    type: async (document, collection, id, field, text, label) => {
      const opened = await documents.open(document);
      if (!opened.ok) return opened;
      const { doc } = opened.value;
      const name = textName(collection.name, id, field);
      begin(document, name, label);
      stampFormat(doc, null);
      doc.transact(() => replaceText(doc.getText(name), text), LOCAL);
      return ok(null);
    },
    openAhead: (document) => void documents.open(document),
    openNote: async (document, collection, id, label) => {
      const opened = await documents.open(document);
      if (!opened.ok) return opened;
      const { doc, reader } = opened.value;
      if (!reader.row(collection, id)) return noRecord();
      const name = textName(collection.name, id, NOTE_FIELD);
      const release = documents.retain(document);
      const fragment = doc.getXmlFragment(name);
      return ok({
        begin: () => begin(document, name, label),
        fragment,
        linked: linkedRecords(doc, reader, fragment),
        name,
        release,
      });
    },
  };
};

const noRecord = (): Result<never> =>
  fail({
    code: 'not-found',
    happened: 'この記録は見つかりません。',
    safe: 'ほかの記録はそのままです。',
    todo: '一覧から開き直してください。',
  });
