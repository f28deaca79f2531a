import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { GenerationName } from '#shared/backup/manifest.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';
import {
  createServer,
  DAY_MS,
  FIRST_DAY,
  filesBelow,
  PC_A,
  type Server,
} from '../support/backups.ts';
import { crowded } from '../support/crowded-folders.ts';
import { failing } from '../support/failing-disk.ts';
import { aDraft, commandId, DEVICE } from '../support/logs.ts';
import { buildBackup, startBackups } from '../support/second-process.ts';
import { appendToLog } from '../support/write-logs.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const newFolder = async (name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  cleaning.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const server = async (): Promise<Server> => {
  const made = await createServer();
  cleaning.push(made.remove);
  return made;
};

/** Records with one edit more, and some files more, at each call of `edit`. */
const records = async () => {
  const folder = await newFolder('records');
  mkdirSync(join(folder, 'attachments'));
  let count = 0;
  const edit = async (): Promise<void> => {
    count += 1;
    const draft = aDraft({ command: commandId(count) });
    await appendToLog(join(folder, 'logs'), OFFICE, DEVICE, [draft]);
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    await writeFile(join(folder, 'attachments', Buffer.from(hash).toString('hex')), bytes);
  };
  await edit();
  return { folder, edit };
};

/** What a generation restores to. */
const restored = async (disk: Server, generation: GenerationName): Promise<string> => {
  const fresh = await newFolder('fresh');
  await disk.restore(generation, fresh);
  return readFile(join(fresh, 'logs', 'office', `${DEVICE}.log`), 'hex');
};

const states = async (disk: Server): Promise<readonly string[]> =>
  (await disk.list()).map(({ state }) => state);

describe('a backup that is under way', () => {
  it('when its process is killed leaves only whole generations, whenever that is', async () => {
    const module = await buildBackup(await newFolder('bundle'));
    const disk = await server();
    const { folder, edit } = await records();
    const job = {
      ...{ root: disk.target.root, target: disk.target.id, records: folder, installation: PC_A },
      ...{ folder: 'f0'.repeat(16) as FolderId, by: '山田 花子', app: '1.0.0', titles: {} },
      ...{ offset: 540, isWanted: true },
    };
    for (let run = 0; run < 8; run += 1) {
      await edit();
      const maker = startBackups(module, { ...job, at: FIRST_DAY + run * 1_000 * DAY_MS });
      // Any moment of a backup, the first or a later one, will do; a slow machine only finds others.
      for (let count = 0; count <= run % 3; count += 1) await maker.begun();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      await maker.kill();
      expect((await states(disk)).every((state) => state === 'whole')).toBe(true);
    }
    await edit();
    const last = await disk.keep(folder, { at: FIRST_DAY + 9_000 * DAY_MS });
    const now = await readFile(join(folder, 'logs', 'office', `${DEVICE}.log`), 'hex');
    // A restore checks each piece against its hash.
    for (const { name } of await disk.list()) {
      const state = await restored(disk, name);
      expect(now.startsWith(state)).toBe(true);
      if (name === last) expect(state).toBe(now);
    }
    expect(await filesBelow(join(disk.target.root, 'tmp'))).toEqual([]);
  }, 120_000);

  const trouble = {
    'fills up': () => failing({ path: /banso-backup.tmp/, writeFile: 'ENOSPC' }),
    'becomes read-only': () => failing({ path: /banso-backup.tmp/, open: 'EROFS' }),
  };

  it.each(Object.entries(trouble))(
    'when its folder %s in the middle keeps what was there',
    async (_, begin) => {
      const disk = await server();
      const { folder, edit } = await records();
      const first = await disk.keep(folder);
      const then = await readFile(join(folder, 'logs', 'office', `${DEVICE}.log`), 'hex');
      for (let count = 0; count < 12; count += 1) await edit();
      const stops: (() => void)[] = [];
      const onProgress = (done: number): void => {
        if (done > 0 && stops.length === 0) stops.push(begin());
      };
      const backup = disk.backUp(folder, { isWanted: true }, undefined, onProgress);
      await expect(backup).rejects.toBeDefined();
      for (const stop of stops) stop();
      expect(stops).toHaveLength(1);
      expect((await disk.list()).map(({ name, state }) => [name, state])).toEqual([
        [first, 'whole'],
      ]);
      expect(await restored(disk, first)).toBe(then);
      await disk.keep(folder);
      expect(await states(disk)).toEqual(['whole', 'whole']);
    },
  );

  it('when its folder goes away in the middle makes nothing in its place, and goes on when it is back', async () => {
    const disk = await server();
    const { folder, edit } = await records();
    const first = await disk.keep(folder);
    for (let count = 0; count < 12; count += 1) await edit();
    const away = `${disk.chosen}-away`;
    let isAway = false;
    const onProgress = (done: number): void => {
      if (done === 0 || isAway) return;
      isAway = true;
      renameSync(disk.chosen, away);
    };
    const backup = disk.backUp(folder, { isWanted: true }, undefined, onProgress);
    await expect(backup).rejects.toBeDefined();
    await expect(filesBelow(disk.chosen)).rejects.toMatchObject({ code: 'ENOENT' });
    renameSync(away, disk.chosen);
    expect((await disk.list()).map(({ name, state }) => [name, state])).toEqual([[first, 'whole']]);
    await disk.keep(folder);
    expect(await states(disk)).toEqual(['whole', 'whole']);
  });
});

describe('a backup folder with 100,000 files in it', () => {
  it('is listed no longer than can be shown, and backed up to and restored from all the same', async () => {
    const disk = await server();
    const { folder, edit } = await records();
    const first = await disk.keep(folder);
    const { root } = disk.target;
    const pictures = Array.from({ length: 20_000 }, (_, count) => `${count}.jpg`);
    // Names like those of other PCs' backups, of days to come.
    const others = Array.from({ length: 40_000 }, (_, count) => {
      const time = new Date(FIRST_DAY + count * 60_000 + DAY_MS);
      return `${time.toISOString().replaceAll(/[-:.]/g, '')}-other.json`;
    });
    // A few of them stand there, and say nothing.
    for (const name of others.slice(-100)) writeFileSync(join(root, 'generations', name), '');
    const end = await crowded(
      new Map([
        [join(root, 'generations'), [...pictures, ...others.slice(0, -100)]],
        [join(root, 'objects', '00'), pictures],
        [join(root, 'tmp'), pictures],
      ]),
    );
    cleaning.push(async () => end());
    mkdirSync(join(root, 'objects', '00'), { recursive: true });
    const listed = await disk.list();
    expect(listed).toHaveLength(5_000);
    expect(listed.find(({ name }) => name === first)?.state).toBe('whole');
    expect(listed.filter(({ state }) => state === 'damaged')).toHaveLength(4_999);
    await edit();
    const second = await disk.keep(folder);
    const now = await readFile(join(folder, 'logs', 'office', `${DEVICE}.log`), 'hex');
    expect(await restored(disk, second)).toBe(now);
  }, 120_000);
});
