import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type ProgrammeItemRow, programmeItems } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { isBlank } from '#shared/domain/record/row-values.ts';
import type { Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { ensurePerson } from '../office/people.ts';
import { missing, setRecord } from '../record/records.ts';

/** Says who speaks; a name that the office knows is that person. The command must name OFFICE. */
export const setSpeaker = (
  draft: Draft,
  document: DocumentId,
  id: string,
  speaker: string,
): Result<null> => {
  const named = draft.rows(OFFICE, people).filter(({ name }) => fold(name) === fold(speaker));
  // Of two people of one name, nobody can tell which one is meant.
  const person = named.length === 1 && !isBlank(speaker) ? named[0]?.id : undefined;
  return setRecord(draft, document, programmeItems, id, { speaker, person: person ?? NO_ID });
};

/** Makes a person of the office of who speaks, and says that it is the one. The command must name OFFICE. */
export const makeSpeakerPerson = (
  draft: Draft,
  document: DocumentId,
  id: ProgrammeItemRow['id'],
): Result<null> => {
  const item = draft.row(document, programmeItems, id);
  if (!item) return missing('次第');
  if (isBlank(item.speaker)) {
    return refuse(
      '話す人の名前が入っていません。',
      '話す人を入力してから、もう一度お試しください。',
    );
  }
  const made = ensurePerson(draft, { name: item.speaker });
  if (!made.ok) return made;
  return setRecord(draft, document, programmeItems, id, { person: made.value.id });
};
