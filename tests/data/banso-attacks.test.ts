import { createHash } from 'node:crypto';
import { copyFile, open, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { applyIncoming } from '#electron/services/banso-file/apply-incoming.ts';
import { createArchive } from '#electron/services/banso-file/archive.ts';
import { createBansoDesk } from '#electron/services/banso-file/banso-desk.ts';
import { openBanso } from '#electron/services/banso-file/open-banso.ts';
import { lastImport } from '#electron/services/banso-file/undo-import.ts';
import { readOnThread } from '#electron/services/log/log-reader.ts';
import type { BansoManifest } from '#shared/banso-file/manifest.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId, DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import { filesBelow, follow } from '../support/backups.ts';
import { createStick, handOver, takeInFile } from '../support/banso-files.ts';
import { cutOffAfter } from '../support/cut-off.ts';
import { failing } from '../support/failing-disk.ts';
import { aDraft, commandId, DEVICE } from '../support/logs.ts';
import { bomb as packedBomb } from '../support/workbook.ts';
import { appendToLog } from '../support/write-logs.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const OWN = 'own0' as DeviceId;
const CASE = caseDocument('case1' as CaseId);

/** A records folder; the maker's logs lie in it only where that is said. */
const records = async (edits = 0) => {
  const { folder, remove } = await createStick();
  cleaning.push(remove);
  const logs = join(folder, 'logs');
  let count = 0;
  const edit = async (device: DeviceId = DEVICE): Promise<void> => {
    for (const document of [OFFICE, CASE]) {
      count += 1;
      await appendToLog(logs, document, device, [aDraft({ command: commandId(count) })]);
    }
  };
  for (let at = 0; at < edits; at += 1) await edit();
  return { folder, logs, device: OWN, edit };
};

const file = async (edits = 2): Promise<string> => {
  const maker = await records(edits);
  return handOver({ ...maker, device: DEVICE }, maker);
};

/** All that stands in a records folder. */
const stateOf = async (folder: string): Promise<string> => {
  const files = await filesBelow(folder);
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name), 'hex')));
  return files.map((name, at) => `${name} ${contents[at]}`).join('\n');
};

/** A file that is written as ours are, with whatever in it. */
const made = async (
  entries: Readonly<Record<string, string>>,
  change: (manifest: BansoManifest) => unknown = (manifest) => manifest,
): Promise<string> => {
  const { folder } = await records();
  const to = join(folder, 'made.banso');
  const handle = await open(to, 'wx+');
  const archive = createArchive(handle);
  const add = (name: string, text: string): Promise<void> => {
    const content = Buffer.from(text);
    return archive.add(name, { bytes: content.length, crc: crc32(content) }, [content]);
  };
  const facts = (text: string) => ({
    bytes: Buffer.byteLength(text),
    hash: createHash('sha256').update(text).digest('hex'),
  });
  for (const [name, text] of Object.entries(entries)) await add(name, text);
  const page = facts(entries['index.html'] ?? '');
  const logs = Object.entries(entries).filter(([name]) => name !== 'index.html');
  const manifest = change({
    ...{ kind: 'banso-file', format: 1, app: '1.0.0', at: 0, by: '前任 太郎' },
    ...{ device: DEVICE, records: 'f1'.repeat(16) as BansoManifest['records'] },
    ...{ variant: 'office', extent: 'history', attachments: [], page },
    documents: logs.map(([name, text]) => ({
      folder: name.split('/').slice(1, -1).join('/'),
      title: '',
      files: [{ name: name.split('/').at(-1) ?? '', ...facts(text) }],
    })),
  });
  await add('manifest.json', JSON.stringify(manifest));
  await archive.end();
  await handle.close();
  return to;
};

const refused = async (hostile: string): Promise<unknown> => {
  const { folder } = await records(1);
  const before = await stateOf(folder);
  const refusal = await openBanso(
    { file: hostile, records: folder, device: OWN, passphrase: '' },
    follow(),
  ).then(
    () => 'taken',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
  // Whatever it was, nothing of it stays, and nothing has changed.
  expect(await stateOf(folder)).toBe(before);
  return refusal;
};

describe('a file that is none of ours, or was tampered with', () => {
  it('is no hand-over file when it is a text, a picture or nothing', async () => {
    const { folder } = await records();
    const other = join(folder, 'x.banso');
    for (const content of ['', 'PK', 'メモです。', '\u0089PNG\r\n']) {
      await writeFile(other, content);
      expect(await refused(other)).toBe('OTHER');
    }
  });

  it('is refused where anything in it is packed: nothing can swell when it is taken out', async () => {
    const { folder } = await records();
    const bomb = join(folder, 'bomb.banso');
    await writeFile(bomb, packedBomb('manifest.json', 20_000_000));
    expect(await refused(bomb)).toBe('DAMAGED');
  });

  it.each([
    ['a way out of the folder', 'logs/../../evil.log'],
    ['a way out at its beginning', '../evil.log'],
    ['an absolute path', '/tmp/evil.log'],
    ['a path of Windows', 'logs/case-case1\\..\\evil.log'],
    ['a name that Windows keeps', 'logs/case-case1/con.log'],
    ['another folder', 'devices/evil.log'],
    ['a document of another kind', 'logs/case-case1-x/device.log'],
  ])('is refused where a name in it is %s', async (_, name) => {
    expect(await refused(await made({ 'index.html': '', [name]: 'x' }))).toBe('DAMAGED');
  });

  it('is refused where a log is of another document, of another device, or none', async () => {
    const maker = await records(1);
    const log = (await readFile(join(maker.logs, 'case-case1', `${DEVICE}.log`))).toString(
      'latin1',
    );
    for (const name of ['logs/office/device0001.log', `logs/case-case2/${DEVICE}.log`]) {
      expect(await refused(await made({ 'index.html': '', [name]: log }))).toBe('DAMAGED');
    }
  });

  it('is refused in other words where a newer app has made it', async () => {
    const newer = await made({ 'index.html': '' }, (manifest) => ({ ...manifest, format: 2 }));
    expect(await refused(newer)).toBe('NEWER');
  });

  it('is refused where it says less, or more, than it holds', async () => {
    const entries = { 'index.html': '' };
    expect(await refused(await made(entries))).toBe('DAMAGED');
    const maker = await file();
    const whole = await readFile(maker);
    const { folder } = await records();
    const longer = join(folder, 'longer.banso');
    await writeFile(longer, Buffer.concat([whole, Buffer.from('x')]));
    expect(await refused(longer)).toBe('DAMAGED');
  });

  it('is refused wherever it was cut off, and wherever a single byte of it is another', async () => {
    const whole = await file();
    const bytes = await readFile(whole);
    const { folder } = await records();
    const hurt = join(folder, 'hurt.banso');
    for (let at = 1; at < bytes.length; at += 97) {
      await copyFile(whole, hurt);
      await truncate(hurt, at);
      expect(await refused(hurt)).toMatch(/^(?:DAMAGED|OTHER)$/);
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 0x21;
      await writeFile(hurt, turned);
      expect(await refused(hurt)).not.toBe('taken');
    }
  }, 120_000);

  it('is refused at once, with its size, where it is of two gigabytes or more', async () => {
    const { folder, remove } = await createStick();
    cleaning.push(remove);
    const huge = join(folder, 'huge.banso');
    await writeFile(huge, '');
    // Sparse: it takes no room.
    await truncate(huge, 2 ** 31);
    const { folder: here, device } = await records(1);
    const before = await stateOf(here);
    let asked = 0;
    const desk = createBansoDesk({
      ...{ records: here, device, folder: 'f1'.repeat(16) as FolderId, app: '1.0.0' },
      ...{ author: () => ({ id: 'a1', name: '後任' }), now: () => 0, read: readOnThread },
      ...{ onProgress: () => undefined, onFault: () => undefined },
      run: () => {
        asked += 1;
        return Promise.reject(new Error('nobody reads it'));
      },
    });
    const answer = await desk.open(huge, '');
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'too-large', happened: expect.stringContaining('2,048MB') },
    });
    expect(asked).toBe(0);
    expect(await refused(huge)).toBe('TOO_LARGE');
    expect(await stateOf(here)).toBe(before);
  });

  it('is not followed where it is a link', async () => {
    const whole = await file();
    const { folder } = await records();
    const link = join(folder, 'link.banso');
    await symlink(whole, link);
    expect(await refused(link)).toBe('ELOOP');
  });
});

describe('making that is killed at any step, or meets a full disk', () => {
  it('leaves no file under its name that is not whole', async () => {
    const maker = await records(2);
    const { folder, remove } = await createStick();
    cleaning.push(remove);
    let steps = 0;
    for (let wasCut = true; wasCut; steps += 1) {
      const cut = cutOffAfter(steps);
      await handOver({ ...maker, device: DEVICE }, { folder }).catch(() => undefined);
      cut.stop();
      wasCut = cut.wasCut();
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.banso')) continue;
        const reader = await records();
        await expect(takeInFile(reader, join(folder, name))).resolves.toHaveLength(2);
      }
    }
    expect(steps).toBeGreaterThan(3);
  }, 60_000);

  it('says so and leaves nothing behind', async () => {
    const maker = await records(2);
    const { folder, remove } = await createStick();
    cleaning.push(remove);
    const end = failing({ writeFile: 'ENOSPC', path: /\.banso-/ });
    const making = handOver({ ...maker, device: DEVICE }, { folder });
    await expect(making.finally(end)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('taking in that is killed at any step, or meets a full disk', () => {
  it('ends as the state of before or with all that the file brings, and nothing between', async () => {
    const whole = await file(3);
    const here = await records();
    const seen = new Set<string>();
    let steps = 0;
    for (let wasCut = true; wasCut; steps += 1) {
      const { folder, logs, edit } = await records();
      await edit(OWN);
      const own = await stateOf(logs);
      const cut = cutOffAfter(steps);
      await takeInFile({ ...here, folder }, whole).catch(() => undefined);
      cut.stop();
      wasCut = cut.wasCut();
      // As the next start does, before anything is read.
      await applyIncoming(folder);
      const after = await filesBelow(logs);
      seen.add(`${after.length}`);
      expect([2, 4]).toContain(after.length);
      if (after.length === 2) expect(await stateOf(logs)).toBe(own);
      else expect(await lastImport(folder)).toMatchObject({ way: 'files' });
    }
    expect([...seen].sort()).toEqual(['2', '4']);
    expect(steps).toBeGreaterThan(20);
  }, 120_000);

  it('says so and leaves nothing behind', async () => {
    const whole = await file();
    const { folder, device } = await records(1);
    const before = await stateOf(folder);
    const end = failing({ writeFile: 'ENOSPC', path: /incoming.*\.log$/ });
    const taking = takeInFile({ folder, device }, whole);
    await expect(taking.finally(end)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await stateOf(folder)).toBe(before);
  });
});

describe('logs of this device that come back in a file', () => {
  it('never take the place of its own, even where they are longer', async () => {
    const maker = await records(3);
    const whole = await handOver({ ...maker, device: DEVICE }, maker);
    const here = await records(1);
    // The same file, of which this PC has lost the end.
    for (const name of ['office', 'case-case1']) {
      const longer = await readFile(join(maker.logs, name, `${DEVICE}.log`));
      await writeFile(
        join(here.logs, name, `${DEVICE}.log`),
        longer.subarray(0, longer.length - 20),
      );
    }
    const own = await readFile(join(here.logs, 'office', `${DEVICE}.log`));
    await takeInFile({ folder: here.folder, device: DEVICE }, whole);
    expect(await readFile(join(here.logs, 'office', `${DEVICE}.log`))).toEqual(own);
    const names = await readdir(join(here.logs, 'office'));
    expect(names.some((name) => name.startsWith(`${DEVICE}~`))).toBe(true);
  });
});
