import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DocumentId, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { apply, CASES, randomEdit } from '../support/edits.ts';
import { aDraft } from '../support/logs.ts';
import { appendToLog } from '../support/write-logs.ts';

const desks: Desk[] = [];
const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

const [CASE_1 = OFFICE] = CASES;

const logOf = (of: Desk, document: DocumentId): string =>
  join(of.logs, folderOf(document), `${of.device}.log`);

type Loss = 'nothing' | 'log gone' | 'log cut' | 'log flipped' | 'cache gone';

/** Takes a piece away; where there is no such piece, nothing happens. */
const lose = async (of: Desk, document: DocumentId, loss: Loss, where: number): Promise<void> => {
  const path = logOf(of, document);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes || bytes.length === 0) return;
  switch (loss) {
    case 'nothing':
      return;
    case 'log gone':
      return rm(path);
    case 'log cut':
      return truncate(path, where % bytes.length);
    case 'log flipped': {
      const at = where % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      return writeFile(path, bytes);
    }
    case 'cache gone': {
      const database = of.database();
      await database.snapshots.delete(document);
      await database.updates.where('document').equals(document).delete();
      await database.documents.delete(document);
    }
  }
};

describe('a start', () => {
  it('from any mix of lost pieces loses no acknowledged edit, and heals both sides', async () => {
    const loss = fc.constantFrom<Loss>(
      'nothing',
      'log gone',
      'log cut',
      'log flipped',
      'cache gone',
    );
    const run = fc.record({
      edits: fc.array(randomEdit, { minLength: 1, maxLength: 8 }),
      losses: fc.tuple(loss, loss, loss),
      where: fc.nat(100_000),
      allCache: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 2 }), async (runs) => {
        const one = await desk();
        for (const { edits, losses, where, allCache } of runs) {
          const { workspace } = await one.start();
          for (const edit of edits) await apply(workspace, edit);
          expect(await workspace.flush()).toBe(true);
          const before = await rowsOf(one);
          if (allCache) await one.loseCache();
          else {
            for (const [at, document] of [OFFICE, ...CASES].entries()) {
              await lose(one, document, losses[at] ?? 'nothing', where);
            }
          }
          const again = await one.start();
          expect(await again.workspace.flush()).toBe(true);
          expect(await rowsOf(one)).toEqual(before);
          await again.verified;
          expect(await again.workspace.flush()).toBe(true);
          await one.loseCache();
          await one.start();
          expect(await rowsOf(one)).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds in the log what was never written to the cache', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await workspace.run({
      label: '会合を追加',
      documents: [CASE_1],
      run: (draft) => ok(draft.create(CASE_1, meetings, { title: '第1回支援' }, 'm1')),
    });
    await workspace.flush();
    await one.loseCache();
    await one.start();
    const rows = await one.database().rowsOf('meetings').toArray();
    expect(rows).toMatchObject([{ id: 'm1', title: '第1回支援' }]);
  });

  it('sends from the outbox what the log never got', async () => {
    const one = await desk();
    const { workspace } = await one.start((port) => ({
      ...port,
      append: async (groups) =>
        ok(groups.map(({ document }) => ({ kind: 'failed', document, problem: FULL }))),
    }));
    await workspace.run({
      label: '会合を追加',
      documents: [CASE_1],
      run: (draft) => ok(draft.create(CASE_1, meetings, { title: '第1回支援' }, 'm1')),
    });
    expect(await workspace.flush()).toBe(false);
    expect(workspace.saveState.get()).toEqual({ kind: 'failed', problem: FULL });
    one.stop();
    const again = await one.start();
    expect(await again.workspace.flush()).toBe(true);
    await one.loseCache();
    await one.start();
    expect(await one.database().rowsOf('meetings').toArray()).toMatchObject([
      { title: '第1回支援' },
    ]);
  });

  it('sends at once when staff press もう一度保存, whenever the app itself would have tried', async () => {
    const one = await desk();
    let isFull = true;
    const { workspace } = await one.start((port) => ({
      ...port,
      append: async (groups) =>
        isFull
          ? ok(groups.map(({ document }) => ({ kind: 'failed', document, problem: FULL })))
          : port.append(groups),
    }));
    // The clock of what the app tries by itself stands still.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await workspace.run({
        label: '会合を追加',
        documents: [CASE_1],
        run: (draft) => ok(draft.create(CASE_1, meetings, { title: '第1回支援' }, 'm1')),
      });
      expect(await workspace.flush()).toBe(false);
      isFull = false;
      expect(workspace.saveState.get()).toEqual({ kind: 'failed', problem: FULL });
      const saved = new Promise<void>((resolve) => {
        workspace.saveState.subscribe(() => {
          if (workspace.saveState.get().kind === 'saved') resolve();
        });
      });
      workspace.retry();
      await saved;
    } finally {
      vi.useRealTimers();
    }
    await one.loseCache();
    await one.start();
    expect(await one.database().rowsOf('meetings').toArray()).toMatchObject([
      { title: '第1回支援' },
    ]);
  });

  it('keeps the torn end of a log beside it instead of throwing it away', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    for (const title of ['一', '二']) {
      await workspace.run({
        label: '会合を追加',
        documents: [CASE_1],
        run: (draft) => ok(draft.create(CASE_1, meetings, { title }, 'm1')),
      });
    }
    await workspace.flush();
    const path = logOf(one, CASE_1);
    const bytes = await readFile(path);
    await truncate(path, bytes.length - 5);
    const again = await one.start();
    await again.verified;
    await again.workspace.flush();
    const files = await readdir(join(one.logs, folderOf(CASE_1)));
    expect(files.filter((file) => file.includes('.torn-'))).toHaveLength(1);
  });

  it('refuses a document that a newer version has written, and leaves its file as it is', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await workspace.run({
      label: '会合を追加',
      documents: [CASE_1],
      run: (draft) => ok(draft.create(CASE_1, meetings, { title: '第1回支援' }, 'm1')),
    });
    await workspace.flush();
    const path = logOf(one, CASE_1);
    await appendToLog(one.logs, CASE_1, one.device, [aDraft({ format: 99 })]);
    const bytes = await readFile(path);

    const again = await one.start();
    await again.verified;
    const edit = await again.workspace.run({
      label: '会合を変更',
      documents: [CASE_1],
      run: (each) => ok(each.set(CASE_1, meetings, 'm1', { title: '書きかえ' })),
    });
    expect(edit).toMatchObject({ ok: false, error: { code: 'newer-format' } });
    expect(again.workspace.problems.get().map((problem) => problem.code)).toContain('newer-format');
    expect(await readFile(path)).toEqual(bytes);
  });
});

const FULL = {
  code: 'disk-full',
  happened: 'ディスクの空きがないため、保存できません。',
  safe: '',
  todo: '',
} as const;
