import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogPort } from '#data/journal/log-port.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseId, type DeviceId, randomId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok } from '#shared/result.ts';
import { add, BUSY, CASE, logOf, rebuilt, titles, told } from '../support/attacked.ts';
import { carryLogs, createDesk, type Desk } from '../support/desk.ts';
import { laterFrame } from '../support/later-frame.ts';
import { aDraft } from '../support/logs.ts';
import { appendToLog } from '../support/write-logs.ts';

/* How saved records once vanished in silence, each as it was found; none of them may again. */

const OTHER = caseDocument('case2' as CaseId);

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});
const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

/** A port whose reading fails as long as it is told to. */
const busy = () => {
  const state = { isBusy: true };
  const change = (port: LogPort): LogPort => ({
    ...port,
    heads: async () => {
      const heads = await port.heads();
      if (!state.isBusy || !heads.ok) return heads;
      const files = heads.value.files.map((file) => ({ ...file, problem: BUSY }));
      return ok({ ...heads.value, files });
    },
    read: async (request) => (state.isBusy ? fail(BUSY) : port.read(request)),
  });
  return { state, change };
};

describe('a log that cannot be read for a moment at the start', () => {
  it('keeps its document closed, so that nothing is written behind what nobody has seen', async () => {
    const one = await desk();
    const first = await one.start();
    await add(first.workspace, '一');
    await add(first.workspace, '二');
    await first.workspace.flush();
    await one.loseCache();

    const { state, change } = busy();
    const second = await one.start(change);
    expect(await add(second.workspace, '三')).toMatchObject({ ok: false });
    expect(told(second.workspace)).toContain('読めません');
    // Once the virus scanner has let go of it, the same run goes on.
    state.isBusy = false;
    expect(await add(second.workspace, '三')).toMatchObject({ ok: true });
    expect(await second.workspace.flush()).toBe(true);
    expect(await titles(one)).toEqual(['一', '三', '二'].sort());
    expect(await rebuilt(one)).toEqual(['一', '三', '二'].sort());
  });

  it('of a colleague is told and read again, while our own can be written', async () => {
    const one = await desk();
    const two = await desk();
    const there = await two.start();
    await add(there.workspace, '二');
    await there.workspace.flush();
    await carryLogs(two, one);
    let isBusy = true;
    const first = await one.start((port) => ({
      ...port,
      read: async (request) =>
        isBusy && request.source !== sourceOf(one.device) ? fail(BUSY) : port.read(request),
    }));
    expect(told(first.workspace)).toContain('ほかのパソコンの記録ファイルを読み取れません');
    expect(await add(first.workspace, '一')).toMatchObject({ ok: true });
    isBusy = false;
    await expect.poll(() => titles(one), { timeout: 5000 }).toEqual(['一', '二']);
  });
});

describe('a cache that is behind the log', () => {
  it('merges what the log has before the next edit is appended', async () => {
    const one = await desk();
    const first = await one.start();
    await add(first.workspace, '一');
    await first.workspace.flush();
    // Another run writes meanwhile, as after a power cut that took the cache's last commits.
    const second = await createRival(one);
    await second('二');
    await add(first.workspace, '三');
    expect(await first.workspace.flush()).toBe(true);
    expect(await titles(one)).toEqual(['一', '三', '二'].sort());
    expect(await rebuilt(one)).toEqual(['一', '三', '二'].sort());
  });
});

/** A second process on the same folder with the same device id: what a lock has to prevent. */
const createRival = async (of: Desk) => {
  const rival = await createDesk(of.device);
  desks.push(rival);
  return async (title: string): Promise<void> => {
    await rm(rival.logs, { recursive: true, force: true });
    await cp(of.logs, rival.logs, { recursive: true });
    const { workspace } = await rival.start();
    await add(workspace, title);
    await workspace.flush();
    await rm(of.logs, { recursive: true, force: true });
    await cp(rival.logs, of.logs, { recursive: true });
  };
};

describe('a checkpoint', () => {
  it('is not written from a document that cannot be opened', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    for (const title of ['一', '二', '三']) await add(workspace, title);
    await workspace.flush();
    // Our own file gets a frame of a later format and one flipped byte.
    await appendToLog(one.logs, CASE, one.device, [aDraft({ format: 99 })]);
    const path = logOf(one, CASE);
    const bytes = await readFile(path);
    bytes[600] = (bytes[600] ?? 0) ^ 0x55;
    await writeFile(path, bytes);
    const again = await one.start();
    await again.verified;
    await again.workspace.flush();
    expect(await readFile(path)).toEqual(bytes);
    expect(told(again.workspace)).not.toContain('そろっています');
  });

  it('hides nothing of a second process that wrote the same file', async () => {
    const one = await desk();
    const first = await one.start();
    await add(first.workspace, '一');
    await first.workspace.flush();
    const rival = await createRival(one);
    await rival('相手');
    await first.workspace.journal.lanes.pushCheckpoint(CASE);
    expect(await first.workspace.flush()).toBe(true);
    expect(await rebuilt(one)).toEqual(['一', '相手']);
  });

  it('hides nothing of a folder that was copied to a second PC, worked on, and put back', async () => {
    const one = await desk();
    const first = await one.start();
    await add(first.workspace, '一');
    await first.workspace.flush();
    const two = await createDesk(one.device);
    desks.push(two);
    await cp(one.logs, two.logs, { recursive: true });
    await add(first.workspace, '机');
    await first.workspace.flush();
    one.stop();
    const second = await two.start();
    await add(second.workspace, '家');
    await second.workspace.flush();
    await second.workspace.journal.lanes.pushCheckpoint(CASE);
    await second.workspace.flush();
    await cp(logOf(two, CASE), logOf(one, CASE));

    const third = await one.start();
    await third.verified;
    expect(await third.workspace.flush()).toBe(true);
    expect(told(third.workspace)).toContain('別のところでも書きかえられていました');
    expect(await titles(one)).toEqual(['一', '家', '机'].sort());
    expect(await rebuilt(one)).toEqual(['一', '家', '机'].sort());
    // Nothing was overwritten: both files are there.
    const files = await readdir(dirname(logOf(one, CASE)));
    expect(files.filter((file) => file.endsWith('.log'))).toHaveLength(2);
  });

  it('is not written while the cache refuses to be written', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await add(workspace, '一');
    await workspace.flush();
    const put = one.database().updates.bulkPut;
    const refuse = () => Promise.reject(new Error('QuotaExceededError'));
    Object.assign(one.database().updates, { bulkPut: refuse });
    void add(workspace, '二');
    await expect.poll(() => told(workspace)).toContain('書きかえられませんでした');
    expect(await workspace.journal.lanes.pushCheckpoint(CASE)).toBe(false);
    Object.assign(one.database().updates, { bulkPut: put });
    await workspace.journal.lanes.settle();
    expect(await rebuilt(one)).toEqual(['一', '二']);
  });
});

describe('a frame of a later version', () => {
  it('in our own log closes the document, and nothing of it is cut off', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await add(workspace, '一');
    await add(workspace, '二');
    await workspace.flush();
    const path = logOf(one, CASE);
    const bytes = laterFrame(await readFile(path), CASE, one.device, 2);
    await writeFile(path, bytes);
    await one.loseCache();
    const again = await one.start();
    await again.verified;
    expect(await add(again.workspace, '三')).toMatchObject({
      ok: false,
      error: { code: 'newer-format' },
    });
    expect(Uint8Array.from(await readFile(path))).toEqual(bytes);
    const files = await readdir(dirname(path));
    expect(files.some((file) => file.includes('torn'))).toBe(false);
  });

  it("in a colleague's log is taken in up to it, told, and our own goes on", async () => {
    const one = await desk();
    const two = await desk();
    const there = await two.start();
    await add(there.workspace, '一');
    await add(there.workspace, '後の版');
    await there.workspace.flush();
    await carryLogs(two, one);
    const path = logOf(one, CASE, two.device);
    await writeFile(path, laterFrame(await readFile(path), CASE, two.device, 2));
    const { workspace } = await one.start();
    expect(await titles(one)).toEqual(['一']);
    expect(told(workspace)).toContain('新しい版の伴走ノートで書かれた部分');
    expect(await add(workspace, '二')).toMatchObject({ ok: true });
    // Once the file is whole for this version, the rest comes in.
    await workspace.flush();
    await carryLogs(two, one);
    await one.start();
    expect(await titles(one)).toEqual(['一', '二', '後の版'].sort());
  });

  it('of a strange format number closes a case only as long as it is there', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await add(workspace, '一');
    await workspace.flush();
    const stranger = randomId<DeviceId>();
    await appendToLog(one.logs, CASE, stranger, [aDraft({ format: 65_535 })]);
    const second = await one.start();
    expect(await add(second.workspace, '二')).toMatchObject({ ok: true });
    await second.workspace.flush();
    await rm(logOf(one, CASE, stranger));
    const third = await one.start();
    expect(await add(third.workspace, '三')).toMatchObject({ ok: true });
    await third.workspace.flush();
    expect(await titles(one)).toEqual(['一', '三', '二'].sort());
  });
});

describe('a log in the wrong folder', () => {
  it('is refused, told, and left where it is', async () => {
    const one = await desk();
    const two = await desk();
    const { workspace } = await one.start();
    await add(workspace, '一');
    await workspace.flush();
    const there = await two.start();
    await add(there.workspace, '秘', OTHER);
    await there.workspace.flush();
    await mkdir(dirname(logOf(one, CASE, two.device)), { recursive: true });
    await cp(logOf(two, OTHER), logOf(one, CASE, two.device));
    const again = await one.start();
    expect(await titles(one)).toEqual(['一']);
    expect(told(again.workspace)).toContain('まちがったフォルダー');
    expect((await readFile(logOf(one, CASE, two.device))).length).toBeGreaterThan(0);
  });
});

describe("a colleague's file", () => {
  it('that rots is noticed, and what it held is healed into our own log', async () => {
    const one = await desk();
    const two = await desk();
    const there = await two.start();
    for (const title of ['一', '二', '三', '四']) await add(there.workspace, title);
    await there.workspace.flush();
    await carryLogs(two, one);
    await (await one.start()).workspace.flush();
    const path = logOf(one, CASE, two.device);
    const bytes = await readFile(path);
    bytes.fill(0xff, bytes.length - 250, bytes.length - 20);
    await writeFile(path, bytes);

    const again = await one.start();
    await again.verified;
    expect(told(again.workspace)).toContain('壊れていました');
    expect(await again.workspace.flush()).toBe(true);
    await rm(path);
    expect(await rebuilt(one)).toEqual(['一', '三', '二', '四'].sort());
  });

  it('whose end is still being written is no damage', async () => {
    const one = await desk();
    const two = await desk();
    const there = await two.start();
    await add(there.workspace, '一');
    await add(there.workspace, '二');
    await there.workspace.flush();
    await carryLogs(two, one);
    const path = logOf(one, CASE, two.device);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 11));
    const { workspace, verified } = await one.start();
    await verified;
    expect(told(workspace)).toBe('');
    expect(await titles(one)).toEqual(['一']);
  });
});
