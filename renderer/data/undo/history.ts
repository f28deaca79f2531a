import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';

type Entry = { readonly label: string; readonly documents: readonly DocumentId[] };

/** What the top bar offers: the next thing to undo and to redo, in words. */
export type HistoryState = { readonly undo: string | undefined; readonly redo: string | undefined };

/**
 * The order of edits across documents. Each open document has one `UndoManager` that spans its maps,
 * texts and notes; none of them can span two documents, so this stack says which of them go together.
 */
export type History = {
  readonly attach: (document: DocumentId, doc: Y.Doc, origins: ReadonlySet<unknown>) => void;
  readonly detach: (document: DocumentId) => void;
  /**
   * Runs a command's writes as one step, apart from what was typed before and after.
   * @param burst the input in which it was typed: its commands become one step, as its letters would
   */
  readonly step: (
    label: string,
    documents: readonly DocumentId[],
    burst: string | undefined,
    apply: () => void,
  ) => void;
  /** Names what is typed from now on; typing in another place begins another step. */
  readonly typing: (label: string, document: DocumentId, place: string) => void;
  readonly undo: () => Entry | undefined;
  readonly redo: () => Entry | undefined;
  readonly state: () => HistoryState;
  /** Forgets every step: what was erased must not come back. */
  readonly forget: () => void;
  readonly holds: (document: DocumentId) => boolean;
};

const LIMIT = 200;

export const createHistory = (onChange: () => void): History => {
  const managers = new Map<DocumentId, Y.UndoManager>();
  let undoStack: readonly Entry[] = [];
  let redoStack: readonly Entry[] = [];
  let current: { readonly label: string; readonly documents: Set<DocumentId> } | undefined;
  let typed:
    | { readonly label: string; readonly document: DocumentId; readonly place: string }
    | undefined;
  let replaying = false;

  const cutAll = (): void => {
    for (const manager of managers.values()) manager.stopCapturing();
    typed = undefined;
  };

  const record = (entry: Entry): void => {
    undoStack = [...undoStack, entry].slice(-LIMIT);
    redoStack = [];
    // Yjs clears the redo stack of the edited document alone, but this order spans them all.
    for (const manager of managers.values()) manager.clear(false, true);
    onChange();
  };

  const added = (document: DocumentId): void => {
    if (replaying) return;
    if (current) {
      current.documents.add(document);
      return;
    }
    const label = typed?.document === document ? typed.label : '記録の入力';
    record({ label, documents: [document] });
  };

  /**
   * Yjs skips steps that no longer change anything (somebody else has overwritten them) and goes on to
   * the one below; the entries of skipped steps leave this stack too.
   */
  const replay = (
    entry: Entry,
    from: readonly Entry[],
    direction: 'undo' | 'redo',
  ): readonly Entry[] => {
    const skipped = new Map<DocumentId, number>();
    for (const document of entry.documents) {
      const manager = managers.get(document);
      if (!manager) continue;
      const stack = () => (direction === 'undo' ? manager.undoStack : manager.redoStack).length;
      const before = stack();
      if (direction === 'undo') manager.undo();
      else manager.redo();
      skipped.set(document, Math.max(0, before - stack() - 1));
    }
    return from
      .toReversed()
      .flatMap((each) => {
        const documents = each.documents.filter((document) => {
          const left = skipped.get(document) ?? 0;
          if (left > 0) skipped.set(document, left - 1);
          return left === 0;
        });
        return documents.length > 0 ? [{ ...each, documents }] : [];
      })
      .toReversed();
  };

  const move = (direction: 'undo' | 'redo'): Entry | undefined => {
    const stack = direction === 'undo' ? undoStack : redoStack;
    const entry = stack.at(-1);
    if (!entry) return undefined;
    cutAll();
    replaying = true;
    const rest = replay(entry, stack.slice(0, -1), direction);
    replaying = false;
    if (direction === 'undo') {
      undoStack = rest;
      redoStack = [...redoStack, entry];
    } else {
      redoStack = rest;
      undoStack = [...undoStack, entry];
    }
    onChange();
    return entry;
  };

  const typing: History['typing'] = (label, document, place) => {
    if (typed?.place === place && typed.document === document) return;
    cutAll();
    typed = { label, document, place };
  };

  return {
    attach: (document, doc, origins) => {
      const manager = new Y.UndoManager(doc, {
        trackedOrigins: new Set(origins),
        captureTimeout: 500,
        // An editor that opens a note makes a transaction that changes nothing: no step of anybody's.
        captureTransaction: (transaction) => transaction.changedParentTypes.size > 0,
      });
      manager.on('stack-item-added', (event: { readonly type: 'undo' | 'redo' }) => {
        if (event.type === 'undo') added(document);
      });
      managers.set(document, manager);
    },
    detach: (document) => {
      managers.get(document)?.destroy();
      managers.delete(document);
    },
    step: (label, documents, burst, apply) => {
      const [only] = documents;
      if (burst !== undefined && only !== undefined && documents.length === 1) {
        typing(label, only, burst);
        apply();
        return;
      }
      cutAll();
      current = { label, documents: new Set() };
      apply();
      const entry = { label, documents: documents.filter((each) => current?.documents.has(each)) };
      current = undefined;
      cutAll();
      if (entry.documents.length > 0) record(entry);
    },
    typing,
    undo: () => move('undo'),
    redo: () => move('redo'),
    state: () => ({ undo: undoStack.at(-1)?.label, redo: redoStack.at(-1)?.label }),
    forget: () => {
      undoStack = [];
      redoStack = [];
      for (const manager of managers.values()) manager.clear();
      onChange();
    },
    holds: (document) =>
      [...undoStack, ...redoStack].some((entry) => entry.documents.includes(document)),
  };
};
