import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import type { GenerationName } from '#shared/backup/manifest.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { createServer, filesBelow, PC_B, type Server } from '../support/backups.ts';
import { cutOffAfter } from '../support/cut-off.ts';
import { failing } from '../support/failing-disk.ts';
import { aDraft, commandId, DEVICE } from '../support/logs.ts';
import { appendToLog } from '../support/write-logs.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const CASES = ['case1', 'case2'].map((id) => caseDocument(id as CaseId));

/** Records of an office and two cases, with an edit more in each at every call of `edit`. */
const officeRecords = async () => {
  const records = await mkdtemp(join(tmpdir(), 'records-'));
  cleaning.push(() => rm(records, { recursive: true, force: true }));
  let count = 0;
  const edit = async (): Promise<void> => {
    for (const document of [OFFICE, ...CASES]) {
      count += 1;
      const draft = aDraft({ command: commandId(count) });
      await appendToLog(join(records, 'logs'), document, DEVICE, [draft]);
    }
  };
  await edit();
  return { records, edit };
};

const server = async (): Promise<Server> => {
  const made = await createServer();
  cleaning.push(made.remove);
  return made;
};

/** What all logs hold, as text that can be compared. */
const stateOf = async (records: string): Promise<string> => {
  const logs = join(records, 'logs');
  const files = await filesBelow(logs).catch(() => []);
  const contents = await Promise.all(files.map((file) => readFile(join(logs, file), 'hex')));
  return files.map((file, at) => `${file} ${contents[at]}`).join('\n');
};

describe('a backup that is killed at any step', () => {
  it('leaves only whole generations, and the next one is whole again', async () => {
    const disk = await server();
    const { records, edit } = await officeRecords();
    const first = await disk.keep(records);
    const then = await stateOf(records);
    let steps = 0;
    for (let wasCut = true; wasCut; steps += 1) {
      await edit();
      const cut = cutOffAfter(steps);
      const outcome = await disk.keep(records).then(
        () => 'made',
        () => 'cut',
      );
      cut.stop();
      wasCut = cut.wasCut();
      const states = (await disk.list()).map(({ state }) => state);
      expect(states.every((state) => state === 'whole')).toBe(true);
      if (!wasCut) expect(outcome).toBe('made');
    }
    // Every step of a backup was one at which it was killed.
    expect(steps).toBeGreaterThan(20);
    await edit();
    const last = await disk.keep(records);
    const now = await stateOf(records);
    expect(await filesBelow(join(disk.target.root, 'tmp'))).toEqual([]);
    for (const [name, state] of [
      [last, now],
      [first, then],
    ] as const) {
      if (!(await disk.list()).some((each) => each.name === name)) continue;
      const fresh = await mkdtemp(join(tmpdir(), 'fresh-'));
      cleaning.push(() => rm(fresh, { recursive: true, force: true }));
      await disk.restore(name, fresh);
      expect(await stateOf(fresh)).toBe(state);
    }
  }, 120_000);
});

describe('a restore that is killed at any step', () => {
  /** Kills at a step, then starts as often as it takes. @returns whether it was killed */
  const killAt = async (
    steps: number,
    disk: Server,
    generation: GenerationName,
    records: string,
    folders?: readonly string[],
  ): Promise<boolean> => {
    const cut = cutOffAfter(steps);
    await disk.restore(generation, records, folders).catch(() => undefined);
    cut.stop();
    await applyRestore(records);
    return cut.wasCut();
  };

  it.each([
    ['everything', undefined],
    ['a case', ['case-case1']],
  ] as const)(
    'of %s ends as the old state or the new one, and the old one is kept',
    async (_, folders) => {
      const disk = await server();
      const { records, edit } = await officeRecords();
      const generation = await disk.keep(records);
      const then = await stateOf(records);
      const seen = new Set<string>();
      for (let [steps, wasCut] = [0, true]; wasCut; steps += 1) {
        await edit();
        const today = await stateOf(records);
        wasCut = await killAt(steps, disk, generation, records, folders);
        const now = await stateOf(records);
        const isOld = now === today;
        const log = join('case-case1', `${DEVICE}.log`);
        const restored = now.split('\n').find((line) => line.startsWith(log));
        const wanted = then.split('\n').find((line) => line.startsWith(log));
        if (!isOld) expect(restored).toBe(wanted);
        if (!isOld && folders === undefined) expect(now).toBe(then);
        seen.add(isOld ? 'old' : 'new');
        if (isOld) continue;
        const asides = await readdir(join(records, 'before-restore'));
        const kept = join(records, 'before-restore', asides.sort().at(-1) ?? '', 'logs', log);
        expect(today).toContain(`${log} ${await readFile(kept, 'hex')}`);
      }
      expect([...seen].sort()).toEqual(['new', 'old']);
    },
    120_000,
  );
});

describe('a backup folder', () => {
  it('whose disk is full keeps what it held, and is backed up to when there is room again', async () => {
    const disk = await server();
    const { records, edit } = await officeRecords();
    const first = await disk.keep(records);
    await edit();
    const stop = failing({ path: /banso-backup.tmp/, writeFile: 'ENOSPC' });
    await expect(disk.keep(records)).rejects.toMatchObject({ code: 'ENOSPC' });
    stop();
    expect((await disk.list()).map(({ name, state }) => [name, state])).toEqual([[first, 'whole']]);
    expect(await filesBelow(join(disk.target.root, 'tmp'))).toEqual([]);
    await disk.keep(records);
    expect((await disk.list()).map(({ state }) => state)).toEqual(['whole', 'whole']);
  });

  it.each(['EACCES', 'EROFS'])('that may not be written to (%s) is told and left', async (code) => {
    const disk = await server();
    const { records } = await officeRecords();
    const before = await filesBelow(disk.target.root);
    const stop = failing({ path: /banso-backup.tmp/, open: code });
    await expect(disk.keep(records)).rejects.toMatchObject({ code });
    stop();
    expect(await filesBelow(disk.target.root)).toEqual(before);
  });

  it('takes the backups of two PCs that make them at the same time', async () => {
    const disk = await server();
    const [one, other] = [await officeRecords(), await officeRecords()];
    for (let day = 0; day < 3; day += 1) {
      await Promise.all([one.edit(), other.edit()]);
      await Promise.all([
        disk.keep(one.records),
        disk.keep(other.records, { installation: PC_B, by: '鈴木 一郎' }),
      ]);
    }
    const listed = await disk.list();
    expect(listed.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'whole'));
    expect(listed.filter(({ isOwn }) => isOwn)).toHaveLength(3);
  });

  it('is not written through a link that somebody put into it', async () => {
    const disk = await server();
    const { records } = await officeRecords();
    const generation = await disk.keep(records);
    const secret = join(disk.chosen, 'secret');
    await writeFile(secret, 'x');
    const [object = ''] = await disk.objects();
    const file = join(disk.target.root, 'objects', object);
    await rm(file);
    await symlink(secret, file);
    const fresh = await mkdtemp(join(tmpdir(), 'fresh-'));
    cleaning.push(() => rm(fresh, { recursive: true, force: true }));
    await expect(disk.restore(generation, fresh)).rejects.toBeDefined();
    expect(await stateOf(fresh)).toBe('');
    expect((await disk.list()).map(({ state }) => state)).toEqual(['incomplete']);
  });
});
