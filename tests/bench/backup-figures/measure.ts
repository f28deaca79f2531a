/** A month of backups of a set's records, as JSON: `node measure-backup-figures.js <data folder>`. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBackup } from '#electron/services/backup/make-backup.ts';
import { makeTarget } from '#electron/services/backup/target.ts';
import { openLogStore } from '#electron/services/log/log-store.ts';
import type { InstallationId } from '#shared/backup/manifest.ts';
import { type DocumentId, documentOfFolder } from '#shared/documents/document-id.ts';
import { type FrameDraft, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { type DeviceId, randomCommandId } from '#shared/domain/record/ids.ts';
import { folderOfSet } from '../scale-set/log-writer.ts';

const DAYS = 30;
const DOCUMENTS_A_DAY = 10;
/** A meeting's record of a day: a few dozen bursts of typing. */
const FRAMES_A_DAY = 60;
const UPDATE_BYTES = 150;
const DAY_MS = 24 * 60 * 60 * 1000;

const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('Name a data folder');
const scratch = mkdtempSync(join(tmpdir(), 'backup-figures-'));
const records = join(scratch, 'records');
const device = 'desk' as DeviceId;
const folder = folderOfSet(device);

const sizeOf = (place: string): number =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const draft = (): FrameDraft => ({
  ...{ kind: 'update', format: 1, time: Date.now(), label: '記録を編集', seen: [] },
  author: { id: 'a1', name: '担当者' },
  command: randomCommandId(),
  update: crypto.getRandomValues(new Uint8Array(UPDATE_BYTES)),
});

try {
  cpSync(join(dataFolder, 'records'), records, { recursive: true });
  const target = await makeTarget(scratch);
  const store = openLogStore({ records, device, folder });
  const documents = readdirSync(join(records, 'logs')).map(documentOfFolder);
  const heads = new Map<DocumentId, Head>();
  const follow = { signal: new AbortController().signal, onProgress: () => undefined };
  let one = 0;
  for (let day = 0; day < DAYS; day += 1) {
    // Most of a month goes to the same few cases.
    for (let at = 0; at < DOCUMENTS_A_DAY; at += 1) {
      const document = documents[(day % 3) * DOCUMENTS_A_DAY + at];
      if (document === undefined) continue;
      const drafts = Array.from({ length: FRAMES_A_DAY }, draft);
      const known = heads.get(document) ?? NO_HEAD;
      const [answer] = await store.append([{ document, known, drafts }]);
      const head = answer?.kind === 'appended' ? answer.heads.at(-1) : undefined;
      if (head === undefined) throw new Error(`not appended: ${answer?.kind}`);
      heads.set(document, head);
    }
    await makeBackup(
      {
        ...{ records, root: target.root, target: target.id, folder, by: '担当者', app: '1.0.0' },
        ...{ installation: 'bench' as InstallationId, titles: {}, offset: 540, isWanted: false },
        at: Date.UTC(2026, 3, 1) + day * DAY_MS,
      },
      follow,
    );
    if (day === 0) one = sizeOf(target.root);
  }
  console.log(JSON.stringify({ 'backup-size': sizeOf(target.root) / one }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
