import { describe, expect, it } from 'vitest';
import { keyed, sheetOf } from '#adapters/paper/sheet.ts';
import { KIND_OPTIONS, roundOptions, tableChoices } from '#features/materials/model.ts';
import { MEETING_KINDS } from '#shared/domain/meeting/meeting.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import { roundRow } from '#tests/support/rows.ts';

const rowsOf = (numbers: readonly (number | null)[], bin: readonly number[] = []): TableRows =>
  ({
    rounds: numbers.map((number, index) =>
      roundRow(`r${index}`, { number, deletedAt: bin.includes(index) ? '2023-01-01' : '' }),
    ),
  }) as unknown as TableRows;

describe('the tables to choose from', () => {
  it.each([
    [[1, 2, 3], '1〜3回目支援'],
    [[3, 1, 2], '1〜3回目支援'],
    [[2], '2回目支援'],
    [[1, 3], '1・3回目支援'],
    [[2, 2], '2回目支援'],
    [[1, 2, 2], '1・2回目支援'],
    [[], '回ごとの支援'],
    [[null], '回ごとの支援'],
    [[null, 1], '1回目支援'],
  ])('of rounds %j begin with %s', (numbers, name) => {
    expect(tableChoices(rowsOf(numbers)).map(({ label }) => label)).toEqual([
      ...[name, '支援（詳細）', '支援の流れ', '名簿', '会合の記録'],
    ]);
  });

  it('let rounds be chosen by number, those without last, none of the bin', () => {
    expect(roundOptions(rowsOf([null, 2, 1, 3], [3]))).toEqual([
      { id: 'r2', label: '第1回支援' },
      { id: 'r1', label: '第2回支援' },
      { id: 'r0', label: '支援（回は未定）' },
    ]);
  });

  it('let every kind of meeting be chosen', () => {
    expect(KIND_OPTIONS.map(({ id }) => id)).toEqual(MEETING_KINDS);
    expect(KIND_OPTIONS[0]?.label).toBe('オリエンテーション');
  });
});

describe('what of a sheet is left to the table', () => {
  const millimetres = (pixels: number): number => Math.round((pixels / 96) * 254) / 10;
  it.each([
    ['a4', 'landscape', 267, 176],
    ['a4', 'portrait', 180, 263],
    ['a3', 'landscape', 390, 263],
    ['a3', 'portrait', 267, 386],
  ] as const)('%s %s', (paper, orientation, width, height) => {
    const { content, size, orientation: as } = sheetOf({ paper, orientation });
    expect([millimetres(content.width), millimetres(content.height)]).toEqual([width, height]);
    expect([size, as]).toEqual([paper, orientation]);
  });
});

it('items of a list have keys by their place', () => {
  expect(keyed(['a', 'a'])).toEqual([
    { item: 'a', key: '0', index: 0 },
    { item: 'a', key: '1', index: 1 },
  ]);
});
