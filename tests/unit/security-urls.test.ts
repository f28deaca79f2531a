import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideNavigation,
  decideWindowOpen,
  isOpenableOutside,
} from '#electron/security/navigation.ts';
import { isLocalRequest, isOwnUrl } from '#electron/security/origin.ts';
import { isPermitted } from '#electron/security/permissions.ts';
import { isTrustedSender } from '#electron/security/trusted-sender.ts';

/** Addresses that pretend to be ours, or would do harm when followed. */
const HOSTILE = [
  'app://banso.evil/',
  'app://banso.evil.example/index.html',
  'app://evil.banso/',
  'app://banso@evil/',
  'app://user:word@banso/',
  'app://banso:80/',
  'app://banso%2eevil/',
  'app:banso',
  'app:///banso/',
  'apps://banso/',
  'xapp://banso/',
  'http://banso/',
  'https://example.com/?x=app://banso/',
  'https://example.com/#app://banso/',
  'https://app://banso/',
  'javascript:alert(1)//app://banso/',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://banso/0c1f',
  'file:///etc/passwd',
  'file://server/share/x.html',
  '\\\\server\\share',
  'C:\\Windows\\System32\\calc.exe',
  'about:blank',
  'about:srcdoc',
  'view-source:app://banso/',
  'devtools://devtools/bundled/inspector.html',
  'chrome://settings',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'vbscript:msgbox',
  'ftp://example.com/',
  'ws://example.com/',
  '',
  ' ',
  '//banso/',
  '/',
];

describe('navigating', () => {
  test.each(HOSTILE)('never leaves our page for %j', (url) => {
    expect(decideNavigation(url)).toBe('deny');
  });

  test.each([
    'app://banso/assets/main.js',
    'app://banso/other.html',
    'app://banso/%2e%2e%2findex.html',
    'app://banso/index.html%00',
    'app://banso//index.html',
    `app://banso/?${'x'.repeat(3000)}`,
  ])('does not show %j as a page', (url) => {
    expect(decideNavigation(url)).toBe('deny');
  });

  test.each(['app://banso/', 'app://banso/index.html', 'app://banso/#/cases'])(
    'lets the start page be loaded again: %s',
    (url) => {
      expect(decideNavigation(url)).toBe('allow');
    },
  );

  test('stays for any address of another scheme or host', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(decideNavigation(url)).toBe('deny');
        expect(isOwnUrl(url)).toBe(false);
      }),
    );
  });
});

describe('a link that opens outside', () => {
  test.each([
    'https://www.pref.kumamoto.jp/soshiki/32/',
    'http://example.com/a?b=c#d',
    'https://ja.wikipedia.org/wiki/介護保険',
    'mailto:choju@example.lg.jp?subject=%E7%9B%B8%E8%AB%87',
  ])('may be %s', (url) => {
    expect(isOpenableOutside(url)).toBe(true);
  });

  test.each([
    ...HOSTILE.filter(
      (url) => !/^https:\/\/(example\.com|app)/.test(url) && url !== 'http://banso/',
    ),
    'app://banso/',
    'https://user:word@example.com/',
    'https://www.example.lg.jp@evil.example/',
    'https://example.com/\u0000',
    'https://example.com/ a',
    'https://example.com\\@evil.example/',
    'https://',
    'mailto:a@example.com?attach=C:/secret.txt',
    'mailto:a@example.com?Attachment=/etc/passwd',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('may not be %j', (url) => {
    expect(isOpenableOutside(url)).toBe(false);
  });

  test('opens only when somebody has just clicked or typed', () => {
    const url = 'https://example.com/';
    expect(decideWindowOpen(url, true)).toEqual({ kind: 'outside', url });
    expect(decideWindowOpen(url, false)).toEqual({ kind: 'deny' });
    expect(decideWindowOpen('app://banso/', true)).toEqual({ kind: 'deny' });
    expect(decideWindowOpen('javascript:alert(1)', true)).toEqual({ kind: 'deny' });
  });
});

describe('permissions', () => {
  test.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'fileSystem',
    'usb',
    'no such',
  ])('denies %s even to our own page', (permission) => {
    expect(isPermitted(permission, 'app://banso/')).toBe(false);
  });

  test.each(['clipboard-sanitized-write', 'persistent-storage'])(
    'grants %s to our own page only',
    (permission) => {
      expect(isPermitted(permission, 'app://banso')).toBe(true);
      expect(isPermitted(permission, 'app://banso/')).toBe(true);
      for (const url of HOSTILE) expect(isPermitted(permission, url)).toBe(false);
    },
  );
});

describe('who may call the main process', () => {
  test('is the main frame of our page', () => {
    expect(isTrustedSender({ origin: 'app://banso', parent: null })).toBe(true);
  });

  test('is no frame inside it, no other origin and no frame that is gone', () => {
    expect(isTrustedSender(null)).toBe(false);
    expect(isTrustedSender({ origin: 'app://banso', parent: {} })).toBe(false);
    for (const origin of ['null', '', 'app://banso.evil', 'file://', 'APP://BANSO', ...HOSTILE]) {
      expect(isTrustedSender({ origin, parent: null })).toBe(false);
    }
    const gone = {
      get origin(): string {
        throw new Error('Render frame was disposed');
      },
      parent: null,
    };
    expect(isTrustedSender(gone)).toBe(false);
  });
});

describe('network', () => {
  test('only what stays inside the app is requested', () => {
    for (const url of ['app://banso/', 'blob:app://banso/1', 'data:image/png;base64,AA==']) {
      expect(isLocalRequest(url)).toBe(true);
    }
    for (const url of [
      'https://example.com',
      'http://localhost',
      'ws://x',
      'file:///etc',
      'ftp://x',
      '',
    ]) {
      expect(isLocalRequest(url)).toBe(false);
    }
  });
});
