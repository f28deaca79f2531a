import { type Attendee, addAttendee } from '#data/operations/meeting/attendance.ts';
import { confirmRecord, reopenRecord } from '#data/operations/meeting/confirmation.ts';
import { linkActs } from '#data/operations/meeting/linked-records.ts';
import { setDayPlace } from '#data/operations/meeting/meeting-days.ts';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import {
  setMeeting,
  setModes,
  setState,
  setSupporters,
} from '#data/operations/meeting/meetings.ts';
import { makeSpeakerPerson, setSpeaker } from '#data/operations/meeting/speakers.ts';
import type { SupporterPick } from '#data/operations/office/organizations.ts';
import {
  act,
  addRecord,
  labelOfChange,
  recordActs,
  setRecord,
} from '#data/operations/record/records.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import {
  actions,
  attendances,
  findings,
  type MeetingState,
  type Mode,
  meetings,
  type ProgrammeItemRow,
  programmeItems,
} from '#shared/domain/meeting/meeting.ts';
import { organizations, type Role } from '#shared/domain/office/office.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { programmeTitleOf } from './carried.ts';

/** The commands of one meeting's record, each under the words that undo says. */
export type RecordCommands = ReturnType<typeof recordCommands>;

export const recordCommands = (caseId: CaseId, meeting: MeetingId) => {
  const document = caseDocument(caseId);
  const inCase = [document];
  /** For what may make a person or an organisation on the spot. */
  const withOffice = [OFFICE, document];
  return {
    change: (values: MeetingValues) =>
      act(labelOfChange(meetings, values), inCase, setMeeting, document, meeting, values),
    setDays: (date: string, endDate: string) =>
      act('会合の日付を変更', inCase, setMeeting, document, meeting, { date, endDate }),
    setDayPlace: (day: Day, place: string) =>
      act('日ごとの場所を変更', inCase, setDayPlace, document, meeting, day, place),
    setModes: (modes: readonly Mode[]) =>
      act('会合の形式を変更', inCase, setModes, document, meeting, modes),
    setState: (state: MeetingState, reason: string) =>
      act('会合の状態を変更', inCase, setState, document, meeting, state, reason),
    setSupporters: (supporters: readonly SupporterPick[]) =>
      act('支援者を変更', withOffice, setSupporters, document, meeting, supporters),

    addAttendee: (attendee: Attendee, count: number | null) =>
      act('出席を追加', withOffice, addAttendee, document, meeting, attendee, count),
    attendances: recordActs(document, attendances),
    setBodyRole: (id: string, role: Role) =>
      act('機関の種別を変更', [OFFICE], setRecord, OFFICE, organizations, id, { role }),
    programme: recordActs(document, programmeItems),
    /** Has a promise of an earlier meeting gone through in this one. */
    takeUp: (text: string) =>
      act('持ち越しを次第に追加', inCase, addRecord, document, programmeItems, {
        title: programmeTitleOf(text),
        meeting,
      }),
    setSpeaker: (item: string, speaker: string) =>
      act('話す人を変更', withOffice, setSpeaker, document, item, speaker),
    makeSpeakerPerson: (item: ProgrammeItemRow['id']) =>
      act('話す人を「人」に追加', withOffice, makeSpeakerPerson, document, item),
    findings: recordActs(document, findings),
    actions: recordActs(document, actions),
    links: linkActs(document, meeting),

    confirm: (by: string) => act('記録を確定', inCase, confirmRecord, document, meeting, by),
    reopen: () => act('記録の確定を取り消し', inCase, reopenRecord, document, meeting),
  };
};
