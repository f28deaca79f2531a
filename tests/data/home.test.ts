import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCommand } from '#app/sample/open-sample.ts';
import { createReader } from '#data/records/query.ts';
import { concernsOf } from '#features/home/concerns.ts';
import { caseLines, comingMeetings } from '#features/home/model.ts';
import { concernRows, yearRows } from '#features/home/queries.ts';
import json from '#resources/sample/mashiki.json' with { type: 'json' };
import { day } from '#shared/dates/types.ts';
import { readSample } from '#shared/domain/sample.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
  const { workspace } = await desk.start();
  const opened = await workspace.run(sampleCommand(readSample(json)));
  if (!opened.ok) throw new Error(opened.error.happened);
  await workspace.flush();
});

afterAll(() => desk.remove());

const reader = () => createReader(desk.database());

describe('the desk', () => {
  it('shows the rounds of a case as numbers and its pre-meetings between them', async () => {
    const rows = await yearRows(2022)(reader());
    const mashiki = caseLines(rows, day('2023-02-20')).find((line) => line.name === '益城町');
    const numbers = mashiki?.steps.flatMap((step) => step.number ?? []);
    expect(numbers).toEqual(['1', '2', '3']);
    expect(mashiki?.steps.length).toBeGreaterThan(3);
    expect(mashiki?.last).toEqual({ text: '7日前', isLong: false });
  });

  it('falls back to the latest year that has cases, and then counts no days', async () => {
    const rows = await yearRows(2026)(reader());
    expect(rows.year).toBe(2022);
    const mashiki = caseLines(rows, day('2026-11-22')).find((line) => line.name === '益城町');
    expect(mashiki?.last).toEqual({ text: 'R5.2.13', isLong: false });
    expect(comingMeetings(rows, day('2026-11-22'))).toEqual([]);
  });

  it('asks for each record while the year runs, and for all of a case at once when it is over', async () => {
    const rows = await concernRows(reader());
    const said = (today: string) =>
      concernsOf(rows, day(today))
        .filter(({ kind }) => kind !== '確認')
        .map(({ kind, title, button, place }) => [kind, title, button, place.kind]);
    expect(said('2023-03-30')).toMatchInlineSnapshot(`
      [
        [
          "記録",
          "益城町 0.5次ミーティング（8/3）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 1回目支援事前ミーティング（8/19）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 意見交換会事前ミーティング（10/5）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 第2回…意見交換会（10/14）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 1.5次ミーティング（11/2）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 1.75次ミーティング（12/8）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "記録",
          "益城町 2.5次ミーティング（2/2）の記録がまだです",
          "書く",
          "meeting",
        ],
        [
          "連絡",
          "益城町と45日 連絡がありません",
          "連絡を記録",
          "contact",
        ],
      ]
    `);
    expect(said('2026-11-22')).toMatchInlineSnapshot(`
      [
        [
          "記録",
          "益城町（令和4年度） 記録がまだの会合が7件あります",
          "見る",
          "flow",
        ],
      ]
    `);
  });
});
