import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createReader, type Reader } from '#data/records/query.ts';
import { findingsRows } from '#features/findings/queries.ts';
import { buildFlow } from '#features/flow/model.ts';
import { flowQuery } from '#features/flow/queries.ts';
import { concernsOf } from '#features/home/concerns.ts';
import { caseLines, comingMeetings } from '#features/home/model.ts';
import { concernRows, yearRows } from '#features/home/queries.ts';
import { materialRows } from '#features/materials/queries.ts';
import { overviewRows } from '#features/overview/queries.ts';
import { recordQuery } from '#features/record/queries.ts';
import { roadmapOf } from '#features/roadmap/queries.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { caseOf } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { changeSentences } from '#shared/domain/roadmap/changes/change-words.ts';
import { scaleOf, ZOOMS } from '#shared/domain/roadmap/scale.ts';
import { readSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { ok } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk } from '../support/desk.ts';
import { apply, CASES, randomEdit } from '../support/edits.ts';

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

const TODAY = day('2023-01-19');

/** All that the screens show of everything on a desk, as data. */
const viewsOf = async (desk: Desk): Promise<readonly unknown[]> => {
  const reader = createReader(desk.database());
  const year = await yearRows(fiscalYear(2022))(reader);
  const views: unknown[] = [
    caseLines(year, TODAY),
    comingMeetings(year, TODAY),
    concernsOf(await concernRows(reader), TODAY),
  ];
  for (const document of CASES) {
    const id = caseOf(document) as CaseId;
    const flow = buildFlow({ ...(await flowQuery(id)(reader)) }, TODAY);
    const records = await Promise.all(flow.sequence.map((each) => recordQuery(id, each)(reader)));
    const material = await materialRows(id)(reader);
    const tables = material
      ? (['comparison', 'detail', 'flow'] as const).map((table) =>
          buildTable(table, material, usualOptions(table), 'office'),
        )
      : [];
    views.push(flow.rungs, records, tables, await overviewRows(id)(reader));
    views.push(await findingsRows(id)(reader), await roadmapViews(id, reader));
  }
  return views;
};

/** The roadmap, what is to be checked in it, and what changed since its first version. */
const roadmapViews = async (id: CaseId, reader: Reader): Promise<unknown> => {
  const { roadmap, checks, versions, rows } = await roadmapOf(id)(reader);
  expect(roadmap.bars).toHaveLength(rows.bars.length);
  const before = readSnapshot(versions[0]?.snapshot ?? '');
  const changes = before.ok ? changeSentences(before.value, roadmap) : [];
  const chart = ZOOMS.map((zoom) => scaleOf(roadmap, zoom).columns.length);
  return [roadmap, checks, changes, chart];
};

describe('every view', () => {
  it('shows whatever legal edits of two desks merge into, and the same on both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomEdit, { maxLength: 8 }),
        fc.array(randomEdit, { maxLength: 8 }),
        async (here, there) => {
          const [one, two] = [await createDesk(), await createDesk()];
          desks.push(one, two);
          for (const [desk, edits] of [
            [one, here],
            [two, there],
          ] as const) {
            const { workspace } = await desk.start();
            for (const document of CASES) {
              await workspace.run({
                label: '案件をつくる',
                documents: [document],
                run: (draft) =>
                  ok(draft.create(document, cases, { fiscalYear: 2022 }, caseOf(document))),
              });
            }
            for (const edit of edits) await apply(workspace, edit);
            await workspace.flush();
          }
          await carryLogs(one, two);
          await carryLogs(two, one);
          await one.start();
          await two.start();
          const views = await viewsOf(one);
          expect(views.length).toBe(3 + 6 * CASES.length);
          expect(await viewsOf(two)).toEqual(views);
        },
      ),
      { numRuns: 25 },
    );
  });
});
