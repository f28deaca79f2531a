// Before Yjs, whose client ids decide which of two concurrent edits wins.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { createDocumentHistory } from '#data/history/document-history.ts';
import { unpackFile } from '#data/history/read-files.ts';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import { prepareUndo } from '#electron/services/banso-file/undo-import.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { filesBelow } from '../support/backups.ts';
import { createStick, handOver, takeInFile } from '../support/banso-files.ts';
import { createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { createChance, seedIds } from '../torture/chance.ts';
import { editAtRandom } from '../torture/random-edits.ts';

/*
 * What holds of hand-over files whatever was written: edits are made as the collections declare their
 * fields, so a new collection is in by itself.
 */
const DOCUMENTS: readonly DocumentId[] = [OFFICE, caseDocument('a' as CaseId)];
/** Each with another number of desks. */
const SEEDS = [
  [2, 11],
  [3, 12],
  [4, 13],
] as const;

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

const createWorld = async (desks: number, seed: number) => {
  seedIds(seed);
  const chance = createChance(seed);
  const { folder, remove } = await createStick();
  cleaning.push(remove);
  const desk = async (): Promise<Desk> => {
    const made = await createDesk(randomId());
    cleaning.push(made.remove);
    return made;
  };
  const write = async (of: Desk, edits: number): Promise<void> => {
    const { workspace } = await of.start();
    for (let edit = 0; edit < edits; edit += 1) {
      await editAtRandom(workspace, chance.pick(DOCUMENTS), chance);
    }
    expect(await workspace.flush()).toBe(true);
  };
  const makers: Desk[] = [];
  const files: string[] = [];
  for (let count = 0; count < desks; count += 1) {
    const maker = await desk();
    // Some have seen what those before them handed over, some have not.
    for (const file of chance.some(files)) await takeInFile(maker, file);
    await write(maker, 30);
    makers.push(maker);
    files.push(await handOver(maker, { folder }));
  }
  return { makers, files, desk, write, handOver: (of: Desk) => handOver(of, { folder }) };
};

/** What a desk shows, and what it leaves open. */
const shownBy = async (of: Desk): Promise<readonly unknown[]> => {
  const { conflictsKnown } = await of.start();
  await conflictsKnown();
  return [await rowsOf(of), await of.database().conflicts.toArray()];
};

const logsOf = async ({ logs }: Desk): Promise<readonly string[]> =>
  Promise.all(
    (await filesBelow(logs)).map(
      async (file) => `${file} ${await readFile(join(logs, file), 'hex')}`,
    ),
  );

const framesOf = async (of: Desk) => {
  const { workspace } = await of.start();
  const documents = [];
  for (const document of DOCUMENTS) {
    const files = await workspace.files(document);
    if (!files.ok) throw new Error('unreadable');
    documents.push({ document, files: files.value.map(unpackFile) });
  }
  return documents;
};

const commandsOf = async (of: Desk): Promise<ReadonlySet<string>> =>
  new Set(
    (await framesOf(of)).flatMap(({ files }) =>
      files.flatMap(({ frames }) => frames.map(({ hash }) => hash)),
    ),
  );

describe.each(SEEDS)('hand-over files of %i desks (seed %i)', (desks, seed) => {
  it('come together alike in any order, once or twice, at once or by way of somebody else', async () => {
    const { makers, files, desk, handOver: make } = await createWorld(desks, seed);
    const [forth, back, among, twice] = [await desk(), await desk(), await desk(), await desk()];
    for (const file of files) await takeInFile(forth, file);
    for (const file of files.toReversed()) await takeInFile(back, file);
    for (const file of [...files, ...files]) await takeInFile(twice, file);
    // Somebody joins all but the first, and hands over what came of that.
    const between = await desk();
    for (const file of files.slice(1)) await takeInFile(between, file);
    await takeInFile(among, await make(between));
    for (const file of files.slice(0, 1)) await takeInFile(among, file);

    const shown = await shownBy(forth);
    for (const other of [back, among, twice]) {
      expect(await shownBy(other)).toEqual(shown);
      expect(await logsOf(other)).toEqual(await logsOf(forth));
    }
    expect(await rowsOf(forth)).toEqual(await rowsFromScratch(forth));

    // Nothing that any desk has acknowledged is missing.
    const there = await commandsOf(forth);
    for (const maker of makers) {
      expect([...(await commandsOf(maker))].filter((hash) => !there.has(hash))).toEqual([]);
    }

    // Each overlap is listed once, and no other.
    const listed = (await forth.database().conflicts.toArray()).map(
      ({ document, id }) => `${document} ${id}`,
    );
    const found = (await framesOf(forth)).flatMap(({ document, files: all }) =>
      findConflicts(document, all).map(({ id }) => `${document} ${id}`),
    );
    expect(listed.toSorted()).toEqual(found.toSorted());
    expect(new Set(listed).size).toBe(listed.length);
  }, 60_000);

  it('give an empty PC the rows and the history of the one that made them', async () => {
    const { makers, desk, handOver: make } = await createWorld(desks, seed + 100);
    const [maker, fresh] = [makers.at(-1), await desk()];
    if (maker === undefined) throw new Error('nobody has made anything');
    await takeInFile(fresh, await make(maker));
    expect(await shownBy(fresh)).toEqual(await shownBy(maker));
    const historyOf = async (of: Desk) =>
      (await framesOf(of)).map(({ document, files }) =>
        createDocumentHistory(document).takeAll(files),
      );
    const told = await historyOf(maker);
    expect(told.flat()).not.toEqual([]);
    expect(await historyOf(fresh)).toEqual(told);
  }, 60_000);

  it('leave nothing behind when the last of them is undone', async () => {
    const { files, desk, write } = await createWorld(desks, seed + 200);
    const here = await desk();
    await write(here, 20);
    for (const file of files.slice(0, -1)) await takeInFile(here, file);
    const [shown, logs] = [await shownBy(here), await logsOf(here)];
    const taken = await takeInFile(here, files.at(-1) ?? '');
    expect(taken).not.toEqual([]);
    await shownBy(here);
    await prepareUndo(here.folder, Date.UTC(2027, 3, 1));
    here.stop();
    await here.settled();
    await applyRestore(here.folder);
    await here.loseCache();
    here.become(randomId());
    expect(await shownBy(here)).toEqual(shown);
    expect(await logsOf(here)).toEqual(logs);
  }, 60_000);
});

it('random edits reach every collection', async () => {
  const { makers } = await createWorld(1, 7);
  const [maker] = makers;
  if (maker === undefined) throw new Error('nobody has made anything');
  const { workspace } = await maker.start();
  const chance = createChance(8);
  for (const document of DOCUMENTS) {
    for (let edit = 0; edit < 250; edit += 1) await editAtRandom(workspace, document, chance);
  }
  await workspace.flush();
  for (const { name } of COLLECTIONS) {
    expect(await maker.database().rowsOf(name).count(), name).toBeGreaterThan(0);
  }
}, 60_000);
