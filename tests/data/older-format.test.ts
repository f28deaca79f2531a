import 'fake-indexeddb/auto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#data/open-database.ts';
import type { Workspace } from '#data/workspace.ts';
import { beginCommand } from '#features/roadmap/commands.ts';
import { roadmapOf } from '#features/roadmap/queries.ts';
import { caseDocument, folderOf } from '#shared/documents/document-id.ts';
import { genesis } from '#shared/documents/frame-codec.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { cases } from '#shared/domain/case.ts';
import type { CaseId, DeviceId } from '#shared/domain/ids.ts';
import { actions, findings, meetings, rounds } from '#shared/domain/meeting.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import desk1 from '#tests/fixtures/desks/format-1.json' with { type: 'json' };
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';

/*
 * tests/fixtures/desks/format-1.json: what a desk of the app's first version left behind, written by that
 * version itself: its log files, and its cache as tables. One edit stands in the cache's outbox alone.
 */
const DEVICE = desk1.device as DeviceId;
const CASE = 'mashiki' as CaseId;
const DOCUMENT = caseDocument(CASE);
const logs: Readonly<Record<string, string>> = desk1.logs;

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

const unpacked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== 'object') return value;
  if ('base64' in value) return Uint8Array.from(Buffer.from(String(value.base64), 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpacked(each)]));
};

/** A desk on which the first version ran last, with its cache or without. */
const oldDesk = async ({ cache }: { readonly cache: boolean }): Promise<Desk> => {
  const desk = await createDesk(DEVICE);
  desks.push(desk);
  for (const [path, bytes] of Object.entries(logs)) {
    const file = join(desk.logs, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(bytes, 'base64'));
  }
  if (!cache) return desk;
  const database = new Dexie(desk.database().name);
  database.version(desk1.version).stores(desk1.stores);
  await database.open();
  for (const [table, rows] of Object.entries(desk1.tables)) {
    await database.table(table).bulkAdd(unpacked(rows) as object[]);
  }
  database.close();
  return desk;
};

const told = async (workspace: Workspace) => {
  await workspace.flush();
  return workspace.ask(async (reader) => ({
    cases: (await reader.all(cases)).map((row) => row.municipalityName),
    meetings: (await reader.all(meetings)).map((row) => [
      row.ordinal,
      row.date,
      row.aim,
      row.supporters.map(({ name }) => name).join('、'),
    ]),
    note: await reader.note(DOCUMENT, desk1.meeting),
    rounds: (await reader.all(rounds)).map((row) => row.summary),
    findings: (await reader.all(findings)).map((row) => row.text),
    actions: (await reader.all(actions)).map((row) => row.text),
  }));
};

const EVERYTHING = {
  cases: ['益城町'],
  meetings: [
    ['0.5', '2022-08-03', '0.5次のねらい', '厚生労働省'],
    ['', '2022-08-24', '', ''],
  ],
  note: '報告から\n現状の共有',
  rounds: ['関係者間での規範的統合'],
  findings: ['サービスの周知不足'],
  actions: ['対象者像の共有'],
};

describe('what the first version of the app wrote', () => {
  it('opens with its cache, and the edit that its outbox still held reaches the log', async () => {
    const desk = await oldDesk({ cache: true });
    const { workspace, verified } = await desk.start();
    await verified;
    expect(await told(workspace)).toEqual(EVERYTHING);
    expect(workspace.problems.get()).toEqual([]);
    const rows = await rowsOf(desk);
    await desk.loseCache();
    const again = await desk.start();
    expect(await told(again.workspace)).toEqual(EVERYTHING);
    expect(await rowsOf(desk)).toEqual(rows);
  });

  it('opens from its log files alone', async () => {
    const desk = await oldDesk({ cache: false });
    const { workspace } = await desk.start();
    expect(await told(workspace)).toEqual({ ...EVERYTHING, actions: [] });
    expect(workspace.problems.get()).toEqual([]);
  });

  it('keeps the rows of its cache: no table of them is thrown away', async () => {
    const desk = await oldDesk({ cache: true });
    const opened = await openDatabase(() => undefined, desk.database().name);
    expect(opened.ok && opened.value.rebuilt).toBe(false);
    if (!opened.ok) return;
    expect(await opened.value.database.rowsOf('meetings').count()).toBe(2);
    expect(await opened.value.database.rowsOf('bars').count()).toBe(0);
    opened.value.database.close();
  });

  it('takes a roadmap, and is from then on closed to that version', async () => {
    const desk = await oldDesk({ cache: true });
    const { workspace } = await desk.start();
    const file = join(desk.logs, folderOf(DOCUMENT), `${DEVICE}.log`);
    const begun = await workspace.run(
      beginCommand(CASE, { groups: [{ name: '支援', lanes: [{ name: '国の伴走支援' }] }] }),
    );
    expect(begun.ok).toBe(true);
    await workspace.flush();
    const bytes = await readFile(file);
    const old = Buffer.from(logs[`${folderOf(DOCUMENT)}/${DEVICE}.log`] ?? '', 'base64');
    // What was there stays as it was: a log is only appended to.
    expect(bytes.subarray(0, old.length).equals(old)).toBe(true);
    const { frames } = readLog(bytes, genesis(DOCUMENT, DEVICE));
    expect(frames.at(0)?.format).toBe(1);
    // That version reads no frame of a format that it does not know.
    expect(frames.at(-1)).toMatchObject({ format: FORMAT, label: 'ロードマップをはじめる' });
    await desk.loseCache();
    const again = await desk.start();
    expect(await told(again.workspace)).toEqual(EVERYTHING);
    const { roadmap } = await again.workspace.ask(roadmapOf(CASE));
    expect(roadmap.lanes.map(({ name }) => name)).toEqual(['国の伴走支援']);
    expect([roadmap.firstMonth, roadmap.lastMonth]).toEqual(['2022-04', '2027-03']);
    expect((await desk.database().documents.get(DOCUMENT))?.format).toBe(FORMAT);
    expect(again.workspace.problems.get()).toEqual([]);
  });
});
