import { isTimeOfDay } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type ProgrammeItemRow, programmeItems } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName, cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { Draft } from '../../records/draft.ts';
import { missing, orderAt } from '../record/siblings.ts';

export type ProgrammeItemValues = {
  readonly title: string;
  /** `HH:MM` or ''. */
  readonly time?: string;
  readonly speaker?: string;
};

/** Adds a line to the programme of the day, as its last. */
export const addProgrammeItem = (
  draft: Draft,
  document: DocumentId,
  meeting: string,
  values: ProgrammeItemValues,
): Result<string> => {
  const checked = check(values);
  return checked.ok
    ? ok(draft.create(document, programmeItems, { ...checked.value, meeting }))
    : checked;
};

export const setProgrammeItem = (
  draft: Draft,
  document: DocumentId,
  id: string,
  values: Partial<ProgrammeItemValues>,
): Result<null> => {
  const before = draft.row(document, programmeItems, id);
  if (!before) return missing('次第の項目');
  const checked = check({ title: before.title, ...values });
  if (!checked.ok) return checked;
  draft.set(document, programmeItems, id, checked.value);
  return ok(null);
};

const check = (values: ProgrammeItemValues): Result<ProgrammeItemValues> => {
  const title = checkName(values.title, '次第の項目');
  if (!title.ok) return title;
  if (values.time !== undefined && !isTimeOfDay(values.time)) {
    return refuse(
      `${quote(values.time)}は時刻として読み取れません。`,
      '「13:30」のように入力してください。',
    );
  }
  if (values.speaker === undefined) return ok({ ...values, title: title.value });
  const speaker = cleanLine(values.speaker);
  const checked = speaker === '' ? ok('') : checkName(speaker, '話す人');
  return checked.ok ? ok({ ...values, title: title.value, speaker: checked.value }) : checked;
};

export const removeProgrammeItem = (
  draft: Draft,
  document: DocumentId,
  id: string,
): Result<null> => {
  if (!draft.row(document, programmeItems, id)) return missing('次第の項目');
  draft.remove(document, programmeItems, id);
  return ok(null);
};

/** The programme of a meeting's day, in its order. */
export const programmeOf = (
  draft: Draft,
  document: DocumentId,
  meeting: string,
): readonly ProgrammeItemRow[] =>
  draft.rows(document, programmeItems).filter((item) => item.meeting === meeting);

/** Places an item at an index of its meeting's programme. */
export const moveProgrammeItem = (
  draft: Draft,
  document: DocumentId,
  id: string,
  index: number,
): Result<null> => {
  const row = draft.row(document, programmeItems, id);
  if (!row) return missing('次第の項目');
  const siblings = programmeOf(draft, document, row.meeting);
  draft.set(document, programmeItems, id, { order: orderAt(siblings, id, index) });
  return ok(null);
};
