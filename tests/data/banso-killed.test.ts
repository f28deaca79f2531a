import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyIncoming } from '#electron/services/banso-file/apply-incoming.ts';
import { openBanso } from '#electron/services/banso-file/open-banso.ts';
import { lastImport } from '#electron/services/banso-file/undo-import.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId, DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import { filesBelow, follow } from '../support/backups.ts';
import { createStick, handOver, type Stick } from '../support/banso-files.ts';
import type { BansoTask } from '../support/banso-process.ts';
import { aDraft, commandId, DEVICE } from '../support/logs.ts';
import { bundleForNode } from '../support/second-process.ts';
import { appendToLog } from '../support/write-logs.ts';
import { createChance } from '../torture/chance.ts';

/*
 * A process that makes a hand-over file, or takes one in, is killed at random moments (SIGKILL): what stood
 * there before stands there whole, or what it was making does.
 */
const KILLS = 10;
const OWN = 'own0' as DeviceId;
const ATTACHED = 4 * 1024 * 1024;

let stick: Stick;
let program: string;
let maker: { readonly folder: string; readonly logs: string; readonly hash: string };

beforeAll(async () => {
  stick = await createStick();
  program = await bundleForNode(
    join('tests', 'support', 'banso-process.ts'),
    join(stick.folder, 'program'),
  );
  const folder = join(stick.folder, 'maker');
  const logs = join(folder, 'logs');
  await mkdir(folder);
  for (let count = 1; count <= 6; count += 1) {
    const document = count % 2 === 0 ? OFFICE : caseDocument('case1' as CaseId);
    await appendToLog(logs, document, DEVICE, [aDraft({ command: commandId(count) })]);
  }
  const content = randomBytes(ATTACHED);
  const hash = createHash('sha256').update(content).digest('hex');
  await mkdir(join(folder, 'attachments'), { recursive: true });
  await writeFile(join(folder, 'attachments', hash), content);
  maker = { folder, logs, hash };
}, 60_000);
afterAll(() => stick.remove());

const stateOf = async (folder: string): Promise<string> => {
  const files = await filesBelow(folder);
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
  const digests = contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  return files.map((name, at) => `${name} ${digests[at]}`).join('\n');
};

/** @param patience when it is killed (ms after it has begun); absent for never @returns how long it took */
const runTask = async (task: BansoTask, patience?: number): Promise<number> => {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  const begun = performance.now();
  const timer =
    patience === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
  return performance.now() - begun;
};

it(`making a file that is killed ${KILLS} times leaves none that is not whole, and the records as they were`, async () => {
  const before = await stateOf(maker.folder);
  const to = join(stick.folder, 'made');
  await mkdir(to);
  const task = (name: string): BansoTask => ({
    kind: 'make',
    job: {
      ...{ records: maker.folder, to: join(to, name), app: '1.0.0', at: 0, by: '前任 太郎' },
      ...{ author: '0123456789abcdef', device: DEVICE, folder: 'f1'.repeat(16) as FolderId },
      ...{ variant: 'office', extent: 'history', passphrase: '' },
      documents: ['case-case1', 'office'].map((folder) => ({ folder, title: folder })),
    },
    attachments: [maker.hash],
  });
  const time = await runTask(task('whole.banso'));
  const chance = createChance(1);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await runTask(task(`${kill}.banso`), (time * chance.below(1000)) / 1000);
  }
  expect(await stateOf(maker.folder)).toBe(before);
  const made = (await readdir(to)).filter((name) => name.endsWith('.banso'));
  expect(made).toContain('whole.banso');
  for (const name of made) {
    const records = join(stick.folder, `reader-${name}`);
    await mkdir(records);
    const job = { file: join(to, name), records, device: OWN, passphrase: '' };
    expect((await openBanso(job, follow())).placings).toHaveLength(2);
  }
}, 120_000);

it(`taking a file in that is killed ${KILLS} times leaves all of before, or all that came`, async () => {
  const file = await handOver({ folder: maker.folder, logs: maker.logs, device: DEVICE }, stick, {
    attachments: [maker.hash],
  });
  const records = join(stick.folder, 'successor');
  const fresh = async (): Promise<void> => {
    await rm(records, { recursive: true, force: true });
    await mkdir(records);
    await appendToLog(join(records, 'logs'), OFFICE, OWN, [aDraft({ command: commandId(99) })]);
  };
  const task: BansoTask = { kind: 'take', job: { file, records, device: OWN, passphrase: '' } };
  const linesOf = async (): Promise<readonly string[]> =>
    (await stateOf(join(records, 'logs'))).split('\n');
  await fresh();
  const time = await runTask(task);
  const brought = (await linesOf()).filter((line) => !line.includes(OWN));
  expect(brought).toHaveLength(2);
  const chance = createChance(2);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await fresh();
    const own = await linesOf();
    await runTask(task, (time * chance.below(1000)) / 1000);
    // As the next start does, before anything is read.
    await applyIncoming(records);
    const now = await linesOf();
    expect([own, [...own, ...brought].sort()]).toContainEqual(now.toSorted());
    if (now.length === own.length) continue;
    expect(await stateOf(join(records, 'attachments'))).toContain(maker.hash);
    expect(await lastImport(records)).toMatchObject({ way: 'files' });
  }
}, 120_000);
