import { createCase } from '#data/operations/case/cases.ts';
import { addSupporter } from '#data/operations/case/supporters.ts';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import { addMeeting, addRound, setVariant } from '#data/operations/meeting/meetings.ts';
import { addRecord } from '#data/operations/record/records.ts';
import type { Draft, Named } from '#data/records/draft.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  programmeItems,
} from '#shared/domain/meeting/meeting.ts';
import { type CaseId, type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import type { Sample, SampleCase, SampleMeeting } from '#shared/domain/sample.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import { addSampleRoadmap } from './sample-roadmap.ts';
import { withoutMissing } from './without-missing.ts';

/** What a sample case refers to outside itself. */
export type SampleOffice = {
  readonly office: Sample['office'];
  /** Organisations by their keys in the sample. */
  readonly organizations: ReadonlyMap<string, Named<'organizations'>>;
};

/** The first refusal among results, or undefined when all went well. */
export const firstRefusal = (
  results: Iterable<Result<unknown>>,
): { readonly ok: false; readonly error: Problem } | undefined => {
  for (const result of results) if (!result.ok) return result;
  return undefined;
};

/** Writes one case of the sample, by the operations that staff's own input passes. */
export const addSampleCase = (
  draft: Draft,
  id: CaseId,
  sample: SampleCase,
  world: SampleOffice,
): Result<CaseId> => {
  const document = caseDocument(id);
  const { municipality: code, themes, texts, supporters, key: _, ...rest } = sample;
  const profile = world.office.municipalities.find((each) => each.code === code);
  const created = createCase(draft, id, {
    municipality: { ...withoutMissing(profile ?? {}), name: profile?.name ?? code, code },
    fiscalYear: rest.fiscalYear,
    programme: rest.programme,
    source: rest.source,
    ...withoutMissing({
      programmeName: rest.programmeName,
      entry: rest.entry,
      entryDate: rest.entryDate,
      entryReason: rest.entryReason,
      themeText: rest.themeText,
      section: rest.section,
    }),
    themes: themes.flatMap(
      (key) => world.office.themes.find((each) => each.key === key)?.name ?? [],
    ),
  });
  if (!created.ok) return created;
  draft.set(document, cases, id, withoutMissing(texts));
  const supported = supporters.map(({ organization, role }) => {
    const member = world.organizations.get(organization);
    return addSupporter(draft, document, member ?? { name: organization }, role);
  });
  const ids = new Map<string, MeetingId>();
  return (
    firstRefusal([
      ...supported,
      ...addMeetings(draft, document, sample, world, ids),
      ...addWhatMeetingsLedTo(draft, document, sample, ids),
      ...(sample.roadmap ? [addSampleRoadmap(draft, document, sample.roadmap, ids)] : []),
    ]) ?? created
  );
};

/** Writes rounds and meetings in the order of the sample; `ids` takes each meeting's id by its key. */
const addMeetings = (
  draft: Draft,
  document: DocumentId,
  sample: SampleCase,
  world: SampleOffice,
  ids: Map<string, MeetingId>,
): readonly Result<unknown>[] => {
  const results: Result<unknown>[] = [];
  const valuesOf = (meeting: SampleMeeting) => meetingValues(meeting, world);
  for (const meeting of sample.meetings) {
    if (ids.has(meeting.key)) continue;
    if (meeting.kind !== 'session') {
      const added = addMeeting(draft, document, valuesOf(meeting));
      results.push(added);
      if (added.ok) ids.set(meeting.key, added.value);
      continue;
    }
    const round = sample.rounds.find(({ number }) => number === meeting.round);
    const parts = sample.meetings.filter(
      ({ kind, round: number }) => kind === 'session' && number === meeting.round,
    );
    const added = addRound(draft, document, {
      ...withoutMissing({ number: meeting.round, summary: round?.summary, source: round?.source }),
      parts: parts.map(valuesOf),
    });
    results.push(added);
    for (const [index, part] of parts.entries()) {
      ids.set(part.key, (added.ok && added.value.meetings[index]) || NO_ID);
    }
  }
  for (const meeting of sample.meetings) {
    const id = ids.get(meeting.key) ?? NO_ID;
    for (const { name, organization, count } of meeting.attendances ?? []) {
      const member = world.organizations.get(organization ?? '');
      const values = { meeting: id, name, ...withoutMissing({ count, organization: member?.id }) };
      results.push(addRecord(draft, document, attendances, values));
    }
    for (const { title, time, speaker } of meeting.programme ?? []) {
      const values = { meeting: id, title, ...withoutMissing({ time, speaker }) };
      results.push(addRecord(draft, document, programmeItems, values));
    }
    if (meeting.note) draft.setNote(document, meetings, id, meeting.note);
  }
  return results;
};

const meetingValues = (meeting: SampleMeeting, world: SampleOffice): MeetingValues => {
  const { key: _, round: __, supporters, programme, attendances, note, ...values } = meeting;
  return {
    ...withoutMissing(values),
    supporters: supporters.flatMap((each) => world.organizations.get(each) ?? []),
  };
};

const addWhatMeetingsLedTo = (
  draft: Draft,
  document: DocumentId,
  sample: SampleCase,
  ids: ReadonlyMap<string, MeetingId>,
): readonly Result<unknown>[] => {
  const idOf = (key: string | undefined): MeetingId => ids.get(key ?? '') ?? NO_ID;
  return [
    ...sample.findings.map((each) =>
      addRecord(draft, document, findings, { ...each, meeting: idOf(each.meeting) }),
    ),
    ...sample.actions.map(({ meeting, ...values }) =>
      addRecord(draft, document, actions, {
        ...withoutMissing(values),
        text: values.text,
        meeting: idOf(meeting),
      }),
    ),
    ...sample.variants.map(({ meeting, ...values }) =>
      setVariant(draft, document, { ...values, record: idOf(meeting) }),
    ),
    ok(null),
  ];
};
