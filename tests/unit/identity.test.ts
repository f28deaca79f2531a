import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Identity, loadIdentity } from '#electron/services/identity/load-identity.ts';
import { type Found, judge, type Mark, type Place } from '#electron/services/identity/mark.ts';
import { markFileOf } from '#electron/services/identity/place.ts';
import { type DeviceId, type FolderId, isFolderId, isId } from '#shared/domain/record/ids.ts';

const HERE: Place = { path: '/data/records', volume: '1', file: '2', host: 'pc' };
const FOLDER = '0123456789abcdef0123456789abcdef' as FolderId;
const OTHER = 'f'.repeat(32) as FolderId;
const DEVICE = 'device' as DeviceId;
const MARK: Mark = { ...HERE, folder: FOLDER, device: DEVICE, run: 5, at: 500 };

const found = (change: Partial<Found>): Found => ({
  marks: [MARK],
  here: HERE,
  folder: FOLDER,
  isUsed: true,
  startsOf: () => ({ run: 5, at: 500 }),
  ...change,
});
const counting = (run: number) => ({ startsOf: () => ({ run, at: run * 100 }) });

describe('what a start concludes from mark and records folder', () => {
  test.each<[string, Partial<Found>, string]>([
    ['both count alike', {}, 'ours'],
    ['nothing is there', { marks: [], folder: undefined, isUsed: false }, 'first'],
    ['there is no mark', { marks: [] }, 'copied'],
    ['the mark is for another path', { here: { ...HERE, path: '/elsewhere' } }, 'copied'],
    ['another records folder stands here', { folder: OTHER }, 'copied'],
    ['the logs have no id and no mark', { marks: [], folder: undefined }, 'copied'],
    ['the volume is another', { here: { ...HERE, volume: '9' } }, 'replaced'],
    ['the folder is another at the same path', { here: { ...HERE, file: '9' } }, 'replaced'],
    ['the PC is another', { here: { ...HERE, host: 'other' } }, 'replaced'],
    ['the folder counts fewer starts', counting(4), 'restored'],
    ['the folder never knew this device', { startsOf: () => undefined }, 'restored'],
    [
      'an older folder was copied into the place',
      { ...counting(4), here: { ...HERE, file: '9' } },
      'restored',
    ],
    [
      'the records were emptied',
      { folder: undefined, isUsed: false, startsOf: () => undefined },
      'restored',
    ],
    ['the folder counts one start more', counting(6), 'interrupted'],
    ['the folder counts many starts more', counting(9), 'twin'],
    ['the folder’s count is damaged', { startsOf: () => 'unreadable' }, 'unreadable'],
  ])('when %s', (_what, change, happened) => {
    const verdict = judge(found(change));
    expect(verdict.happened).toBe(happened);
    // Only a folder that is wholly as we left it is written under the same id again.
    expect(verdict.device).toBe(happened === 'ours' ? DEVICE : undefined);
    expect(verdict.run).toBe(happened === 'ours' ? 6 : 1);
    expect(verdict.restored !== undefined).toBe(happened === 'restored');
  });

  test('a lost folder id is taken from the mark at the same place', () => {
    expect(judge(found({ folder: undefined }))).toMatchObject({
      happened: 'ours',
      folder: FOLDER,
    });
  });

  test('a question that nobody has answered is asked again', () => {
    const restored = { older: 300, newer: 500 };
    const marks = [{ ...MARK, restored }];
    expect(judge(found({ marks })).restored).toEqual(restored);
    expect(judge(found({ marks, ...counting(6) })).restored).toEqual(restored);
    expect(judge(found({ marks, ...counting(2) })).restored).toEqual({ older: 200, newer: 500 });
  });
});

test.each([
  [
    'linux',
    '/home/a/.local/share/banso-note',
    '/home/a/.local/share/banso-note.installations.json',
  ],
  ['darwin', '/Users/a/banso-note', '/Users/a/banso-note.installations.json'],
  ['win32', 'U:\\share\\banso', 'C:\\Local\\banso.installations.json'],
] as const)('on %s the marks stand outside the data folder, on this PC', (platform, data, file) => {
  expect(markFileOf(data, { platform, localAppData: 'C:\\Local' })).toBe(file);
});

const root = { path: '' };
beforeEach(() => {
  root.path = mkdtempSync(path.join(tmpdir(), 'banso-identity-'));
});
afterEach(() => rmSync(root.path, { recursive: true, force: true }));

const at = (...names: readonly string[]): string => path.join(root.path, ...names);
const devicesIn = (data: string): readonly string[] =>
  readdirSync(at(data, 'records', 'devices')).sort();

let clock = Date.parse('2026-04-01T00:00:00Z');

/** Starts the app on a data folder, as far as its identity goes; each start leaves a log of its own. */
const start = (data: string, isLocked = true): Identity => {
  const recordsFolder = at(data, 'records');
  mkdirSync(recordsFolder, { recursive: true });
  const markFile = at(`${data}.installations.json`);
  clock += 60_000;
  const identity = loadIdentity({ recordsFolder, markFile, isLocked }, new Date(clock));
  mkdirSync(at(data, 'records', 'logs'), { recursive: true });
  return identity;
};

const copy = (from: string, to: string): void => cpSync(at(from), at(to), { recursive: true });

describe('the identity of a records folder', () => {
  test('is made at the first start without a word, and found again', () => {
    const first = start('a');
    expect(first).toMatchObject({ isNew: true, isRestored: false, notices: [] });
    expect(isId(first.device)).toBe(true);
    expect(isFolderId(first.folder)).toBe(true);
    for (let again = 0; again < 3; again += 1) {
      expect(start('a')).toMatchObject({
        device: first.device,
        folder: first.folder,
        isNew: false,
        isRestored: false,
        notices: [],
      });
    }
    expect(devicesIn('a')).toEqual([`${first.device}.json`]);
  });

  test('is another’s in a copy, which is told; the original goes on as before', () => {
    const original = start('a');
    copy('a', 'b');
    const copied = start('b');
    expect(copied.folder).toBe(original.folder);
    expect(copied.device).not.toBe(original.device);
    expect(copied).toMatchObject({ isRestored: false, notices: [{ code: 'taken' }] });
    expect(start('b')).toMatchObject({ device: copied.device, notices: [] });
    expect(start('a')).toMatchObject({ device: original.device, notices: [] });
  });

  test('copied there, worked on at both places, and copied back: asked about, and a new one', () => {
    const original = start('a');
    copy('a', 'b');
    const there = start('b');
    start('a');
    rmSync(at('a'), { recursive: true });
    copy('b', 'a');
    const back = start('a');
    expect(back.isRestored).toBe(true);
    expect([original.device, there.device]).not.toContain(back.device);
  });

  test('copied there and back while nobody worked here is no question', () => {
    const original = start('a');
    copy('a', 'b');
    start('b');
    rmSync(at('a'), { recursive: true });
    copy('b', 'a');
    const back = start('a');
    // Nobody but us has written under our id, there or here.
    expect(devicesIn('a')).toContain(`${original.device}.json`);
    expect(back).toMatchObject({ folder: original.folder, isRestored: false, notices: [] });
  });

  test.each(['in the same folder', 'as a new folder'])(
    'of records that were put back %s is asked about until it is settled',
    (how) => {
      const original = start('a');
      const then = clock;
      copy('a/records', 'backup');
      start('a');
      const known = clock;
      if (how === 'as a new folder') rmSync(at('a', 'records'), { recursive: true });
      copy('backup', 'a/records');

      const restored = start('a');
      expect(restored).toMatchObject({
        folder: original.folder,
        isRestored: true,
        restoredTimes: { older: then, newer: known },
      });
      expect(restored.device).not.toBe(original.device);
      const again = start('a');
      expect(again).toMatchObject({
        device: restored.device,
        isRestored: true,
        restoredTimes: { older: then, newer: known },
      });
      again.settleRestored();
      expect(start('a')).toMatchObject({ device: restored.device, isRestored: false });
    },
  );

  test('of records that are gone altogether keeps the folder’s id, so that the cache still fits', () => {
    const original = start('a');
    rmSync(at('a', 'records'), { recursive: true });
    expect(start('a')).toMatchObject({ folder: original.folder, isRestored: true, notices: [] });
  });

  test('changes when the data folder is moved', () => {
    const original = start('a');
    renameSync(at('a'), at('b'));
    const moved = start('b');
    expect(moved.folder).toBe(original.folder);
    expect(moved.device).not.toBe(original.device);
    expect(moved.isRestored).toBe(false);
  });

  test('is never shared by two folders that change places, and comes back with its folder', () => {
    const [a, b] = [start('a'), start('b')];
    const swap = (): void => {
      renameSync(at('a'), at('c'));
      renameSync(at('b'), at('a'));
      renameSync(at('c'), at('b'));
    };
    swap();
    const [inA, inB] = [start('a'), start('b')];
    expect([inA.folder, inB.folder]).toEqual([b.folder, a.folder]);
    expect(new Set([a, b, inA, inB].map(({ device }) => device)).size).toBe(4);
    swap();
    expect([start('a').device, start('b').device]).toEqual([a.device, b.device]);
  });

  test('is new after a twin has written under it, and that is told', () => {
    const original = start('a');
    const mark = readFileSync(at('a.installations.json'));
    for (let times = 0; times < 3; times += 1) start('a');
    writeFileSync(at('a.installations.json'), mark);
    const after = start('a');
    expect(after.device).not.toBe(original.device);
    expect(after).toMatchObject({ isRestored: false, notices: [{ code: 'taken' }] });
  });
});

describe('a start that is cut off', () => {
  const files = (): readonly string[] =>
    (readdirSync(root.path, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.json'))
      .sort();
  const snapshot = () => new Map(files().map((name) => [name, readFileSync(at(name), 'utf8')]));

  /** Brings back, of the files that a start has written, all but the first ones. */
  const cutAfter = (written: number, before: ReadonlyMap<string, string>): void => {
    const order = ['a/records/devices/', 'a.installations', 'a/records/folder'];
    for (const name of files()) {
      const place = order.findIndex((each) => name.startsWith(each));
      const old = before.get(name);
      if (place < written) continue;
      if (old === undefined) rmSync(at(name));
      else writeFileSync(at(name), old);
    }
  };

  test.each([0, 1, 2])('at the very first start after %i writes is no copy', (written) => {
    mkdirSync(at('a'));
    const before = snapshot();
    start('a');
    cutAfter(written, before);
    rmSync(at('a', 'records', 'logs'), { recursive: true });
    expect(start('a')).toMatchObject({ isRestored: false, notices: [] });
  });

  test.each([0, 1, 2])('later after %i writes asks nothing and tells nothing', (written) => {
    const original = start('a');
    const before = snapshot();
    start('a');
    cutAfter(written, before);
    const after = start('a');
    expect(after).toMatchObject({ folder: original.folder, isRestored: false, notices: [] });
    expect(start('a')).toMatchObject({ device: after.device, isRestored: false, notices: [] });
  });
});

describe('files of the identity that can’t be used', () => {
  const broken = ['', '{"folder":', '{"folder":5}', '{"run":"many"}', '{"marks":[{}]}', '[]'];

  test.each(['a/records/folder.json', 'a/records/devices', 'a.installations.json'])(
    '%s is set aside, told, and nothing is asked',
    (name) => {
      for (const content of broken) {
        const before = start('a');
        const file = name.endsWith('devices') ? `${name}/${before.device}.json` : name;
        writeFileSync(at(file), content);
        const after = start('a');
        expect(after.device).not.toBe(before.device);
        expect(after).toMatchObject({ isRestored: false, notices: [{ code: 'damaged' }] });
        const aside = readdirSync(path.dirname(at(file))).filter((each) =>
          each.includes('corrupt-'),
        );
        expect(aside).not.toEqual([]);
        expect(start('a')).toMatchObject({ device: after.device, notices: [] });
      }
    },
  );

  test('a damaged folder id is the mark’s again, so that the cache still fits', () => {
    const before = start('a');
    writeFileSync(at('a', 'records', 'folder.json'), '{');
    expect(start('a').folder).toBe(before.folder);
  });

  test('a mark that can’t be written is told, and no id is used twice', () => {
    mkdirSync(at('a', 'records'), { recursive: true });
    const places = { recordsFolder: at('a', 'records'), markFile: at('gone', 'marks.json') };
    const first = loadIdentity({ ...places, isLocked: true }, new Date(clock));
    const second = loadIdentity({ ...places, isLocked: true }, new Date(clock));
    expect(second.device).not.toBe(first.device);
    expect(second.isRestored).toBe(false);
    expect(second.notices.map(({ code }) => code)).toContain('disk-error');
  });

  test('without the lock nothing is written, and the id is for this run alone', () => {
    const known = start('a');
    const files = readdirSync(at('a', 'records'));
    const unlocked = start('a', false);
    expect(unlocked.folder).toBe(known.folder);
    expect(unlocked.device).not.toBe(known.device);
    expect(readdirSync(at('a', 'records'))).toEqual(files);
    expect(start('a').device).toBe(known.device);
  });
});
