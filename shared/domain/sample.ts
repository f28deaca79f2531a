import { z } from 'zod';
import { isSpanEdge } from '../dates/thirds.ts';
import { isMonth, isPartialDate, isTimeOfDay } from '../dates/types.ts';
import { ENTRIES, PROGRAMMES } from './case/case.ts';
import {
  ACTION_STATES,
  FINDING_KINDS,
  MEETING_KINDS,
  MEETING_STATES,
  MODES,
} from './meeting/meeting.ts';
import { isOrdinal } from './meeting/ordinal.ts';
import { isMunicipalityCode } from './office/municipality-list.ts';
import { ROLES } from './office/office.ts';
import { BAR_KINDS, BAR_STATES, LANE_FOLLOWS } from './roadmap/collections.ts';

/*
 * The file of sample cases: what somebody could have typed in, each record with its citation.
 * Items refer to each other by keys that mean nothing outside the file; municipalities by their
 * codes, rounds by their numbers. Arrays stand in the order in which the records are to stand.
 * What a source does not say is absent, never an empty text.
 */

const text = z.string().trim().min(1);
const key = z.string().regex(/^[a-z][a-z0-9-]*$/);
const date = z.string().min(1).refine(isPartialDate);
const time = z.string().min(1).refine(isTimeOfDay);
const code = z.string().refine(isMunicipalityCode);
const count = z.int().positive();

const office = z.strictObject({
  organizations: z.array(
    z.strictObject({
      key,
      name: text,
      role: z.enum(ROLES),
      remarks: text.optional(),
      source: text,
    }),
  ),
  themes: z.array(z.strictObject({ key, name: text })),
  municipalities: z.array(
    z.strictObject({
      code,
      name: text,
      kana: text,
      prefecture: text,
      district: text.optional(),
      remarks: text.optional(),
      source: text,
    }),
  ),
  figures: z.array(
    z.strictObject({
      municipality: code,
      label: text,
      value: text,
      asOf: text.optional(),
      source: text,
    }),
  ),
});

/** A block of a note: what the source says, in its own words. */
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), text }),
  z.strictObject({ type: z.literal('paragraph'), text }),
  z.strictObject({ type: z.literal('bullets'), items: z.array(text).min(1) }),
  z.strictObject({ type: z.literal('quote'), text }),
]);
const meeting = z.strictObject({
  key,
  kind: z.enum(MEETING_KINDS),
  /** The number of the round that a session belongs to. */
  round: count.optional(),
  partLabel: text.optional(),
  ordinal: z.string().refine(isOrdinal).optional(),
  title: text.optional(),
  date: date.optional(),
  startTime: time.optional(),
  endTime: time.optional(),
  timeNote: text.optional(),
  place: text.optional(),
  modes: z.array(z.enum(MODES)),
  modeNote: text.optional(),
  state: z.enum(MEETING_STATES),
  independent: z.literal(true).optional(),
  /** Keys of organisations. */
  supporters: z.array(key),
  audience: text.optional(),
  headCount: count.optional(),
  attendanceText: text.optional(),
  aim: text.optional(),
  summary: text.optional(),
  programme: z
    .array(z.strictObject({ time: time.optional(), title: text, speaker: text.optional() }))
    .optional(),
  attendances: z
    .array(z.strictObject({ name: text, organization: key.optional(), count: count.optional() }))
    .optional(),
  remarks: text.optional(),
  note: z.array(block).optional(),
  source: text,
});
export type SampleMeeting = z.infer<typeof meeting>;

const edge = z.string().refine(isSpanEdge);
const month = z.string().refine(isMonth);

/** A roadmap holds what the source dates, and nothing else. */
const roadmap = z.strictObject({
  title: text,
  caption: text.optional(),
  firstMonth: month,
  lastMonth: month,
  /** Fiscal years that stand folded into one column. */
  foldedYears: z.array(z.int()),
  groups: z.array(
    z.strictObject({
      name: text,
      lanes: z.array(
        z.strictObject({
          name: text,
          follows: z.enum(LANE_FOLLOWS).optional(),
          bars: z.array(
            z.strictObject({
              key,
              label: text,
              start: edge,
              end: edge,
              kind: z.enum(BAR_KINDS),
              state: z.enum(BAR_STATES),
              note: text.optional(),
              source: text,
            }),
          ),
          /** Each stands where one of the case's meetings stands, which it names by its key. */
          milestones: z
            .array(z.strictObject({ meeting: key, label: text.optional(), source: text }))
            .optional(),
        }),
      ),
    }),
  ),
  /** Keys of bars. */
  dependencies: z.array(z.strictObject({ before: key, after: key })),
});
export type SampleRoadmap = z.infer<typeof roadmap>;

const sampleCase = z.strictObject({
  key,
  municipality: code,
  /** Year of the April in which the fiscal year begins. */
  fiscalYear: z.int(),
  programme: z.enum(PROGRAMMES),
  programmeName: text.optional(),
  entry: z.enum(ENTRIES).optional(),
  entryDate: date.optional(),
  entryReason: text.optional(),
  themeText: text.optional(),
  section: text.optional(),
  source: text,
  /** Keys of themes. */
  themes: z.array(key),
  /** The case's long texts by their names. */
  texts: z.strictObject({
    situation: text.optional(),
    issues: text.optional(),
    vision: text.optional(),
    strengths: text.optional(),
    trigger: text.optional(),
    reception: text.optional(),
    plan: text.optional(),
  }),
  supporters: z.array(z.strictObject({ organization: key, role: text.optional() })),
  rounds: z.array(z.strictObject({ number: count, summary: text.optional(), source: text })),
  meetings: z.array(meeting),
  findings: z.array(
    z.strictObject({
      kind: z.enum(FINDING_KINDS),
      text,
      /** Key of the meeting in which it was born; absent for one of the case as a whole. */
      meeting: key.optional(),
      source: text,
    }),
  ),
  actions: z.array(
    z.strictObject({
      text,
      owner: text.optional(),
      due: date.optional(),
      state: z.enum(ACTION_STATES).optional(),
      meeting: key.optional(),
      source: text,
    }),
  ),
  roadmap: roadmap.optional(),
  variants: z.array(
    z.strictObject({
      /** Key of the meeting that the other source disagrees on. */
      meeting: key,
      /** Name of the field or set of the meeting. */
      field: z.enum(['modes', 'date', 'title', 'headCount', 'audience', 'place']),
      value: text,
      source: text,
    }),
  ),
});
export type SampleCase = z.infer<typeof sampleCase>;

const sampleSchema = z.strictObject({
  format: z.literal(1),
  source: z.strictObject({ citation: text, date, remarks: text.optional() }),
  office,
  cases: z.array(sampleCase),
});
export type Sample = z.infer<typeof sampleSchema>;

/** Reads a file of `resources/sample/`. Throws a ZodError where it has another shape. */
export const readSample = (json: unknown): Sample => sampleSchema.parse(json);
