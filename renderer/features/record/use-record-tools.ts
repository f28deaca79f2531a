import { useMemo } from 'react';
import { useRun, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import type { Result } from '#shared/result.ts';
import { type RecordCommands, recordCommands } from './commands.ts';

/** What every part of the record's page works with. */
export type RecordTools = {
  readonly document: DocumentId;
  readonly commands: RecordCommands;
  /** Runs a command; a refusal is a toast. */
  readonly run: <T>(command: Command<T>) => Promise<Result<T>>;
  /** Runs a command for a field, which shows a refusal itself; `burst` names the field that is typed in. */
  readonly store: <T>(command: Command<T>, burst?: string) => Promise<Result<T>>;
  /** Removes at once, and offers the way back. */
  readonly remove: (
    command: Command<null>,
    what: string,
    done?: '外しました' | '削除しました',
  ) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

export const useRecordTools = (caseId: CaseId, meetingId: MeetingId): RecordTools => {
  const workspace = useWorkspace();
  const run = useRun();
  const undoToast = useUndoToast();
  return useMemo(
    () => ({
      document: caseDocument(caseId),
      commands: recordCommands(caseId, meetingId),
      run,
      store: (command, burst) => workspace.run({ ...command, burst }),
      remove: (command, what, done = '外しました') => {
        void run(command).then((result) => {
          if (result.ok) undoToast(`${what}を${done}。`);
        });
      },
      undo: workspace.undo,
      redo: workspace.redo,
    }),
    [workspace, run, undoToast, caseId, meetingId],
  );
};
