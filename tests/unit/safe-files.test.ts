import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import {
  appendFile,
  chmod,
  type FileHandle,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  IS_POSIX,
  makeFolder,
  openNoFollow,
  setAsideName,
  stepsBelow,
} from '#electron/services/safe-files.ts';

const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;
const NOW = new Date('2026-04-01T00:00:00Z');
const place = { data: '', outside: '', umask: 0 };

beforeEach(async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'banso-safe-'));
  place.data = path.join(root, 'data');
  place.outside = path.join(root, 'outside');
  await mkdir(place.data);
  await mkdir(place.outside);
});
afterEach(() => rm(path.dirname(place.data), { recursive: true, force: true }));

const inData = (...names: readonly string[]): string => path.join(place.data, ...names);
const outside = (...names: readonly string[]): string => path.join(place.outside, ...names);
/** Links to folders are junctions on Windows, which need no rights of their own. */
const link = (target: string, at: string): Promise<void> => symlink(target, at, 'junction');
const rights = async (at: string): Promise<number> => (await lstat(at)).mode & 0o777;

const append = async (file: string, text: string): Promise<void> => {
  const handle = await openNoFollow(file, place.data, APPEND);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
};

const read = async (file: string): Promise<string> => {
  const handle = await openNoFollow(file, place.data, constants.O_RDONLY);
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
};

describe('a folder of the data folder', () => {
  test('is made with those above it, and again without complaint', async () => {
    await makeFolder(inData('records', 'logs', 'office'), place.data);
    await makeFolder(inData('records', 'logs', 'office'), place.data);
    expect((await lstat(inData('records', 'logs', 'office'))).isDirectory()).toBe(true);
  });

  test.each(['records', 'records/logs', 'records/logs/office'])(
    'is not made through a link at %s',
    async (at) => {
      await mkdir(path.dirname(inData(at)), { recursive: true });
      await link(place.outside, inData(at));
      await expect(makeFolder(inData('records/logs/office'), place.data)).rejects.toMatchObject({
        code: 'ELOOP',
      });
      expect(await readdir(place.outside)).toEqual([]);
    },
  );

  test('is not made where a file stands', async () => {
    await writeFile(inData('records'), '');
    await expect(makeFolder(inData('records', 'logs'), place.data)).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  test('is never the trusted folder itself, nor one beside or above it', () => {
    for (const hostile of ['.', '..', '../outside', 'records/../../outside']) {
      expect(() => stepsBelow(path.resolve(place.data, hostile), place.data)).toThrow();
    }
    expect(stepsBelow(inData('..records', 'a'), place.data)).toEqual([
      inData('..records'),
      inData('..records', 'a'),
    ]);
  });
});

describe('a file of the data folder', () => {
  test('is written and read', async () => {
    await append(inData('a.log'), 'one');
    await append(inData('a.log'), 'two');
    expect(await read(inData('a.log'))).toBe('onetwo');
  });

  test('that is missing says so', async () => {
    await expect(read(inData('none', 'a.log'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is found when the data folder itself is a link', async () => {
    await link(place.data, outside('moved'));
    const handle = await openNoFollow(outside('moved', 'a.log'), outside('moved'), APPEND);
    await handle.close();
    expect(await readdir(place.data)).toEqual(['a.log']);
  });

  test('is neither read nor written through a linked folder above it', async () => {
    await mkdir(outside('logs'));
    await writeFile(outside('logs', 'a.log'), 'secret');
    await link(place.outside, inData('records'));
    const file = inData('records', 'logs', 'a.log');
    await expect(read(file)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(append(file, 'x')).rejects.toMatchObject({ code: 'ELOOP' });
    expect(await readFile(outside('logs', 'a.log'), 'utf8')).toBe('secret');
  });

  test('is a plain file, not a folder', async () => {
    await mkdir(inData('a.log'));
    await expect(read(inData('a.log'))).rejects.toMatchObject({ code: 'EINVAL' });
  });
});

describe('a name for what is set aside', () => {
  test('stands beside the file and says when and why', () => {
    const name = setAsideName(inData('settings.json'), 'corrupt', NOW);
    expect(path.dirname(name)).toBe(place.data);
    expect(path.basename(name)).toMatch(
      /^settings\.json\.corrupt-20260401T000000000Z-[0-9a-f]{16}$/,
    );
  });

  test('never comes twice, even in one moment', () => {
    const names = Array.from({ length: 10_000 }, () => setAsideName('a.log', 'torn', NOW));
    expect(new Set(names).size).toBe(names.length);
  });
});

// Windows has no such rights, and makes links to files and pipes only for administrators.
const onSystemWithRights = (): void => {
  beforeEach(() => {
    place.umask = process.umask(0);
  });
  afterEach(() => {
    process.umask(place.umask);
  });

  test('folders and files are the user’s alone, whatever the umask says', async () => {
    for (const umask of [0, 0o022, 0o277]) {
      process.umask(umask);
      await makeFolder(inData(`u${umask}`, 'logs'), place.data);
      await append(inData(`u${umask}`, 'logs', 'a.log'), 'x');
      expect(await rights(inData(`u${umask}`))).toBe(0o700);
      expect(await rights(inData(`u${umask}`, 'logs'))).toBe(0o700);
      expect(await rights(inData(`u${umask}`, 'logs', 'a.log'))).toBe(0o600);
    }
  });

  test('what an older version left open to others is closed when it is used', async () => {
    await mkdir(inData('records'), { mode: 0o755 });
    await writeFile(inData('records', 'a.log'), 'x', { mode: 0o644 });
    await makeFolder(inData('records'), place.data);
    await append(inData('records', 'a.log'), 'y');
    expect(await rights(inData('records'))).toBe(0o700);
    expect(await rights(inData('records', 'a.log'))).toBe(0o600);
  });

  test('reading changes no rights', async () => {
    await writeFile(inData('a.log'), 'x');
    await chmod(inData('a.log'), 0o640);
    await read(inData('a.log'));
    expect(await rights(inData('a.log'))).toBe(0o640);
  });

  test('a link in a file’s place is neither read nor written through', async () => {
    await writeFile(outside('secret'), 'secret');
    await symlink(outside('secret'), inData('a.log'));
    await symlink(outside('new'), inData('dangling.log'));
    await expect(read(inData('a.log'))).rejects.toMatchObject({ code: 'ELOOP' });
    for (const name of ['a.log', 'dangling.log']) {
      await expect(append(inData(name), 'x')).rejects.toMatchObject({ code: 'ELOOP' });
    }
    expect(await readFile(outside('secret'), 'utf8')).toBe('secret');
    expect(await readdir(place.outside)).toEqual(['secret']);
  });

  test('a pipe in a file’s place is refused at once instead of being waited for', async () => {
    execFileSync('mkfifo', [inData('a.log')]);
    await expect(read(inData('a.log'))).rejects.toMatchObject({ code: 'EINVAL' });
    // Nobody reads at the other end.
    await expect(append(inData('a.log'), 'x')).rejects.toMatchObject({ code: 'ENXIO' });
  });

  test('a hard link is a file like any other: backups make them', async () => {
    await append(inData('a.log'), 'x');
    execFileSync('ln', [inData('a.log'), outside('copy')]);
    await append(inData('a.log'), 'y');
    await appendFile(outside('copy'), 'z');
    expect(await read(inData('a.log'))).toBe('xyz');
  });

  test('each new folder is flushed into the one above it, an old one is not', async () => {
    const handle = await openNoFollow(inData('any'), place.data, APPEND);
    await handle.close();
    const flushed = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync');
    await makeFolder(inData('records', 'logs'), place.data);
    await makeFolder(inData('records', 'logs', 'office'), place.data);
    expect(flushed).toHaveBeenCalledTimes(3);
    flushed.mockRestore();
  });
};

if (IS_POSIX) describe('on a system with rights', onSystemWithRights);
