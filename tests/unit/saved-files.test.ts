import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS, isOfKind } from '#electron/services/files/file-kinds.ts';
import { fileNameFor, withEnding } from '#electron/services/files/file-name.ts';
import { saveProblem } from '#electron/services/files/save-problem.ts';
import { writeWholeFile } from '#electron/services/whole-file.ts';
import { channels } from '#shared/ipc/contract.ts';

describe('the name that a save dialog proposes', () => {
  it('is a plain name with its ending, never a path', () => {
    expect(fileNameFor('益城町 ロードマップ', 'xlsx')).toBe('益城町_ロードマップ.xlsx');
    expect(fileNameFor('../../etc/passwd', 'pdf')).toBe('etc_passwd.pdf');
    expect(fileNameFor('CON', 'pdf')).toBe('資料CON.pdf');
    for (const device of ['con.', 'Nul', 'aux.tar', 'COM1', 'lpt¹', 'CONIN$']) {
      expect(fileNameFor(device, 'pdf')).toMatch(/^資料/);
    }
    expect(fileNameFor('表...', 'pdf')).toBe('表.pdf');
    expect(Buffer.byteLength(fileNameFor('長'.repeat(255), 'xlsx'))).toBeLessThan(255);
    expect(fileNameFor('', 'svg')).toBe('資料.svg');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = fileNameFor(text, 'pdf');
        expect(name).toMatch(/^[^\\/:*?"<>|]+\.pdf$/);
        expect(name).not.toMatch(/^\./);
        expect(name).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('gets its ending where the dialog adds none, without replacing what nobody was asked about', () => {
    expect(withEnding('/a/表.PDF', 'pdf', () => true)).toBe('/a/表.PDF');
    expect(withEnding('/a/表', 'pdf', () => false)).toBe('/a/表.pdf');
    expect(withEnding('/a/表.exe', 'xlsx', () => false)).toBe('/a/表.exe.xlsx');
    expect(withEnding('/a/表', 'pdf', (path) => path === '/a/表.pdf')).toBe('/a/表 (2).pdf');
  });
});

describe('a file with the longest name', () => {
  it('is written all the same', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'banso-names-'));
    const file = path.join(folder, `${'長'.repeat(83)}.pdf`);
    writeWholeFile(file, 'x', 0o600);
    expect(readFileSync(file, 'utf8')).toBe('x');
    rmSync(folder, { recursive: true });
  });
});

describe('a file that cannot be written', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });

  it('says what it is and what to do', () => {
    expect(saveProblem('PDF', error('EBUSY')).todo).toContain('閉じて');
    expect(saveProblem('Excelファイル', error('EACCES')).happened).toContain('Excelファイル');
    expect(saveProblem('Excelファイル', error('EACCES')).todo).toContain('読み取り専用');
    expect(saveProblem('PDF', error('ENOSPC')).code).toBe('disk-full');
    expect(saveProblem('PDF', error('EIO')).happened).toContain('PDF');
  });
});

describe('a file from the screen', () => {
  const file = (bytes: unknown, kind = 'svg') =>
    channels.saveFile.input.safeParse({ name: '図', kind, bytes }).success;

  it('is bytes of a kind that the screen makes', () => {
    expect(file(new Uint8Array([1]))).toBe(true);
    expect(file(new Uint8Array())).toBe(false);
    expect(file('<svg/>')).toBe(false);
    expect(file(new Uint8Array([1]), 'exe')).toBe(false);
    expect(file(new Uint8Array([1]), 'pdf')).toBe(false);
  });

  it('begins as its kind does, or is not written', () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const kind of ['pdf', 'png', 'svg', 'xlsx'] as const) {
      expect(isOfKind(bytes(`${FILE_KINDS[kind].begins}…`), kind)).toBe(true);
      expect(isOfKind(bytes('MZ\u0090'), kind)).toBe(false);
      expect(isOfKind(new Uint8Array(), kind)).toBe(false);
    }
  });
});
