import { act, addRecord, recordActs } from '#data/operations/record/records.ts';
import type { Values } from '#data/records/draft.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { actions, FINDING_KIND_NAMES, findings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** What 課題と対応 does, each under the words that undo says. */
export const findingCommands = (caseId: CaseId) => {
  const document = caseDocument(caseId);
  return {
    findings: {
      ...recordActs(document, findings),
      add: (values: Values<typeof findings>) =>
        act(
          `${FINDING_KIND_NAMES[values.kind ?? 'issue']}を追加`,
          [document],
          addRecord<typeof findings>,
          document,
          findings,
          values,
        ),
    },
    actions: recordActs(document, actions),
  };
};
