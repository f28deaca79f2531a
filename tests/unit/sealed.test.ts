import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MenuKind, menuTemplate } from '#electron/app/menu-template.ts';
import { webPreferences } from '#electron/app/web-preferences.ts';
import { openFuses, SEALED } from '../../scripts/package/fuses.mjs';
import { whyNoRelease, whyOldPictures } from '../../scripts/package/release.mjs';

const NOTHING = () => undefined;
const rolesOf = (kind: MenuKind): readonly unknown[] =>
  menuTemplate({ command: NOTHING, showDataFolder: NOTHING }, kind).flatMap(({ role, submenu }) => [
    role,
    ...(Array.isArray(submenu) ? submenu.map((item) => item.role) : []),
  ]);

describe('a release', () => {
  const runtime = { directory: '/e', executable: '/e/electron', version: '45.4.1' } as const;

  test('holds the official Electron of the version that package.json names', () => {
    expect(whyNoRelease({ ...runtime, source: 'official' }, '45.4.1')).toBeUndefined();
  });

  test('needs pictures of its own version in the documents', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-pictures-'));
    const file = join(folder, 'version.json');
    try {
      expect(whyOldPictures('0.2.0', file)).toContain('--update-docs');
      writeFileSync(file, '{"version":"0.1.0"}');
      expect(whyOldPictures('0.2.0', file)).toContain('docs/images shows 0.1.0');
      expect(whyOldPictures('0.1.0', file)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    ['the stand-in', 'stand-in', '45.4.1'],
    ['one that the environment names', 'override', '45.4.1'],
    ['one of an unknown version', 'official', ''],
    ['an older one', 'official', '33.4.11'],
  ] as const)('is never made of %s', (_what, source, version) => {
    expect(whyNoRelease({ ...runtime, source, version }, '45.4.1')).toEqual(expect.any(String));
  });

  test('has no developer tools and no reload, in no menu and by no key', () => {
    expect(webPreferences('/preload.cjs', false).devTools).toBe(false);
    for (const mac of [true, false]) {
      const roles = rolesOf({ mac, development: false });
      for (const role of ['toggleDevTools', 'reload', 'forceReload', 'viewMenu', 'windowMenu']) {
        expect(roles).not.toContain(role);
      }
    }
    // The same look finds them where they are.
    expect(rolesOf({ mac: false, development: true })).toContain('toggleDevTools');
  });

  test.each(Object.keys(SEALED))('with the fuse %s open is found out', (name) => {
    const flipped = SEALED[name] === 'on' ? 'off' : 'on';
    expect(openFuses({ ...SEALED, [name]: flipped })).toHaveLength(1);
    expect(openFuses({ ...SEALED, [name]: 'missing' })).toHaveLength(1);
    expect(openFuses(SEALED)).toEqual([]);
  });
});

test('The page is sandboxed, isolated and without Node, in development too', () => {
  for (const development of [true, false]) {
    // Exactly these: whatever else Electron knows (enableBlinkFeatures …) is left as safe as it comes.
    expect(webPreferences('/preload.cjs', development)).toEqual({
      preload: '/preload.cjs',
      devTools: development,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
  }
});
