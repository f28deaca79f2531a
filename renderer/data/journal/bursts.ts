import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Id, randomId } from '#shared/domain/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import type { Touched } from '../documents/record-reader.ts';
import { projectTouched } from '../projection/project.ts';
import type { Edit } from './cache.ts';

type Burst = {
  readonly document: OpenDocument;
  readonly label: string;
  readonly updates: Uint8Array[];
  readonly touched: Map<string, Touched>;
};

/** Updates that belong together until they are cut into one frame for each document. */
export type Bursts = {
  readonly add: (
    document: OpenDocument,
    label: string,
    update: Uint8Array,
    touched: readonly Touched[],
  ) => void;
  /** Ends what was gathered: one edit for each document, all under one command id. */
  readonly cut: () => readonly Edit[];
  readonly waits: (document: DocumentId) => boolean;
  readonly isEmpty: () => boolean;
};

export const createBursts = (author: () => string, now: () => number): Bursts => {
  const bursts = new Map<DocumentId, Burst>();

  const editOf = (burst: Burst, command: string): Edit => {
    const { document, label, updates } = burst;
    const touched = [...burst.touched.values()];
    const [only] = updates;
    return {
      document: document.id,
      draft: {
        kind: 'update',
        format: FORMAT,
        time: now(),
        author: author(),
        command,
        label,
        update: updates.length === 1 && only ? only : Y.mergeUpdates(updates),
      },
      changes: projectTouched(document.reader, touched),
      notesTouched: touched.some((each) => each.note),
    };
  };

  return {
    add: (document, label, update, touched) => {
      const burst: Burst = bursts.get(document.id) ?? {
        document,
        label,
        updates: [],
        touched: new Map(),
      };
      burst.updates.push(update);
      for (const each of touched) {
        const key = `${each.collection.name}.${each.id}`;
        const before = burst.touched.get(key);
        burst.touched.set(key, {
          ...each,
          note: each.note || (before?.note ?? false),
          row: each.row || (before?.row ?? false),
        });
      }
      bursts.set(document.id, burst);
    },
    cut: () => {
      const command = randomId<Id<'command'>>();
      const edits = [...bursts.values()].map((burst) => editOf(burst, command));
      bursts.clear();
      // The office first: a case that refers to a person must not reach the disk before the person.
      return edits.sort((a, b) => (a.document === 'office' ? -1 : b.document === 'office' ? 1 : 0));
    },
    waits: (document) => bursts.has(document),
    isEmpty: () => bursts.size === 0,
  };
};
