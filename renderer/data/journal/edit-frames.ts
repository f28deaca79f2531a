import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Change } from '../documents/open-documents.ts';
import type { Journal } from './journal.ts';

/** What is typed reaches the disk at the latest after this time. */
const TYPING_MS = 150;

type EditFramesDependencies = Pick<Journal, 'add' | 'cut'> & {
  /** Told when something typed begins to wait. */
  readonly onTyping: () => void;
};

export type EditFrames = {
  /** Takes a change of an open document. */
  readonly take: (change: Change) => void;
  /** Says what is being typed in a document from now on. */
  readonly name: (document: DocumentId, label: string) => void;
  /** Runs writes under a label; what was being typed before is cut off into its own frame. */
  readonly underLabel: (label: string, apply: () => void) => Promise<void>;
  /** What waits is about to be sent by somebody else. */
  readonly stopWaiting: () => void;
};

/** Makes frames of changes: one for each command, and one for what is typed within a moment. */
export const createEditFrames = ({ add, cut, onTyping }: EditFramesDependencies): EditFrames => {
  const labels = new Map<DocumentId, string>();
  let commandLabel: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stopWaiting = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const cutNow = (): Promise<void> => {
    stopWaiting();
    return cut();
  };

  return {
    take: ({ document, update, foreign, touched }) => {
      if (foreign) return;
      const label = commandLabel ?? labels.get(document.id) ?? '記録の入力';
      add(document, label, update, touched);
      if (commandLabel !== undefined) return;
      onTyping();
      timer ??= setTimeout(() => void cutNow(), TYPING_MS);
    },
    name: (document, label) => void labels.set(document, label),
    underLabel: async (label, apply) => {
      void cutNow();
      commandLabel = label;
      try {
        apply();
      } finally {
        commandLabel = undefined;
      }
      await cutNow();
    },
    stopWaiting,
  };
};
