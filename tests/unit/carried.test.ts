import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedTo } from '#features/record/carried.ts';
import { takenFrom } from '#shared/domain/chain/offer.ts';
import {
  actionRow,
  anyCaseRows,
  firstRounds,
  preMeeting,
  programmeItemRow,
  session,
} from '#tests/support/rows.ts';

const NOTHING: ReadonlySet<string> = new Set();

const ROWS = {
  rounds: firstRounds(2),
  meetings: [
    session(2, { date: '2022-12-22' }),
    preMeeting('0.5', { date: '2022-08-03' }),
    session(1, { date: '2022-08-24' }),
    preMeeting('2.5', { date: '2023-02-02' }),
  ],
  actions: [
    actionRow('early', { text: '資料を送る', meeting: 'p0.5', order: 'a0' }),
    actionRow('going', { text: '方針案をつくる', meeting: 's1', state: 'going', order: 'a1' }),
    actionRow('done', { text: '名簿をつくる', meeting: 's1', state: 'done', order: 'a2' }),
    actionRow('dropped', { text: '視察', meeting: 's1', state: 'dropped', order: 'a3' }),
    actionRow('own', { text: '動画をつくる', meeting: 's2', order: 'a4' }),
    actionRow('later', { text: '試行する', meeting: 'p2.5', order: 'a5' }),
    actionRow('taken', {
      text: '要綱をつくる',
      source: takenFrom({ fiscalYear: 2021 }, '第3回支援'),
      order: 'a6',
    }),
    actionRow('cited', { text: '対象者の選定', source: '県の報告（令和5年3月2日）', order: 'a6V' }),
    actionRow('free', { text: '案件のこと', order: 'a7' }),
  ],
  programme: [programmeItemRow('i1', { title: '方針案をつくる', meeting: 's2' })],
};

const idsAt = (meeting: string, closed = NOTHING): readonly string[] =>
  carriedTo(meeting, ROWS, closed).map(({ action }) => action.id);

describe('what is carried over to a meeting', () => {
  it('is what earlier meetings left unfinished, the latest first, and what the year before left', () => {
    expect(idsAt('s2')).toEqual(['going', 'early', 'taken']);
    expect(idsAt('p0.5')).toEqual(['taken']);
  });
  it('says where it was promised, and whether it stands in the programme', () => {
    expect(
      carriedTo('s2', ROWS, NOTHING).map(({ from, isOnProgramme }) => [from, isOnProgramme]),
    ).toEqual([
      ['第1回 8/24', true],
      ['0.5次 8/3', false],
      ['令和3年度の案件から引き継ぎ（第3回支援）', false],
    ]);
  });
  it('keeps in sight what has just been closed', () => {
    expect(idsAt('s2', new Set(['done']))).toEqual(['going', 'done', 'early', 'taken']);
  });
  it('is nothing of a meeting that is not there', () => {
    expect(idsAt('gone')).toEqual(['taken']);
  });
  it('has nothing twice and nothing of the meeting itself, whatever was merged', () => {
    fc.assert(
      fc.property(anyCaseRows, ({ meetings, rounds, actions = [] }) => {
        const live = meetings.filter(({ deletedAt }) => deletedAt === '');
        const rows = { meetings: live, rounds, actions, programme: [] };
        for (const { id } of live) {
          const carried = carriedTo(id, rows, NOTHING).map(({ action }) => action);
          expect(new Set(carried.map((action) => action.id)).size).toBe(carried.length);
          expect(carried.every((action) => action.meeting !== id)).toBe(true);
        }
      }),
    );
  });
});
