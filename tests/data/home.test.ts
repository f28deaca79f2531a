import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCommand } from '#app/sample/open-sample.ts';
import type { StoredDigest } from '#data/database.ts';
import { createReader } from '#data/records/query.ts';
import { concernsOf } from '#features/home/concerns.ts';
import { caseLines, comingMeetings } from '#features/home/model.ts';
import { concernRows, yearRows } from '#features/home/queries.ts';
import json from '#resources/sample/mashiki.json' with { type: 'json' };
import { day } from '#shared/dates/types.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { readSample } from '#shared/domain/sample.ts';
import { ok } from '#shared/result.ts';
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

  it('reads each case of the year once, and those that plan something in whatever year', async () => {
    const own = await createDesk();
    try {
      const { workspace } = await own.start();
      await workspace.run(sampleCommand(readSample(json)));
      const { digests } = own.database();
      const [first, ...others] = await digests.toCollection().primaryKeys();
      if (first === undefined) throw new Error('the sample has no case');
      await workspace.run({
        label: '会合を追加',
        documents: [first],
        run: (draft) => ok(draft.create(first, meetings, { kind: 'session', date: '2023-04-10' })),
      });
      const read: string[] = [];
      digests.hook('reading', (digest: StoredDigest) => {
        read.push(digest.document);
        return digest;
      });
      const documentsOf = (found: readonly CaseDigest[]) => found.map((each) => each.case.document);
      const ask = async (year: number) => {
        // What was made anew is read again then.
        await yearRows(year)(createReader(own.database()));
        read.splice(0);
        return yearRows(year)(createReader(own.database()));
      };

      const rows = await ask(2022);
      expect(read.sort()).toEqual([first, ...others].sort());
      expect(documentsOf(rows.cases).sort()).toEqual([first, ...others].sort());
      expect(documentsOf(rows.planned)).toEqual([first]);

      const later = await ask(2040);
      expect(documentsOf(later.planned)).toEqual([first]);
      expect(later.year).toBe(2022);
    } finally {
      await own.remove();
    }
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
