import {
  type ActionValues,
  addAction,
  moveAction,
  removeAction,
  setAction,
} from '#data/operations/actions.ts';
import {
  type AttendanceValues,
  type Attendee,
  addAttendee,
  moveAttendance,
  removeAttendance,
  setAttendance,
} from '#data/operations/attendance.ts';
import { confirmRecord, reopenRecord } from '#data/operations/confirmation.ts';
import {
  addFinding,
  type FindingValues,
  moveFinding,
  removeFinding,
  setFinding,
} from '#data/operations/findings.ts';
import type { MeetingValues } from '#data/operations/meeting-values.ts';
import {
  type SupporterValue,
  setMeeting,
  setModes,
  setState,
  setSupporters,
} from '#data/operations/meetings.ts';
import {
  addProgrammeItem,
  moveProgrammeItem,
  type ProgrammeItemValues,
  removeProgrammeItem,
  setProgrammeItem,
} from '#data/operations/programme.ts';
import type { Beside } from '#data/operations/siblings.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { MeetingState, Mode } from '#shared/domain/meeting.ts';
import type { Result } from '#shared/result.ts';

type Act<T> = (draft: Draft, document: DocumentId) => Result<T>;

/** The commands of one meeting's record, each under the words that undo says. */
export type RecordCommands = ReturnType<typeof recordCommands>;

export const recordCommands = (caseId: CaseId, meeting: string) => {
  const document = caseDocument(caseId);
  const inCase = <T>(label: string, act: Act<T>): Command<T> => ({
    label,
    documents: [document],
    run: (draft) => act(draft, document),
  });
  /** For what may make a person or an organisation on the spot. */
  const withOffice = <T>(label: string, act: Act<T>): Command<T> => ({
    label,
    documents: [OFFICE, document],
    run: (draft) => act(draft, document),
  });
  return {
    change: (label: string, values: MeetingValues) =>
      inCase(label, (draft) => setMeeting(draft, document, meeting, values)),
    setModes: (modes: readonly Mode[]) =>
      inCase('会合の形式を変更', (draft) => setModes(draft, document, meeting, modes)),
    setState: (state: MeetingState, reason: string) =>
      inCase('会合の状態を変更', (draft) => setState(draft, document, meeting, state, reason)),
    setSupporters: (supporters: readonly SupporterValue[]) =>
      withOffice('支援者を変更', (draft) => setSupporters(draft, document, meeting, supporters)),

    addAttendee: (attendee: Attendee, count: number | null) =>
      withOffice('出席を追加', (draft) => addAttendee(draft, document, meeting, attendee, count)),
    setAttendance: (id: string, values: Partial<AttendanceValues>) =>
      inCase('出席を変更', (draft) => setAttendance(draft, document, id, values)),
    moveAttendance: (id: string, index: number) =>
      inCase('出席の順番を変更', (draft) => moveAttendance(draft, document, id, index)),
    removeAttendance: (id: string) =>
      inCase('出席を削除', (draft) => removeAttendance(draft, document, id)),

    addItem: (values: ProgrammeItemValues) =>
      inCase('次第を追加', (draft) => addProgrammeItem(draft, document, meeting, values)),
    setItem: (id: string, values: Partial<ProgrammeItemValues>) =>
      inCase('次第を変更', (draft) => setProgrammeItem(draft, document, id, values)),
    moveItem: (id: string, index: number) =>
      inCase('次第の順番を変更', (draft) => moveProgrammeItem(draft, document, id, index)),
    removeItem: (id: string) =>
      inCase('次第を削除', (draft) => removeProgrammeItem(draft, document, id)),

    addFinding: (values: Omit<FindingValues, 'meeting'>) =>
      inCase('課題・気づきを追加', (draft) => addFinding(draft, document, { ...values, meeting })),
    setFinding: (id: string, values: Partial<FindingValues>) =>
      inCase('課題・気づきを変更', (draft) => setFinding(draft, document, id, values)),
    moveFinding: (id: string, beside: Beside) =>
      inCase('課題・気づきの順番を変更', (draft) => moveFinding(draft, document, id, beside)),
    removeFinding: (id: string) =>
      inCase('課題・気づきを削除', (draft) => removeFinding(draft, document, id)),

    addAction: (values: Omit<ActionValues, 'meeting'>) =>
      inCase('対応事項を追加', (draft) => addAction(draft, document, { ...values, meeting })),
    setAction: (id: string, values: Partial<ActionValues>) =>
      inCase('対応事項を変更', (draft) => setAction(draft, document, id, values)),
    moveAction: (id: string, beside: Beside) =>
      inCase('対応事項の順番を変更', (draft) => moveAction(draft, document, id, beside)),
    removeAction: (id: string) =>
      inCase('対応事項を削除', (draft) => removeAction(draft, document, id)),

    confirm: (by: string) =>
      inCase('記録を確定', (draft) => confirmRecord(draft, document, meeting, by)),
    reopen: () => inCase('記録の確定を取り消し', (draft) => reopenRecord(draft, document, meeting)),
  };
};
