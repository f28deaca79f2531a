import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTarget, openTarget, unlockTarget } from '#electron/services/backup/target.ts';
import { deriveKey, newParameters } from '#electron/services/sealing/seal-key.ts';
import { randomId } from '#shared/domain/record/ids.ts';
import { createServer, filesBelow, PC_B, type Server } from '../support/backups.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { apply, randomEdit } from '../support/edits.ts';

const PASSPHRASE = 'あさぎり 2026';
const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const sealedServer = async (): Promise<Server> => {
  const made = await createServer(PASSPHRASE);
  cleaning.push(made.remove);
  return made;
};
const desk = async (folder?: string): Promise<Desk> => {
  const made = await createDesk(randomId(), folder);
  cleaning.push(made.remove);
  return made;
};
const usedDesk = async (): Promise<Desk> => {
  const used = await desk();
  const { workspace } = await used.start();
  for (const edit of fc.sample(randomEdit, { numRuns: 12, seed: 7 })) await apply(workspace, edit);
  await workspace.flush();
  return used;
};
const SECRET = '%PDF-1.7 生駒さんの家庭訪問の記録';
const attach = async ({ folder }: Desk): Promise<string> => {
  const hash = createHash('sha256').update(SECRET).digest('hex');
  await mkdir(join(folder, 'attachments'), { recursive: true });
  await writeFile(join(folder, 'attachments', hash), SECRET);
  return hash;
};
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fresh-'));
  cleaning.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

describe('a backup with a passphrase', () => {
  it('is restored on a fresh PC as it was, attachments too', async () => {
    const [disk, used] = [await sealedServer(), await usedDesk()];
    const hash = await attach(used);
    const rows = rowsOf(used);
    const generation = await disk.keep(used.folder, { titles: { office: '共通' } });
    const fresh = await newFolder();
    await disk.restore(generation, fresh);
    expect(await readFile(join(fresh, 'attachments', hash), 'utf8')).toBe(SECRET);
    const again = await desk(fresh);
    await again.start();
    expect(await rowsOf(again)).toEqual(await rows);
    expect(await disk.list()).toMatchObject([{ name: generation, state: 'whole' }]);
  });

  it('holds no word and no name of the records, nor of what is attached', async () => {
    const [disk, used] = [await sealedServer(), await usedDesk()];
    const hash = await attach(used);
    const [folder = ''] = await readdir(join(used.folder, 'logs'));
    await disk.keep(used.folder, { by: '山田 花子', titles: { [folder]: '益城町（令和4年度）' } });
    const whole = (
      await Promise.all(
        (
          await filesBelow(disk.target.root)
        ).map(async (name) => {
          return `${name}\n${await readFile(join(disk.target.root, name), 'latin1')}`;
        }),
      )
    ).join('\n');
    const asBytes = (text: string) => Buffer.from(text).toString('latin1');
    for (const text of [SECRET, '益城町', '山田 花子', folder, hash, 'BNLOG', '課題']) {
      expect(whole).not.toContain(asBytes(text));
    }
  });

  it('stores nothing a second time, and removes what no generation needs', async () => {
    const [disk, used] = [await sealedServer(), await usedDesk()];
    await disk.keep(used.folder);
    const before = await disk.objects();
    await disk.keep(used.folder);
    expect(await disk.objects()).toEqual(before);
    await disk.keep(used.folder, { installation: PC_B });
    expect(await disk.objects()).toEqual(before);
  });

  it('is opened by its passphrase alone; a wrong one, or none, is told as such', async () => {
    const { target } = await sealedServer();
    const { root, id, key } = target;
    expect((await unlockTarget(root, PASSPHRASE)).key).toBe(key);
    expect((await makeTarget(root, PASSPHRASE)).id).toBe(id);
    await expect(unlockTarget(root, 'あさぎり 2027')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    await expect(unlockTarget(root, '')).rejects.toMatchObject({ code: 'LOCKED' });
    await expect(openTarget({ root, target: id })).rejects.toMatchObject({ code: 'LOCKED' });
    const other = await deriveKey(PASSPHRASE, newParameters());
    await expect(openTarget({ root, target: id, key: other })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
  });

  it('is not written to any more when somebody has taken its seal away', async () => {
    const { target } = await sealedServer();
    const about = join(target.root, 'about.json');
    const { seal: _, ...open } = JSON.parse(await readFile(about, 'utf8')) as { seal: unknown };
    await writeFile(about, JSON.stringify(open));
    const place = { root: target.root, target: target.id, key: target.key };
    await expect(openTarget(place)).rejects.toMatchObject({ code: 'OTHER' });
  });

  it('is refused, and exhausts nothing, where its parameters are no sound ones', async () => {
    const { target } = await sealedServer();
    const about = join(target.root, 'about.json');
    const words = JSON.parse(await readFile(about, 'utf8')) as { seal: object };
    await writeFile(about, JSON.stringify({ ...words, seal: { ...words.seal, logN: 40 } }));
    await expect(unlockTarget(target.root, PASSPHRASE)).rejects.toMatchObject({ code: 'NEWER' });
  });

  it('takes the place of no open one: that is told, and stays open', async () => {
    const disk = await createServer();
    cleaning.push(disk.remove);
    await expect(makeTarget(disk.chosen, PASSPHRASE)).rejects.toMatchObject({ code: 'UNSEALED' });
    expect((await openTarget({ root: disk.target.root, target: disk.target.id })).key).toBe(
      undefined,
    );
  });

  it('with a changed piece or a changed list is told as damaged, and restores nothing', async () => {
    const [disk, used] = [await sealedServer(), await usedDesk()];
    const generation = await disk.keep(used.folder);
    const [first = '', second = ''] = await disk.objects();
    // Each by itself is whole, but in the other's place.
    const at = (name: string) => join(disk.target.root, 'objects', name);
    await rename(at(first), `${at(first)}.x`);
    await writeFile(at(first), await readFile(at(second)));
    const fresh = await newFolder();
    await expect(disk.restore(generation, fresh)).rejects.toMatchObject({ code: 'DAMAGED' });
    const list = join(disk.target.root, 'generations', `${generation}.json`);
    const bytes = await readFile(list);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(list, bytes);
    expect(await disk.list()).toMatchObject([{ state: 'damaged' }]);
    await expect(disk.restore(generation, fresh)).rejects.toMatchObject({ code: 'DAMAGED' });
    expect(await filesBelow(fresh)).not.toContain('restore/plan.json');
    expect(await readdir(fresh)).not.toContain('logs');
  });
});
