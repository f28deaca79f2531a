import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideFile } from '#electron/security/app-files.ts';
import { CONTENT_SECURITY_POLICY } from '#electron/security/csp.ts';

const ROOT = path.resolve('/srv/banso/renderer');
const get = (url: string) => decideFile({ url, method: 'GET' }, ROOT);

describe('app:// serves', () => {
  test('index.html for the bare address only', () => {
    expect(get('app://banso/')).toEqual({
      kind: 'file',
      path: path.join(ROOT, 'index.html'),
      type: 'text/html; charset=utf-8',
      isProgram: false,
    });
    expect(get('app://banso/cases')).toEqual({ kind: 'refused', status: 404 });
    expect(get('app://banso/assets/')).toEqual({ kind: 'refused', status: 404 });
  });

  test('files below its root, whatever their query says', () => {
    expect(get('app://banso/assets/main-x1.js?x=../../etc/passwd#y')).toMatchObject({
      kind: 'file',
      path: path.join(ROOT, 'assets', 'main-x1.js'),
      type: 'text/javascript; charset=utf-8',
    });
    expect(get('app://banso/fonts/%E6%98%8E%E6%9C%9D.woff2')).toMatchObject({
      path: path.join(ROOT, 'fonts', '明朝.woff2'),
    });
  });

  test.each([
    ['', false],
    ['assets/start.css', false],
    ['assets/everyday.ttf', false],
    ['licences.json', false],
    ['assets/start.js', true],
    ['assets/search-worker.JS', true],
    ['assets/pdf.mjs', true],
  ])('%j at once, or when its program may run: %j', (name, isProgram) => {
    expect(get(`app://banso/${name}`)).toMatchObject({ kind: 'file', isProgram });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])(
    'nothing for the method %j',
    (method) => {
      expect(decideFile({ url: 'app://banso/', method }, ROOT)).toEqual({
        kind: 'refused',
        status: 405,
      });
    },
  );

  test.each([
    'app://banso.evil/index.html',
    'app://banso@evil/index.html',
    'app://user@banso/index.html',
    'app://banso:1/index.html',
    'https://banso/index.html',
    'file:///srv/banso/renderer/index.html',
    'index.html',
    '',
  ])('nothing for the address %j', (url) => {
    expect(get(url)).toEqual({ kind: 'refused', status: 403 });
  });

  test.each([
    'app://banso/..%2f..%2fetc/passwd.txt',
    'app://banso/%2e%2e%2fsecret.json',
    'app://banso/%2e%2e%5csecret.json',
    'app://banso/a%5c..%5csecret.json',
    'app://banso/%252e%252e%252fsecret.json',
    'app://banso/%25252e%25252e/secret.json',
    'app://banso/index.html%00.png',
    'app://banso/%0d%0aindex.html',
    'app://banso/index.html:stream.png',
    'app://banso/C:/secret.txt',
    'app://banso/%E3%81.html',
    'app://banso/%',
    'app://banso/%zz.html',
  ])('nothing for the path in %j', (url) => {
    expect(get(url)).toMatchObject({ kind: 'refused' });
  });

  test('no file outside its root, for any path at all', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'a',
      '%00',
      '%25',
      'x.js',
      '//',
      ':',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const decision = get(`app://banso/${pieces.join('')}`);
        if (decision.kind === 'file') {
          expect(decision.path.startsWith(ROOT + path.sep)).toBe(true);
          expect(path.normalize(decision.path)).toBe(decision.path);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a root is not mistaken for a folder whose name only begins like it', () => {
    expect(get('app://banso/../renderer-old/x.js')).not.toMatchObject({
      path: path.resolve('/srv/banso/renderer-old/x.js'),
    });
  });
});

describe('the content security policy', () => {
  test('lets no script run but ours, and nothing be framed or sent away', () => {
    const policy = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((part) => {
        const [directive = '', ...sources] = part.split(' ');
        return [directive, sources.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    for (const directive of [
      'frame-src',
      'object-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
    ]) {
      expect(policy.get(directive)).toBe("'none'");
    }
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(policy.get('style-src')).not.toContain('unsafe-inline');
  });
});
