import type { DocumentId } from '#shared/documents/document-id.ts';
import { ok, type Result } from '#shared/result.ts';
import { stampFormat } from '../documents/format.ts';
import { LOCAL, type OpenDocument, type OpenDocuments } from '../documents/open-documents.ts';
import type { EditFrames } from '../journal/edit-frames.ts';
import type { History } from '../undo/history.ts';
import type { Command } from './command.ts';
import { createDraft } from './draft.ts';

type RunDependencies = {
  readonly documents: OpenDocuments;
  readonly history: History;
  readonly frames: EditFrames;
  readonly now: () => number;
};

/** How commands are run: all of their writes are made, in one step of undo and one frame each, or none. */
export const createRun = ({ documents, history, frames, now }: RunDependencies) => {
  const openAll = async (
    ids: readonly DocumentId[],
  ): Promise<Result<ReadonlyMap<DocumentId, OpenDocument>>> => {
    const opened = new Map<DocumentId, OpenDocument>();
    const releases = ids.map((id) => documents.retain(id));
    try {
      for (const id of ids) {
        const result = await documents.open(id);
        if (!result.ok) return result;
        opened.set(id, result.value);
      }
      return ok(opened);
    } finally {
      for (const release of releases) release();
    }
  };

  return async <T>(command: Command<T>): Promise<Result<T>> => {
    const opened = await openAll(command.documents);
    if (!opened.ok) return opened;
    const { draft, writes } = createDraft((id) => {
      const document = opened.value.get(id);
      if (!document) throw new Error(`the command does not name ${id}`);
      return document;
    }, now);
    const result = command.run(draft);
    if (!result.ok || (writes.length === 0 && command.alongside === undefined)) return result;
    const noted = command.documents.at(-1);
    await frames.underLabel(command.label, () =>
      history.step(command.label, command.documents, command.burst, () => {
        for (const [id, { doc }] of opened.value) {
          const own = writes.filter((write) => write.document === id);
          const alongside = id === noted ? command.alongside : undefined;
          if (own.length === 0 && alongside === undefined) continue;
          stampFormat(doc, null);
          doc.transact(() => {
            for (const write of own) write.apply();
            alongside?.();
          }, LOCAL);
        }
      }),
    );
    return result;
  };
};
