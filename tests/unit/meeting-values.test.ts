import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/dates/calendar.ts';
import { day, month, type PartialDate } from '#shared/dates/types.ts';
import { modeNamesOf } from '#shared/domain/ladder/ladder-meeting.ts';
import { headCountOf } from '#shared/domain/meeting/attendance.ts';
import { shortTitleOf, titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { shiftDate, shiftMonths } from '#shared/domain/meeting/re-date.ts';
import {
  anyCaseRows,
  attendanceRow,
  meetingRow,
  members,
  preMeeting,
  roundRow,
  session,
} from '#tests/support/rows.ts';
import { asId } from '../support/ids.ts';

describe("a meeting's title", () => {
  const third = roundRow('r3', { number: 3 });

  it('is its place in the flow, its own title standing below', () => {
    expect(titleOf(preMeeting('0.5', { aim: '第1回支援の進め方\n役割' }), null)).toEqual({
      title: '0.5次ミーティング',
      subtitle: '第1回支援の進め方',
    });
    const morning = session(3, {
      partLabel: '午前の部',
      title: '元気な生活を続けるための介護保険とは',
    });
    expect(titleOf(morning, third)).toEqual({
      title: '第3回支援 午前の部',
      subtitle: '元気な生活を続けるための介護保険とは',
    });
    expect(titleOf(session(3), third)).toEqual({ title: '第3回支援', subtitle: '' });
  });

  it('is its own title, else its kind, where it has no number', () => {
    const exchange = meetingRow('m', { kind: 'exchange', title: '第2回意見交換会' });
    expect(titleOf(exchange, null).title).toBe('第2回意見交換会');
    expect(titleOf(meetingRow('m', { kind: 'consultation' }), null).title).toBe(
      '打合せ・ヒアリング',
    );
    expect(titleOf(preMeeting(''), null).title).toBe('事前ミーティング');
    expect(titleOf(session(3), roundRow('r', {})).title).toBe('支援（回は未定）');
  });

  it('is short beside a date', () => {
    expect(shortTitleOf(preMeeting('2.5'), null)).toBe('2.5次');
    expect(shortTitleOf(session(3, { partLabel: '午前の部' }), third)).toBe('第3回 午前の部');
    expect(shortTitleOf(meetingRow('m', { title: '1回目支援事前ミーティング' }), null)).toBe(
      '1回目支援事前ミーティング',
    );
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(anyCaseRows, ({ meetings, rounds }) => {
        for (const meeting of meetings) {
          const round = rounds.find(({ id }) => id === meeting.round) ?? null;
          expect(titleOf(meeting, round).title.trim()).not.toBe('');
          expect(shortTitleOf(meeting, round).trim()).not.toBe('');
        }
      }),
    );
  });
});

describe('how people met', () => {
  it('is named mode by mode, the free words last, none of it twice', () => {
    const modes = members('online', 'onsite');
    expect(modeNamesOf({ modes, modeNote: '' })).toEqual(['オンライン', '現地']);
    expect(modeNamesOf({ modes: members('onsite'), modeNote: '集合型' })).toEqual([
      '現地',
      '集合型',
    ]);
    expect(modeNamesOf({ modes: members('mail'), modeNote: 'メール等' })).toEqual(['メール等']);
  });
});

describe('the head count', () => {
  it('is computed, a person without a count being one', () => {
    const list = [
      attendanceRow('a', { meeting: 'm', count: 18 }),
      attendanceRow('b', { meeting: 'm' }),
    ];
    expect(headCountOf({ id: asId('m'), headCount: null }, list)).toEqual({
      shown: 19,
      computed: 19,
      override: null,
      differs: false,
    });
  });

  it('differs only from a list that is there', () => {
    expect(headCountOf({ id: asId('m'), headCount: 38 }, [])).toEqual({
      shown: 38,
      computed: null,
      override: 38,
      differs: false,
    });
    expect(headCountOf({ id: asId('m'), headCount: null }, []).shown).toBeNull();
  });
});

describe('moving a date', () => {
  it('goes by days, and leaves alone what has no day', () => {
    expect(shiftDate(day('2022-08-31'), 1)).toBe('2022-09-01');
    expect(shiftDate(day('2023-01-01'), -1)).toBe('2022-12-31');
    expect(shiftDate(month('2022-08'), 1)).toBe('2022-08');
    expect(shiftDate('', 7)).toBe('');
  });

  it('goes by months, ending on the last day of a shorter one', () => {
    expect(shiftMonths(day('2022-08-31'), 1)).toBe('2022-09-30');
    expect(shiftMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(shiftMonths(month('2022-12'), 1)).toBe('2023-01');
    expect(shiftMonths('', 1)).toBe('');
  });

  it('stops at the ends of the calendar', () => {
    expect(shiftDate(day('9999-12-31'), 1)).toBe('9999-12-31');
    expect(shiftMonths(day('1873-01-15'), -1)).toBe('1873-01-15');
    expect(shiftDate(day('2022-08-24'), Number.NaN)).toBe('2022-08-24');
  });

  it('and back again returns to the same day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4000, max: 4000 }),
        fc.integer({ min: 0, max: 40_000 }),
        (by, n) => {
          const start: PartialDate = addDays(day('1950-01-01'), n);
          expect(shiftDate(shiftDate(start, by), -by)).toBe(start);
        },
      ),
    );
  });
});
