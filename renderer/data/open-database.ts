import type { FolderId } from '#shared/domain/record/ids.ts';
import { assertNever, fail, ok, type Problem, type Result } from '#shared/result.ts';
import { type CacheName, nextName } from './cache-name.ts';
import {
  closedCacheProblem,
  foreignOutboxProblem,
  lostCacheProblem,
  newerCacheProblem,
  setAsideProblem,
} from './cache-problems.ts';
import { Database } from './database.ts';

export type OpenOptions = {
  /** The records folder that the cache must belong to; opening does not wait for it. */
  readonly folder: FolderId | Promise<FolderId>;
  readonly name: CacheName;
  /** Told when the browser takes the open cache away (another window, a reset). */
  readonly onLost: (problem: Problem) => void;
};

export type OpenedDatabase = {
  readonly database: Database;
  /** What became of a cache that is not used. */
  readonly notices: readonly Problem[];
};

/** Why there is no cache; `isUnusable`: under no name can one be opened. */
export type OpenFailure = { readonly problem: Problem; readonly isUnusable: boolean };

/** When so many names in a row can't be opened, it is the store. */
const TRIES = 2;

/**
 * Opens the cache of a records folder. One that a newer version of the app has made stays closed and
 * untouched. One that can't be opened, or holds unsent edits of another folder, is set aside: it stays
 * under its name, and another database takes its place. Another folder's without such edits is dropped.
 */
export const openDatabase = async (
  options: OpenOptions,
): Promise<Result<OpenedDatabase, OpenFailure>> => {
  const notices: Problem[] = [];
  let name = options.name.get();
  for (let broken = 0; broken < TRIES; name = nextName(name)) {
    const attempt = await tryTwice(name);
    if (attempt.kind === 'newer') return fail({ problem: newerCacheProblem(), isUnusable: false });
    const { database } = attempt;
    const fate = attempt.kind === 'open' ? await claim(database, options.folder) : BROKEN;
    switch (fate.kind) {
      case 'ours':
        if (name !== options.name.get()) options.name.set(name);
        watch(database, options.onLost);
        return ok({ database, notices });
      case 'broken':
        if (broken === 0) notices.push(setAsideProblem());
        broken += 1;
        break;
      case 'unsent':
        notices.push(foreignOutboxProblem(fate.count));
        broken = 0;
        break;
      case 'set-aside':
        broken = 0;
        break;
      default:
        assertNever(fate);
    }
    database.close();
  }
  return fail({ problem: closedCacheProblem(), isUnusable: true });
};

/** Puts the open cache away, whole as it is, and opens an empty one in its place. */
export const setAsideDatabase = async (
  database: Database,
  options: OpenOptions,
): Promise<Result<OpenedDatabase, OpenFailure>> => {
  await markSetAside(database);
  database.close();
  return openDatabase(options);
};

type Attempt = { readonly kind: 'open' | 'newer' | 'broken'; readonly database: Database };

/** What fails once may have failed for the moment. */
const tryTwice = async (name: string): Promise<Attempt> => {
  const first = await tryOpen(name);
  return first.kind === 'broken' ? tryOpen(name) : first;
};

const tryOpen = async (name: string): Promise<Attempt> => {
  const database = new Database(name);
  const ours = Math.round(database.verno * 10);
  try {
    await database.open();
  } catch {
    return { kind: 'broken', database };
  }
  // Dexie opens a newer database all the same, with whatever tables it has.
  if (database.backendDB().version > ours) {
    database.close();
    return { kind: 'newer', database };
  }
  return { kind: 'open', database };
};

const FOLDER = 'folder';
const SET_ASIDE = 'setAside';

type Fate =
  | { readonly kind: 'ours' }
  /** Another folder's, with edits that stand nowhere else. */
  | { readonly kind: 'unsent'; readonly count: number }
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'broken' };

const BROKEN: Fate = { kind: 'broken' };

/** Takes an open cache for a folder, emptied if another folder's logs hold all that was in it. */
const claim = async (database: Database, folder: FolderId | Promise<FolderId>): Promise<Fate> => {
  const wanted = await folder;
  try {
    // As a rule it is: a question that writes nothing holds up no reader of the first screen.
    if (await isOurs(database, wanted)) return { kind: 'ours' };
    const fate = await fateOf(database, wanted);
    if (fate.kind !== 'dropped') return fate;
    await database.delete();
    await database.open();
    await database.meta.put({ key: FOLDER, value: wanted });
    return { kind: 'ours' };
  } catch {
    return BROKEN;
  }
};

const isOurs = async (database: Database, folder: FolderId): Promise<boolean> => {
  const [owner, aside] = await database.meta.bulkGet([FOLDER, SET_ASIDE]);
  return aside === undefined && owner?.value === folder;
};

/** Whose a cache is; a new one becomes the folder's. */
const fateOf = (database: Database, folder: FolderId): Promise<Fate | { kind: 'dropped' }> =>
  database.transaction('rw', database.meta, database.updates, database.documents, async () => {
    const [owner, aside] = await database.meta.bulkGet([FOLDER, SET_ASIDE]);
    if (aside !== undefined) return { kind: 'set-aside' };
    const count = await database.updates.where('acked').notEqual(1).count();
    if (count > 0) {
      await database.meta.put({ key: SET_ASIDE, value: true });
      return { kind: 'unsent', count };
    }
    if (owner !== undefined || (await database.documents.count()) > 0) return { kind: 'dropped' };
    await database.meta.put({ key: FOLDER, value: folder });
    return { kind: 'ours' };
  });

const markSetAside = (database: Database): Promise<unknown> =>
  database.meta.put({ key: SET_ASIDE, value: true });

const watch = (database: Database, onLost: (problem: Problem) => void): void => {
  // The one who wants a newer version, or to delete, must not be held up by us.
  database.on('versionchange', () => {
    database.close();
    onLost(lostCacheProblem());
  });
  database.on('close', () => onLost(lostCacheProblem()));
};
