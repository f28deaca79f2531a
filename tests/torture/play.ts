import { assertNever } from '#shared/result.ts';
import { readCache } from './cache-states.ts';
import {
  checkAcknowledged,
  checkConflicts,
  checkEqual,
  checkFiles,
  checkRows,
  checkTold,
} from './checks.ts';
import { readFolder } from './damage.ts';
import { bringAll, bringSome } from './exchange.ts';
import { endTrouble } from './failing-files.ts';
import { happen, MISHAPS } from './mishaps.ts';
import {
  begin,
  createWorld,
  edit,
  endWorld,
  Fault,
  flush,
  forgetDestroyed,
  type Mishap,
  running,
  type Seat,
  stop,
  tell,
  type World,
} from './world.ts';

const ROUNDS = 3;
const STEPS = 8;
/** What one desk heals reaches the others with the exchange after; once more, and nothing moves. */
const EXCHANGES = 3;

const write = async (world: World, seat: Seat): Promise<void> => {
  const { chance } = world;
  // Now and then somebody types before the logs were read.
  const run = seat.run ?? begin(world, seat);
  if (chance.happens(0.7)) await run.caughtUp;
  const count = 1 + chance.below(chance.happens(0.1) ? 40 : 5);
  for (let at = 0; at < count; at += 1) {
    await edit(world, seat, run.workspace, chance.pick(world.documents));
    if (chance.happens(0.1)) run.workspace.undo();
    if (chance.happens(0.05)) run.workspace.redo();
  }
  const isSaved = chance.happens(0.5) && (await flush(world, seat));
  tell(world, `${seat.name} writes ${count}${isSaved ? ', saved' : ''}`);
};

const keep = async (world: World, seat: Seat): Promise<void> => {
  seat.caches.push(await readCache(seat.desk.database()));
  seat.folders.push(await readFolder(seat.desk));
  tell(world, `${seat.name} is copied`);
};

const exchange = async (world: World, from: Seat, to: Seat): Promise<void> => {
  const mayBeStale = world.happened.has('stale copy');
  tell(world, `files from ${from.name} to ${to.name}`);
  const { documents, chance } = world;
  await stop(to);
  await bringSome(from.desk, to.desk, documents, chance, mayBeStale);
  await forgetDestroyed(world);
};

type Step = 'write' | 'flush' | 'stop' | 'start' | 'exchange' | 'keep' | 'clock' | 'mishap';

const STEPS_TO_CHOOSE: readonly Step[] = [
  ...(['write', 'write', 'write', 'flush', 'flush', 'stop', 'start'] as const),
  ...(['exchange', 'exchange', 'keep', 'clock', 'mishap', 'mishap'] as const),
];

const YEAR_MS = 365 * 24 * 3_600_000;

const step = async (world: World, mishaps: readonly Mishap[]): Promise<void> => {
  const { chance, seats } = world;
  const seat = chance.pick(seats);
  const kind = chance.pick(STEPS_TO_CHOOSE);
  switch (kind) {
    case 'write':
      return write(world, seat);
    case 'flush':
      if (!(await flush(world, seat)))
        throw new Fault(`nothing is wrong, and ${seat.name} is not saved`);
      tell(world, `${seat.name} is saved`);
      return;
    case 'stop':
      tell(world, `${seat.name} is switched off`);
      return stop(seat);
    case 'start':
      tell(world, `${seat.name} starts`);
      await stop(seat);
      await running(world, seat);
      return;
    case 'exchange': {
      const other = chance.pick(seats.filter((each) => each !== seat));
      return exchange(world, other, seat);
    }
    case 'keep':
      return keep(world, seat);
    case 'clock':
      seat.desk.turnClock((chance.below(21) - 10) * YEAR_MS);
      tell(world, `the clock of ${seat.name} is turned`);
      return;
    case 'mishap': {
      const possible = mishaps.filter((each) => each !== 'stale copy');
      if (possible.length === 0) return;
      await happen(world, seat, chance.pick(possible));
      return forgetDestroyed(world);
    }
    default:
      return assertNever(kind);
  }
};

/** All desks start, heal what they can, and say what they saved. */
const settleDesk = async (world: World, seat: Seat): Promise<void> => {
  if (seat.run !== undefined && world.chance.happens(0.5)) await flush(world, seat);
  await stop(seat);
  const run = begin(world, seat);
  await run.caughtUp;
  await run.verified;
  if (!(await flush(world, seat))) {
    const state = run.workspace.saveState.get();
    throw new Fault(`${seat.name} cannot save: ${JSON.stringify(state)}`);
  }
  checkTold(world, seat);
};

const settle = async (world: World): Promise<void> => {
  endTrouble();
  const desks = world.seats.map(({ desk }) => desk);
  for (let exchanges = 0; exchanges < EXCHANGES; exchanges += 1) {
    tell(world, `all start, exchange ${exchanges + 1}`);
    for (const seat of world.seats) await settleDesk(world, seat);
    for (const seat of world.seats) await stop(seat);
    await bringAll(desks, world.documents);
    await forgetDestroyed(world);
  }
  tell(world, 'all start');
  for (const seat of world.seats) await settleDesk(world, seat);
};

const check = async (world: World): Promise<void> => {
  for (const seat of world.seats) {
    await checkAcknowledged(world, seat);
    await checkRows(seat);
    await seat.run?.conflictsKnown();
  }
  await checkEqual(world);
  await checkFiles(world);
  await checkConflicts(world);
};

export type Played = {
  readonly seed: number;
  readonly mishaps: readonly Mishap[];
  readonly edits: number;
  readonly fault: string | undefined;
  readonly steps: readonly string[];
};

/** Plays one world out; a few kinds of mishaps each, so that what one kind allows hides nothing of another. */
export const play = async (seed: number): Promise<Played> => {
  const world = await createWorld(seed);
  const { chance } = world;
  const mishaps = chance.happens(0.15)
    ? []
    : MISHAPS.filter(() => chance.happens(chance.pick([0.15, 0.3, 0.6])));
  if (mishaps.includes('stale copy')) world.happened.add('stale copy');
  let fault: string | undefined;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let count = 0; count < STEPS; count += 1) await step(world, mishaps);
      await settle(world);
      await check(world);
    }
  } catch (error) {
    fault =
      error instanceof Fault
        ? error.message
        : String(
            error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : error,
          );
  } finally {
    endTrouble();
    await endWorld(world);
  }
  return { seed, mishaps, edits: world.acknowledged.length, fault, steps: world.steps };
};

export const describePlay = ({ seed, mishaps, fault, steps }: Played): string =>
  [
    `seed ${seed}: ${fault ?? 'no fault'}`,
    `mishaps: ${mishaps.join(', ') || 'none'}`,
    ...steps,
  ].join('\n  ');
