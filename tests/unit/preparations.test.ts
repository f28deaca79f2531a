import { describe, expect, it } from 'vitest';
import { preparations } from '#shared/domain/case/case.ts';
import { buildLadder } from '#shared/domain/ladder/ladder.ts';
import { placePreparations } from '#shared/domain/ladder/preparations.ts';
import { builder, firstRounds, meetingRow, preMeeting, session } from '#tests/support/rows.ts';

const step = builder(preparations);
const MEETINGS = [
  session(1, { date: '2022-08-24' }),
  preMeeting('1.5', { date: '2022-11-02' }),
  session(2, { date: '2022-12-22' }),
  meetingRow('report', { kind: 'briefing', date: '2023-03-02' }),
];
const { rungs } = buildLadder({
  ...{ case: null, attendances: [], findings: [], variants: [], notes: new Set<string>() },
  rounds: firstRounds(2),
  meetings: MEETINGS,
});

describe('steps between rounds', () => {
  it('stand between the rungs of the rounds that they lead from and to', () => {
    const rows = [
      step('c', { towards: 3, text: '試行実施の継続' }),
      step('b', { towards: 2, text: '対象者の選定', order: 'a1' }),
      step('a', { towards: 1, text: '資料の検討' }),
    ];
    const placed = placePreparations(rungs, rows);
    expect(placed.map(({ towards, at }) => [towards, at])).toEqual([
      [1, 0],
      [2, 1],
      [3, 3],
    ]);
  });

  it('stand by their dates, those without one last as they were put', () => {
    const rows = [
      step('d', { towards: 2, text: '4', order: 'a2' }),
      step('c', { towards: 2, text: '3', order: 'a1' }),
      step('b', { towards: 2, text: '2', date: '2022-11-20', order: 'a0' }),
      step('a', { towards: 2, text: '1', date: '2022-10-05', order: 'a9' }),
      step('gone', { towards: 2, text: '0', deletedAt: '2023-01-01T00:00:00.000Z' }),
    ];
    const [block] = placePreparations(rungs, rows);
    expect(block?.steps.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
  });

  it('stand at the end while neither round is there, and open without any step', () => {
    expect(placePreparations(rungs, [], 5)).toEqual([{ towards: 5, at: rungs.length, steps: [] }]);
    expect(placePreparations([], [], 1)).toEqual([{ towards: 1, at: 0, steps: [] }]);
    expect(placePreparations(rungs, [])).toEqual([]);
  });
});
