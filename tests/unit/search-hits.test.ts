import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '#data/database.ts';
import type { StoredRow } from '#data/rows.ts';
import { fillShelves, shelve } from '#data/search/fill.ts';
import { openLibrary } from '#data/search/library.ts';
import { createHitReader } from '#data/search/read-hits.ts';
import { readRows } from '#data/search/read-rows.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { type CaseId, type CollectionName, randomId } from '#shared/domain/record/ids.ts';
import { type Find, find } from '#shared/domain/search/find.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import type { Shelf } from '#shared/domain/search/shelf.ts';
import { recordKey } from '#shared/domain/search/shelf.ts';
import { caseRow, findingRow, meetingRow, roundRow } from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const doc = (id: string): DocumentId => caseDocument(id as CaseId);

let database: Database;
let shelves: readonly Shelf[] = [];
beforeEach(async () => {
  database = new Database(`hits-${randomId()}`);
  for (const id of ['a', 'b']) {
    await put(id, 'cases', caseRow(id, { municipalityName: `${id}町`, fiscalYear: 2022 }));
    await put(
      id,
      'meetings',
      meetingRow(`m${id}`, { kind: 'session', round: `r${id}`, place: '会場' }),
    );
    await put(id, 'rounds', roundRow(`r${id}`, { number: 3 }));
    await put(id, 'findings', findingRow(`f${id}`, { text: '足がない', meeting: `m${id}` }));
  }
  await database.noteTexts.put({ document: doc('a'), id: 'ma', text: '方針', today: '新方針' });
  await shelveAll();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

const put = (id: string, collection: CollectionName, ...rows: readonly object[]) => {
  const own = rows.map((row) => ({ ...row, document: doc(id) }));
  return database.rowsOf(collection).bulkPut(own as unknown as readonly StoredRow[]);
};
const shelveAll = async () => {
  shelves = [...(await readRows(database, 'case:a', 'case:z')).values()].map(shelve);
};
const findsOf = (typed: string): readonly Find[] => {
  const wanted = { isWanted: () => true, weightOf: () => 0, limit: 1_000 };
  return find(shelves, parseQuery(typed), wanted).best;
};
/** A reader of hits, and how often it has asked the cache so far. */
const reader = () => {
  const asks = vi.spyOn(database, 'transaction');
  const hits = createHitReader(database);
  const read = (finds: readonly Find[], typed = '') => hits.read(finds, parseQuery(typed).words);
  return { ...hits, read, asked: () => asks.mock.calls.length };
};
const titleOf = (title: readonly { readonly text: string }[]) =>
  title.map(({ text }) => text).join('');

describe('what is shown of a find', () => {
  it('is said by its row and its note as they are today', async () => {
    const { read } = reader();
    const [hit] = await read(findsOf('新方針'), '新方針');
    expect(hit).toMatchObject({ what: '会合', document: doc('a'), id: 'ma' });
    expect(titleOf(hit?.title ?? [])).toBe('第3回支援');
    expect(titleOf(hit?.excerpt?.pieces ?? [])).toContain('新方針');
  });

  it('says nothing of a note where it has none', async () => {
    const { read } = reader();
    const found = await read(findsOf('会場'), '会場');
    expect(found.map(({ id, excerpt }) => [id, titleOf(excerpt?.pieces ?? [])])).toEqual([
      ['ma', '会場'],
      ['mb', '会場'],
    ]);
  });

  it('names where it stands, and who wrote it where that is asked', async () => {
    const { read } = createHitReader(database);
    const finds = findsOf('足がない');
    const words = parseQuery('足がない').words;
    const plain = (await read(finds, words)).map(({ where }) => where);
    expect(plain).toEqual(['a町（令和4年度） ・ 第3回支援', 'b町（令和4年度） ・ 第3回支援']);
    const written = await read(finds, words, ({ document }, at) => [`${document} ${at}`]);
    for (const [at, { where, document }] of written.entries()) {
      expect(where.startsWith(plain[at] ?? '-')).toBe(true);
      expect(where).toContain(`${document} ${finds[at]?.at}`);
    }
  });

  it('is nothing where it is gone, or in the bin, meanwhile', async () => {
    const { read } = reader();
    const finds = findsOf('足がない');
    await put('a', 'findings', findingRow('fa', { text: '足がない', ...BIN }));
    await database.rowsOf('findings').bulkDelete([[doc('b'), 'fb']]);
    expect(finds).toHaveLength(2);
    expect(await read(finds)).toEqual([]);
  });
});

describe('the cache', () => {
  it('is not asked for nothing, and once for what stays', async () => {
    const { read, asked } = reader();
    expect(await read([])).toEqual([]);
    expect(asked()).toBe(0);
    const first = await read(findsOf('会場'));
    expect([first.length, asked()]).toEqual([2, 1]);
    expect(await read(findsOf('会場'))).toEqual(first);
    expect(asked()).toBe(1);
    await read(findsOf('足がない'));
    expect(asked()).toBe(2);
  });

  it.each<[string, ReadonlySet<string> | undefined, number]>([
    ['any document', undefined, 2],
    ['its document', new Set([doc('a')]), 2],
    ['another document', new Set([doc('c')]), 1],
    ['no document', new Set(), 1],
  ])('is asked again of what may have changed: %s', async (_, documents, expected) => {
    const { read, forget, asked } = reader();
    await read(findsOf('会場'));
    forget(documents);
    await read(findsOf('会場'));
    expect(asked()).toBe(expected);
  });

  it('tells what a document says since it has changed, its rounds too', async () => {
    const { read, forget } = reader();
    const titles = async () => (await read(findsOf('会場'))).map(({ title }) => titleOf(title));
    expect(await titles()).toEqual(['第3回支援', '第3回支援']);
    for (const id of ['a', 'b']) await put(id, 'rounds', roundRow(`r${id}`, { number: 5 }));
    forget(new Set([doc('a')]));
    expect(await titles()).toEqual(['第5回支援', '第3回支援']);
    forget();
    expect(await titles()).toEqual(['第5回支援', '第5回支援']);
    await put('a', 'rounds', roundRow('ra', { number: 5, ...BIN }));
    forget();
    expect((await titles())[1]).toBe('第5回支援');
    expect((await titles())[0]).not.toContain('第5回');
  });

  it('is asked again of what has changed while it was read', async () => {
    const { read, forget, asked } = reader();
    const reading = read(findsOf('会場'));
    forget(new Set(['other']));
    await reading;
    await read(findsOf('会場'));
    expect(asked()).toBe(2);
  });

  it('is asked for rounds of documents with meetings among the finds alone, once each', async () => {
    const tables = vi.spyOn(database, 'rowsOf');
    const ofRounds = () => tables.mock.calls.filter(([name]) => name === 'rounds').length;
    const { read } = reader();
    await read(findsOf('足がない'));
    expect(ofRounds()).toBe(0);
    await read(findsOf('会場'));
    expect(ofRounds()).toBe(2);
    await put('a', 'meetings', meetingRow('m2', { kind: 'exchange', title: '別の会' }));
    await shelveAll();
    tables.mockClear();
    expect(await read(findsOf('別の会'))).toHaveLength(1);
    expect(ofRounds()).toBe(0);
  });

  it('is not asked again of the three hundred that were read last', async () => {
    const rows = Array.from({ length: 302 }, (_, at) => findingRow(`n${at}`, { text: '見守り' }));
    await put('a', 'findings', ...rows);
    await shelveAll();
    const all = findsOf('見守り');
    expect(all).toHaveLength(302);
    const { read, asked } = reader();
    const again = async (from: number, to: number) => {
      const before = asked();
      await read(all.slice(from, to));
      return asked() - before;
    };
    expect(await again(0, 300)).toBe(1);
    expect(await again(0, 1)).toBe(0);
    // The first has been read last by now, so that the second has to go.
    expect(await again(300, 301)).toBe(1);
    expect(await again(0, 1)).toBe(0);
    expect(await again(2, 301)).toBe(0);
    expect(await again(1, 2)).toBe(1);
  });
});

describe('the library', () => {
  const library = async (writersOf = async () => new Map<string, readonly string[]>()) => {
    for (const id of ['a', 'b']) {
      const record = { id: doc(id), sources: {}, seen: [], notesDirty: 0 } as const;
      await database.documents.put(record);
    }
    const opened = openLibrary({
      ...{ database, writersOf, onReadiness: () => undefined, onChanged: () => undefined },
      fill: (hand) => fillShelves(database, hand),
    });
    await opened.settled();
    return opened;
  };

  it('says who wrote, once that is asked for', async () => {
    const asked: string[] = [];
    const { answer, settled, stop } = await library((async (document: string) => {
      asked.push(document);
      return document === doc('a') ? new Map([[recordKey('findings', 'fa'), ['山田']]]) : new Map();
    }) as never);
    await answer({ typed: '足がない', limit: 5 });
    expect(asked).toEqual([]);
    await answer({ typed: '足がない', limit: 5, asksWriters: true });
    await settled();
    expect(asked.toSorted()).toEqual([doc('a'), doc('b')]);
    const told = await answer({ typed: '足がない 書いた人:山田', limit: 5 });
    expect(told?.hits.map(({ id }) => id)).toEqual(['fa']);
    expect(told?.writers).toEqual({ done: 2, all: 2, unknown: 1 });
    expect(told?.hits[0]?.where).toContain('山田');
    expect((await answer({ typed: '足がない', limit: 5 }))?.writers).toBeNull();
    stop();
  });

  it.each([
    ['案件', '会合'],
    ['会合', '課題・気づき'],
  ])('ranks %s before %s', async (first, later) => {
    await put('a', 'cases', caseRow('a', { municipalityName: '見守り', fiscalYear: 2022 }));
    await put('a', 'meetings', meetingRow('m2', { kind: 'exchange', title: '見守り' }));
    await put('a', 'findings', findingRow('f2', { text: '見守り', meeting: 'm2' }));
    const { answer, stop } = await library();
    const whats = (await answer({ typed: '見守り', limit: 9 }))?.hits.map(({ what }) => what);
    expect(whats?.indexOf(first)).toBeGreaterThanOrEqual(0);
    expect(whats?.indexOf(first)).toBeLessThan(whats?.indexOf(later) ?? -1);
    stop();
  });

  it('forgets a document of which nothing is left', async () => {
    const { answer, settled, stop } = await library();
    await database.leaves.clear();
    await settled();
    expect((await answer({ typed: '会場', limit: 9 }))?.total).toBe(0);
    stop();
  });
});
