import { rm } from 'node:fs/promises';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type DeviceId, randomId } from '#shared/domain/record/ids.ts';
import { createDesk } from '../support/desk.ts';
import { readCache, writeCache } from './cache-states.ts';
import {
  beginningOf,
  cut,
  flip,
  makeLater,
  ownCopy,
  pathOf,
  readFolder,
  write,
  writeFolder,
  zeroEnd,
} from './damage.ts';
import { endTrouble, trouble } from './failing-files.ts';
import { filesOn, type LogCopy } from './holdings.ts';
import {
  begin,
  edit,
  Fault,
  flush,
  type Mishap,
  newSeat,
  running,
  type Seat,
  stop,
  tell,
  type World,
} from './world.ts';

/** Something that befalls one desk. Nothing runs there when it begins. */
type Happen = (world: World, seat: Seat) => Promise<string>;

const anyDocument = ({ chance, documents }: World): DocumentId => chance.pick(documents);

const anyFile = async (
  world: World,
  { desk }: Seat,
): Promise<{ readonly document: DocumentId; readonly copy: LogCopy } | undefined> => {
  const document = anyDocument(world);
  const files = (await filesOn(desk, document)).filter(({ bytes }) => bytes.length > 0);
  return files.length === 0 ? undefined : { document, copy: world.chance.pick(files) };
};

const damaged: Happen = async (world, seat) => {
  const found = await anyFile(world, seat);
  if (found === undefined) return 'no file';
  const { document, copy } = found;
  const where = `${document}/${copy.source}`;
  switch (world.chance.below(3)) {
    case 0:
      return `${where} flipped: ${await flip(copy, world.chance)}`;
    case 1:
      return `${where} cut: ${await cut(copy, world.chance)}`;
    default:
      return `${where} ends in zeros: ${await zeroEnd(document, copy, world.chance)}`;
  }
};

const logLost: Happen = async (world, seat) => {
  if (world.chance.happens(0.2)) {
    await rm(seat.desk.logs, { recursive: true, force: true });
    return 'all logs';
  }
  const found = await anyFile(world, seat);
  if (found === undefined) return 'no file';
  await rm(found.copy.path);
  return `${found.document}/${found.copy.source}`;
};

const logOlder: Happen = async (world, seat) => {
  const { folders, desk } = seat;
  const files = folders.length === 0 ? undefined : world.chance.pick(folders);
  if (files === undefined) {
    const document = anyDocument(world);
    const own = await ownCopy(desk, document);
    if (own === undefined) return 'no file';
    await write(own.path, beginningOf(document, own, world.chance));
    return `${document}, its beginning only`;
  }
  await writeFolder(desk, files);
  return 'the whole folder';
};

const cacheLost: Happen = async (_, { desk }) => {
  await desk.loseCache();
  return 'all';
};

const cacheOlder: Happen = async (world, { desk, caches }) => {
  if (caches.length === 0) return 'none was kept';
  const at = world.chance.below(caches.length);
  const state = caches[at];
  if (state !== undefined) await writeCache(desk.database(), state);
  return `to state ${at} of ${caches.length}`;
};

/** A log lies in the folder of another document, in place of one there or beside it. */
const misplaced: Happen = async (world, seat) => {
  const found = await anyFile(world, seat);
  const to = anyDocument(world);
  if (found === undefined || to === found.document) return 'no file';
  const source = world.chance.happens(0.5) ? found.copy.source : `${found.copy.source}~m`;
  await write(pathOf(seat.desk, to, source), found.copy.bytes);
  return `${found.document}/${found.copy.source} in ${to} as ${source}`;
};

const work = async (world: World, seat: Seat, edits: number): Promise<void> => {
  const { workspace } = await running(world, seat);
  for (let count = 0; count < edits; count += 1) {
    await edit(world, seat, workspace, anyDocument(world));
  }
  await flush(world, seat);
};

/** The folder is copied to another PC that goes on with the same id, and its files come back. */
const forked: Happen = async (world, seat) => {
  const { desk } = seat;
  const twin = newSeat(`${seat.name}の写し`, await createDesk(desk.device));
  await writeFolder(twin.desk, await readFolder(desk));
  if (world.chance.happens(0.5)) {
    await writeCache(twin.desk.database(), await readCache(desk.database()));
  }
  await work(world, twin, 1 + world.chance.below(4));
  await stop(twin);
  await work(world, seat, world.chance.below(4));
  await stop(seat);
  const told: string[] = [];
  for (const document of world.documents) {
    const copy = await ownCopy(twin.desk, document);
    if (copy === undefined || world.chance.happens(0.3)) continue;
    const source = world.chance.happens(0.5) ? copy.source : `${copy.source}~twin`;
    await write(pathOf(desk, document, source), copy.bytes);
    told.push(`${document}/${source}`);
  }
  await twin.desk.remove();
  return `files of the copy: ${told.join(', ')}`;
};

/** Two processes write one folder under one id, each with a cache of its own. */
const secondProcess: Happen = async (world, seat) => {
  const other = newSeat(
    `${seat.name}の2つめ`,
    await createDesk(seat.desk.device, seat.desk.folder),
  );
  const turns = 1 + world.chance.below(6);
  for (let turn = 0; turn < turns; turn += 1) {
    await work(world, world.chance.happens(0.5) ? other : seat, 1);
  }
  await flush(world, seat);
  await flush(world, other);
  await stop(seat);
  await stop(other);
  return `${turns} turns`;
};

const otherDevice: Happen = async (_, { desk }) => {
  desk.become(randomId<DeviceId>());
  return desk.device;
};

/** A frame that only a later version understands: in our own file it closes the document. */
const laterFrame: Happen = async (world, seat) => {
  const found = await anyFile(world, seat);
  if (found === undefined) return 'no file';
  const { document, copy } = found;
  if (!(await makeLater(document, copy))) return 'no frame';
  if (copy.source !== (seat.desk.device as string)) return `${document}/${copy.source}`;
  const run = begin(world, seat);
  await run.caughtUp;
  const isWritten = await edit(world, seat, run.workspace, document);
  if (isWritten)
    throw new Fault(`${document} was written though its own file is of a later version`);
  await stop(seat);
  await write(copy.path, copy.bytes);
  return `${document} at ${seat.name} itself, and back`;
};

/** The process ends somewhere within an append. */
const killed: Happen = async (world, seat) => {
  const { desk } = seat;
  const run = begin(world, seat);
  if (world.chance.happens(0.5)) await run.caughtUp;
  trouble(desk.folder, /\.log$/, { kind: 'killed', bytes: world.chance.below(4000) });
  for (let count = world.chance.below(4); count >= 0; count -= 1) {
    await edit(world, seat, run.workspace, anyDocument(world));
  }
  if (world.chance.happens(0.5)) await run.workspace.flush();
  await stop(seat);
  endTrouble(desk.folder);
  return 'while it wrote';
};

/** A virus scanner, a broken share: what is read at the start cannot be read for a while. */
const unreadable: Happen = async (world, seat) => {
  const { desk } = seat;
  const only = world.chance.happens(0.5) ? /\.log$/ : new RegExp(`${desk.device}\\.log$`);
  const code = world.chance.pick(['EBUSY', 'EACCES', 'EIO']);
  trouble(desk.folder, only, { kind: 'open', code });
  const run = begin(world, seat);
  await run.caughtUp;
  for (let count = world.chance.below(3); count >= 0; count -= 1) {
    await edit(world, seat, run.workspace, anyDocument(world));
  }
  endTrouble(desk.folder);
  await work(world, seat, world.chance.below(3));
  if (world.chance.happens(0.5)) await stop(seat);
  return `${code}, ${only.source}`;
};

const unwritable: Happen = async (world, seat) => {
  const { desk } = seat;
  await running(world, seat);
  const bytes = world.chance.below(4000);
  const what = world.chance.pick([
    { kind: 'short-write', bytes, code: 'ENOSPC' },
    { kind: 'short-write', bytes, code: 'EIO' },
    { kind: 'sync', code: 'EIO' },
    { kind: 'stuck', bytes },
    { kind: 'stuck-sync' },
  ] as const);
  trouble(desk.folder, /\.log$/, what);
  await work(world, seat, 1 + world.chance.below(3));
  if (world.chance.happens(0.3)) await stop(seat);
  endTrouble(desk.folder);
  if (seat.run !== undefined) await work(world, seat, world.chance.below(3));
  return `${what.kind} ${bytes}`;
};

const HAPPEN: Readonly<Record<Exclude<Mishap, 'stale copy'>, Happen>> = {
  killed,
  unreadable,
  unwritable,
  damaged,
  misplaced,
  forked,
  'cache lost': cacheLost,
  'cache older': cacheOlder,
  'log lost': logLost,
  'log older': logOlder,
  'second process': secondProcess,
  'other device id': otherDevice,
  'later frame': laterFrame,
};

export const MISHAPS = [...(Object.keys(HAPPEN) as (keyof typeof HAPPEN)[]), 'stale copy'] as const;

export const happen = async (
  world: World,
  seat: Seat,
  mishap: keyof typeof HAPPEN,
): Promise<void> => {
  await stop(seat);
  world.happened.add(mishap);
  tell(world, `${mishap} at ${seat.name} …`);
  tell(world, `… ${await HAPPEN[mishap](world, seat)}`);
};
