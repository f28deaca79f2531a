import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Erasure } from '#data/erasing/erasure.ts';
import type { Workspace } from '#data/workspace.ts';
import { compareWithToday } from '#electron/services/backup/prepare-restore.ts';
import type { GenerationName } from '#shared/backup/manifest.ts';
import { caseDocument, type DocumentId, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import { type CaseId, type DeviceId, type PersonId, randomId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { createServer, PC_B, type Server } from '../support/backups.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { filesWith, saidInLogs } from '../support/erased.ts';

const [ONE, OTHER] = [randomId<CaseId>(), randomId<CaseId>()];
const [CASE, SECOND] = [caseDocument(ONE), caseDocument(OTHER)];
const PERSON = randomId<PersonId>();
const MEETING = randomId();
const NAME = '佐渡権蔵';
const LETTER = `${NAME}さんからの手紙`;
const nothing = (): void => undefined;

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
};

const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  cleaning.push(made.remove);
  return made;
};

const server = async (passphrase = ''): Promise<Server> => {
  const made = await createServer(passphrase);
  cleaning.push(made.remove);
  return made;
};

/** A file of a case, with words of its own in it. */
const attach = async (on: Desk, { run }: Workspace, document: DocumentId) => {
  const bytes = `${LETTER} ${document}`;
  const hash = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(on.folder, 'attachments'), { recursive: true });
  await writeFile(join(on.folder, 'attachments', hash), bytes);
  const id = randomId();
  const add = await run({
    label: 'ファイルを追加',
    documents: [document],
    run: (draft) =>
      ok(draft.create(document, attachments, { name: '手紙.txt', hash }, id as never)),
  });
  value(add);
  return { hash, record: { document, collection: attachments.name, id } };
};

const writeCase = async ({ run }: Workspace, id: CaseId, municipalityName: string) =>
  value(
    await run({
      label: '案件を追加',
      documents: [caseDocument(id)],
      run: (draft) => {
        draft.create(caseDocument(id), cases, { municipalityName, fiscalYear: 2026 }, id);
        return ok(null);
      },
    }),
  );

const write = async (on: Workspace): Promise<void> => {
  await writeCase(on, ONE, '益城町');
  await writeCase(on, OTHER, '人吉市');
  value(
    await on.run({
      label: '記録をつくる',
      documents: [OFFICE, CASE],
      run: (draft) => {
        draft.create(OFFICE, people, { name: NAME }, PERSON);
        draft.create(CASE, meetings, { title: '家庭訪問', place: `${NAME}宅` }, MEETING as never);
        return ok(null);
      },
    }),
  );
  value(await on.type(CASE, meetings, MEETING, 'aim', `${NAME}さんの見守り`, 'ねらいを編集'));
};

const erase = async ({ eraser }: Workspace, erasure: Erasure): Promise<void> => {
  const found = value(await eraser.find(erasure, nothing));
  const documents = [...new Set(found.map(({ document }) => document))];
  value(await eraser.erase(erasure, documents, nothing));
};

/** A PC that has backed up what it then erased: a person, a name wherever it stood, a file of each case. */
const erasedSince = async (disk: Server) => {
  const pc = await desk();
  const { workspace } = await pc.start();
  await write(workspace);
  const files = [await attach(pc, workspace, CASE), await attach(pc, workspace, SECOND)];
  await workspace.flush();
  const generation = await disk.keep(pc.folder);
  await erase(workspace, {
    words: [NAME],
    records: [
      { document: OFFICE, collection: people.name, id: PERSON },
      ...files.map(({ record }) => record),
    ],
    cases: [],
  });
  expect(await readdir(join(pc.folder, 'attachments'))).toEqual([]);
  return { pc, workspace, generation, files };
};

/** What the app does from the restore to the end of the next start. */
const restore = async (
  disk: Server,
  pc: Desk,
  generation: GenerationName,
  folders?: readonly string[],
): Promise<Workspace> => {
  pc.stop();
  await pc.settled();
  await disk.restore(generation, pc.folder, folders);
  await pc.loseCache();
  pc.become(randomId<DeviceId>());
  const { workspace, carriedOut } = await pc.start();
  await carriedOut;
  await workspace.flush();
  expect(workspace.problems.get()).toEqual([]);
  return workspace;
};

const compare = (disk: Server, { folder }: Desk, generation: GenerationName) => {
  const { root, id, key } = disk.target;
  return compareWithToday({ root, target: id, key, generation }, folder);
};

const expectGone = async (pc: Desk): Promise<void> => {
  expect(await saidInLogs(pc.logs)).not.toContain('佐渡');
  expect(await filesWith(pc.folder, '佐渡')).toEqual([]);
  const rows = JSON.stringify(await rowsOf(pc));
  expect(rows).not.toContain('佐渡');
};

const personOf = (pc: Desk) => pc.database().rowsOf('people').get([OFFICE, PERSON]);

describe('what was erased for good after a backup', () => {
  it.each([
    ['all of it', '', undefined],
    ['all of it, sealed', 'あさぎりの里2026', undefined],
    ['one case of it', '', [folderOf(CASE)]],
    ['chosen cases of it, sealed', 'あさぎりの里2026', [folderOf(CASE), folderOf(OFFICE)]],
  ])(
    'does not come back with a restore of %s: no word, no id, no file',
    async (_, word, folders) => {
      const disk = await server(word);
      const { pc, generation } = await erasedSince(disk);
      const workspace = await restore(disk, pc, generation, folders);
      await expectGone(pc);
      expect(await readdir(join(pc.folder, 'attachments'))).toEqual([]);
      expect(await personOf(pc)).toMatchObject({
        name: '',
        deletedAt: expect.stringMatching(/^emptied /),
      });
      // All else of the case is there.
      const back = await workspace.ask((reader) => reader.of(meetings, [CASE]));
      expect(back).toMatchObject([{ title: '家庭訪問', aim: 'さんの見守り' }]);
      // Nor with the cache of the next start, which is made of the logs alone.
      await pc.loseCache();
      await (await pc.start()).carriedOut;
      await expectGone(pc);
    },
  );

  it.each([
    ['all of it', '', undefined],
    ['chosen cases of it, sealed', 'あさぎりの里2026', [folderOf(CASE), folderOf(OFFICE)]],
  ])(
    'does not come back on an empty PC with a restore of %s, where a later backup tells of it',
    async (_, word, folders) => {
      const disk = await server(word);
      const { pc, generation } = await erasedSince(disk);
      const later = await disk.keep(pc.folder);
      const fresh = await desk();
      expect((await compare(disk, fresh, generation)).map(({ isLatest }) => isLatest)).toEqual([
        ...[false, false, false],
      ]);
      const workspace = await restore(disk, fresh, generation, folders);
      await expectGone(fresh);
      expect(await readdir(join(fresh.folder, 'attachments'))).toEqual([]);
      expect(await personOf(fresh)).toMatchObject({
        name: '',
        deletedAt: expect.stringMatching(/^emptied /),
      });
      const back = await workspace.ask((reader) => reader.of(meetings, [CASE]));
      expect(back).toMatchObject([{ title: '家庭訪問', aim: 'さんの見守り' }]);
      await fresh.loseCache();
      await (await fresh.start()).carriedOut;
      await expectGone(fresh);
      // After the newest one nothing can be known any more, and that is said before.
      const onEmpty = await compare(disk, await desk(), later);
      expect(onEmpty.every(({ isLatest }) => isLatest)).toBe(true);
      expect((await compare(disk, pc, later)).some(({ isLatest }) => isLatest)).toBe(false);
    },
  );

  it('is told by the later backup that can still be read, and keeps nobody from the older one', async () => {
    const disk = await server();
    const { pc, generation, workspace } = await erasedSince(disk);
    await disk.keep(pc.folder);
    value(await workspace.type(CASE, meetings, MEETING, 'aim', '居場所づくり', 'ねらいを編集'));
    await workspace.flush();
    const before = await disk.objects();
    const newest = await disk.keep(pc.folder);
    for (const piece of (await disk.objects()).filter((each) => !before.includes(each))) {
      await rm(join(disk.target.root, 'objects', piece));
    }
    await writeFile(join(disk.target.root, 'generations', `${newest}x.json`), 'half');
    const fresh = await desk();
    await restore(disk, fresh, generation);
    await expectGone(fresh);
  });

  it('is not told by what another office keeps in the same folder', async () => {
    const disk = await server();
    const { pc, generation } = await erasedSince(disk);
    const other = await desk();
    const { workspace } = await other.start();
    await writeCase(workspace, randomId<CaseId>(), '山鹿市');
    value(
      await workspace.run({
        label: '人を追加',
        documents: [OFFICE],
        run: (draft) => ok(draft.create(OFFICE, people, { name: '別の人' }, randomId())),
      }),
    );
    await workspace.flush();
    await disk.keep(other.folder, { installation: PC_B });
    const lines = await compare(disk, await desk(), generation);
    expect(lines.map(({ isLatest }) => isLatest)).toEqual([true, true, true]);
    // Nor does the PC have to ask anybody that has erased it itself.
    expect((await compare(disk, pc, generation)).some(({ isLatest }) => isLatest)).toBe(false);
  });

  it('does not come back by way of an older backup that did not have it yet', async () => {
    const disk = await server();
    const pc = await desk();
    const { workspace } = await pc.start();
    await writeCase(workspace, OTHER, '人吉市');
    await workspace.flush();
    const before = await disk.keep(pc.folder);
    await write(workspace);
    const { hash, record } = await attach(pc, workspace, CASE);
    await workspace.flush();
    const generation = await disk.keep(pc.folder);
    await erase(workspace, { words: [NAME], records: [record], cases: [] });
    await restore(disk, pc, before);
    await restore(disk, pc, generation);
    await expectGone(pc);
    expect(await readdir(join(pc.folder, 'attachments'))).not.toContain(hash);
  });
});
