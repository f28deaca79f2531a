import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Author, FrameDraft, Seen } from '#shared/documents/frame.ts';
import { type CommandId, randomCommandId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { compactUpdate } from '../documents/compact-update.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import type { Touched } from '../documents/record-reader.ts';
import { projectTouched } from '../projection/project.ts';
import type { RowChange } from './cache.ts';

type Burst = {
  readonly document: OpenDocument;
  readonly label: string;
  readonly seen: Seen;
  readonly updates: Uint8Array[];
  readonly touched: Map<string, Touched>;
};

/** What was gathered of one document. */
export type BurstEdit = {
  readonly document: OpenDocument;
  readonly draft: FrameDraft;
  readonly changes: readonly RowChange[];
  readonly notesTouched: boolean;
};

/** Updates that belong together until they are cut into one frame for each document. */
export type Bursts = {
  readonly add: (
    document: OpenDocument,
    label: string,
    update: Uint8Array,
    touched: readonly Touched[],
  ) => void;
  /** Ends what was gathered: one edit for each document, all under one command id, the office first. */
  readonly cut: () => readonly BurstEdit[];
  readonly waits: (document: DocumentId) => boolean;
  readonly isEmpty: () => boolean;
};

type BurstsDependencies = {
  readonly author: () => Author;
  readonly now: () => number;
  /** What is taken in of others now: an edit says what its author had seen when it was made. */
  readonly seen: (document: DocumentId) => Seen;
};

/** Longer labels would be refused; they name what somebody wrote. */
const MAX_LABEL = 500;

export const createBursts = ({ author, now, seen }: BurstsDependencies): Bursts => {
  const bursts = new Map<DocumentId, Burst>();

  const editOf = (burst: Burst, command: CommandId): BurstEdit => {
    const { document, label, updates } = burst;
    const touched = [...burst.touched.values()];
    const [only] = updates;
    return {
      document,
      draft: {
        kind: 'update',
        format: FORMAT,
        time: now(),
        author: author(),
        command,
        label: label.toWellFormed().slice(0, MAX_LABEL).toWellFormed(),
        seen: burst.seen,
        update: updates.length === 1 && only ? only : compactUpdate(Y.mergeUpdates([...updates])),
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
        seen: seen(document.id),
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
      const command = randomCommandId();
      const edits = [...bursts.values()].map((burst) => editOf(burst, command));
      bursts.clear();
      // The office first: a case that refers to a person must not reach the disk before the person.
      const isOffice = ({ document }: BurstEdit): number => (document.id === 'office' ? 0 : 1);
      return edits.sort((a, b) => isOffice(a) - isOffice(b));
    },
    waits: (document) => bursts.has(document),
    isEmpty: () => bursts.size === 0,
  };
};
