import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnownSource } from '#data/database.ts';
import { readSource } from '#data/journal/read-sources.ts';
import {
  brokenLogProblem,
  forkedProblem,
  healedProblem,
  newerForeignProblem,
} from '#data/startup/problems.ts';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { ok } from '#shared/result.ts';
import { aDraft, commandId, DEVICE, HEADER, type Written, writeLog } from '#tests/support/logs.ts';

const OWN = sourceOf(DEVICE);

let records = '';
beforeEach(async () => {
  records = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(async () => {
  await rm(records, { recursive: true, force: true });
});

const fiveFrames = (formatOf: (number: number) => number): Written =>
  writeLog(
    [1, 2, 3, 4, 5].map((n) =>
      aDraft({ command: commandId(n), label: `${n}`, format: formatOf(n) }),
    ),
  );
const written = fiveFrames(() => 1);
/** The last two are of a later version of the app. */
const later = fiveFrames((n) => (n < 4 ? 1 : FORMAT + 1));

/** A log of five frames on the disk, some bytes of it spoilt. */
const put = async (
  spoilt: readonly number[],
  length = written.bytes.length,
  log = written,
): Promise<void> => {
  const bytes = log.bytes.slice(0, length);
  for (const number of spoilt) {
    const at = (log.starts[number - 1] ?? 0) + 30;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  const file = join(records, 'logs', folderOf(OFFICE), `${OWN}.log`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
};

const headAt = (seq: number): Head => written.heads[seq - 1] ?? NO_HEAD;
const cached = (head: number, held = head, told?: number): KnownSource => ({
  head: headAt(head),
  held: headAt(held),
  format: 1,
  ...(told !== undefined && { told }),
});

const newsOf = async (known: KnownSource | undefined, isOwn: boolean) => {
  const store = openLogStore({ records, device: DEVICE, folder: HEADER.folder });
  const port = { ...store, append: async () => ok([]) };
  const news = await readSource(port, OFFICE, OWN, known, isOwn);
  return news.ok ? news.value : expect.fail(news.error.happened);
};

const read = async (known: KnownSource | undefined, isOwn = true) => {
  const { restoreLog, problems, known: after } = await newsOf(known, isOwn);
  const words = problems.map(({ happened }) =>
    happened === healedProblem().happened
      ? 'healed'
      : happened === brokenLogProblem().happened
        ? 'broken'
        : happened,
  );
  return { restoreLog, words, held: after.held.seq, head: after.head.seq, told: after.told };
};

describe('our own log whose third frame is damaged', () => {
  it.each([
    ['nothing', undefined, { restoreLog: false, words: ['broken'], held: 2 }],
    ['all before it', cached(2), { restoreLog: false, words: ['broken'], held: 2 }],
    ['it and no more', cached(3), { restoreLog: true, words: ['healed'], held: 5 }],
    ['all of the log', cached(5), { restoreLog: true, words: ['healed'], held: 5 }],
  ])('is told while the cache has %s', async (_, known, expected) => {
    await put([3]);
    expect(await read(known)).toMatchObject({ ...expected, head: 5, told: 3 });
  });

  it.each([
    ['before it', 2, true],
    ['with it', 3, false],
    ['behind it', 4, false],
  ])('is told once: it was told %s', async (_, told, again) => {
    await put([3]);
    const { restoreLog, words } = await read(cached(5, 5, told));
    expect(restoreLog).toBe(again);
    expect(words).toEqual(again ? ['healed'] : []);
  });

  it.each([
    ['before it', 2, ['broken']],
    ['with it', 3, []],
  ])('is told once where the cache lacks it too: it was told %s', async (_, told, words) => {
    await put([3]);
    expect(await read(cached(5, 2, told))).toMatchObject({ words, held: 2 });
  });

  it('tells of what is hidden before of what is healed', async () => {
    await put([2, 4]);
    expect(await read(cached(5, 3))).toMatchObject({ restoreLog: true, words: ['broken'] });
  });
});

describe('a log of another device whose third frame is damaged, with frames of a later version behind it', () => {
  const head = (seq: number): Head => later.heads[seq - 1] ?? NO_HEAD;
  const known = (seq: number): KnownSource => ({ head: head(seq), held: head(seq), format: 1 });
  const NEWER = newerForeignProblem().happened;

  it.each([
    ['all before it', known(2), { restoreLog: false, words: ['broken', NEWER], held: 2 }],
    ['it and no more', known(3), { restoreLog: true, words: ['healed', NEWER], held: 3 }],
  ])('says so while the cache has %s', async (_, cache, expected) => {
    await put([3], later.bytes.length, later);
    expect(await read(cache, false)).toMatchObject(expected);
  });
});

describe('our own log that is whole', () => {
  it.each([
    ['nothing', undefined],
    ['a part', cached(3)],
    ['all of it', cached(5)],
  ])('asks for nothing while the cache has %s', async (_, known) => {
    await put([]);
    expect(await read(known)).toMatchObject({ restoreLog: false, words: [], held: 5, head: 5 });
  });
});

describe('a log that ends before the frames that the cache has', () => {
  const shorter = written.ends[2] ?? 0;

  it('asks to be restored where it is our own, and goes on where the cache is', async () => {
    await put([], shorter);
    expect(await read(cached(5))).toMatchObject({
      ...{ restoreLog: true, words: ['healed'], held: 5, head: 5 },
    });
  });

  it('of another device asks our own log to hold what it has lost, and is followed back', async () => {
    await put([], shorter);
    expect(await read(cached(5), false)).toMatchObject({ restoreLog: true, words: [], head: 3 });
  });

  it('asks for nothing where the cache ends there too', async () => {
    await put([], shorter);
    expect(await read(cached(3))).toMatchObject({ restoreLog: false, words: [], head: 3 });
  });

  it('whose end was cut is told where no cache can say whether it was whole', async () => {
    await put([], shorter - 9);
    expect(await read(undefined)).toMatchObject({ words: ['broken'], head: 2 });
    expect(await read(cached(2))).toMatchObject({ words: [], head: 2 });
    expect(await read(undefined, false)).toMatchObject({ words: [], head: 2 });
  });
});

describe('our own log that says something else than we wrote', () => {
  const strange: Head = { ...headAt(5), hash: 'ee'.repeat(16) };
  const known: KnownSource = { head: strange, held: strange, format: 3 };

  it('is a fork: all of it is read, and its end is somebody else’s from now on', async () => {
    await put([]);
    const news = await newsOf(known, true);
    expect(news.frames).toHaveLength(5);
    expect(news).toMatchObject({
      restoreLog: true,
      known: { head: strange, held: strange, format: 3 },
    });
    expect(news.fork).toEqual([{ device: DEVICE, seq: 5, hash: headAt(5).hash }]);
    expect(news.seen).toEqual([{ device: DEVICE, seq: 5, hash: strange.hash }]);
    expect(news.problems).toEqual([forkedProblem()]);
  });

  it('is followed where it is another’s', async () => {
    await put([]);
    const news = await newsOf(known, false);
    expect(news).toMatchObject({ fork: [], restoreLog: true, known: { head: headAt(5) } });
    expect(news.problems).toEqual([forkedProblem()]);
  });
});

describe('our own log that a later version went on with', () => {
  it('is not read', async () => {
    await put([], later.bytes.length, later);
    const store = openLogStore({ records, device: DEVICE, folder: HEADER.folder });
    const port = { ...store, append: async () => ok([]) };
    const news = await readSource(port, OFFICE, OWN, undefined, true);
    expect(news.ok ? '' : news.error.code).toBe('newer-format');
  });

  it('is read up to there where it is another’s', async () => {
    await put([], later.bytes.length, later);
    const news = await newsOf(undefined, false);
    expect(news.frames).toHaveLength(3);
    expect(news).toMatchObject({
      known: { head: { seq: 3 }, held: { seq: 3 }, format: 1 },
      fork: [],
    });
    expect(news.seen).toEqual([]);
    expect(news.problems).toEqual([newerForeignProblem()]);
  });
});

it('The highest format of a log is kept, as its frames or the cache have it', async () => {
  await put(
    [],
    undefined,
    fiveFrames((n) => (n === 2 ? FORMAT : 1)),
  );
  expect((await newsOf(undefined, true)).known.format).toBe(FORMAT);
});
