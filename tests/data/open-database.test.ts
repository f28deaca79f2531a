import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { type CacheName, nextName, rememberedName } from '#data/cache-name.ts';
import { DATABASE_VERSION, Database, type KnownSource, type StoredUpdate } from '#data/database.ts';
import { openDatabase, setAsideDatabase } from '#data/open-database.ts';
import { isCacheAhead } from '#data/restored.ts';
import { binnedRows } from '#data/rows.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type FolderId, randomCommandId } from '#shared/domain/record/ids.ts';
import type { LogFile, SourceName } from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import { aDraft } from '#tests/support/logs.ts';

const FOLDER = 'a'.repeat(32) as FolderId;
const OTHER = 'b'.repeat(32) as FolderId;

let count = 0;
/** A name that nobody has used, as the browser would remember it. */
const freshName = (): CacheName & { readonly first: string } => {
  const first = `opened-${count++}`;
  let name = first;
  return {
    first,
    get: () => name,
    set: (next) => {
      name = next;
    },
  };
};

const open = async (
  name: CacheName,
  folder: FolderId = FOLDER,
  onLost: (problem: Problem) => void = () => undefined,
) => {
  const opened = await openDatabase({ folder, name, onLost });
  if (!opened.ok) throw new Error(opened.error.problem.happened);
  return opened.value;
};

const anEdit = (acked: 0 | 1 | 2): StoredUpdate => ({
  ...aDraft({ command: randomCommandId() }),
  ...{ document: OFFICE, acked, place: 1, device: 'desk1' as DeviceId },
});

const record = (source: string, seq: number) => ({
  id: OFFICE,
  sources: { [source]: known(seq) },
  seen: [],
  notesDirty: 0 as const,
});
const known = (seq: number): KnownSource => {
  const head = { generation: 0, seq, hash: String(seq) };
  return { head, held: head, format: 1 };
};

describe('opening the cache', () => {
  it('makes one where there is none, and finds it again', async () => {
    const name = freshName();
    const first = await open(name);
    await first.database.updates.put(anEdit(0));
    first.database.close();
    const again = await open(name);
    expect(await again.database.updates.count()).toBe(1);
    expect([...first.notices, ...again.notices]).toEqual([]);
    again.database.close();
  });

  it('leaves one that a newer version has made as it is, and says so', async () => {
    const name = freshName();
    const newer = new Dexie(name.first);
    newer.version(DATABASE_VERSION + 1).stores({ later: 'id' });
    await newer.open();
    await newer.table('later').add({ id: 'kept' });
    newer.close();
    const opened = await openDatabase({ folder: FOLDER, name, onLost: () => undefined });
    expect(opened.ok ? '' : opened.error.problem.code).toBe('newer-format');
    expect(opened.ok || opened.error.isUnusable).toBe(false);
    await newer.open();
    expect(await newer.table('later').count()).toBe(1);
    newer.close();
  });

  it('shows the rows of an older one, which had a table for each collection, until they are made anew', async () => {
    const name = freshName();
    const older = new Dexie(name.first);
    // As versions up to 311 had it.
    older.version(311).stores({
      ...{ documents: 'id, notesDirty', snapshots: 'id', meta: 'key' },
      cases: '[document+id], document, deletedAt, fiscalYear, municipalityCode',
      findings: '[document+id], document, deletedAt',
    });
    await older.open();
    const head = { document: 'case:a', id: 'a', deletedAt: '', fiscalYear: 2026 };
    await older.table('cases').add(head);
    const findings = Array.from({ length: 200 }, (_, at) => ({
      ...{ document: at % 2 === 0 ? 'case:a' : 'case:b', id: `f${at}` },
      deletedAt: at === 7 ? '2026-01-01T00:00:00Z' : '',
    }));
    await older.table('findings').bulkAdd(findings);
    older.close();

    const { database } = await open(name);
    expect(await database.rowsOf('cases').toArray()).toEqual([head]);
    expect(await database.rowsOf('findings').of('case:b')).toHaveLength(100);
    expect(new Set(await database.rowsOf('findings').toArray())).toEqual(new Set(findings));
    await database.rowsOf('findings').bulkDelete([['case:a', 'f100']]);
    expect(await database.rowsOf('findings').get(['case:a', 'f100'])).toBeUndefined();
    expect(await database.rowsOf('findings').count()).toBe(199);
    const bin = await binnedRows(database.leaves, { from: '2025', below: '2027' });
    expect(bin.map(({ row }) => row.id)).toEqual(['f7']);
    expect(await database.digests.toArray()).toMatchObject([
      { document: 'case:a', isStale: 1, fiscalYear: 2026 },
    ]);
    database.close();
  });

  it('lets go when somebody wants to delete it, and tells', async () => {
    const name = freshName();
    const told: string[] = [];
    await open(name, FOLDER, (problem) => told.push(problem.code));
    await Dexie.delete(name.first);
    expect(new Set(told)).toEqual(new Set(['disk-error']));
  });
});

describe('a cache that belongs to another records folder', () => {
  it('is dropped without a word when its logs hold all that is in it', async () => {
    const name = freshName();
    const { database } = await open(name, OTHER);
    await database.updates.put(anEdit(1));
    await database.documents.put(record('desk', 3));
    database.close();
    const ours = await open(name);
    expect(ours.notices).toEqual([]);
    expect(await ours.database.updates.count()).toBe(0);
    expect(await ours.database.documents.count()).toBe(0);
    ours.database.close();
    expect((await open(name)).database.name).toBe(name.first);
  });

  it.each([0, 2] as const)(
    'is set aside, and told, while it holds an unsent edit (%i)',
    async (acked) => {
      const name = freshName();
      const { database } = await open(name, OTHER);
      await database.updates.bulkPut([anEdit(acked), anEdit(1)]);
      database.close();
      const ours = await open(name);
      expect(ours.database.name).toBe(nextName(name.first));
      expect(ours.notices).toMatchObject([
        { code: 'damaged', happened: expect.stringMatching('1件') },
      ]);
      expect(await ours.database.updates.count()).toBe(0);
      ours.database.close();
      // It is told once, and nothing of it is lost.
      const again = await open(name);
      expect([again.database.name, again.notices]).toEqual([nextName(name.first), []]);
      again.database.close();
      const aside = new Database(name.first);
      expect(await aside.updates.count()).toBe(2);
      aside.close();
    },
  );
});

describe('a cache that can’t be opened', () => {
  /** As a damaged store does: it refuses to open these databases. */
  const refusing = async <T>(
    names: (name: string) => boolean,
    work: () => Promise<T>,
  ): Promise<T> => {
    const real = indexedDB.open;
    Dexie.dependencies.indexedDB.open = (name: string, version?: number) => {
      if (names(name))
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      return real.call(indexedDB, name, version);
    };
    try {
      return await work();
    } finally {
      Dexie.dependencies.indexedDB.open = real;
    }
  };

  it('is set aside, not deleted; another takes its place, and what may be missing is told', async () => {
    const name = freshName();
    const { database } = await open(name);
    await database.updates.put(anEdit(0));
    database.close();
    const opened = await refusing(
      (each) => each === name.first,
      () => open(name),
    );
    expect(opened.notices).toMatchObject([{ code: 'damaged' }]);
    expect(opened.notices[0]?.todo).toContain('抜けている');
    opened.database.close();
    const again = await open(name);
    expect([again.database.name, again.notices]).toEqual([nextName(name.first), []]);
    again.database.close();
    const aside = new Database(name.first);
    expect(await aside.updates.count()).toBe(1);
    aside.close();
  });

  it('under any name is told as such, and the next start has to put the store away', async () => {
    const name = freshName();
    const opened = await refusing(
      () => true,
      () => openDatabase({ folder: FOLDER, name, onLost: () => undefined }),
    );
    expect(opened).toMatchObject({ ok: false, error: { isUnusable: true } });
    expect(name.get()).toBe(name.first);
  });
});

describe('the cache of records that were put back', () => {
  const fileAt = (seq: number, change: Partial<LogFile> = {}): LogFile => ({
    document: OFFICE,
    source: 'desk' as SourceName,
    head: known(seq).head,
    ...change,
  });
  const nothing = { files: [], closed: [] };

  it('set aside for the older state stays as it is, and never comes back by itself', async () => {
    const name = freshName();
    const { database } = await open(name);
    await database.documents.put(record('desk', 5));
    const older = await setAsideDatabase(database, {
      folder: FOLDER,
      name,
      onLost: () => undefined,
    });
    expect(older.ok && older.value.notices).toEqual([]);
    if (!older.ok) return;
    expect(await older.value.database.documents.count()).toBe(0);
    older.value.database.close();
    // Even if the browser has forgotten which one is in use.
    name.set(name.first);
    const again = await open(name);
    expect(again.database.name).toBe(nextName(name.first));
    again.database.close();
    const aside = new Database(name.first);
    expect(await aside.documents.count()).toBe(1);
    aside.close();
  });

  it.each<[string, readonly LogFile[], boolean]>([
    ['the file has the same head', [fileAt(5)], false],
    ['the file goes on', [fileAt(7)], false],
    ['the file ends earlier', [fileAt(4)], true],
    ['the file is gone', [], true],
    [
      'the file is another in the same place',
      [fileAt(5, { head: { ...known(5).head, hash: 'x' } })],
      true,
    ],
    [
      'the file can’t be looked at',
      [fileAt(0, { problem: { code: 'disk-error' } as Problem })],
      true,
    ],
    [
      'the file was shortened on purpose',
      [fileAt(2, { head: { generation: 1, seq: 2, hash: '2' } })],
      false,
    ],
  ])('is ahead or not: %s', async (_what, files, isAhead) => {
    const { database } = await open(freshName());
    await database.documents.put(record('desk', 5));
    expect(await isCacheAhead(database, { ...nothing, files })).toBe(isAhead);
    database.close();
  });

  it('is ahead with an edit in its outbox, and not when it is empty', async () => {
    const { database } = await open(freshName());
    expect(await isCacheAhead(database, nothing)).toBe(false);
    await database.updates.put(anEdit(0));
    expect(await isCacheAhead(database, nothing)).toBe(true);
    database.close();
  });

  it('is ahead of a document that can’t be looked into', async () => {
    const { database } = await open(freshName());
    await database.documents.put(record('desk', 5));
    const closed = [{ document: OFFICE as DocumentId, problem: { code: 'disk-error' } as Problem }];
    expect(await isCacheAhead(database, { files: [fileAt(5)], closed })).toBe(true);
    database.close();
  });
});

describe('the name of the cache', () => {
  const storage = (content: string | null, fails = false) => ({
    getItem: () => content,
    setItem: () => {
      if (fails) throw new DOMException('full', 'QuotaExceededError');
    },
  });

  it.each([
    [null, 'banso-note'],
    ['banso-note~3', 'banso-note~3'],
    ['anything', 'banso-note'],
  ])('is remembered as %j: %s', (content, name) => {
    expect(rememberedName(storage(content)).get()).toBe(name);
  });

  it('goes on by number, and a full disk does not stop it', () => {
    expect(nextName('banso-note')).toBe('banso-note~2');
    expect(nextName('banso-note~9')).toBe('banso-note~10');
    expect(() => rememberedName(storage(null, true)).set('banso-note~2')).not.toThrow();
  });
});
