import type { DocumentId } from '#shared/documents/document-id.ts';
import { confirmations, confirmationsInForce } from '#shared/domain/meeting/confirmation.ts';
import { changesSince } from '#shared/domain/meeting/confirmed-changes.ts';
import {
  actions,
  attendances,
  findings,
  meetingDays,
  meetings,
  programmeItems,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { factsOf, type RecordRows, writeFacts } from '#shared/domain/meeting/record-facts.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';

const recordRows = (draft: Draft, document: DocumentId, id: string): RecordRows | undefined => {
  const meeting = draft.row(document, meetings, id);
  return (
    meeting && {
      meeting,
      rounds: draft.rows(document, rounds),
      meetingDays: draft.rows(document, meetingDays),
      attendances: draft.rows(document, attendances),
      programmeItems: draft.rows(document, programmeItems),
      findings: draft.rows(document, findings),
      actions: draft.rows(document, actions),
      note: draft.noteText(document, meetings, id),
    }
  );
};

/**
 * 記録の確定: declares a held meeting's record to be right as it stands now, and keeps what it says.
 * Confirming it again takes the record as it stands then; where nothing has changed, nothing is written.
 * @param by the name of who confirms
 * @returns the confirmation's id
 */
export const confirmRecord = (
  draft: Draft,
  document: DocumentId,
  meeting: MeetingId,
  by: string,
): Result<string> => {
  const rows = recordRows(draft, document, meeting);
  if (!rows) return missing('会合');
  if (rows.meeting.state !== 'held') {
    return refuse(
      'まだ実施していない会合の記録は確定できません。',
      '状態を「実施」にしてから、もう一度お試しください。',
    );
  }
  const name = checkName(by, 'あなたの名前');
  if (!name.ok) {
    return refuse(name.error.happened, '「設定」であなたの名前を入力してください。');
  }
  const known = confirmationsInForce(draft.rows(document, confirmations)).get(meeting);
  if (known && changesSince(known, rows)?.length === 0) return ok(known.id);
  const snapshot = writeFacts(factsOf(rows));
  const values = { meeting, by: name.value, at: draft.now(), snapshot };
  return ok(draft.create(document, confirmations, values));
};

/** 確定の取り消し: takes back every confirmation of a meeting's record. */
export const reopenRecord = (draft: Draft, document: DocumentId, meeting: string): Result<null> => {
  const rows = draft.rows(document, confirmations).filter((row) => row.meeting === meeting);
  if (rows.length === 0) return missing('確定');
  for (const { id } of rows) draft.remove(document, confirmations, id);
  return ok(null);
};
