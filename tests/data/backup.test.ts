import { createHash, randomBytes } from 'node:crypto';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import { CHUNK_BYTES, type GenerationName } from '#shared/backup/manifest.ts';
import { randomId } from '#shared/domain/record/ids.ts';
import {
  createServer,
  DAY_MS,
  FIRST_DAY,
  filesBelow,
  PC_B,
  type Server,
} from '../support/backups.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { apply, randomEdit } from '../support/edits.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const server = async (): Promise<Server> => {
  const made = await createServer();
  cleaning.push(made.remove);
  return made;
};
const desk = async (folder?: string): Promise<Desk> => {
  const made = await createDesk(randomId(), folder);
  cleaning.push(made.remove);
  return made;
};
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fresh-'));
  cleaning.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** What a PC shows that starts on a folder of records with nothing else. */
const rowsIn = async (folder: string): Promise<readonly unknown[]> => {
  const fresh = await desk(folder);
  await fresh.start();
  return rowsOf(fresh);
};

/** A desk with a few edits in it. */
const usedDesk = async (seed = 1): Promise<Desk> => {
  const used = await desk();
  const { workspace } = await used.start();
  for (const edit of fc.sample(randomEdit, { numRuns: 12, seed })) await apply(workspace, edit);
  await workspace.flush();
  return used;
};

const editMore = async (of: Desk, seed: number): Promise<void> => {
  const { workspace } = await of.start();
  for (const edit of fc.sample(randomEdit, { numRuns: 6, seed })) await apply(workspace, edit);
  await workspace.flush();
};

describe('a generation', () => {
  it('that is restored on a fresh PC gives the rows of its moment, whichever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(randomEdit, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        async (days) => {
          const disk = await server();
          const one = await desk();
          const { workspace } = await one.start();
          const kept: { name: GenerationName; rows: readonly unknown[] }[] = [];
          for (const edits of days) {
            for (const edit of edits) await apply(workspace, edit);
            await workspace.flush();
            kept.push({ name: await disk.keep(one.folder), rows: await rowsOf(one) });
          }
          for (const { name, rows } of kept) {
            const folder = await newFolder();
            await disk.restore(name, folder);
            expect(await rowsIn(folder)).toEqual(rows);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('that is made while edits are under way has all that was acknowledged before, and a whole state', async () => {
    const disk = await server();
    const one = await desk();
    const { workspace } = await one.start();
    const states: (readonly unknown[])[] = [await rowsOf(one)];
    let isWorking = true;
    const edits = fc.sample(randomEdit, { numRuns: 150, seed: 7 });
    const working = (async () => {
      for (const [count, edit] of edits.entries()) {
        if (!isWorking) return;
        // Whoever types stops to think now and then.
        if (count % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 700));
        await apply(workspace, edit);
        await workspace.flush();
        states.push(await rowsOf(one));
      }
    })();
    const made: { acknowledged: number; name: GenerationName }[] = [];
    for (let count = 0; count < 5; count += 1) {
      const acknowledged = states.length - 1;
      made.push({ acknowledged, name: await disk.keep(one.folder) });
    }
    isWorking = false;
    await working;
    for (const { acknowledged, name } of made) {
      const folder = await newFolder();
      await disk.restore(name, folder);
      const restored = await rowsIn(folder);
      const at = states.findLastIndex((rows) => isDeepStrictEqual(rows, restored));
      expect(at).toBeGreaterThanOrEqual(acknowledged);
    }
  });

  it('stores nothing a second time: of a log that has grown only the tail', async () => {
    const disk = await server();
    const one = await usedDesk();
    const long = join(one.logs, 'plan-0123', 'abc.log');
    await mkdir(join(one.logs, 'plan-0123'));
    await writeFile(long, randomBytes(1_000_000));
    const first = await disk.backUp(one.folder);
    expect(first.added).toBe(first.bytes);
    const again = await disk.backUp(one.folder);
    expect(again).toMatchObject({ made: undefined, added: 0 });
    await appendFile(long, randomBytes(1000));
    const third = await disk.backUp(one.folder);
    expect(third.made).toBeDefined();
    expect(third.added).toBe(1_001_000 % CHUNK_BYTES);
  });

  it('ends with the last whole frame: half of a write is not taken along', async () => {
    const disk = await server();
    const one = await usedDesk();
    one.stop();
    const rows = await rowsIn(one.folder);
    const [log = ''] = await filesBelow(one.logs);
    const whole = await readFile(join(one.logs, log));
    await appendFile(join(one.logs, log), whole.subarray(whole.length - 60, whole.length - 20));
    const folder = await newFolder();
    await disk.restore(await disk.keep(one.folder), folder);
    expect(await readFile(join(folder, 'logs', log))).toEqual(whole);
    expect(await rowsIn(folder)).toEqual(rows);
  });

  it('takes along what this version cannot read, byte for byte', async () => {
    const disk = await server();
    const one = await usedDesk();
    const strange = join(one.logs, 'plan-0123', 'abc.log');
    await mkdir(join(one.logs, 'plan-0123'));
    await writeFile(strange, randomBytes(200_000));
    const folder = await newFolder();
    await disk.restore(await disk.keep(one.folder), folder);
    expect(await readFile(join(folder, 'logs', 'plan-0123', 'abc.log'))).toEqual(
      await readFile(strange),
    );
  });

  it('holds attachments by their content, and none whose content is not what its name says', async () => {
    const disk = await server();
    const one = await usedDesk();
    const content = randomBytes(300_000);
    const hash = createHash('sha256').update(content).digest('hex');
    await mkdir(join(one.folder, 'attachments'));
    await writeFile(join(one.folder, 'attachments', hash), content);
    await writeFile(join(one.folder, 'attachments', 'ab'.repeat(32)), 'altered');
    await writeFile(join(one.folder, 'attachments', 'note.txt'), 'not ours');
    const outcome = await disk.backUp(one.folder);
    expect(outcome.unread).toBe(1);
    const folder = await newFolder();
    await disk.restore(outcome.made as GenerationName, folder);
    expect(await filesBelow(join(folder, 'attachments'))).toEqual([hash]);
    expect(await readFile(join(folder, 'attachments', hash))).toEqual(content);
  });
});

describe('a restore', () => {
  it('puts the present state aside whole, and gives the folder another id', async () => {
    const disk = await server();
    const one = await usedDesk();
    const generation = await disk.keep(one.folder);
    const then = await rowsOf(one);
    await editMore(one, 3);
    one.stop();
    await writeFile(join(one.folder, 'folder.json'), JSON.stringify({ folder: 'ab'.repeat(16) }));
    const today = await filesBelow(one.logs);
    const contents = await Promise.all(today.map((file) => readFile(join(one.logs, file))));
    await disk.restore(generation, one.folder);
    expect(await rowsIn(one.folder)).toEqual(then);
    const [folder] = await readdir(join(one.folder, 'before-restore'));
    const aside = join(one.folder, 'before-restore', folder ?? '');
    expect(await filesBelow(join(aside, 'logs'))).toEqual(today);
    const kept = await Promise.all(today.map((file) => readFile(join(aside, 'logs', file))));
    expect(kept).toEqual(contents);
    const id = JSON.parse(await readFile(join(one.folder, 'folder.json'), 'utf8')) as unknown;
    expect(id).toEqual({ folder: expect.stringMatching(/^(?!abab)[0-9a-f]{32}$/) });
    expect(await filesBelow(join(one.folder, 'devices'))).toEqual([]);
  });

  it('of chosen cases leaves all others as they are today', async () => {
    const disk = await server();
    const one = await usedDesk();
    const generation = await disk.keep(one.folder);
    const log = `${one.device}.log`;
    const then = await readFile(join(one.logs, 'case-case1', log));
    await editMore(one, 5);
    one.stop();
    const today = await readFile(join(one.logs, 'case-case2', log));
    await disk.restore(generation, one.folder, ['case-case1']);
    expect(await readFile(join(one.logs, 'case-case1', log))).toEqual(then);
    expect(await readFile(join(one.logs, 'case-case2', log))).toEqual(today);
  });

  it('that was not prepared to its end changes nothing', async () => {
    const disk = await server();
    const one = await usedDesk();
    const generation = await disk.keep(one.folder);
    const [object = ''] = await disk.objects();
    await writeFile(join(disk.target.root, 'objects', object), 'another program was here');
    const before = await filesBelow(one.folder);
    await expect(disk.restore(generation, one.folder)).rejects.toMatchObject({ code: 'DAMAGED' });
    const after = (await filesBelow(one.folder)).filter((file) => !file.startsWith('restore/'));
    expect(after).toEqual(before);
    expect(await applyRestore(one.folder)).toBeUndefined();
  });
});

describe('a backup folder', () => {
  it('serves two PCs, and what one no longer needs stays while the other does', async () => {
    const disk = await server();
    const one = await usedDesk(1);
    const other = await usedDesk(2);
    const theirs = await disk.keep(other.folder, { installation: PC_B });
    const rows = await rowsOf(other);
    for (let day = 0; day < 20; day += 1) {
      await editMore(one, day);
      await disk.keep(one.folder);
    }
    const listed = await disk.list();
    expect(listed.every(({ state }) => state === 'whole')).toBe(true);
    expect(listed.filter(({ isOwn }) => !isOwn).map(({ name }) => name)).toEqual([theirs]);
    // Seven days, and of what lies before them weeks and months.
    expect(listed.filter(({ isOwn }) => isOwn).length).toBeLessThan(14);
    const folder = await newFolder();
    await disk.restore(theirs, folder);
    expect(await rowsIn(folder)).toEqual(rows);
  });

  it('is not written to when it has gone, or when another stands in its place', async () => {
    const disk = await server();
    const other = await server();
    const one = await usedDesk();
    await rename(disk.target.root, `${disk.target.root}-away`);
    await expect(disk.backUp(one.folder)).rejects.toMatchObject({ code: 'AWAY' });
    expect(await filesBelow(disk.chosen)).toEqual(['banso-backup-away/about.json']);
    await rename(other.target.root, disk.target.root);
    await expect(disk.backUp(one.folder)).rejects.toMatchObject({ code: 'OTHER' });
    expect(await filesBelow(disk.target.root)).toEqual(['about.json']);
  });

  it('mends itself: pieces that somebody removed are stored again by the next backup', async () => {
    const disk = await server();
    const one = await usedDesk();
    const first = await disk.keep(one.folder);
    const [object = ''] = await disk.objects();
    await rm(join(disk.target.root, 'objects', object));
    expect((await disk.list()).map(({ state }) => state)).toEqual(['incomplete']);
    await disk.keep(one.folder);
    expect((await disk.list()).map(({ state }) => state)).toEqual(['whole', 'whole']);
    const folder = await newFolder();
    await disk.restore(first, folder);
    expect(await rowsIn(folder)).toEqual(await rowsOf(one));
  });

  it.each([
    ['a newer app’s', { kind: 'banso-backup', format: 2, anything: true }, 'newer'],
    ['one that leads out of the folder', { folder: '../x' }, 'damaged'],
    ['one whose file is named out of it', { name: '../../x.log' }, 'damaged'],
    ['one with a device’s name of Windows', { folder: 'con' }, 'damaged'],
    ['one whose hash is none', { chunk: '../../../etc/passwd' }, 'damaged'],
    ['one with fewer pieces than its length', { bytes: 1_000_000 }, 'damaged'],
  ] as const)(
    'lists %s generation as such, and restores nothing of it',
    async (_, change, state) => {
      const disk = await server();
      const one = await usedDesk();
      const name = await disk.keep(one.folder);
      const file = join(disk.target.root, 'generations', `${name}.json`);
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Hand;
      const [document] = manifest.documents;
      const [log] = document?.files ?? [];
      if (document === undefined || log === undefined) throw new Error('nothing to change');
      if ('folder' in change) document.folder = change.folder;
      if ('name' in change) log.name = change.name;
      if ('chunk' in change) log.chunks = [change.chunk];
      if ('bytes' in change) log.bytes = change.bytes;
      await writeFile(file, JSON.stringify('format' in change ? change : manifest));
      expect((await disk.list()).map((each) => each.state)).toEqual([state]);
      const folder = await newFolder();
      await expect(disk.restore(name, folder)).rejects.toMatchObject({
        code: state === 'newer' ? 'NEWER' : 'DAMAGED',
      });
      expect(await filesBelow(folder)).toEqual([]);
    },
  );

  it('lists a generation that was copied only by half, and the whole ones beside it', async () => {
    const disk = await server();
    const one = await usedDesk();
    const first = await disk.keep(one.folder);
    await editMore(one, 4);
    const second = await disk.keep(one.folder);
    const file = join(disk.target.root, 'generations', `${second}.json`);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200));
    expect((await disk.list()).map(({ name, state }) => [name, state])).toEqual([
      [second, 'damaged'],
      [first, 'whole'],
    ]);
    // Nobody knows what it needs: nothing is removed until it has gone.
    const objects = await disk.objects();
    await disk.backUp(one.folder, { at: FIRST_DAY + 400 * DAY_MS, isWanted: true });
    expect(await disk.objects()).toEqual(expect.arrayContaining([...objects]));
  });

  it('tells what is in it to whoever opens it without the app, and runs nothing', async () => {
    const disk = await server();
    const one = await usedDesk();
    const title = '<script>alert(1)</script>益城町（令和4年度）';
    await disk.keep(one.folder, { titles: { 'case-case1': title }, by: '山田 & "花子"' });
    const page = await readFile(join(disk.target.root, 'index.html'), 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;益城町（令和4年度）');
    expect(page).toContain('山田 &amp; &quot;花子&quot;');
    expect(page).not.toContain('<script');
    expect(page).toContain('案件2件');
  });

  it('keeps nothing of a backup that was cancelled but pieces that the next one finds', async () => {
    const disk = await server();
    const one = await usedDesk();
    const cancelling = new AbortController();
    cancelling.abort();
    await expect(disk.backUp(one.folder, {}, cancelling.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(await disk.list()).toEqual([]);
    await disk.keep(one.folder);
    expect((await disk.list()).map(({ state }) => state)).toEqual(['whole']);
    expect(await filesBelow(join(disk.target.root, 'tmp'))).toEqual([]);
    expect(await filesBelow(join(disk.target.root, 'locks'))).toEqual([]);
  });
});

/** A manifest as somebody's hand may change it. */
type Hand = {
  readonly documents: {
    folder: string;
    readonly files: { name: string; bytes: number; chunks: string[] }[];
  }[];
};
