import { addAnswer, setAnswers, setThemes, tieToRoadmap } from '#data/operations/chain/answers.ts';
import { removeLinked } from '#data/operations/meeting/linked-records.ts';
import { act, addRecord, recordActs } from '#data/operations/record/records.ts';
import type { MemberValue, Values } from '#data/records/draft.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
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
      /** Its line in a note goes with it. */
      remove: (id: string) =>
        act(`${findings.what}を削除`, [document], removeLinked, document, {
          collection: 'findings',
          id,
        }),
      setThemes: (id: string, names: readonly string[]) =>
        act('テーマを変更', [OFFICE, document], setThemes, document, id, names),
    },
    actions: {
      ...recordActs(document, actions),
      remove: (id: string) =>
        act(`${actions.what}を削除`, [document], removeLinked, document, {
          collection: 'actions',
          id,
        }),
      /** Adds one that answers a finding. */
      answer: (finding: string, text: string) =>
        act('対応事項を追加', [document], addAnswer, document, finding, { text }),
      setAnswers: (id: string, answered: readonly string[]) =>
        act('こたえる課題を変更', [document], setAnswers, document, id, answered),
      /** @param home the case whose document holds the roadmap */
      tie: (home: CaseId, id: string, items: readonly MemberValue[]) =>
        act(
          'ロードマップとのつながりを変更',
          [document, caseDocument(home)],
          tieToRoadmap,
          document,
          home,
          id,
          items,
        ),
    },
  };
};
