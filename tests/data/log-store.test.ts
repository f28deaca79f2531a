import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { asDiskProblem } from '#electron/services/log/problems.ts';
import { caseDocument, type DocumentId, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { type FrameDraft, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import type { CaseId, FolderId } from '#shared/domain/record/ids.ts';
import { type AppendAnswer, type AppendGroup, sourceOf } from '#shared/ipc/logs.ts';
import { aDraft, commandId, DEVICE, HEADER, writeLog } from '../support/logs.ts';

const CASE = caseDocument('case1' as CaseId);
const FOLDER = 'ab'.repeat(16) as FolderId;
const OWN = sourceOf(DEVICE);

let records = '';
let count = 0;
beforeEach(async () => {
  records = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(async () => {
  await rm(records, { recursive: true, force: true });
});

const open = (freeReserve?: () => Promise<boolean>) =>
  openLogStore({
    records,
    device: DEVICE,
    folder: FOLDER,
    ...(freeReserve === undefined ? {} : { freeReserve }),
  });

const draft = (label: string, change: Partial<FrameDraft> = {}): FrameDraft => {
  count += 1;
  return aDraft({ label, command: commandId(count), ...change });
};

const group = (document: DocumentId, known: Head, ...labels: readonly string[]): AppendGroup => ({
  document,
  known,
  drafts: labels.map((label) => draft(label)),
});

const pathOf = (document: DocumentId, source = OWN): string =>
  join(records, 'logs', folderOf(document), `${source}.log`);

const lastHead = (answer: AppendAnswer | undefined): Head => {
  if (answer?.kind !== 'appended') throw new Error(`not appended: ${answer?.kind}`);
  return answer.heads.at(-1) ?? NO_HEAD;
};

const headsOf = async (store: ReturnType<typeof open>) => {
  const heads = await store.heads();
  if (!heads.ok) throw new Error(heads.error.happened);
  return heads.value;
};

const labelsIn = async (document: DocumentId, source = OWN): Promise<readonly string[]> => {
  const part = await open().read({ document, source, known: NO_HEAD, whole: true });
  if (!part.ok) throw new Error(part.error.happened);
  return unpackFrames(part.value.packed).map(({ label }) => label);
};

describe('the logs', () => {
  it('answer an append of several documents in the order of the request', async () => {
    const store = open();
    const answers = await store.append([
      group(OFFICE, NO_HEAD, '人を追加'),
      group(CASE, NO_HEAD, '出席を追加', '題を変更'),
    ]);
    expect(answers.map(({ document, kind }) => [document, kind])).toEqual([
      [OFFICE, 'appended'],
      [CASE, 'appended'],
    ]);
    const { files } = await headsOf(store);
    expect(files.map(({ document, head }) => [document, head.seq]).sort()).toEqual([
      [CASE, 2],
      [OFFICE, 1],
    ]);
  });

  it('go on where an earlier run has stopped', async () => {
    const [first] = await open().append([group(CASE, NO_HEAD, '一')]);
    await open().append([group(CASE, lastHead(first), '二')]);
    expect(await labelsIn(CASE)).toEqual(['一', '二']);
  });

  it('are flushed once all documents of a request are on the disk, not the first alone', async () => {
    const store = open();
    const answers = store.append([group(OFFICE, NO_HEAD, '人を追加'), group(CASE, NO_HEAD, '一')]);
    await store.flush();
    expect(await labelsIn(OFFICE)).toEqual(['人を追加']);
    expect(await labelsIn(CASE)).toEqual(['一']);
    await answers;
  });

  it('take the other documents of a request when one cannot be written', async () => {
    await mkdir(pathOf(CASE), { recursive: true });
    const answers = await open().append([
      group(CASE, NO_HEAD, '入らない'),
      group(OFFICE, NO_HEAD, '入る'),
    ]);
    expect(answers).toMatchObject([
      { kind: 'failed', problem: { code: 'disk-error' } },
      { kind: 'appended' },
    ]);
  });

  it('refuse one draft that no reader would take, and say which', async () => {
    const drafts = [draft('一'), draft('二', { format: 70_000 }), draft('三')];
    const answers = await open().append([
      { document: CASE, known: NO_HEAD, drafts },
      group(OFFICE, NO_HEAD, '入る'),
    ]);
    expect(answers).toMatchObject([{ kind: 'refused', index: 1 }, { kind: 'appended' }]);
    expect(await labelsIn(CASE)).toEqual([]);
  });

  it('leave a folder of a later kind alone, and tell that it is there', async () => {
    await mkdir(join(records, 'logs', 'library-1'), { recursive: true });
    await writeFile(join(records, 'logs', 'library-1', 'x.log'), 'x');
    await mkdir(join(records, 'logs', 'office'), { recursive: true });
    await writeFile(join(records, 'logs', 'office', 'notes.txt'), 'x');
    const { files, problems } = await headsOf(open());
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['newer-format']);
  });

  it('tell of one file that cannot be looked at, and of all others where they end', async () => {
    await open().append([group(OFFICE, NO_HEAD, '一')]);
    await mkdir(pathOf(CASE), { recursive: true });
    const { files } = await headsOf(open());
    expect(files.find(({ document }) => document === CASE)?.problem).toMatchObject({
      code: 'disk-error',
    });
    expect(files.find(({ document }) => document === OFFICE)?.head.seq).toBe(1);
  });

  it('keep their files to the user alone', async () => {
    await open().append([group(CASE, NO_HEAD, '一')]);
    expect((await stat(pathOf(CASE))).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(pathOf(CASE)))).mode & 0o777).toBe(0o700);
    await chmod(pathOf(CASE), 0o600);
  });

  it('say of a full disk what to do, and never to close the app', () => {
    const problem = asDiskProblem(Object.assign(new Error(), { code: 'ENOSPC' }));
    expect(problem.happened).toContain('空きがない');
    for (const code of ['ENOSPC', 'EROFS', 'EIO']) {
      const { todo } = asDiskProblem(Object.assign(new Error(), { code }));
      expect(todo).not.toMatch(/開き直|再起動|終了/);
    }
  });
});

describe('an append by compare-and-swap', () => {
  const prepared = async () => {
    const store = open();
    const [one] = await store.append([group(CASE, NO_HEAD, '一')]);
    const [two] = await store.append([group(CASE, lastHead(one), '二')]);
    return { store, one: lastHead(one), two: lastHead(two) };
  };

  it('is refused as behind when the file goes on, and nothing is written', async () => {
    const { store, one } = await prepared();
    expect(await store.append([group(CASE, one, '三')])).toMatchObject([{ kind: 'behind' }]);
    expect(await open().append([group(CASE, NO_HEAD, '三')])).toMatchObject([{ kind: 'behind' }]);
    expect(await labelsIn(CASE)).toEqual(['一', '二']);
  });

  it('is refused as forked when the file says something else in that place', async () => {
    const { store, one } = await prepared();
    const other = { ...one, hash: 'ee'.repeat(16) };
    expect(await store.append([group(CASE, other, '三')])).toMatchObject([{ kind: 'forked' }]);
  });

  it('is refused as shorter when the file ends earlier; a checkpoint goes on from there', async () => {
    const { store, one, two } = await prepared();
    const bytes = await readFile(pathOf(CASE));
    await writeFile(pathOf(CASE), bytes.subarray(0, bytes.length - 9));
    expect(await store.append([group(CASE, two, '三')])).toMatchObject([{ kind: 'shorter' }]);
    const checkpoint = draft('全体の控え', { kind: 'checkpoint', covers: two });
    // Only who has read the file and merged it may go on.
    const plain = { document: CASE, known: two, drafts: [checkpoint] };
    expect(await store.append([plain])).toMatchObject([{ kind: 'shorter' }]);
    const [mended] = await store.append([{ ...plain, isMending: true }]);
    expect(lastHead(mended).seq).toBe(3);
    const part = await store.read({ document: CASE, source: OWN, known: one });
    if (!part.ok) throw new Error(part.error.happened);
    expect(part.value).toMatchObject({ damage: [], held: { seq: 3 }, relation: 'continues' });
    expect(unpackFrames(part.value.packed)).toMatchObject([{ jump: true, previous: two.hash }]);
    // What a power cut left behind the last frame is kept beside it.
    const files = await readdir(dirname(pathOf(CASE)));
    expect(files.filter((file) => file.includes('.torn-'))).toHaveLength(1);
  });

  it('keeps a fork under a name of its own, and overwrites nothing', async () => {
    const { store, two } = await prepared();
    const forked = await readFile(pathOf(CASE));
    const other = { ...two, hash: 'ee'.repeat(16) };
    const checkpoint = draft('全体の控え', { kind: 'checkpoint', covers: other });
    const [mended] = await store.append([
      { document: CASE, known: other, isMending: true, drafts: [checkpoint] },
    ]);
    expect(lastHead(mended).seq).toBe(3);
    const { files } = await headsOf(store);
    const kept = files.find(({ source }) => source !== OWN);
    expect(kept?.source).toMatch(/^device1~/);
    expect(await readFile(pathOf(CASE, kept?.source ?? OWN))).toEqual(forked);
    expect(await labelsIn(CASE, kept?.source)).toEqual(['一', '二']);
    expect(await labelsIn(CASE)).toEqual(['全体の控え']);
  });

  it('puts a file that belongs to another document aside before it writes', async () => {
    const strange = writeLog([aDraft({ label: '秘' })]);
    expect(HEADER.document).toBe(OFFICE);
    await mkdir(dirname(pathOf(CASE)), { recursive: true });
    await writeFile(pathOf(CASE), strange.bytes);
    expect(await open().append([group(CASE, NO_HEAD, '一')])).toMatchObject([{ kind: 'forked' }]);
    const checkpoint = draft('全体の控え', { kind: 'checkpoint', covers: NO_HEAD });
    const mending = { document: CASE, known: NO_HEAD, isMending: true, drafts: [checkpoint] };
    expect(await open().append([mending])).toMatchObject([{ kind: 'appended' }]);
    expect(await labelsIn(CASE)).toEqual(['全体の控え']);
    expect((await readdir(dirname(pathOf(CASE)))).length).toBe(2);
  });

  it('is refused as newer behind a frame that only a later version understands', async () => {
    const { one } = await prepared();
    const bytes = await readFile(pathOf(CASE));
    const reading = await readFile(pathOf(CASE));
    // The second frame's kind becomes one of a later version, with both checks right.
    const { laterFrame } = await import('../support/later-frame.ts');
    await writeFile(pathOf(CASE), laterFrame(reading, CASE, DEVICE, 2));
    expect(await open().append([group(CASE, one, '三')])).toMatchObject([{ kind: 'newer' }]);
    expect((await readFile(pathOf(CASE))).length).toBe(bytes.length);
    const { files } = await headsOf(open());
    expect(files).toMatchObject([{ head: { seq: 1 }, isNewer: true }]);
  });

  it('takes no bytes for written whose flush has failed', async () => {
    const { store, two } = await prepared();
    const { failing } = await import('../support/failing-disk.ts');
    const before = await readFile(pathOf(CASE));
    const stop = failing({ datasync: 'EIO' });
    const answer = await store.append([group(CASE, two, '三')]);
    expect(answer).toMatchObject([{ kind: 'failed' }]);
    // Neither could it be cut off: whoever reads gets what was flushed.
    const part = await store.read({ document: CASE, source: OWN, known: NO_HEAD });
    stop();
    expect(part.ok && part.value.head).toEqual(two);
    const [after] = await store.append([group(CASE, two, '四')]);
    expect(lastHead(after).seq).toBe(3);
    expect(await labelsIn(CASE)).toEqual(['一', '二', '四']);
    expect((await readFile(pathOf(CASE))).subarray(0, before.length)).toEqual(before);
  });

  it('is tried once more on a full disk when the reserve could be given free', async () => {
    const { failing } = await import('../support/failing-disk.ts');
    const stop = failing({ writeFile: 'ENOSPC' });
    const freed: string[] = [];
    const store = open(async () => {
      freed.push('reserve');
      stop();
      return true;
    });
    expect(await store.append([group(CASE, NO_HEAD, '一')])).toMatchObject([{ kind: 'appended' }]);
    expect(freed).toEqual(['reserve']);
  });

  it('calls for a checkpoint once three times as much stands behind the last one as it has itself', async () => {
    const store = open();
    let known = NO_HEAD;
    const append = async (change: Partial<FrameDraft>): Promise<boolean> => {
      const [answer] = await store.append([
        { document: CASE, known, drafts: [draft('記録の入力', change)] },
      ]);
      known = lastHead(answer);
      return answer?.kind === 'appended' && answer.isCheckpointDue;
    };
    const random = () => crypto.getRandomValues(new Uint8Array(40 * 1024));
    expect(await append({ update: random() })).toBe(false);
    expect(await append({ update: random() })).toBe(true);
    const large = Buffer.concat([random(), random(), random(), random()]);
    expect(await append({ kind: 'checkpoint', covers: known, update: large })).toBe(false);
    for (let index = 0; index < 11; index += 1) {
      expect(await append({ update: random() })).toBe(false);
    }
    expect(await append({ update: random() })).toBe(true);
  });
});
