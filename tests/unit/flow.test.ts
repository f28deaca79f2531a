import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import { lastContact } from '#shared/domain/digest/on-day.ts';
import { buildLadder } from '#shared/domain/ladder/ladder.ts';
import { formatNextStep, suggestNext } from '#shared/domain/ladder/next-step.ts';
import { formatStage, stageOf, stageRank } from '#shared/domain/ladder/stage.ts';
import { nextMeeting, overdueMeetings } from '#shared/domain/ladder/timeline.ts';
import { positionInYear, yearStrip } from '#shared/domain/ladder/year-strip.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { isOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { digestOf } from '#tests/support/digests.ts';
import {
  anyCaseRows,
  firstRounds,
  meetingRow,
  preMeeting,
  reversed,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');

const at = (meetings: readonly MeetingRow[], rounds: number) => {
  const rows = { meetings, rounds: firstRounds(rounds) };
  return {
    step: formatNextStep(suggestNext(rows, TODAY), rows),
    stage: formatStage(stageOf(rows)),
  };
};

const planned = { state: 'planned', date: '2023-02-13' } as const;
const held1 = [preMeeting('0.5'), session(1)];
const held2 = [...held1, preMeeting('1.5'), session(2)];
const held3 = [...held2, preMeeting('2.5'), session(3)];

describe('the next step and the stage of a case', () => {
  it('follow the support from its first pre-meeting to 報告会', () => {
    expect(at([], 0)).toEqual({ step: '次の会合: 0.5次を計画', stage: '準備中' });
    expect(at([preMeeting('0.5')], 0)).toEqual({
      step: '次の会合: 第1回支援を計画',
      stage: '第1回に向けて',
    });
    expect(at(held1, 1)).toEqual({ step: '次の会合: 1.5次を計画', stage: '第1回支援済み' });
    expect(at(held2, 2)).toEqual({ step: '次の会合: 2.5次を計画', stage: '第2回支援済み' });
    expect(at([...held2, preMeeting('2.5')], 3)).toEqual({
      step: '次の会合: 第3回支援を計画',
      stage: '第3回に向けて',
    });
    expect(at(held3, 3)).toEqual({ step: '次の会合: 報告会を計画', stage: 'まとめ' });
    expect(at([...held3, meetingRow('b', { kind: 'briefing', state: 'held' })], 3)).toEqual({
      step: '',
      stage: 'まとめ',
    });
  });

  it('ask for a pre-meeting even where the round is planned already', () => {
    expect(at([...held2, session(3, planned)], 3).step).toBe('次の会合: 2.5次を計画');
  });

  it('ask for the record of a planned meeting whose day has come', () => {
    const today = preMeeting('2.5', { state: 'planned', date: TODAY });
    expect(at([...held2, today], 2).step).toBe('2.5次を記録');
    const past = preMeeting('1.5', { state: 'planned', date: '2022-12-01' });
    expect(at([...held1, past, today], 2).step).toBe('1.5次を記録');
  });

  it('turn to the next meeting, or to its date, once all is planned', () => {
    const ready = [...held2, preMeeting('2.5'), session(3, planned)];
    expect(at(ready, 3).step).toBe('次の会合: 第3回を準備');
    expect(at([...held2, preMeeting('2.5'), session(3, { state: 'planned' })], 3).step).toBe(
      '第3回の日程を決める',
    );
  });

  it('go on after the third round where a fourth is on the ladder', () => {
    expect(at(held3, 4)).toEqual({ step: '次の会合: 3.5次を計画', stage: '第4回に向けて' });
  });

  it('do not count what was cancelled, nor reuse its number', () => {
    expect(at([preMeeting('0.5', { state: 'cancelled' })], 0)).toEqual({
      step: '次の会合: 0.75次を計画',
      stage: '準備中',
    });
  });

  it('are found for whatever edits merge into, in whatever order the rows come', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const step = suggestNext(rows, TODAY);
        if (step.kind === 'preMeeting') expect(isOrdinal(step.ordinal)).toBe(true);
        expect(formatNextStep(step, rows) === '').toBe(step.kind === 'done');
        expect(suggestNext(reversed(rows), TODAY)).toEqual(step);
        expect(stageOf(reversed(rows))).toEqual(stageOf(rows));
        expect(stageRank(stageOf(rows))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('sort cases by how far they have come', () => {
    const ranks = [[], [preMeeting('0.5')], held1, held2, held3].map((meetings) =>
      stageRank(stageOf({ meetings, rounds: firstRounds(3).slice(0, meetings.length / 2) })),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});

describe('the next meeting and the last contact', () => {
  const on = (id: string, date: string, state: MeetingRow['state']) =>
    meetingRow(id, { date, state });

  it('are found around today', () => {
    const meetings = [
      on('old', '2022-12-01', 'held'),
      on('last', '2022-12-22', 'held'),
      on('missed', '2023-01-10', 'planned'),
      on('cancelled', '2023-01-20', 'cancelled'),
      on('next', '2023-02-02', 'planned'),
      on('after', '2023-02-13', 'planned'),
      on('someday', '', 'planned'),
    ];
    expect(nextMeeting(meetings, TODAY)?.id).toBe('next');
    expect(overdueMeetings(meetings, TODAY).map(({ id }) => id)).toEqual(['missed']);
    expect(lastContact(digestOf({ meetings }), TODAY)).toMatchObject({
      meeting: { id: 'last' },
      days: 28,
      approximate: false,
    });
  });

  it('count a month alone as no longer ago than it may be', () => {
    expect(lastContact(digestOf({ meetings: [on('m', '2022-12', 'held')] }), TODAY)).toMatchObject({
      days: 19,
      approximate: true,
    });
    expect(lastContact(digestOf({ meetings: [on('m', '2023-01', 'held')] }), TODAY)?.days).toBe(0);
    expect(nextMeeting([on('m', '2023-01', 'planned')], TODAY)?.id).toBe('m');
    const month = on('month', '2023-01', 'planned');
    expect(nextMeeting([month, on('day', '2023-01-27', 'planned')], TODAY)?.id).toBe('day');
  });

  it('are nobody’s where nothing has a date', () => {
    expect(nextMeeting([on('m', 'abc', 'planned')], TODAY)).toBeNull();
    expect(lastContact(digestOf({ meetings: [on('m', '', 'held')] }), TODAY)).toBeNull();
  });
});

describe('the year strip', () => {
  const YEAR = fiscalYear(2022);

  it('runs from April 1 to March 31', () => {
    const strip = yearStrip(YEAR, [], TODAY);
    expect(strip.months.map(({ label }) => label)).toEqual(
      '4月 5月 6月 7月 8月 9月 10月 11月 12月 1月 2月 3月'.split(' '),
    );
    expect(strip.months[0]?.from).toBe(0);
    expect(strip.months.at(-1)?.to).toBe(1);
    expect(strip.today).toBeCloseTo(293.5 / 365);
    expect(yearStrip(YEAR, [], day('2023-04-01')).today).toBeNull();
  });

  it('places a day in its month, a month alone in the middle, and clips the rest', () => {
    expect(positionInYear(day('2022-04-01'), YEAR).fraction).toBeCloseTo(0.5 / 365);
    expect(positionInYear(month('2022-04'), YEAR).fraction).toBeCloseTo(15 / 365);
    expect(positionInYear(day('2022-03-31'), YEAR)).toEqual({ fraction: 0, clipped: 'before' });
    expect(positionInYear(month('2023-04'), YEAR)).toEqual({ fraction: 1, clipped: 'after' });
  });

  it('marks every dated rung, and counts the others, whatever edits merge into', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const { rungs } = buildLadder(rows);
        const strip = yearStrip(fiscalYearOfCase(rows.case) ?? YEAR, rungs, TODAY);
        expect(strip.marks.length + strip.undated).toBe(rungs.length);
        for (const { fraction } of strip.marks) {
          expect(fraction).toBeGreaterThanOrEqual(0);
          expect(fraction).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('shows a round with two sessions as one mark', () => {
    const rows = {
      case: null,
      rounds: [roundRow('r3', { number: 3 })],
      meetings: [
        session(3, { id: 'am', date: '2023-02-13' }),
        session(3, { id: 'pm', date: '2023-02-13' }),
      ],
      attendances: [],
      findings: [],
      variants: [],
      notes: new Set<string>(),
    };
    expect(yearStrip(YEAR, buildLadder(rows).rungs, TODAY).marks).toHaveLength(1);
  });
});
