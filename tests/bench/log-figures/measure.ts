/** Measures logs on disk, and prints the figures as JSON: `node measure-log-figures.js <log-worker.js>`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkerReader } from '#electron/services/log/log-reader.ts';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { caseDocument, type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { folderOfSet } from '../scale-set/log-writer.ts';
import { createSeeded } from '../scale-set/seeded.ts';
import { createTypist } from './typist.ts';

const FRAMES = 50_000;
const READS = 5;
const NOTE_LETTERS = 500;
const device = 'desk' as DeviceId;
const [script] = process.argv.slice(2);
if (script === undefined) throw new Error('Name the built worker that reads logs');

const records = mkdtempSync(join(tmpdir(), 'log-figures-'));
const read = createWorkerReader(script);
const store = openLogStore({ records, device, folder: folderOfSet(device), read });
const sizeOf = (document: DocumentId): number =>
  statSync(join(records, 'logs', folderOf(document), `${device}.log`)).size;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const one = caseDocument('one' as CaseId);
  const typist = createTypist(one, createSeeded('one note'), store);
  await typist.typeNote('m1', NOTE_LETTERS);
  const typedNote = sizeOf(one);

  const long = caseDocument('long' as CaseId);
  const staff = createTypist(long, createSeeded('a long case'), store);
  for (let meeting = 0; staff.frames() < FRAMES; meeting += 1)
    await staff.recordMeeting(`m${meeting}`);
  /** Every frame is checked; `whole` gives them all, else what a checkpoint does not save. */
  const timeReading = async (whole: boolean): Promise<number> => {
    const readings: number[] = [];
    for (let index = 0; index < READS; index += 1) {
      const begun = performance.now();
      const source = sourceOf(device);
      const part = await store.read({ document: long, source, known: NO_HEAD, whole });
      if (!part.ok || part.value.damage.length > 0) throw new Error('the log could not be read');
      readings.push(performance.now() - begun);
    }
    return median(readings) / 1000;
  };
  const figures = {
    'log-growth': sizeOf(long) / staff.updateBytes(),
    'log-checkpoints': staff.checkpointBytes() / sizeOf(long),
    'log-update': staff.updateBytes() / staff.frames(),
    'log-update-stored': staff.compactBytes() / staff.frames(),
    'read-log': await timeReading(false),
    'read-log-whole': await timeReading(true),
    'typed-note': typedNote / 1000,
  };
  console.log(JSON.stringify(figures));
} finally {
  rmSync(records, { recursive: true, force: true });
}
process.exit(0);
