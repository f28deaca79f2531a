import fs, {
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskProblem } from '#electron/services/disk-problem.ts';
import { readJsonFile, setAside, writeJsonFile } from '#electron/services/json-file.ts';
import { IS_POSIX } from '#electron/services/safe-files.ts';
import {
  closeToOthers,
  makeDataFolder,
  makeFolderSync,
  withFileSync,
} from '#electron/services/safe-files-sync.ts';
import { mendSettingsFile } from '#electron/services/settings/settings-file.ts';
import { writeWholeFile } from '#electron/services/whole-file.ts';

const NOW = new Date('2026-04-01T00:00:00Z');
const place = { root: '', data: '', outside: '' };

beforeEach(() => {
  place.root = mkdtempSync(path.join(tmpdir(), 'banso-small-'));
  place.data = path.join(place.root, 'a', 'b', 'data');
  place.outside = path.join(place.root, 'outside');
  mkdirSync(place.outside);
  makeDataFolder(place.data);
});
afterEach(() => rmSync(place.root, { recursive: true, force: true }));

const inData = (...names: readonly string[]): string => path.join(place.data, ...names);
const outside = (...names: readonly string[]): string => path.join(place.outside, ...names);
const linkFolder = (target: string, at: string): void => symlinkSync(target, at, 'junction');
const rights = (at: string): number => lstatSync(at).mode & 0o777;
const codeOf = (work: () => void): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('the data folder', () => {
  test('is made with all that lies above it, and found again', () => {
    makeDataFolder(place.data);
    makeFolderSync(inData('settings'), place.data);
    makeFolderSync(inData('settings'), place.data);
    expect(readdirSync(place.data)).toEqual(['settings']);
  });

  test('may itself be a link, to a larger disk say', () => {
    linkFolder(place.outside, path.join(place.root, 'moved'));
    makeDataFolder(path.join(place.root, 'moved'));
    makeFolderSync(path.join(place.root, 'moved', 'records'), path.join(place.root, 'moved'));
    expect(readdirSync(place.outside)).toEqual(['records']);
  });

  test('holds no linked folder that is taken for one of ours', () => {
    linkFolder(place.outside, inData('settings'));
    expect(codeOf(() => makeFolderSync(inData('settings'), place.data))).toBe('ELOOP');
    expect(codeOf(() => writeJsonFile(inData('settings', 'a.json'), {}))).toBe('ELOOP');
    writeFileSync(outside('a.json'), '{}');
    expect(readJsonFile(inData('settings', 'a.json'))).toMatchObject({ kind: 'unreadable' });
    expect(readdirSync(place.outside)).toEqual(['a.json']);
  });
});

describe('a small file', () => {
  beforeEach(() => makeFolderSync(inData('settings'), place.data));
  const file = () => inData('settings', 'settings.json');

  test('larger than any of ours is not read', () => {
    writeFileSync(file(), `"${'x'.repeat(1024 * 1024)}"`);
    expect(readJsonFile(file())).toEqual({ kind: 'corrupt' });
  });

  test('that is a folder is unreadable, and is moved aside like any other', () => {
    mkdirSync(file());
    expect(readJsonFile(file())).toMatchObject({ kind: 'unreadable' });
    expect(mendSettingsFile(inData('settings'), NOW)).toMatchObject([{ code: 'damaged' }]);
    expect(existsSync(file())).toBe(false);
  });

  test('keeps what it was when a draft can’t be written', () => {
    writeJsonFile(file(), { one: 1 });
    expect(codeOf(() => writeWholeFile(inData('none', 'x.json'), '{}', 0o600))).toBe('ENOENT');
    expect(readJsonFile(file())).toEqual({ kind: 'read', value: { one: 1 } });
    expect(readdirSync(inData('settings'))).toEqual(['settings.json']);
  });

  test('refused for a link says so to staff, and that nothing was written', () => {
    const problem = diskProblem('設定', Object.assign(new Error(''), { code: 'ELOOP' }));
    expect(problem.happened).toContain('リンク');
    expect(problem.detail).toBe('ELOOP');
  });
});

/** What of files and folders is flushed to the disk while `work` runs, in order. */
const flushedBy = (work: () => void): readonly string[] => {
  const flushed: string[] = [];
  const { fsyncSync } = fs;
  fs.fsyncSync = (handle) => {
    flushed.push(fs.fstatSync(handle).isDirectory() ? 'folder' : 'file');
    fsyncSync(handle);
  };
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
  }
  return flushed;
};

const onSystemWithRights = (): void => {
  const before = { umask: 0 };
  beforeEach(() => {
    makeFolderSync(inData('settings'), place.data);
    before.umask = process.umask(0);
  });
  afterEach(() => {
    process.umask(before.umask);
  });

  test('folders and files are the user’s alone', () => {
    const other = path.join(place.root, 'other');
    makeDataFolder(other);
    writeJsonFile(path.join(other, 'settings', 'a.json'), {});
    expect(rights(other)).toBe(0o700);
    expect(rights(path.join(other, 'settings'))).toBe(0o700);
    expect(rights(path.join(other, 'settings', 'a.json'))).toBe(0o600);
  });

  test('what an older version left open to others is closed at the start', () => {
    const other = path.join(place.root, 'other');
    mkdirSync(path.join(other, 'settings'), { recursive: true, mode: 0o755 });
    writeFileSync(path.join(other, 'settings', 'a.json'), '{}', { mode: 0o644 });
    writeFileSync(outside('mine'), '', { mode: 0o644 });
    symlinkSync(outside('mine'), path.join(other, 'settings', 'link'));
    makeDataFolder(other);
    makeFolderSync(path.join(other, 'settings'), other);
    closeToOthers(path.join(other, 'settings'));
    expect(rights(other)).toBe(0o700);
    expect(rights(path.join(other, 'settings'))).toBe(0o700);
    expect(rights(path.join(other, 'settings', 'a.json'))).toBe(0o600);
    expect(rights(outside('mine'))).toBe(0o644);
  });

  test('a link in a file’s place is not read, and a new file takes its place', () => {
    writeFileSync(outside('secret'), '{"userName":"secret"}');
    symlinkSync(outside('secret'), inData('settings', 'a.json'));
    expect(readJsonFile(inData('settings', 'a.json'))).toMatchObject({
      kind: 'unreadable',
      error: { code: 'ELOOP' },
    });
    writeJsonFile(inData('settings', 'a.json'), { own: 1 });
    expect(readFileSync(outside('secret'), 'utf8')).toBe('{"userName":"secret"}');
    expect(readJsonFile(inData('settings', 'a.json'))).toEqual({
      kind: 'read',
      value: { own: 1 },
    });
  });

  test('a link is set aside as the link that it is', () => {
    writeFileSync(outside('secret'), 'secret');
    symlinkSync(outside('secret'), inData('settings', 'settings.json'));
    const aside = setAside(inData('settings', 'settings.json'), NOW);
    expect(readlinkSync(aside)).toBe(outside('secret'));
    expect(readFileSync(outside('secret'), 'utf8')).toBe('secret');
  });

  test('new folders, replaced files and what is set aside reach the disk with their names', () => {
    const other = path.join(place.root, 'x', 'y', 'data');
    const file = path.join(other, 'settings', 'a.json');
    expect(flushedBy(() => makeDataFolder(other))).toEqual(['folder', 'folder', 'folder']);
    expect(flushedBy(() => writeJsonFile(file, {}))).toEqual(['folder', 'file', 'folder']);
    expect(flushedBy(() => writeJsonFile(file, {}))).toEqual(['file', 'folder']);
    expect(flushedBy(() => setAside(file, NOW))).toEqual(['file', 'folder']);
  });

  test('a dangling link makes no file elsewhere', () => {
    symlinkSync(outside('new'), inData('settings', 'a.log'));
    const flags = constants.O_WRONLY | constants.O_CREAT;
    const open = () => withFileSync(inData('settings', 'a.log'), place.data, flags, () => true);
    expect(codeOf(open)).toBe('ELOOP');
    expect(readdirSync(place.outside)).toEqual([]);
  });
};

// Windows keeps the profile's rights, and links to files need an administrator there.
if (IS_POSIX) describe('on a system with rights', onSystemWithRights);
