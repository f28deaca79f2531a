import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent } from '#data/documents/case-content.ts';
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

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const CASE = randomId<CaseId>();
const DOCUMENT = caseDocument(CASE);
const OTHER = randomId<CaseId>();
const [KEPT, BINNED] = [randomId(), randomId()];
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
      draft.create(DOCUMENT, findings, { text: '移動の足がない', meeting: KEPT as never });
      draft.create(DOCUMENT, attachments, { name: '会場.png', hash: HASH, meeting: KEPT as never });
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
const readCopy = async (one: Desk, disk: Server, generation: GenerationName) => {
  const scratch = await mkdtemp(join(tmpdir(), 'copy-'));
  cleaning.push(() => rm(scratch, { recursive: true, force: true }));
  const { root, id, key } = disk.target;
  const place = { root, target: id, key, generation };
  const proof = join(scratch, 'proof');
  const job = { ...place, folder: folderOf(DOCUMENT), scratch: proof, below: scratch };
  await unpackDocument(job, follow());
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
  const content = readContent({ document: DOCUMENT, packed });
  if (content === undefined) throw new Error('the case was not read');
  const taken = await takeFiles({ ...place, records: one.folder, hashes: content.files }, follow());
  return { content, taken };
};

describe('one case of a backup, brought back as a copy', () => {
  it.each(['', 'あさぎりの里2026'])(
    'stands beside today’s, under ids of its own (%j)',
    async (word) => {
      const { one, workspace, disk, generation } = await backedUp(word);
      const before = await rowsOf(one);
      const { content, taken } = await readCopy(one, disk, generation);
      expect(taken).toBe(1);
      expect(await readFile(join(one.folder, 'attachments', HASH))).toEqual(Buffer.from(PICTURE));
      const copy = caseDocument(content.id);
      const added = await workspace.run(addCopy(content));
      expect(added).toEqual(ok('益城町（復元した写し）'));
      await workspace.flush();

      const rows = async (name: 'cases' | 'meetings' | 'findings' | 'attachments') =>
        one
          .database()
          .rowsOf(name)
          .where('[document+id]')
          .between([copy, ''], [copy, '￿'])
          .toArray();
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
      const inUse = await one.database().rowsOf('cases').where('deletedAt').equals('').toArray();
      expect(inUse.map(({ id }) => id)).toEqual([CASE]);
      const documents = (all: readonly unknown[]) =>
        JSON.stringify(all, (_key, value) =>
          Array.isArray(value) ? value.filter((each) => each?.document !== copy) : value,
        );
      expect(documents(await rowsOf(one))).toBe(documents(before));
    },
  );

  it('is refused where the backup does not hold the case', async () => {
    const { one, disk, generation } = await backedUp('');
    const { root, id, key } = disk.target;
    const place = { root, target: id, key, generation };
    const folder = folderOf(caseDocument(OTHER));
    const job = { ...place, folder, scratch: join(one.folder, 'proof'), below: one.folder };
    await expect(unpackDocument(job, follow())).rejects.toMatchObject({ code: 'DAMAGED' });
    expect(readContent({ document: DOCUMENT, packed: [] })).toBeUndefined();
    expect(readContent({ document: DOCUMENT, packed: [Uint8Array.of(1, 2, 3)] })).toBeUndefined();
  });
});
