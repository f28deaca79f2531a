import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearTraces } from '#electron/services/erasing/clear-traces.ts';
import { caseDocument, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const CASE = caseDocument('case1' as CaseId);
const OTHER = caseDocument('case2' as CaseId);
const [GONE, KEPT] = ['ab'.repeat(32), 'cd'.repeat(32)];
const place = { records: '' };

const put = (...parts: readonly string[]): string => {
  const file = path.join(place.records, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '佐渡 権蔵');
  return file;
};
const clear = (documents: Parameters<typeof clearTraces>[1]['documents']): Promise<void> =>
  clearTraces(
    { data: place.records, records: place.records, settings: place.records },
    { documents, attachments: [GONE], words: [] },
  );

beforeEach(() => {
  place.records = mkdtempSync(path.join(tmpdir(), 'banso-traces-'));
});
afterEach(() => rmSync(place.records, { recursive: true, force: true }));

describe('what lies beside the logs when something is erased for good', () => {
  it('goes, where it holds what was erased: an unfinished restore, what a restore moved aside, attached files', async () => {
    const gone = [
      put('restore', 'logs', folderOf(OTHER), 'a.log'),
      put('before-restore', '20270331', 'logs', folderOf(CASE), 'a.log'),
      put('before-restore', '20270401', 'logs', folderOf(CASE), 'b.log'),
      put('before-restore', '20270401', 'attachments', GONE),
      put('attachments', GONE),
    ];
    const kept = [
      put('logs', folderOf(CASE), 'a.log'),
      put('before-restore', '20270401', 'logs', folderOf(OTHER), 'a.log'),
      put('before-restore', '20270401', 'logs', folderOf(OFFICE), 'a.log'),
      put('before-restore', '20270401', 'attachments', KEPT),
      put('attachments', KEPT),
    ];
    await clear([CASE]);
    expect(gone.filter(existsSync)).toEqual([]);
    expect(kept.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('may not be there at all', async () => {
    await expect(clear([CASE, OFFICE])).resolves.toBeUndefined();
  });

  it('is not followed out of the records folder by a link', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'banso-elsewhere-'));
    const theirs = path.join(elsewhere, 'a.log');
    writeFileSync(theirs, 'theirs');
    mkdirSync(path.join(place.records, 'before-restore', '20270401', 'logs'), { recursive: true });
    symlinkSync(
      elsewhere,
      path.join(place.records, 'before-restore', '20270401', 'logs', folderOf(CASE)),
    );
    await clear([CASE]);
    expect(existsSync(theirs)).toBe(true);
    rmSync(elsewhere, { recursive: true });
  });
});
