import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteFits } from '#adapters/editor/note-fits.ts';
import { hasPending } from '#data/documents/open-documents.ts';
import { assemble, projectAll } from '#data/projection/project.ts';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { toSettings } from '#electron/services/settings/settings-file.ts';
import { isDay } from '#shared/dates/types.ts';
import { documentOfFolder, OFFICE } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { isOrdinal } from '#shared/domain/meeting/ordinal.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { folderOfSet } from '../bench/scale-set/log-writer.ts';
import { lengthOfBlocks, noteBlocks } from '../bench/scale-set/notes.ts';
import { scaleFiles } from '../bench/scale-set/scale-set.ts';
import { createSeeded } from '../bench/scale-set/seeded.ts';
import { MEETINGS_IN_CASE } from '../bench/scale-set/year-plan.ts';
import { TOOLS } from '../support/logs.ts';

const SMALL = { municipalities: 2, years: 2, findings: 350, typedYears: 1 };
const CASES = SMALL.municipalities * SMALL.years;

const files = [...scaleFiles('a', SMALL)];
const folder = await mkdtemp(join(tmpdir(), 'scale-set-'));
for (const { path, bytes } of files) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}
afterAll(() => rm(folder, { recursive: true, force: true }));

const contentOf = (path: string): unknown => {
  const file = files.find((each) => each.path === path);
  return JSON.parse(new TextDecoder().decode(file?.bytes));
};
const starts = files.find(({ path }) => path.startsWith('records/devices/'));
const device = basename(starts?.path ?? '', '.json') as DeviceId;
const store = openLogStore({
  records: join(folder, 'records'),
  device,
  folder: folderOfSet(device),
});

const readAll = async () => {
  const heads = await store.heads();
  if (!heads.ok) throw new Error(heads.error.happened);
  return Promise.all(
    heads.value.files.map(async ({ document, source }) => {
      const part = await store.read({ document, source, known: NO_HEAD });
      if (!part.ok) throw new Error(part.error.happened);
      expect(part.value.damage).toEqual([]);
      const doc = assemble(unpackFrames(part.value.packed).map((frame) => frame.update));
      return { document, doc, ...projectAll(document, doc) };
    }),
  );
};

test('the same seed gives the same bytes, another seed gives others', () => {
  const again = [...scaleFiles('a', SMALL)];
  expect(again.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
  expect(
    again.every(
      ({ bytes }, index) => Buffer.compare(bytes, files[index]?.bytes ?? new Uint8Array()) === 0,
    ),
  ).toBe(true);
  expect([...scaleFiles('b', SMALL)].at(-1)?.bytes).not.toEqual(files.at(-1)?.bytes);
});

test('the app finds a device and settings with which the first start is done', () => {
  const settings = toSettings(contentOf('settings/settings.json'));
  expect(settings).toMatchObject({ prefecture: '43', userName: '担当者 1' });
  expect(files.filter(({ path }) => path.endsWith(`${device}.log`))).toHaveLength(CASES + 1);
});

test('each log is whole, and its document has all that was asked for', async () => {
  const documents = await readAll();
  const count = (name: Parameters<(typeof documents)[0]['rows']['get']>[0]): number =>
    documents.reduce((sum, { rows }) => sum + (rows.get(name)?.length ?? 0), 0);
  expect(documents.some(({ doc }) => hasPending(doc))).toBe(false);
  expect(count('cases')).toBe(CASES);
  expect(count('meetings')).toBe(CASES * MEETINGS_IN_CASE);
  expect(count('findings')).toBe(SMALL.findings);
  expect(count('municipalities')).toBe(SMALL.municipalities);
  expect(documents.flatMap(({ notes }) => notes)).toHaveLength(CASES * MEETINGS_IN_CASE);
});

test('meetings have real days and ordinals, and refer to what exists', async () => {
  const documents = await readAll();
  const ids = new Set(
    documents.flatMap(({ rows }) => [...rows.values()].flat().map(({ id }) => id)),
  );
  for (const { rows } of documents) {
    for (const row of rows.get('meetings') ?? []) {
      expect(isDay(String(row.date))).toBe(true);
      if (row.kind === 'preMeeting') expect(isOrdinal(String(row.ordinal))).toBe(true);
      if (row.kind === 'session') expect(ids).toContain(row.round);
    }
    for (const row of rows.get('attendances') ?? []) {
      expect(ids).toContain(row.meeting);
      if (row.person !== '') expect(ids).toContain(row.person);
    }
  }
});

test('the editor keeps every note as it is', async () => {
  const [{ doc } = { doc: new Y.Doc() }] = (await readAll()).filter(
    ({ document }) => document !== 'office',
  );
  const names = [...doc.share.keys()].filter((name) => name.endsWith('.note'));
  expect(names).toHaveLength(MEETINGS_IN_CASE);
  for (const name of names) expect(noteFits(doc.getXmlFragment(name))).toBe(true);
});

test('notes have 500 characters on average', () => {
  const seeded = createSeeded('notes');
  const lengths = Array.from({ length: 4000 }, () => lengthOfBlocks(noteBlocks(seeded)));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(Math.abs(mean - 500)).toBeLessThan(15);
});

test('no frame says that it was written before the one it follows', () => {
  const file = files.at(-1);
  const [, , name = ''] = file?.path.split('/') ?? [];
  const document = documentOfFolder(name) ?? OFFICE;
  const { frames } = readLog(file?.bytes ?? new Uint8Array(), { document, device }, TOOLS);
  expect(frames.length).toBeGreaterThan(MEETINGS_IN_CASE);
  const times = frames.map(({ time }) => time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
