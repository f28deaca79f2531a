import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCommand } from '#app/sample/open-sample.ts';
import type { Workspace } from '#data/workspace.ts';
import { importCommand } from '#features/import/commands.ts';
import { type ImportRows, importQuery } from '#features/import/queries.ts';
import sampleJson from '#resources/sample/mashiki.json' with { type: 'json' };
import { day, fiscalYear } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import type { ImportContext, ImportRow } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import {
  attendances,
  meetings,
  programmeItems,
  rounds,
  variants,
} from '#shared/domain/meeting/meeting.ts';
import { importMappings, organizations, people } from '#shared/domain/office/office.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { readSample } from '#shared/domain/sample.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const caseId = randomId<CaseId>();

beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
  await workspace.run({
    label: '案件を追加',
    documents: [caseDocument(caseId)],
    run: (draft) => {
      const values = { fiscalYear: 2022, municipalityName: '益城町', prefectureName: '熊本県' };
      return { ok: true, value: draft.create(caseDocument(caseId), cases, values, caseId) };
    },
  });
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const ask = async (): Promise<ImportRows> => {
  await workspace.flush();
  return workspace.ask(importQuery(caseId));
};

const read = async (text: string): Promise<readonly ImportRow[]> => {
  const rows = await ask();
  const context: ImportContext = {
    ...rows,
    fiscalYear: fiscalYear(2022),
    today: day('2023-04-10'),
    prefectureName: '熊本県',
    municipalityName: '益城町',
  };
  const grid = parseTsv(text);
  return propose(grid, recognise(grid, context.fiscalYear), context);
};

/** Takes all good rows in; those that are there already fill what is empty. */
const take = async (text: string) => {
  const rows = await read(text);
  const items = rows
    .filter(({ verdict }) => verdict !== 'bad')
    .map(({ meeting, double }) => ({ meeting, fills: double?.ids ?? [] }));
  const done = await workspace.run(importCommand(caseId, { items, source: '貼り付け' }, null));
  if (!done.ok) throw new Error(done.error.happened);
  return done.value;
};

const tableRows = async (id: CaseId): Promise<TableRows> => {
  await workspace.flush();
  const from = [caseDocument(id)];
  return workspace.ask(async (reader) => ({
    case: (await reader.one(cases, caseDocument(id), id)) ?? null,
    rounds: await reader.of(rounds, from),
    meetings: await reader.of(meetings, from),
    attendances: await reader.of(attendances, from),
    programmeItems: await reader.of(programmeItems, from),
    variants: await reader.of(variants, from),
    organizations: await reader.of(organizations, [OFFICE]),
    people: await reader.of(people, [OFFICE]),
    posts: [],
  }));
};

const print = async (id: CaseId, table: TableId): Promise<string> =>
  toTsv(buildTable(table, await tableRows(id), usualOptions(table), 'office'));

describe('the tables of the first case', () => {
  it('come back from the clipboard as the records that print the same tables', async () => {
    const sample = readSample(sampleJson);
    const made = await workspace.run(sampleCommand(sample));
    if (!made.ok) throw new Error(made.error.happened);
    const copied = {
      comparison: await print(made.value, 'comparison'),
      detail: await print(made.value, 'detail'),
    };
    expect(copied.detail.split('\r\n').filter(Boolean)).toHaveLength(17);

    const rows = await read(copied.detail);
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(16).fill('ok'));
    expect(await take(copied.comparison)).toEqual({ added: 4, filled: 0 });
    // The rounds are there already: their rows only say who supported, and how they met.
    expect(await take(copied.detail)).toEqual({ added: 13, filled: 3 });

    expect(await print(caseId, 'comparison')).toBe(copied.comparison);
    expect(await print(caseId, 'detail')).toBe(copied.detail);
    const [before, after] = [await tableRows(made.value), await tableRows(caseId)];
    const facts = ({ meetings: all }: TableRows) =>
      all
        .map(({ kind, ordinal, date, state, headCount, partLabel, supporters }) =>
          [kind, ordinal, date, state, headCount, partLabel, supporters.map(({ id }) => id)].join(),
        )
        .sort();
    expect(facts(after)).toEqual(facts(before));
  });
});

const TABLE =
  '時期\t内容\t支援者\t備考\n8月\t0.5次ミーティング(8/3)\tAD、県\t現地\n\t1回目支援(8/24)\t〃\t〃\n\t2次ミーティング\t県\t';

describe('an import', () => {
  it('is one step, which one undo takes back whole', async () => {
    expect(await take(TABLE)).toEqual({ added: 2, filled: 0 });
    const after = await ask();
    expect(
      after.meetings.map(({ kind, date, state, source }) => [kind, date, state, source]),
    ).toEqual([
      ['preMeeting', '2022-08-03', 'held', '貼り付け'],
      ['session', '2022-08-24', 'held', '貼り付け'],
    ]);
    expect(after.rounds.map(({ number }) => number)).toEqual([1]);
    expect(after.organizations.map(({ name, role }) => [name, role]).sort()).toEqual([
      ['AD', 'adviser'],
      ['熊本県', 'prefecture'],
    ]);
    workspace.undo();
    expect(await ask()).toMatchObject({ meetings: [], rounds: [], organizations: [] });
  });

  it('knows the meetings that are there, and fills only what is empty in them', async () => {
    await take('日にち\t内容\n8月\t0.5次ミーティング\n8/24\t1回目支援');
    const again = await read(TABLE);
    expect(again.map(({ double }) => double?.name)).toEqual([
      '0.5次ミーティング',
      '第1回支援',
      undefined,
    ]);
    expect(await take(TABLE)).toEqual({ added: 0, filled: 2 });
    const { meetings: after } = await ask();
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({ date: '2022-08-03', modes: [{ id: 'onsite' }] });
    await take('日にち\t内容\t備考\n8/3\t0.5次ミーティング\tオンライン');
    expect((await ask()).meetings[0]?.modes.map(({ id }) => id)).toEqual(['onsite']);
  });

  it('keeps all or nothing: a number that is taken stops it before anything is written', async () => {
    await take('日にち\t内容\n8/3\t0.5次ミーティング');
    const [first] = await read('日にち\t内容\n9/1\t意見交換会');
    const [second] = await read('日にち\t内容\n9/2\t0.5次ミーティング');
    if (!first || !second) throw new Error('nothing read');
    const items = [first, second].map(({ meeting }) => ({ meeting, fills: [] }));
    const done = await workspace.run(importCommand(caseId, { items, source: '' }, null));
    expect(done.ok ? '' : done.error.happened).toContain('0.5次ミーティングはすでにあります');
    expect((await ask()).meetings).toHaveLength(1);
  });

  it('remembers how columns were mapped, once for the same headings', async () => {
    for (const mapping of ['when,content', 'content,when']) {
      await workspace.run(
        importCommand(caseId, { items: [], source: '' }, { signature: 'あ|い', mapping }),
      );
    }
    await workspace.flush();
    const known = await workspace.ask((reader) => reader.all(importMappings));
    expect(known.map(({ mapping }) => mapping)).toEqual(['content,when']);
  });

  it('of 2,000 rows is read and taken in whole', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, index) =>
        `${(index % 12) + 1}月\t打合せ その${index}(${(index % 12) + 1}/${(index % 28) + 1})\tAD、県、九州厚生局\t現地・オンライン`,
    );
    const text = ['時期\t内容\t支援者\t備考', ...lines].join('\n');
    const rows = await read(text);
    expect(await take(text)).toEqual({ added: 2000, filled: 0 });
    expect(rows).toHaveLength(2000);
  });
});
