import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/dates/calendar.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { rowKey } from '#shared/domain/import/doubles.ts';
import type { ImportContext, ProposedMeeting } from '#shared/domain/import/proposal.ts';
import { EMPTY_MEETING } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import {
  type MeetingRow,
  MODE_NAMES,
  MODES,
  type ProgrammeItemRow,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import type { TableFieldId } from '#shared/domain/meeting/table-fields.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import { TABLE_DATES, type TableId } from '#shared/domain/tables/material.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { offeredFields } from '#shared/domain/tables/shown-fields.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';
import { asId } from '../support/ids.ts';

/*
 * What is printed, copied and pasted into an empty case prints the same table again. A table says less
 * than the records do, so the law is about what it says.
 */

const context: ImportContext = {
  fiscalYear: fiscalYear(2022),
  today: day('2024-04-10'),
  meetings: [],
  rounds: [],
  organizations: [],
  prefectureName: '熊本県',
  municipalityName: '益城町',
};

/** The records that an import makes of what it read. */
const recordsOf = (proposed: readonly ProposedMeeting[]): TableRows => {
  const rounds = new Map<number, RoundRow>();
  const programmeItems: ProgrammeItemRow[] = [];
  const kept = { document: 'case:x', deletedAt: '', source: '' };
  const meetings = proposed.map((meeting, index): MeetingRow => {
    const { round: number, roundSummary, programme, supporters, modes, state, ...fields } = meeting;
    const id = `m${String(index).padStart(3, '0')}`;
    if (number !== null && (!rounds.has(number) || roundSummary !== '')) {
      rounds.set(number, { ...kept, id: asId(`r${number}`), number, summary: roundSummary });
    }
    for (const [at, title] of programme.entries()) {
      const order = `a${String(at).padStart(3, '0')}`;
      programmeItems.push({
        ...kept,
        id: asId(`${id}${order}`),
        meeting: asId(id),
        time: '',
        title,
        speaker: '',
        person: NO_ID,
        part: 'none',
        order,
      });
    }
    return {
      ...kept,
      ...fields,
      id: asId(id),
      round: asId(number === null ? '' : `r${number}`),
      state: state ?? 'held',
      independent: false,
      effect: '',
      order: `a${String(index).padStart(3, '0')}`,
      modes: modes.map((mode, at) => ({ id: mode, name: MODE_NAMES[mode], order: `a${at}` })),
      supporters: supporters.map(({ name }, at) => ({ id: name, name, order: `a${at}` })),
    } as MeetingRow;
  });
  return {
    case: {
      fiscalYear: 2022,
      municipalityName: '益城町',
      municipalityCode: asId('434434'),
      prefectureName: '熊本県',
      entry: 'unknown',
      entryDate: '',
    },
    rounds: [...rounds.values()],
    meetings,
    attendances: [],
    programmeItems,
    variants: [],
    organizations: [],
    people: [],
    posts: [],
  };
};

const dates = fc.oneof(
  fc.integer({ min: 0, max: 364 }).map((count) => addDays(day('2022-04-01'), count)),
  fc.integer({ min: 0, max: 364 }).map((count) => addDays(day('2022-04-01'), count).slice(0, 7)),
  fc.constantFrom('2021-05-06', '2023-06', ''),
);
const word = fc
  .stringMatching(/^[ぁ-んァ-ヶ一-龠a-z=+@]{1,8}$/)
  // 仝 says, as 〃 does, that what stands above repeats.
  .filter((text) => !/^[々〃]|仝/.test(text));
const title = fc
  .tuple(
    word,
    fc.constantFrom('の打合せ', '意見交換会', '視察', '情報提供', '事前ミーティング', ''),
  )
  .map(([start, end]) => `${start}${end}`)
  .filter((text) => !/支援|内容|時期|未定/.test(text));
const said = fc.oneof(fc.constant(''), word);
const names = fc.uniqueArray(
  fc.constantFrom('AD', '県AD', '厚生労働省', '九州厚生局', '熊本県', '益城町'),
  {
    maxLength: 4,
  },
);

const meeting = fc
  .record({
    what: fc.oneof(
      fc.record({
        kind: fc.constant('preMeeting'),
        ordinal: fc.constantFrom('0.5', '0.75', '1.5', '2.25'),
      }),
      fc.record({
        kind: fc.constant('session'),
        round: fc.integer({ min: 1, max: 4 }),
        partLabel: fc.constantFrom('', '午前の部', '午後の部', '第1部', '第2部②'),
      }),
      fc.record({ kind: fc.constant('consultation'), title }),
    ),
    date: dates,
    state: fc.constantFrom('held', 'held', 'planned', 'postponed'),
    modes: fc.uniqueArray(fc.constantFrom(...MODES), { maxLength: 2 }),
    supporters: names,
    headCount: fc.integer({ min: 0, max: 9999 }),
    programme: fc.uniqueArray(word, { maxLength: 3 }),
    stateReason: fc.constantFrom('', '大雨', 'コロナのため延期'),
    place: said,
    audience: said,
    aim: said,
    remarks: said,
  })
  .map(
    ({ what, supporters, headCount, ...rest }): ProposedMeeting =>
      ({
        ...EMPTY_MEETING,
        ...rest,
        ...(what as Partial<ProposedMeeting>),
        ...(what.kind === 'session' && { headCount, attendanceText: `${headCount}人（町、SC等）` }),
        programme: what.kind === 'session' ? rest.programme : [],
        supporters: supporters.map((name) => ({ name, role: 'other' })),
      }) as ProposedMeeting,
  );

/** A case as the rules allow it: each number once, parts told apart, the parts of a round on its day. */
const lawful = (all: readonly ProposedMeeting[], id: TableId): readonly ProposedMeeting[] => {
  const seen = new Set<string>();
  const first = new Map<number, ProposedMeeting>();
  return all.flatMap((each) => {
    const key = rowKey(each);
    if (key !== null && seen.has(key)) return [];
    seen.add(key ?? '');
    if (each.round === null) return [each];
    const leader = first.get(each.round);
    if (leader === undefined) {
      first.set(each.round, each);
      return [each];
    }
    if (leader.partLabel === '' || each.partLabel === '') return [];
    const { date, state, stateReason, modes, supporters, programme } = leader;
    const { place, audience, aim, remarks } = leader;
    return [
      {
        ...each,
        ...{ date, state, stateReason, modes, supporters, programme },
        // Only the table of rounds tells parts of a day apart.
        ...(id !== 'comparison' && { place, audience, aim, remarks }),
      },
    ];
  });
};

/**
 * 「支援の流れ」 prints what has no date as a note below the table, where other notes stand too: only
 * one whose words name a kind of meeting is taken for one; the others are listed, not taken in.
 */
const isKnownBelow = ({ kind, date, title }: ProposedMeeting): boolean =>
  kind !== 'consultation' ||
  date !== '' ||
  /打合せ|視察|意見交換|情報提供|ミーティング/.test(title);

/**
 * Whether the table says of all parts of a round that there are such, or of none. A part of which no cell says
 * anything is not in the table: what is pasted has one part fewer, and a single part is not called by its name.
 */
const tellsParts = (all: readonly ProposedMeeting[], shown: readonly TableFieldId[]): boolean =>
  [...groupBy(all, ({ round }) => round)].every(([round, parts]) => {
    if (round === null || parts.length === 1) return true;
    const said = shown.map((id) => parts.map((part) => String(part[id as keyof ProposedMeeting])));
    const isPartly = said.some((words) => words.includes('') && words.some((each) => each !== ''));
    const isWhole = said.some((words) => !words.includes('') && new Set(words).size > 1);
    return isWhole || !isPartly;
  });

/** Every record was changed after it had been confirmed: the tables may bear marks. */
const allChanged = (rows: TableRows): TableRows => ({
  ...rows,
  changed: new Set(rows.meetings.map(({ id }) => id)),
});

const check = (id: TableId): void => {
  fc.assert(
    fc.property(
      fc
        .array(meeting.filter(id === 'flow' ? isKnownBelow : () => true), { maxLength: 12 })
        .map((all) => lawful(all, id)),
      fc.constantFrom(...TABLE_DATES),
      fc.record({
        ditto: fc.boolean(),
        marks: fc.boolean(),
        reasons: fc.boolean(),
        bullets: fc.boolean(),
        shownFields: fc.subarray(offeredFields(id).map((field) => field.id)),
      }),
      (all, style, more) => {
        fc.pre(id !== 'comparison' || tellsParts(all, more.shownFields));
        const options = { ...usualOptions(id), hiddenKinds: [], dates: style, ...more };
        const printed = toTsv(buildTable(id, allChanged(recordsOf(all)), options, 'office'));
        const grid = parseTsv(printed);
        const read = propose(grid, recognise(grid, context.fiscalYear), context);
        const left = read.filter(({ verdict }) => verdict === 'bad');
        expect(left.map(({ problems, source }) => [source, problems])).toEqual([]);
        const again = allChanged(recordsOf(read.map((row) => row.meeting)));
        expect(toTsv(buildTable(id, again, options, 'office'))).toBe(printed);
      },
    ),
    { numRuns: 200 },
  );
};

describe('any meetings survive being printed, copied and pasted', () => {
  it('as 「支援（詳細）」', () => check('detail'));
  it('as 「支援の流れ」', () => check('flow'));
  it('as 「1〜3回目支援」', () => check('comparison'));
});
