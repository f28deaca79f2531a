import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent } from '#data/documents/case-content.ts';
import type { Erasure } from '#data/erasing/erasure.ts';
import { removeCase } from '#data/operations/case/cases.ts';
import { addCopy } from '#data/operations/case/copy-case.ts';
import { act } from '#data/operations/record/records.ts';
import type { Workspace } from '#data/workspace.ts';
import { takeFiles } from '#electron/services/backup/take-files.ts';
import { unpackDocument } from '#electron/services/backup/unpack-for-proof.ts';
import { openLogStore } from '#electron/services/log/log-store.ts';
import type { GenerationName } from '#shared/backup/manifest.ts';
import { caseDocument, folderOf } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, type DeviceId, type FolderId, randomId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createServer, follow, type Server } from '../support/backups.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { filesWith, saidInLogs } from '../support/erased.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const CASE = randomId<CaseId>();
const DOCUMENT = caseDocument(CASE);
const OTHER = randomId<CaseId>();
const [KEPT, BINNED, FINDING, FILE] = [randomId(), randomId(), randomId(), randomId()];
const PICTURE = new TextEncoder().encode('会場の写真');
const HASH = createHash('sha256').update(PICTURE).digest('hex');

const mention = (document: string, id: string) => ({
  kind: 'element' as const,
  name: 'mention',
  attributes: { document, collection: 'meetings', record: id, words: '第1回支援' },
  children: [],
});

/** A case with a meeting whose note mentions it, a finding, a file, and a meeting in the bin. */
const makeCase = (workspace: Workspace) =>
  workspace.run({
    label: '案件を追加',
    documents: [DOCUMENT],
    run: (draft) => {
      const values = { municipalityName: '益城町', fiscalYear: 2026, roadmapCase: OTHER };
      draft.create(DOCUMENT, cases, { ...values, situation: '担い手が減っている。' }, CASE);
      draft.create(DOCUMENT, meetings, { title: '第1回支援', place: '役場' }, KEPT);
      const children = [mention(DOCUMENT, KEPT)];
      const line = { kind: 'element', name: 'paragraph', attributes: {}, children } as const;
      draft.setNoteTree(DOCUMENT, meetings, KEPT, [line]);
      const meeting = KEPT as never;
      draft.create(DOCUMENT, findings, { text: '移動の足がない', meeting }, FINDING as never);
      draft.create(DOCUMENT, attachments, { name: '会場.png', hash: HASH, meeting }, FILE as never);
      draft.create(DOCUMENT, meetings, { title: '取りやめ' }, BINNED);
      draft.remove(DOCUMENT, meetings, BINNED);
      return ok(null);
    },
  });

const setPlace = (workspace: Workspace, place: string) =>
  workspace.run({
    label: '場所を変更',
    documents: [DOCUMENT],
    run: (draft) => ok(draft.set(DOCUMENT, meetings, KEPT, { place })),
  });

/** A PC whose case is backed up with 役場 and a picture, and stands at 公民館 without the picture now. */
const backedUp = async (
  passphrase: string,
): Promise<{ one: Desk; workspace: Workspace; disk: Server; generation: GenerationName }> => {
  const disk = await createServer(passphrase);
  const one = await createDesk();
  cleaning.push(disk.remove, one.remove);
  const { workspace } = await one.start();
  await makeCase(workspace);
  await workspace.flush();
  const files = join(one.folder, 'attachments');
  await mkdir(files);
  await writeFile(join(files, HASH), PICTURE);
  const generation = await disk.keep(one.folder);
  await rm(join(files, HASH));
  await setPlace(workspace, '公民館');
  await workspace.flush();
  return { one, workspace, disk, generation };
};

/** What the app does when a copy is asked for. */
const readFrom = async (disk: Server, generation: GenerationName, { eraser }: Workspace) => {
  const scratch = await mkdtemp(join(tmpdir(), 'copy-'));
  cleaning.push(() => rm(scratch, { recursive: true, force: true }));
  const { root, id, key } = disk.target;
  const place = { root, target: id, key, generation };
  const proof = join(scratch, 'proof');
  const job = { ...place, folder: folderOf(DOCUMENT), scratch: proof, below: scratch };
  const unpacked = await unpackDocument(job, follow());
  const store = openLogStore({
    ...{ records: proof, device: 'proof' as DeviceId, folder: '0'.repeat(32) as FolderId },
  });
  const packed: Uint8Array[] = [];
  const heads = await store.heads();
  for (const { source } of heads.ok ? heads.value.files : []) {
    const part = await store.read({ document: DOCUMENT, source, known: NO_HEAD });
    if (part.ok) packed.push(part.value.packed);
  }
  expect(await readdir(join(proof, 'logs'))).toEqual([folderOf(DOCUMENT)]);
  const erased = await eraser.erasedIn(DOCUMENT);
  if (!erased.ok) throw new Error(erased.error.happened);
  const all = [...erased.value, ...unpacked.erased];
  const content = readContent({ document: DOCUMENT, packed, erased: all });
  if (content === undefined) throw new Error('the case was not read');
  return { content, place };
};

const readCopy = async (one: Desk, ...from: Parameters<typeof readFrom>) => {
  const { content, place } = await readFrom(...from);
  if (content === 'erased') throw new Error('the case was erased');
  const taken = await takeFiles({ ...place, records: one.folder, hashes: content.files }, follow());
  return { content, taken };
};

const erase = async ({ eraser }: Workspace, erasure: Partial<Erasure>): Promise<void> => {
  const whole = { words: [], records: [], cases: [], ...erasure };
  expect(await eraser.erase(whole, [DOCUMENT], () => undefined)).toEqual(ok(null));
};

describe('one case of a backup, brought back as a copy', () => {
  it.each(['', 'あさぎりの里2026'])(
    'stands beside today’s, under ids of its own (%j)',
    async (word) => {
      const { one, workspace, disk, generation } = await backedUp(word);
      const before = await rowsOf(one);
      const { content, taken } = await readCopy(one, disk, generation, workspace);
      expect(taken).toBe(1);
      expect(await readFile(join(one.folder, 'attachments', HASH))).toEqual(Buffer.from(PICTURE));
      const copy = caseDocument(content.id);
      const added = await workspace.run(addCopy(content));
      expect(added).toEqual(ok('益城町（復元した写し）'));
      await workspace.flush();

      const rows = async (name: 'cases' | 'meetings' | 'findings' | 'attachments') =>
        one.database().rowsOf(name).of(copy);
      const [head] = await rows('cases');
      expect(head).toMatchObject({
        ...{ id: content.id, municipalityName: '益城町（復元した写し）', fiscalYear: 2026 },
        ...{ situation: '担い手が減っている。', roadmapCase: '' },
      });
      // As it stood when it was backed up; what was in the bin is not there.
      const [meeting, ...others] = await rows('meetings');
      expect(others).toEqual([]);
      expect(meeting).toMatchObject({ title: '第1回支援', place: '役場' });
      expect(meeting?.id).not.toBe(KEPT);
      // What named a record of the case names that of the copy.
      expect(await rows('findings')).toMatchObject([
        { text: '移動の足がない', meeting: meeting?.id },
      ]);
      expect(await rows('attachments')).toMatchObject([{ hash: HASH, meeting: meeting?.id }]);
      const words = JSON.stringify(content);
      expect(words).not.toContain(CASE);
      expect(words).not.toContain(KEPT);
      expect(content.records.find(({ id }) => id === meeting?.id)?.note).toMatchObject([
        { children: [{ attributes: { document: copy, record: meeting?.id } }] },
      ]);

      // Today's case is as it was, and deleting the copy leaves only that.
      const today = await one.database().rowsOf('meetings').get([DOCUMENT, KEPT]);
      expect(today).toMatchObject({ place: '公民館' });
      const removing = act('案件を削除', [copy], removeCase, content.id);
      expect((await workspace.run(removing)).ok).toBe(true);
      const all = await one.database().rowsOf('cases').toArray();
      const inUse = all.filter(({ deletedAt }) => deletedAt === '');
      expect(inUse.map(({ id }) => id)).toEqual([CASE]);
      const documents = (all: readonly unknown[]) =>
        JSON.stringify(all, (_key, value) =>
          Array.isArray(value) ? value.filter((each) => each?.document !== copy) : value,
        );
      expect(documents(await rowsOf(one))).toBe(documents(before));
    },
  );

  it('brings nothing back that was erased for good since: no word, no record, no file', async () => {
    const { one, workspace, disk, generation } = await backedUp('あさぎりの里2026');
    const ids = { document: DOCUMENT, id: FINDING };
    const file = { document: DOCUMENT, collection: attachments.name, id: FILE };
    const records = [{ ...ids, collection: findings.name }, file];
    await erase(workspace, { words: ['担い手', '役場'], records });
    // What a second restore, later, has moved aside knows it as well as what is in use.
    one.stop();
    await one.settled();
    const aside = join(one.folder, 'before-restore', '20270401T093000000Z');
    for (const move of [false, true]) {
      if (move) {
        await mkdir(aside, { recursive: true });
        await rename(one.logs, join(aside, 'logs'));
        await one.loseCache();
      }
      const { workspace: again } = await one.start();
      const { content, taken } = await readCopy(one, disk, generation, again);
      expect(taken).toBe(0);
      const words = JSON.stringify(content);
      for (const gone of ['担い手', '役場', '移動の足', '会場', HASH])
        expect(words).not.toContain(gone);
      expect(content.records.map(({ collection }) => collection).sort()).toEqual([
        ...['cases', 'meetings'],
      ]);
      expect((await again.run(addCopy(content))).ok).toBe(true);
      await again.flush();
      for (const gone of ['担い手', '役場', '移動の足', '会場', HASH]) {
        expect(await saidInLogs(one.logs)).not.toContain(gone);
        expect(await filesWith(one.folder, gone)).toEqual([]);
      }
      expect(await saidInLogs(one.logs)).toContain('益城町（復元した写し）');
    }
  });

  it('brings none of it to a PC that has heard nothing of it, where a later backup tells', async () => {
    const { one, workspace, disk, generation } = await backedUp('');
    await erase(workspace, { words: ['担い手'] });
    await disk.keep(one.folder);
    const fresh = await createDesk();
    cleaning.push(fresh.remove);
    const { workspace: there } = await fresh.start();
    const { content } = await readCopy(fresh, disk, generation, there);
    expect(JSON.stringify(content)).toContain('が減っている。');
    expect(JSON.stringify(content)).not.toContain('担い手');
    await erase(workspace, { cases: [DOCUMENT] });
    await disk.keep(one.folder);
    expect((await readFrom(disk, generation, there)).content).toBe('erased');
  });

  it('is refused where the case was erased for good since', async () => {
    const { workspace, disk, generation } = await backedUp('');
    await erase(workspace, { cases: [DOCUMENT] });
    expect((await readFrom(disk, generation, workspace)).content).toBe('erased');
  });

  it('is refused where the backup does not hold the case', async () => {
    const { one, disk, generation } = await backedUp('');
    const { root, id, key } = disk.target;
    const place = { root, target: id, key, generation };
    const folder = folderOf(caseDocument(OTHER));
    const job = { ...place, folder, scratch: join(one.folder, 'proof'), below: one.folder };
    await expect(unpackDocument(job, follow())).rejects.toMatchObject({ code: 'DAMAGED' });
    const nothing = { document: DOCUMENT, packed: [], erased: [] };
    expect(readContent(nothing)).toBeUndefined();
    expect(readContent({ ...nothing, packed: [Uint8Array.of(1, 2, 3)] })).toBeUndefined();
  });
});
