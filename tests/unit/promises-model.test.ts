import { describe, expect, it } from 'vitest';
import {
  ALL,
  filterPromises,
  NO_FILTER,
  promiseLines,
  promiseTable,
  sortPromises,
} from '#features/promises/model.ts';
import { day } from '#shared/dates/types.ts';
import type { ActionRow } from '#shared/domain/meeting/meeting.ts';
import { digestOf } from '#tests/support/digests.ts';
import { actionRow, caseRow, preMeeting } from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');

const caseOf = (
  code: string,
  fiscalYear: number,
  municipalityName: string,
  actions: readonly ActionRow[],
) =>
  digestOf({
    case: caseRow(code, {
      ...{ fiscalYear, municipalityName, municipalityCode: code, document: `case:${code}` },
    }),
    meetings: [preMeeting('0.5', { date: '2022-08-03' })],
    actions,
  });

const CASES = [
  caseOf('434434', 2022, '益城町', [
    actionRow('a', { text: '動画', owner: '町', due: '2023-02', meeting: 'p0.5' }),
    actionRow('b', {
      ...{ text: '講師', owner: '県', due: '2023-01-18', state: 'going', waitingFor: '社協' },
    }),
    actionRow('c', { text: '要領案', due: '2023-01-01', state: 'done' }),
    actionRow('d', { text: '名簿', due: '来月ごろ' }),
  ]),
  caseOf('432032', 2019, '人吉市', [
    actionRow('a', { text: '視察', due: '2019-12' }),
    actionRow('b', { text: '対象者像', due: '2023-01-19' }),
    actionRow('c', { text: '通いの場の一覧' }),
  ]),
];
/** But for その後の確認 of years that are over, of which follow-ups.test.ts tells. */
const promised = (...of: Parameters<typeof promiseLines>) =>
  promiseLines(...of).filter(({ kind }) => kind === 'action');

const LINES = promised({ cases: CASES, settled: [] }, TODAY);

describe('the promises of all cases', () => {
  it('stand by due date, those without a date last, with what is late', () => {
    expect(
      LINES.map(({ dueText, stateText, text, caseName }) => [dueText, stateText, text, caseName]),
    ).toEqual([
      ['R1.12', '期限切れ 約1,115日', '視察', '人吉市（令和元年度）'],
      ['R5.1.18', '期限切れ 1日', '講師', '益城町（令和4年度）'],
      ['R5.1.19', '未', '対象者像', '人吉市（令和元年度）'],
      ['R5.2', '未', '動画', '益城町（令和4年度）'],
      ['', '未', '通いの場の一覧', '人吉市（令和元年度）'],
      ['来月ごろ', '未', '名簿', '益城町（令和4年度）'],
    ]);
  });

  it('know their place, and are told apart though two cases call them alike', () => {
    const [, , , video] = LINES;
    expect(video).toMatchObject({
      id: 'case:434434 a',
      caseId: '434434',
      meeting: { id: 'p0.5', title: '0.5次ミーティング', date: '2022-08-03' },
    });
    expect(new Set(LINES.map(({ id }) => id)).size).toBe(LINES.length);
  });

  it.each([
    ['', 'late', ALL, ['視察', '講師']],
    ['人吉', 'unfinished', ALL, ['視察', '対象者像', '通いの場の一覧']],
    ['人吉', 'late', ALL, ['視察']],
    ['町 動画', 'unfinished', ALL, ['動画']],
    ['０．５次', 'unfinished', ALL, ['動画']],
    ['社協', 'unfinished', ALL, ['講師']],
    ['', 'waiting', ALL, ['講師']],
    ['', 'unfinished', '町', ['動画']],
    ['', 'settled', ALL, []],
    ['無い', 'unfinished', ALL, []],
  ] as const)('are filtered by %j, %s and %s', (text, standing, owner, found) => {
    const shown = filterPromises(LINES, { text, standing, owner });
    expect(shown.map((line) => line.text)).toEqual(found);
  });

  it('have what is settled among them where somebody asks for it, and nothing of a case that is gone', () => {
    const settled = [
      actionRow('c', {
        ...{ text: '要領案', state: 'done', due: '2023-01-01', meeting: 'p0.5' },
        document: 'case:434434',
      }),
      actionRow('x', { text: '別の案件', state: 'done', document: 'case:gone' }),
    ];
    const lines = promised({ cases: CASES, settled }, TODAY);
    const shown = filterPromises(lines, { ...NO_FILTER, standing: 'settled' });
    expect(shown.map(({ text, stateText, meeting }) => [text, stateText, meeting?.title])).toEqual([
      ['要領案', '済', '0.5次ミーティング'],
    ]);
    expect(filterPromises(lines, NO_FILTER)).toEqual(LINES);
  });

  it('are sorted by a column, equal ones by due date, and what nobody has said comes last', () => {
    const sorted = (column: string) =>
      sortPromises(LINES, { column, direction: 'ascending' }).map(({ text }) => text);
    expect(sorted('owner').slice(0, 2)).toEqual(['県', '町'].map((owner) => textOf(owner)));
    expect(sorted('waiting')[0]).toBe('講師');
    expect(sorted('state').slice(0, 3)).toEqual(['視察', '講師', '対象者像']);
    expect(sorted('case').slice(0, 3)).toEqual(['講師', '動画', '名簿']);
  });

  it('are copied as a table of what is shown', () => {
    const table = promiseTable(LINES.slice(1, 2), '対応事項の一覧', 'office');
    expect(table.body.map((row) => row.map(({ lines }) => lines.join()))).toEqual([
      ['R5.1.18', '期限切れ 1日', '講師', '県', '社協', '益城町（令和4年度）', '案件全体'],
    ]);
  });
});

const textOf = (owner: string): string | undefined =>
  LINES.find((line) => line.owner === owner)?.text;
