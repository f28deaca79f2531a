import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import electronLog from 'electron-log/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEarlyLog } from '#electron/services/app-log/early-log.ts';
import { mainLog, makeWay } from '#electron/services/app-log/log-file.ts';

const place = { data: '', folder: '' };

beforeEach(() => {
  place.data = mkdtempSync(path.join(tmpdir(), 'banso-log-'));
  place.folder = path.join(place.data, 'app-log');
  mkdirSync(place.folder);
});
afterEach(() => rmSync(place.data, { recursive: true, force: true }));

const written = (): string => readFileSync(mainLog(place.folder), 'utf8');

describe('the log of the first moment', () => {
  test('is in the file when the call ends, in the order of the calls', () => {
    const write = createEarlyLog(mainLog(place.folder));
    write('info', 'start', { version: '0.1.0' });
    expect(written()).toContain('start');
    write('info', 'identity', { isNew: true });
    expect(written()).toMatch(/start[^\n]*\n[^\n]*identity/);
  });

  test('goes on in the file of before, in lines like those of electron-log', () => {
    const at = new Date(2026, 3, 1, 9, 5, 0, 7);
    const file = mainLog(place.folder);
    const write = createEarlyLog(file, () => at);
    const later = electronLog.create({ logId: 'comparison' });
    later.transports.console.level = false;
    later.transports.file.resolvePathFn = () => file;
    const facts = { version: '0.1.0', count: 3 };

    write('info', 'start', facts);
    later.processMessage({ data: ['start', facts], level: 'info', date: at });
    const error = { error: 'TypeError', stack: ['at main.js:1:2'] };
    write('warn', 'refused', error);
    later.processMessage({ data: ['refused', error], level: 'warn', date: at });
    const lines = written().trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(lines[1]);
    expect(lines[2]).toBe(lines[3]);
  });

  test('is not written through a link: that is moved aside', () => {
    const foreign = path.join(place.data, 'foreign.txt');
    writeFileSync(foreign, 'foreign');
    symlinkSync(foreign, mainLog(place.folder));
    const write = createEarlyLog(mainLog(place.folder));
    write('info', 'start', {});
    expect(readFileSync(foreign, 'utf8')).toBe('foreign');

    expect(makeWay(mainLog(place.folder))).toBe(true);
    write('info', 'start', {});
    expect(readFileSync(foreign, 'utf8')).toBe('foreign');
    expect(written()).toContain('start');
  });

  test('that can be written nowhere ends nothing', () => {
    expect(() => createEarlyLog(undefined)('info', 'start', {})).not.toThrow();
    const nowhere = path.join(place.data, 'none', 'main.log');
    expect(() => createEarlyLog(nowhere)('info', 'start', {})).not.toThrow();
  });
});
