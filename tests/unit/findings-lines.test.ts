import { describe, expect, it } from 'vitest';
import { chainOf } from '#features/findings/chain.ts';
import { actionLines, findingLines } from '#features/findings/lines.ts';
import { birthplacesOf } from '#features/findings/model.ts';
import type { FindingsRows } from '#features/findings/queries.ts';
import { day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  actionRow,
  caseRow,
  findingRow,
  firstRounds,
  members,
  session,
} from '#tests/support/rows.ts';

const ROWS: FindingsRows = {
  case: caseRow('c1', { fiscalYear: 2022 }),
  rounds: firstRounds(2),
  meetings: [session(2, { date: '2022-12-22' }), session(1, { date: '2022-08-24' })],
  findings: [
    findingRow('decided', { kind: 'decision', meeting: 's1' }),
    findingRow('later', { kind: 'issue', meeting: 's2' }),
    findingRow('first', { kind: 'issue', meeting: 's1' }),
    findingRow('second', { kind: 'issue', meeting: 's1' }),
    findingRow('whole', { kind: 'issue' }),
  ],
  actions: [
    actionRow('done', { state: 'done', due: '2022-05-01', meeting: 's1' }),
    actionRow('late', { due: '2023-01-18', answers: members('first') }),
    actionRow('a', { due: '2023-02-01' }),
    actionRow('b', { due: '2023-02-01' }),
  ],
  themes: [],
  home: 'c1' as CaseId,
  lanes: [],
  bars: [],
  milestones: [],
};
const PLACES = birthplacesOf(ROWS);
const CHAIN = chainOf(ROWS, []);
const MARK = { id: 'first', times: 2 };

describe('a line of 課題・気づき', () => {
  const lines = findingLines(CHAIN.findings, PLACES, MARK);
  const line = (wanted: string) => lines.find(({ id }) => id === wanted);

  it('stands by its kind, then by the time of its meeting, those of the whole case first', () => {
    expect(lines.map(({ id }) => id)).toEqual(['whole', 'first', 'second', 'later', 'decided']);
  });

  it('says how many there are of its kind, however many are drawn', () => {
    expect(lines.map(({ ofKind }) => ofKind)).toEqual([4, 4, 4, 4, 1]);
  });

  it('says where it was born', () => {
    expect(line('first')?.place?.short).toContain('第1回');
    expect(line('whole')?.place).toBeUndefined();
  });

  it('changes places with those of its meeting alone', () => {
    expect(line('first')?.neighbours).toEqual({ below: 'second' });
    expect(line('second')?.neighbours).toEqual({ above: 'first' });
    expect(line('later')?.neighbours).toEqual({});
  });

  it('alone is marked when somebody came for it, and says how often', () => {
    expect(lines.map(({ marked }) => marked)).toEqual([
      undefined,
      2,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says the same while nothing of it has changed, whatever has elsewhere', () => {
    const other = {
      ...ROWS,
      findings: ROWS.findings.map((row) => (row.id === 'later' ? { ...row, text: '別の話' } : row)),
    };
    const after = findingLines(chainOf(other, []).findings, PLACES, MARK);
    const changed = after.filter((each, at) => JSON.stringify(each) !== JSON.stringify(lines[at]));
    expect(changed.map(({ id }) => id)).toEqual(['later']);
  });
});

describe('a line of 対応事項', () => {
  const beside = { places: PLACES, today: day('2023-01-19'), fiscalYear: 2022 };
  const lines = actionLines(CHAIN.actions, beside, undefined);

  it('stands with the most urgent at the top', () => {
    expect(lines.map(({ id }) => id)).toEqual(['late', 'a', 'b', 'done']);
  });

  it('says whether it is late, where it was born, and what its due date is read against', () => {
    expect(lines.map(({ isLate }) => isLate)).toEqual([true, false, false, false]);
    expect(lines.map(({ place }) => place?.id)).toEqual([undefined, undefined, undefined, 's1']);
    expect(lines.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2022, 2022, 2022]);
  });

  it('changes places with those that are as urgent', () => {
    expect(lines.map(({ neighbours }) => neighbours)).toEqual([
      {},
      { below: 'b' },
      { above: 'a' },
      {},
    ]);
  });
});
