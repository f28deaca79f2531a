import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import { lastImport, prepareUndo } from '#electron/services/banso-file/undo-import.ts';
import { randomId } from '#shared/domain/record/ids.ts';
import { filesBelow } from '../support/backups.ts';
import {
  createStick,
  handOver,
  newFilesOf,
  type Stick,
  takeInFile,
} from '../support/banso-files.ts';
import { createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { apply, type RandomEdit, randomEdit } from '../support/edits.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const desk = async (folder?: string): Promise<Desk> => {
  const made = await createDesk(randomId(), folder);
  cleaning.push(made.remove);
  return made;
};
const stick = async (): Promise<Stick> => {
  const made = await createStick();
  cleaning.push(made.remove);
  return made;
};

const write = async (of: Desk, edits: readonly RandomEdit[]): Promise<void> => {
  const { workspace } = await of.start();
  for (const edit of edits) await apply(workspace, edit);
  await workspace.flush();
};

const sample = (seed: number, numRuns = 8): readonly RandomEdit[] =>
  fc.sample(randomEdit, { numRuns, seed });

/** All log files of a desk, to the letter. */
const logsOf = async (of: Desk): Promise<readonly string[]> => {
  const files = await filesBelow(of.logs).catch(() => []);
  return Promise.all(
    files.map(async (file) => `${file} ${await readFile(join(of.logs, file), 'hex')}`),
  );
};

/** What a desk shows, and what it leaves open. */
const shownBy = async (of: Desk): Promise<readonly unknown[]> => {
  const { conflictsKnown } = await of.start();
  await conflictsKnown();
  return [await rowsOf(of), await of.database().conflicts.toArray()];
};

describe('a hand-over file', () => {
  it('gives an empty PC the rows and the logs of the one that made it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const [old, fresh] = [await desk(), await desk()];
        await write(old, edits);
        if ((await logsOf(old)).length === 0) return;
        await takeInFile(fresh, await handOver(old, await stick()));
        expect(await logsOf(fresh)).toEqual(await logsOf(old));
        await fresh.start();
        expect(await rowsOf(fresh)).toEqual(await rowsOf(old));
      }),
      { numRuns: 10 },
    );
  });

  it('changes nothing when it is taken in again', async () => {
    const [old, fresh, disk] = [await desk(), await desk(), await stick()];
    await write(old, sample(1));
    await write(fresh, sample(2));
    const file = await handOver(old, disk);
    expect(await takeInFile(fresh, file)).not.toEqual([]);
    const once = await shownBy(fresh);
    const logs = await logsOf(fresh);
    expect(await takeInFile(fresh, file)).toEqual([]);
    expect(await shownBy(fresh)).toEqual(once);
    expect(await logsOf(fresh)).toEqual(logs);
  });

  it('leads to the same rows and the same open questions in whatever order several are taken in', async () => {
    const turn = fc.array(randomEdit, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(turn, turn, turn), fc.boolean(), async (edits, isTwice) => {
        const disk = await stick();
        const makers = [await desk(), await desk(), await desk()];
        for (const [at, maker] of makers.entries()) await write(maker, edits[at] ?? []);
        const files: string[] = [];
        for (const maker of makers) {
          if ((await logsOf(maker)).length > 0) files.push(await handOver(maker, disk));
        }
        const readers = [await desk(), await desk()];
        for (const [at, reader] of readers.entries()) {
          const order = at === 0 ? files : [...files].reverse();
          for (const file of isTwice ? [...order, ...order] : order) await takeInFile(reader, file);
        }
        const [first, second] = await Promise.all(readers.map(shownBy));
        expect(second).toEqual(first);
      }),
      { numRuns: 8 },
    );
  });

  it('brings two who exchange both ways to the same rows', async () => {
    const [one, two, disk] = [await desk(), await desk(), await stick()];
    await write(one, sample(3));
    await takeInFile(two, await handOver(one, disk));
    await write(one, sample(4));
    await write(two, sample(5));
    await takeInFile(one, await handOver(two, disk));
    await takeInFile(two, await handOver(one, disk));
    const [first, second] = [await shownBy(one), await shownBy(two)];
    expect(second).toEqual(first);
    expect(await rowsOf(one)).toEqual(await rowsFromScratch(one));
    // Nobody's own file was touched, and no file of one device stands there twice.
    expect((await filesBelow(one.logs)).some((file) => file.includes('~'))).toBe(false);
  });

  it('is read in while the app runs, without a restart', async () => {
    const [one, two, disk] = [await desk(), await desk(), await stick()];
    await write(one, sample(6));
    await write(two, sample(7));
    const { banso, workspace } = await two.start();
    const placings = await takeInFile(two, await handOver(one, disk));
    expect(await banso.takeIn(newFilesOf(placings), () => undefined)).toBe(true);
    expect(workspace.problems.get()).toEqual([]);
    expect(await rowsOf(two)).toEqual(await rowsFromScratch(two));
    const live = await rowsOf(two);
    expect(await shownBy(two)).toEqual([live, await two.database().conflicts.toArray()]);
  });
});

describe('an import that is undone', () => {
  it('leaves the rows and the logs of before', async () => {
    const [one, two, disk] = [await desk(), await desk(), await stick()];
    await write(one, sample(8));
    await write(two, sample(9));
    const [rows, logs] = [await rowsOf(two), await logsOf(two)];
    const file = await handOver(one, disk);
    await takeInFile(two, file);
    await shownBy(two);
    expect(await lastImport(two.folder)).toMatchObject({ way: 'files' });
    await prepareUndo(two.folder, Date.now());
    two.stop();
    await two.settled();
    await applyRestore(two.folder);
    await two.loseCache();
    two.become(randomId());
    await two.start();
    expect(await rowsOf(two)).toEqual(rows);
    expect(await logsOf(two)).toEqual(logs);
    expect(await lastImport(two.folder)).toBeUndefined();
    // The next time it is offered again.
    expect(await takeInFile(two, file)).not.toEqual([]);
  });

  it('is refused once something was written to one of its documents', async () => {
    const [one, two, disk] = [await desk(), await desk(), await stick()];
    await write(one, sample(10));
    await takeInFile(two, await handOver(one, disk));
    await write(two, sample(11));
    expect(await lastImport(two.folder)).toMatchObject({ way: 'edits' });
    await expect(prepareUndo(two.folder, Date.now())).rejects.toMatchObject({ code: 'WORKED_ON' });
    expect(await readdir(two.folder)).not.toContain('restore');
  });
});
