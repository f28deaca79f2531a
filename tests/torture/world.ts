import type * as Y from 'yjs';
import { FOREIGN } from '#data/documents/open-documents.ts';
import type { Started } from '#data/startup/start.ts';
import type { Workspace } from '#data/workspace.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import type { CacheState } from './cache-states.ts';
import { type Chance, createChance, seedIds } from './chance.ts';
import { heldBy, heldInFiles } from './holdings.ts';
import { DOCUMENTS, editAtRandom, liveDocument } from './random-edits.ts';

/** An edit as the document itself told it, before anything of the app's had to do with it. */
export type Made = {
  readonly document: DocumentId;
  readonly update: Uint8Array;
  readonly step: number;
};

/** A desk, what was made at it, and what somebody could bring back of it. */
export type Seat = {
  readonly name: string;
  readonly desk: Desk;
  run: Started | undefined;
  /** Not called saved yet. */
  made: Made[];
  readonly watched: WeakSet<Y.Doc>;
  readonly caches: CacheState[];
  readonly folders: ReadonlyMap<string, Uint8Array>[];
};

/** What was done to a world besides editing; each allows some problems to be told. */
export type Mishap =
  | 'killed'
  | 'unreadable'
  | 'unwritable'
  | 'cache lost'
  | 'cache older'
  | 'log lost'
  | 'damaged'
  | 'misplaced'
  | 'forked'
  | 'second process'
  | 'log older'
  | 'stale copy'
  | 'other device id'
  | 'later frame';

export type World = {
  readonly chance: Chance;
  readonly documents: readonly DocumentId[];
  readonly seats: readonly Seat[];
  readonly steps: string[];
  readonly happened: Set<Mishap>;
  /** Edits that were called saved, and that nothing has destroyed. */
  acknowledged: readonly Made[];
};

/** A fault of the core, with how it came about. */
export class Fault extends Error {}

export const createWorld = async (seed: number): Promise<World> => {
  seedIds(seed);
  const chance = createChance(seed);
  const seats: Seat[] = [];
  for (const name of ['一', '二', '三', '四'].slice(0, 2 + chance.below(3))) {
    seats.push(newSeat(name, await createDesk()));
  }
  const documents = DOCUMENTS.slice(0, chance.pick([2, 3, 8]));
  return { chance, documents, seats, steps: [], happened: new Set(), acknowledged: [] };
};

export const newSeat = (name: string, desk: Desk): Seat => ({
  name,
  desk,
  run: undefined,
  made: [],
  watched: new WeakSet(),
  caches: [],
  folders: [],
});

export const tell = (world: World, step: string): void => {
  world.steps.push(step);
};

const acknowledge = (world: World, seat: Seat): void => {
  world.acknowledged = [...world.acknowledged, ...seat.made];
  seat.made = [];
};

/** Starts a desk and listens to what it says of saving. */
export const begin = (world: World, seat: Seat): Started => {
  // What was not called saved by now was never promised.
  seat.made = [];
  const run = seat.desk.begin();
  const { saveState } = run.workspace;
  saveState.subscribe(() => {
    if (saveState.get().kind === 'saved') acknowledge(world, seat);
  });
  seat.run = run;
  return run;
};

export const running = async (world: World, seat: Seat): Promise<Started> => {
  const run = seat.run ?? begin(world, seat);
  await run.caughtUp;
  return run;
};

/** Ends a run as a power cut does, and waits until nothing more reaches the disk. */
export const stop = async (seat: Seat): Promise<void> => {
  seat.desk.stop();
  seat.run = undefined;
  seat.made = [];
  await seat.desk.settled();
};

/** Saved means on the disk, whatever the cache holds. */
const checkOnDisk = async ({ desk, name }: Seat, promised: readonly Made[]): Promise<void> => {
  for (const document of new Set(promised.map((made) => made.document))) {
    const held = await heldInFiles(desk, document);
    const missing = promised.find((made) => made.document === document && !held.has(made.update));
    if (missing === undefined) continue;
    throw new Fault(`${name} calls an edit of step ${missing.step} saved that is in no file`);
  }
};

export const flush = async (world: World, seat: Seat): Promise<boolean> => {
  const run = await running(world, seat);
  const promised = [...seat.made];
  const isSaved = await run.workspace.flush();
  if (isSaved) {
    await checkOnDisk(seat, promised);
    acknowledge(world, seat);
  }
  return isSaved;
};

/** Makes one edit, and listens to the document itself for what it was. */
export const edit = async (
  world: World,
  seat: Seat,
  workspace: Workspace,
  document: DocumentId,
): Promise<boolean> => {
  const step = world.steps.length;
  const live = await liveDocument(workspace, document);
  if (live === undefined) return false;
  if (!seat.watched.has(live.doc)) {
    seat.watched.add(live.doc);
    live.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FOREIGN) seat.made.push({ document, update, step });
    });
  }
  const isMade = await editAtRandom(workspace, document, world.chance);
  live.release();
  return isMade;
};

/** After something was destroyed, only what is left somewhere can be asked for. */
export const forgetDestroyed = async (world: World): Promise<void> => {
  const desks = world.seats.map(({ desk }) => desk);
  const left: Made[] = [];
  for (const document of world.documents) {
    const own = world.acknowledged.filter((made) => made.document === document);
    if (own.length === 0) continue;
    const held = await heldBy(desks, document);
    left.push(...own.filter(({ update }) => held.has(update)));
  }
  world.acknowledged = left;
};

export const endWorld = async (world: World): Promise<void> => {
  for (const { desk } of world.seats) await desk.remove();
};
