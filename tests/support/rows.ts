import fc from 'fast-check';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import { followUps } from '#shared/domain/case/follow-up.ts';
import { confirmations } from '#shared/domain/meeting/confirmation.ts';
import {
  actions,
  attendances,
  FINDING_KINDS,
  findings,
  MEETING_KINDS,
  MEETING_STATES,
  type MeetingRow,
  MODES,
  meetingDays,
  meetings,
  programmeItems,
  type RoundRow,
  rounds,
  variants,
} from '#shared/domain/meeting/meeting.ts';
import { knowHows } from '#shared/domain/office/know-how.ts';
import { organizations, people, posts, themes } from '#shared/domain/office/office.ts';
import {
  type Collection,
  emptyRow,
  type Member,
  type Row,
} from '#shared/domain/record/collection.ts';
import type { CollectionName, Id } from '#shared/domain/record/ids.ts';

/** Values of a row in which any text may stand for an id. */
export type Loose<C> = {
  readonly [K in keyof Row<C>]?: Row<C>[K] extends string
    ? string extends Row<C>[K]
      ? string
      : Row<C>[K] extends Id<never> | Id<CollectionName>
        ? string
        : Row<C>[K]
    : Row<C>[K];
};

/** Rows with the defaults that a projection gives to fields which nobody has filled in. */
export const builder =
  <C extends Collection>(collection: C) =>
  (id: string, values: Loose<C> = {}): Row<C> => ({
    ...emptyRow(collection, collection.home === 'office' ? 'office' : 'case:c1', id),
    ...(values as Partial<Row<C>>),
  });

export const caseRow = builder(cases);
export const caseSupporterRow = builder(caseSupporters);
export const roundRow = builder(rounds);
export const meetingRow = builder(meetings);
export const meetingDayRow = builder(meetingDays);
export const attendanceRow = builder(attendances);
export const programmeItemRow = builder(programmeItems);
export const findingRow = builder(findings);
export const actionRow = builder(actions);
export const variantRow = builder(variants);
export const confirmationRow = builder(confirmations);
export const personRow = builder(people);
export const postRow = builder(posts);
export const organizationRow = builder(organizations);
export const themeRow = builder(themes);
export const knowHowRow = builder(knowHows);
export const followUpRow = builder(followUps);

/** A pre-meeting by its number, held unless told otherwise. */
export const preMeeting = (ordinal: string, values: Loose<typeof meetings> = {}): MeetingRow =>
  meetingRow(`p${ordinal}`, { kind: 'preMeeting', ordinal, state: 'held', ...values });

/** A session of round r<number>, held unless told otherwise. */
export const session = (number: number, values: Loose<typeof meetings> = {}): MeetingRow =>
  meetingRow(`s${number}`, { kind: 'session', round: `r${number}`, state: 'held', ...values });

/** The first rounds of a case: r1, r2 … */
export const firstRounds = (count: number): readonly RoundRow[] =>
  Array.from({ length: count }, (_, index) => roundRow(`r${index + 1}`, { number: index + 1 }));

/** The members of a set, in the order given. */
export const members = (...names: readonly string[]): readonly Member[] =>
  names.map((name, index) => ({ id: name, name, order: String(index).padStart(3, '0') }));

const bin = fc.constantFrom('', '', '', '2023-01-01T00:00:00.000Z');
const anyDate = fc.constantFrom(
  ...['2022-08-03', '2022-08-24', '2022-08', '2022-08', '2023-02-13', '2023-02', '2021-03-31'],
  ...['', '', '2023-02-29', 'abc', '9999-12-31', '1873-01'],
);
const anyTime = fc.constantFrom('', '', '09:30', '13:30', '25:00', 'x');
const anyOrder = fc.constantFrom('', 'a0', 'a0', 'a1', 'a0V', 'Zz', 'b00');
const anyRound = fc.constantFrom('', 'r0', 'r1', 'r2', 'r3', 'gone');
const anyMeeting = fc.constantFrom('', 'm0', 'm1', 'm2', 'm3', 'gone');
const anyName = fc.constantFrom('', ' ', '県', 'AD');

const randomMeeting = fc.record({
  deletedAt: bin,
  kind: fc.constantFrom(...MEETING_KINDS, 'session' as const, 'preMeeting' as const),
  round: anyRound,
  partLabel: fc.constantFrom('', '午前の部'),
  ordinal: fc.constantFrom('', '0.5', '1.5', '1.50', '1.75', '2.5', '2', 'abc', '998.5'),
  title: fc.constantFrom('', '意見交換会'),
  date: anyDate,
  endDate: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, anyDate),
  startTime: anyTime,
  endTime: anyTime,
  state: fc.constantFrom(...MEETING_STATES),
  headCount: fc.constantFrom(null, 0, 46, -1, 1.5, Number.NaN),
  modeNote: fc.constantFrom('', 'メール等'),
  modes: fc
    .subarray([...MODES, 'unknown'])
    .map((ids) => ids.map((id) => ({ id, name: '', order: '' }))),
  supporters: fc.array(fc.record({ id: anyName, name: anyName, order: anyOrder }), {
    maxLength: 2,
  }),
  summary: fc.constantFrom('', 'まとめ'),
  aim: fc.constantFrom('', '\n進め方\n'),
  order: anyOrder,
});

const randomRound = fc.record({
  deletedAt: bin,
  number: fc.constantFrom(null, 1, 2, 2, 3, 0, -1, 1.5, 999, 1e9, Number.NaN),
  summary: fc.constantFrom('', 'まとめ'),
});

const of = { deletedAt: bin, meeting: anyMeeting };

/** A row of each, under numbered ids. */
const rowsOf = <Values, R>(
  values: fc.Arbitrary<Values>,
  prefix: string,
  build: (id: string, values: Values) => R,
  maxLength = 6,
): fc.Arbitrary<readonly R[]> =>
  fc
    .array(values, { maxLength })
    .map((list) => list.map((one, index) => build(`${prefix}${index}`, one)));

/** The rows of a case after any legal edits were merged in any way, by any version of the app. */
export const anyCaseRows = fc.record({
  case: fc.option(
    fc
      .record({
        fiscalYear: fc.constantFrom(null, 2022, 1.5, 1872, 9999, -1),
        continuesCase: fc.constantFrom('', 'c1', 'c2', 'c3', 'gone'),
      })
      .map((values) => caseRow('c1', values)),
  ),
  cases: rowsOf(
    fc.record({ continuesCase: fc.constantFrom('', 'c0', 'c1', 'c2'), deletedAt: bin }),
    'c',
    caseRow,
  ),
  caseSupporters: rowsOf(
    fc.record({ organizationId: anyName, name: anyName }),
    'u',
    caseSupporterRow,
  ),
  rounds: rowsOf(randomRound, 'r', roundRow),
  meetings: rowsOf(randomMeeting, 'm', meetingRow, 12),
  meetingDays: rowsOf(fc.record({ ...of, date: anyDate, place: anyName }), 'd', meetingDayRow),
  attendances: rowsOf(
    fc.record({ ...of, person: anyName, count: fc.constantFrom(null, 0, 49, -3, 2.5) }),
    'a',
    attendanceRow,
  ),
  programmeItems: rowsOf(fc.record(of), 'i', programmeItemRow),
  findings: rowsOf(fc.record({ ...of, kind: fc.constantFrom(...FINDING_KINDS) }), 'f', findingRow),
  actions: rowsOf(fc.record(of), 't', actionRow),
  variants: rowsOf(fc.record({ deletedAt: bin, record: anyMeeting }), 'v', variantRow),
  people: rowsOf(fc.record({ deletedAt: bin }), 'h', personRow),
  organizations: rowsOf(fc.record({ deletedAt: bin }), 'o', organizationRow),
  notes: fc.uniqueArray(anyMeeting).map((ids): ReadonlySet<string> => new Set(ids)),
});

/** Rows in another order, of every collection. */
export const reversed = <Rows extends object>(rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.toReversed() : value,
    ]),
  ) as Rows;
