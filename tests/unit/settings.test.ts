import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskProblem } from '#electron/services/disk-problem.ts';
import { readJsonFile, setAside, writeJsonFile } from '#electron/services/json-file.ts';
import { mendSettingsFile, toSettings } from '#electron/services/settings/settings-file.ts';
import { DEFAULT_SETTINGS } from '#shared/ipc/settings.ts';

const ASIDE = /^\w+\.json\.corrupt-20260401T000000000Z-[0-9a-f]{16}$/;
const NOW = new Date('2026-04-01T00:00:00Z');
const place = { folder: '' };

beforeEach(() => {
  place.folder = mkdtempSync(path.join(tmpdir(), 'banso-settings-'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(place.folder, name);
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(inFolder(name), content);
const read = (name: string): string => readFileSync(inFolder(name), 'utf8');
const names = (): readonly string[] => readdirSync(place.folder).sort();

describe('the settings file', () => {
  test('that is missing is nothing to tell of', () => {
    expect(mendSettingsFile(place.folder, NOW)).toEqual([]);
    expect(names()).toEqual([]);
  });

  test('that is whole stays as it is, unknown keys too', () => {
    const content = JSON.stringify({ prefecture: '43', userName: '山田', later: [1] });
    write('settings.json', content);
    expect(mendSettingsFile(place.folder, NOW)).toEqual([]);
    expect(read('settings.json')).toBe(content);
    expect(toSettings(JSON.parse(content))).toEqual({
      ...DEFAULT_SETTINGS,
      prefecture: '43',
      userName: '山田',
    });
  });

  test.each([
    ['cut short', '{"prefecture": "4'],
    ['empty', ''],
    ['full of zeros after a power cut', new Uint8Array(200)],
    ['a list', '[]'],
    ['a bare word', '"43"'],
    ['null', 'null'],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
  ])('that is %s is set aside and told', (_what, content) => {
    write('settings.json', content);
    const notices = mendSettingsFile(place.folder, NOW);
    expect(notices).toMatchObject([{ code: 'damaged' }]);
    expect(names()).toEqual([expect.stringMatching(ASIDE)]);
    expect(readFileSync(inFolder(names()[0] ?? ''))).toEqual(Buffer.from(content));
  });

  test('with an unusable value keeps the others, and a copy of itself', () => {
    const content = JSON.stringify({ prefecture: '99', userName: '山田' });
    write('settings.json', content);
    expect(mendSettingsFile(place.folder, NOW)).toMatchObject([{ code: 'damaged' }]);
    const [aside = ''] = names().filter((name) => ASIDE.test(name));
    expect(read(aside)).toBe(content);
    expect(toSettings(JSON.parse(read('settings.json')))).toMatchObject({
      prefecture: '',
      userName: '山田',
    });
  });

  test('never keeps the app from starting, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (content) => {
        write('settings.json', content);
        mendSettingsFile(place.folder, NOW);
        const left = readJsonFile(inFolder('settings.json'));
        expect(['missing', 'read']).toContain(left.kind);
        expect(toSettings(left.kind === 'read' ? left.value : {})).toBeDefined();
        for (const name of names()) rmSync(inFolder(name));
      }),
      { numRuns: 100 },
    );
  });

  test('set aside twice in one moment leaves two files', () => {
    for (const content of ['first', 'second']) {
      write('settings.json', content);
      setAside(inFolder('settings.json'), NOW);
    }
    expect(names()).toHaveLength(2);
  });
});

describe('writing a small file', () => {
  test('replaces it whole and leaves no drafts', () => {
    writeJsonFile(inFolder('a/b.json'), { one: 1 });
    writeJsonFile(inFolder('a/b.json'), { two: 2 });
    expect(JSON.parse(read('a/b.json'))).toEqual({ two: 2 });
    expect(readdirSync(inFolder('a'))).toEqual(['b.json']);
  });

  test('that fails says whether the disk is full', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(diskProblem('設定', full).code).toBe('disk-full');
    expect(diskProblem('設定', new Error('other')).code).toBe('disk-error');
    expect(diskProblem('設定', undefined).code).toBe('disk-error');
  });
});
