import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';
import { caseRow, firstRounds, preMeeting, programmeItemRow, session } from '../support/rows.ts';
import { bodyOf, tableOf, textsOf } from '../support/tables.ts';

const column = (...args: Parameters<typeof tableOf>) => bodyOf(...args).map(([, text]) => text);

describe('what staff may have otherwise in a table', () => {
  it('tells how the support began, in its turn and with its date, where that is wanted', () => {
    const rows = (entry: 'volunteered' | 'push' | 'unknown', entryDate: string) => ({
      case: caseRow('c1', { fiscalYear: 2022, entry, entryDate }),
      meetings: [
        preMeeting('0.5', { date: '2022-04-20', state: 'held' }),
        preMeeting('0.75', { date: '2022-06-01', state: 'held' }),
      ],
    });
    const bodyOf = (...[entry, date]: Parameters<typeof rows>) =>
      textsOf(tableOf('flow', rows(entry, date), { entry: true }).body);
    expect(bodyOf('volunteered', '2022-05-10')).toEqual([
      ['4月20日(水)', '0.5次ミーティング'],
      ['5月10日(火)', '手挙げ'],
      ['6月1日(水)', '0.75次ミーティング'],
    ]);
    expect(bodyOf('push', '2022-04').at(0)).toEqual(['4月', 'プッシュ型']);
    expect(bodyOf('volunteered', '2022-07-01').at(-1)).toEqual(['7月1日(金)', '手挙げ']);
    expect(bodyOf('unknown', '2022-05-10')).toHaveLength(2);
    const undated = tableOf('flow', rows('push', ''), { entry: true });
    expect([undated.body.length, undated.notes]).toEqual([2, ['※プッシュ型']]);
    expect(tableOf('flow', rows('volunteered', '2022-05-10')).body).toHaveLength(2);
  });

  const part = (id: string, label: string, more: Partial<MeetingRow> = {}) =>
    session(1, { id, partLabel: label, date: '2022-08-24', state: 'held', ...more });
  const parts = [
    part('a', '第1部', { aim: '意識をそろえる', headCount: 20, title: '規範的統合' }),
    part('b', '第2部', { date: '2022-08-25', aim: '演習', headCount: 30 }),
  ];
  const rounds = firstRounds(1);
  const programmeItems = ['町説明', '演習'].map((title, index) =>
    programmeItemRow(`p${index}`, { meeting: 'a', title, order: `a${index}` }),
  );

  it('is the date in short words of the era', () => {
    const dates = 'short' as const;
    expect(bodyOf('flow', { rounds, meetings: parts }, { dates })[0]?.[0]).toBe('R4.8.24(水)');
    expect(bodyOf('detail', { rounds, meetings: parts }, { dates })[0]?.slice(0, 2)).toEqual([
      'R4.8',
      '1回目支援（第1部）(R4.8.24)',
    ]);
  });

  it('is why a meeting was put off', () => {
    const contents = (stateReason: string, reasons: boolean) =>
      bodyOf(
        'detail',
        {
          meetings: [preMeeting('0.5', { date: '2022-08-03', state: 'postponed', stateReason })],
        },
        { reasons },
      )[0]?.[1];
    expect(contents('大雨', true)).toBe('0.5次ミーティング(8/3)（大雨により延期）');
    expect(contents('コロナのため延期', true)).toBe('0.5次ミーティング(8/3)（コロナのため延期）');
    expect(contents('', true)).toBe('0.5次ミーティング(8/3)（延期）');
    expect(contents('大雨', false)).toBe('0.5次ミーティング(8/3)（延期）');
  });

  it('is the names of parts, and what an event was called', () => {
    const lines = (options: Partial<TableOptions>) =>
      bodyOf('flow', { rounds, meetings: parts }, options)[0]?.[1];
    expect(lines({})).toBe('1回目支援（第1部）\n第1部:「規範的統合」');
    expect(lines({ titles: false })).toBe('1回目支援（第1部）');
    expect(lines({ parts: false })).toBe('1回目支援\n「規範的統合」');
    expect(
      column('comparison', { rounds, meetings: parts, programmeItems }, { parts: false }),
    ).toEqual(['8月24日(水)／8月25日(木)', '20人／30人', '町説明・演習', '']);
  });

  it('is parts below headings, and a programme in lines', () => {
    expect(
      column('comparison', { rounds, meetings: parts, programmeItems }, { bullets: true }),
    ).toEqual([
      '第1部:8月24日(水)／第2部:8月25日(木)',
      '【第1部】\n20人\n【第2部】\n30人',
      '【第1部】\n・町説明\n・演習',
      '',
    ]);
  });

  it('is a column, or a row, for any declared field', () => {
    const shownFields = ['aim', 'remarks'] as const;
    const detail = tableOf('detail', { rounds, meetings: parts }, { shownFields });
    expect(detail.columns.map(({ label }) => label)).toEqual([
      ...['時期', '内容', '支援者', 'ねらい', '特記事項', '備考'],
    ]);
    expect(textsOf(detail.body)[0]?.[3]).toBe('意識をそろえる');
    expect(detail.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
    const comparison = tableOf('comparison', { rounds, meetings: parts }, { shownFields });
    expect(textsOf(comparison.body).slice(3, 5)).toEqual([
      ['ねらい', '第1部:意識をそろえる／第2部:演習'],
      ['特記事項', ''],
    ]);
  });
});
