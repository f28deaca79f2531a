import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLogFilesView } from '#data/log-files/log-files.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, folderOf } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import { asId } from '../support/ids.ts';

const DOCUMENT = caseDocument(asId('c1'));

const write = (workspace: Workspace, place: string) =>
  workspace.run({
    label: '会合を追加',
    documents: [DOCUMENT],
    run: (draft) => ok(draft.create(DOCUMENT, meetings, { kind: 'exchange', place })),
  });

const withDesk = async (check: (workspace: Workspace, desk: Desk) => Promise<void>) => {
  const desk = await createDesk();
  try {
    const { workspace } = await desk.start();
    for (const place of ['町役場', '公民館', '保健センター']) await write(workspace, place);
    await workspace.flush();
    await check(workspace, desk);
  } finally {
    await desk.remove();
  }
};

const fileOf = ({ logs, device }: Desk): string => join(logs, folderOf(DOCUMENT), `${device}.log`);

const damageMiddle = async (desk: Desk): Promise<void> => {
  const bytes = await readFile(fileOf(desk));
  const at = bytes.indexOf('公民館');
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await writeFile(fileOf(desk), bytes);
};

describe('the log files as an expert looks at them', () => {
  test('are listed with whose they are, their size and their head', () =>
    withDesk(async (workspace, desk) => {
      const listed = await workspace.logFiles.list();
      const { size } = await readFile(fileOf(desk)).then(({ length }) => ({ size: length }));
      expect(listed).toMatchObject({
        ok: true,
        value: { files: [{ document: DOCUMENT, owner: 'own', size, head: { seq: 3 } }] },
      });
    }));

  test('are sound while nothing is wrong, and torn where a write never finished', () =>
    withDesk(async (workspace, desk) => {
      const source = sourceOf(desk.device);
      const sound = await workspace.logFiles.check(DOCUMENT, source);
      expect(sound).toMatchObject({ ok: true, value: { health: 'sound', damage: [] } });
      const bytes = await readFile(fileOf(desk));
      await writeFile(fileOf(desk), Buffer.concat([bytes, new Uint8Array(40)]));
      const torn = await workspace.logFiles.check(DOCUMENT, source);
      expect(torn).toMatchObject({ ok: true, value: { health: 'torn', open: [] } });
    }));

  test('are healed where this PC holds what damage hides, and lost where nobody does', () =>
    withDesk(async (workspace, desk) => {
      const source = sourceOf(desk.device);
      await workspace.flush();
      await damageMiddle(desk);
      const healed = await workspace.logFiles.check(DOCUMENT, source);
      expect(healed).toMatchObject({ ok: true, value: { health: 'healed', open: [] } });
      if (healed.ok) expect(healed.value.damage).toHaveLength(1);

      await desk.loseCache();
      const started = await desk.start();
      const lost = await started.workspace.logFiles.check(DOCUMENT, source);
      expect(lost).toMatchObject({ ok: true, value: { health: 'lost' } });
      if (lost.ok) expect(lost.value.open).toEqual(lost.value.damage);
    }));

  test('that cannot be read say so', async () => {
    const desk = await createDesk();
    try {
      await desk.start();
      const problem = {
        code: 'disk-error',
        happened: '読めません。',
        safe: '',
        todo: '',
      } as const;
      const failing = { ok: false, error: problem } as const;
      const port = {
        heads: () => Promise.resolve(failing),
        read: () => Promise.resolve(failing),
        append: () => Promise.resolve(failing),
        erase: () => Promise.resolve(failing),
      };
      const view = createLogFilesView(desk.database(), port, desk.device);
      expect(await view.list()).toEqual(failing);
      expect(await view.check(DOCUMENT, sourceOf(desk.device))).toEqual(failing);
    } finally {
      await desk.remove();
    }
  });
});
