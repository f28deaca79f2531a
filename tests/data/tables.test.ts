import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCommand } from '#app/sample/open-sample.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { setTableOptionsCommand } from '#features/materials/commands.ts';
import { type MaterialRows, materialRows } from '#features/materials/queries.ts';
import json from '#resources/sample/mashiki.json' with { type: 'json' };
import type { CaseId } from '#shared/domain/record/ids.ts';
import { readSample } from '#shared/domain/sample.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import { optionsOf, type TableOptions, usualOptions } from '#shared/domain/tables/options.ts';
import { isDrawn, shownText, type Table, type TableRow } from '#shared/domain/tables/table.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';
import { COMPARISON, DETAIL, FLOW } from '#tests/support/mashiki-tables.ts';

let desk: Desk;
let workspace: Workspace;
let opened: CaseId;
let rows: MaterialRows;

const read = async (): Promise<MaterialRows> => {
  await workspace.flush();
  const found = await materialRows(opened)(createReader(desk.database()));
  if (found === undefined) throw new Error('the case is not there');
  return found;
};

beforeAll(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  const result = await workspace.run(sampleCommand(readSample(json)));
  if (!result.ok) throw new Error(result.error.happened);
  opened = result.value;
  rows = await read();
});

afterAll(() => desk.remove());

/** What the drawn cells of each row show; a covered one shows nothing. */
const cellsOf = (all: readonly TableRow[]): readonly (readonly string[])[] =>
  all.map((row) => row.map((one) => (isDrawn(one) ? shownText(one) : '')));

const tableOf = (id: TableId, change: Partial<TableOptions> = {}): Table =>
  buildTable(id, rows, { ...usualOptions(id), ...change }, 'office');

describe('the tables of 益城町, out of its records', () => {
  it('「支援（詳細）」 is the prefecture’s, cell for cell', () => {
    const table = tableOf('detail');
    expect(table.caption).toBe('益城町　支援（詳細）　令和4年度');
    expect(cellsOf(table.header)).toEqual([['時期', '内容', '支援者', '備考']]);
    expect(cellsOf(table.body)).toEqual(DETAIL);
  });

  it('「1〜3回目支援」 is the prefecture’s, cell for cell', () => {
    const table = tableOf('comparison');
    expect(table.caption).toBe('益城町　1〜3回目支援　令和4年度');
    expect(cellsOf([...table.header, ...table.body])).toEqual(COMPARISON);
  });

  it('「支援の流れ」 has every meeting by its day, events under their rounds', () => {
    const table = tableOf('flow');
    expect(cellsOf(table.header)).toEqual([['日にち', '内容']]);
    expect(cellsOf(table.body)).toEqual(FLOW);
    expect(table.notes).toEqual([]);
  });

  it('〃 is for show: the value is under it, and shows where the rule is off', () => {
    const table = tableOf('detail');
    const shown = table.body.flat().filter(({ repeats }) => repeats);
    expect(shown.map(({ lines }) => lines.join())).toEqual([
      'AD、厚生労働省、九州厚生局、県',
      '現地',
      'AD、厚生労働省、九州厚生局、県',
      'AD、厚生労働省、九州厚生局、県',
    ]);
    const off = cellsOf(tableOf('detail', { ditto: false }).body).flat();
    expect(off).not.toContain('〃');
    expect(off.filter((text) => text === 'AD、厚生労働省、九州厚生局、県')).toHaveLength(8);
  });

  it('names its sources, and says on the screen where a source words a cell otherwise', () => {
    const table = tableOf('detail');
    expect(table.sources).toContain('熊本県の報告（令和5年3月2日）「支援（詳細）」');
    expect(new Set(table.sources).size).toBe(table.sources.length);
    expect(table.remarks).toEqual([
      '1回目支援(8/24)：備考は「支援（詳細）」の資料の値です（記録は「ハイブリッド」）',
      '意見交換会(10/14)：内容は「支援（詳細）」の資料の名称です（記録は「第2回…意見交換会」）',
    ]);
    expect(tableOf('detail', { sources: false }).sources).toEqual([]);
  });

  it('writes dates with years where asked to', () => {
    expect(cellsOf(tableOf('comparison', { dates: 'japanese' }).body)[0]?.[1]).toBe(
      '令和4年8月24日(水)午後',
    );
    const western = tableOf('detail', { dates: 'gregorian' });
    expect(western.caption).toBe('益城町　支援（詳細）　2022年度');
    expect(cellsOf(western.body)[0]?.slice(0, 2)).toEqual([
      '2022年8月',
      '0.5次ミーティング(2022/8/3)',
    ]);
    expect(cellsOf(tableOf('detail', { dates: 'japanese' }).body)[0]?.slice(0, 2)).toEqual([
      '令和4年8月',
      '0.5次ミーティング(R4.8.3)',
    ]);
  });

  it('leaves out kinds and rounds', () => {
    const second = rows.rounds.find((round) => round.number === 2);
    const table = tableOf('comparison', { hiddenRounds: [second?.id ?? ''] });
    expect(table.caption).toContain('1・3回目支援');
    expect(table.columns).toHaveLength(3);
    const few = tableOf('flow', { hiddenKinds: ['information', 'consultation', 'preMeeting'] });
    expect(cellsOf(few.body).map(([date]) => date)).toEqual([
      '8月24日(水)',
      '10月14日(金)',
      '12月22日(木)',
      '2月13日(月)',
    ]);
  });
});

describe('the options of a table', () => {
  it('are kept for the case and the table, one change at a time, and can be undone', async () => {
    const set = async (change: Partial<TableOptions>) => {
      const done = await workspace.run(setTableOptionsCommand(opened, 'detail', change));
      expect(done.ok).toBe(true);
    };
    await set({ dates: 'gregorian', widths: [10, 40, 30, 20] });
    await set({ hiddenKinds: [], paper: 'a3' });
    const after = await read();
    expect(optionsOf('detail', after.tableOptions)).toEqual({
      ...usualOptions('detail'),
      dates: 'gregorian',
      widths: [10, 40, 30, 20],
      hiddenKinds: [],
      paper: 'a3',
    });
    expect(optionsOf('flow', after.tableOptions)).toEqual(usualOptions('flow'));
    workspace.undo();
    expect(optionsOf('detail', (await read()).tableOptions).hiddenKinds).toEqual([
      'internal',
      'siteVisit',
    ]);
    workspace.undo();
    expect(optionsOf('detail', (await read()).tableOptions)).toEqual(usualOptions('detail'));
  });
});
