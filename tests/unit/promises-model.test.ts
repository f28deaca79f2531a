import { describe, expect, it } from 'vitest';
import { filterPromises, promiseLines } from '#features/promises/model.ts';
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

const LINES = promiseLines(
  [
    caseOf('434434', 2022, '益城町', [
      actionRow('a', { text: '動画', owner: '町', due: '2023-02', meeting: 'p0.5' }),
      actionRow('b', { text: '講師', owner: '県', due: '2023-01-18' }),
      actionRow('c', { text: '要領案', due: '2023-01-01', state: 'done' }),
      actionRow('d', { text: '名簿', due: '来月ごろ' }),
    ]),
    caseOf('432032', 2019, '人吉市', [
      actionRow('a', { text: '視察', due: '2019-12' }),
      actionRow('b', { text: '対象者像', due: '2023-01-19' }),
      actionRow('c', { text: '通いの場の一覧' }),
    ]),
  ],
  TODAY,
);

describe('the promises of all cases', () => {
  it('stand by due date, those without a date last, with what is late', () => {
    expect(
      LINES.map(({ dueText, state, text, caseName }) => [dueText, state, text, caseName]),
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
    ['', 'late', ['視察', '講師']],
    ['人吉', 'all', ['視察', '対象者像', '通いの場の一覧']],
    ['人吉', 'late', ['視察']],
    ['町 動画', 'all', ['動画']],
    ['０．５次', 'all', ['動画']],
    ['無い', 'all', []],
  ] as const)('are filtered by %j and %s', (text, filter, found) => {
    expect(filterPromises(LINES, text, filter).map((line) => line.text)).toEqual(found);
  });
});
