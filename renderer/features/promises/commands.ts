import { recordActs } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type ActionState, actions } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export const settleCommand = (caseId: CaseId, id: string, state: ActionState): Command<null> =>
  recordActs(caseDocument(caseId), actions).set(id, { state });
