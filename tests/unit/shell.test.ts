import type { MenuItemConstructorOptions } from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFolder, folderProblem, judgeFolder } from '#electron/app/data-folder.ts';
import { menuTemplate } from '#electron/app/menu-template.ts';
import { createNotices } from '#electron/app/notices.ts';
import { openedFiles, readHandedOver } from '#electron/app/opened-files.ts';
import { placeWindow, toWindowPlace } from '#electron/app/place-window.ts';
import { createAnswerBox, mayQuit } from '#electron/app/quitting.ts';
import { MENU_COMMANDS, type MenuCommand } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/result.ts';

describe('the data folder', () => {
  const home = '/home/yamada';
  const linux = { platform: 'linux', env: {}, home, packaged: true } as const;

  test('is local, not roaming', () => {
    expect(dataFolder(linux)).toBe('/home/yamada/.local/share/banso-note');
    expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/banso-note');
    expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: 'relative' } })).toBe(
      '/home/yamada/.local/share/banso-note',
    );
    expect(
      dataFolder({
        platform: 'win32',
        env: { LOCALAPPDATA: 'C:\\Users\\yamada\\AppData\\Local', APPDATA: 'Z:\\Roaming' },
        home: 'C:\\Users\\yamada',
        packaged: true,
      }),
    ).toBe('C:\\Users\\yamada\\AppData\\Local\\banso-note');
  });

  test('of an unpackaged start is another one, unless it is chosen', () => {
    expect(dataFolder({ ...linux, packaged: false })).toMatch(/banso-note-dev$/);
    expect(dataFolder({ ...linux, env: { BANSO_DATA_DIR: '/chosen' } })).toBe('/chosen');
  });

  test('draws a warning on a network or a volatile disk', () => {
    expect(judgeFolder('\\\\server\\share\\banso', [], undefined)).toBe('network');
    expect(judgeFolder('\\\\?\\UNC\\server\\share', [], undefined)).toBe('network');
    expect(judgeFolder('\\\\?\\C:\\banso', [], undefined)).toBe('local');
    expect(judgeFolder('/mnt/share', [], 0xff534d42)).toBe('network');
    expect(judgeFolder('/dev/shm/banso', [], 0x01021994)).toBe('volatile');
    expect(judgeFolder('/tmp/banso', ['/tmp'], 0xef53)).toBe('volatile');
    expect(judgeFolder('/tmpfile/banso', ['/tmp'], 0xef53)).toBe('local');
    expect(folderProblem('local')).toBeUndefined();
    expect(folderProblem('network')?.happened).toContain('ネットワーク');
    expect(folderProblem('volatile')?.happened).toContain('一時');
  });
});

describe('the window', () => {
  const screenArea = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { x: 1920, y: 0, width: 1280, height: 1000 };

  test('first opens at 1440 × 900 in the middle, smaller on a small display', () => {
    expect(placeWindow(undefined, [screenArea])).toEqual({
      x: 240,
      y: 70,
      width: 1440,
      height: 900,
    });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1000, height: 650 }])).toEqual({
      x: 0,
      y: 0,
      width: 1000,
      height: 650,
    });
  });

  test('opens where it stood, and on the first display when that one is gone', () => {
    const saved = { bounds: { x: 2000, y: 50, width: 1100, height: 800 }, maximized: false };
    expect(placeWindow(saved, [screenArea, second])).toEqual(saved.bounds);
    expect(placeWindow(saved, [screenArea])).toEqual({ x: 410, y: 120, width: 1100, height: 800 });
  });

  test('always lies within some display, wherever it stood', () => {
    const coordinate = fc.integer({ min: -9000, max: 9000 });
    const size = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(coordinate, coordinate, size, size, (x, y, width, height) => {
        const placed = placeWindow({ bounds: { x, y, width, height }, maximized: false }, [
          screenArea,
          second,
        ]);
        const within = [screenArea, second].some(
          (area) =>
            placed.x >= area.x &&
            placed.y >= area.y &&
            placed.x + placed.width <= area.x + area.width &&
            placed.y + placed.height <= area.y + area.height,
        );
        expect(within).toBe(true);
      }),
    );
  });

  test('forgets a place that makes no sense', () => {
    for (const raw of [
      null,
      1,
      {},
      { bounds: null },
      { bounds: { x: 'a', y: 0, width: 1, height: 1 } },
      { bounds: { x: 0, y: 0, width: -5, height: 1 } },
    ]) {
      expect(toWindowPlace(raw)).toBeUndefined();
    }
    expect(toWindowPlace({ bounds: screenArea })).toEqual({ bounds: screenArea, maximized: false });
  });
});

describe('the menu', () => {
  const build = () => {
    const sent: MenuCommand[] = [];
    const template = menuTemplate(
      { command: (command) => sent.push(command), showDataFolder: () => 0 },
      { mac: false, development: false },
    );
    const items = template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]);
    return { sent, template, items };
  };

  test('speaks Japanese and uses no key twice', () => {
    const { template, items } = build();
    const labelled = [...template, ...items].filter((item) => item.type !== 'separator');
    for (const { label } of labelled) expect(label).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    const keys = items.map((item) => item.accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('reaches every command that the screen knows', () => {
    const { sent, items } = build();
    for (const item of items) {
      // Electron's arguments, of which the menu uses none.
      (item.click as (() => void) | undefined)?.();
    }
    expect([...sent].sort()).toEqual([...MENU_COMMANDS].sort());
  });

  test('offers the developer tools in development only', () => {
    expect(JSON.stringify(build().template)).not.toContain('toggleDevTools');
  });
});

describe('notices', () => {
  const problem = (happened: string): Problem => ({
    code: 'unexpected',
    happened,
    safe: '',
    todo: '',
  });

  test('wait for the screen’s first question and then go at once', () => {
    const sent: Problem[] = [];
    const notices = createNotices((one) => sent.push(one));
    notices.report(problem('早い'));
    expect(sent).toEqual([]);
    expect(notices.collect()).toEqual([problem('早い')]);
    notices.report(problem('遅い'));
    expect(sent).toEqual([problem('遅い')]);
    expect(notices.collect()).toEqual([]);
  });
});

describe('files that the system asks to open', () => {
  test('are found in a command line', () => {
    expect(openedFiles(['.', '--x=y.banso', 'a.banso', '/b/C.BANSO', 'd.txt'], '/w')).toEqual([
      '/w/a.banso',
      '/b/C.BANSO',
    ]);
  });

  test('handed over by another start are checked', () => {
    expect(readHandedOver({ files: ['/a.banso', 'rel.banso', '/b.exe', 5, null] })).toEqual([
      '/a.banso',
    ]);
    for (const data of [null, undefined, 'x', {}, { files: 'a.banso' }]) {
      expect(readHandedOver(data)).toEqual([]);
    }
  });
});

describe('quitting', () => {
  const scene = (
    answers: readonly (boolean | undefined)[],
    choices: readonly ('wait' | 'quit')[],
  ) => {
    const done: string[] = [];
    const left = { answers: [...answers], choices: [...choices] };
    const effects = {
      ask: () => true,
      answer: async () => left.answers.shift(),
      choose: async () => {
        done.push('choose');
        return left.choices.shift() ?? 'quit';
      },
      flush: async () => {
        done.push('flush');
      },
    };
    return { effects, done };
  };

  test('happens when the screen says that all is saved, after the logs are on the disk', async () => {
    const { effects, done } = scene([true], []);
    expect(await mayQuit(effects)).toBe(true);
    expect(done).toEqual(['flush']);
  });

  test('does not happen when the screen says no', async () => {
    const { effects, done } = scene([false], []);
    expect(await mayQuit(effects)).toBe(false);
    expect(done).toEqual([]);
  });

  test('asks staff when no answer comes, and waits on as often as they wish', async () => {
    const waiting = scene([undefined, undefined, true], ['wait', 'wait']);
    expect(await mayQuit(waiting.effects)).toBe(true);
    expect(waiting.done).toEqual(['choose', 'choose', 'flush']);
    const leaving = scene([undefined], ['quit']);
    expect(await mayQuit(leaving.effects)).toBe(true);
    expect(leaving.done).toEqual(['choose', 'flush']);
  });

  test('does not wait for a screen that is not there', async () => {
    const { effects, done } = scene([], []);
    expect(await mayQuit({ ...effects, ask: () => false })).toBe(true);
    expect(done).toEqual(['flush']);
  });

  test('finds an answer that came while staff read the question', async () => {
    const box = createAnswerBox();
    box.open();
    expect(await box.wait(1)).toBeUndefined();
    box.put(true);
    expect(await box.wait(10_000)).toBe(true);
    box.open();
    const answer = box.wait(10_000);
    box.put(false);
    expect(await answer).toBe(false);
  });
});
