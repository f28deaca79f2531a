import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '#data/database.ts';
import type { StoredRow } from '#data/rows.ts';
import { type Changed, watchChanges } from '#data/search/changed-documents.ts';
import { type Filled, fillShelves } from '#data/search/fill.ts';
import {
  type Library,
  type LibraryDependencies,
  openLibrary,
  type Readiness,
} from '#data/search/library.ts';
import { readRows } from '#data/search/read-rows.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseId, type CollectionName, randomId } from '#shared/domain/record/ids.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { caseRow, findingRow, meetingRow, personRow, roundRow } from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
let database: Database;
const libraries: Library[] = [];
beforeEach(() => {
  database = new Database(`search-${randomId()}`);
});
afterEach(async () => {
  for (const each of libraries.splice(0)) each.stop();
  vi.restoreAllMocks();
  await database.delete();
});

const doc = (id: string): DocumentId => caseDocument(id as CaseId);
const put = (collection: CollectionName, ...rows: readonly object[]) =>
  database.rowsOf(collection).bulkPut(rows as readonly StoredRow[]);
/** A case by the name of its municipality, known to the cache. */
const addCase = async (id: string, municipalityName = id, rest: Loose = {}) => {
  await database.documents.put({ id: doc(id), sources: {}, seen: [], notesDirty: 0 } as never);
  await put('cases', {
    ...caseRow(id, { municipalityName, fiscalYear: 2022, ...rest }),
    document: doc(id),
  });
};
const inCase = (id: string, row: object) => ({ ...row, document: doc(id) });

describe('what has changed', () => {
  const key = (from: unknown, to = from, more: object = {}) => ({ from, to, d: 1, ...more });
  const leaf = (document: string, id = '') => ['meetings', document, id];
  const heardOf = (parts: Readonly<Record<string, object>>) => {
    const heard: Changed[] = [];
    const stop = watchChanges(database, (changed) => heard.push(changed));
    const named = Object.entries(parts).map(([table, tree]) => [
      table.includes(':') || table === 'all' ? table : `idb://${database.name}/${table}/`,
      tree,
    ]);
    const fire = () => Dexie.on.storagemutated.fire(Object.fromEntries(named));
    fire();
    stop();
    fire();
    return heard.map(({ documents, isAll }) => [...documents, ...(isAll ? ['all'] : [])].join(' '));
  };

  it.each<[string, Readonly<Record<string, object>>, readonly string[]]>([
    ['a row', { leaves: key(leaf('case:a')) }, ['case:a']],
    ['a note', { noteTexts: key(['case:a', 'm1']) }, ['case:a']],
    [
      'a row and a note',
      { leaves: key(leaf('case:a')), noteTexts: key(['case:b', 'm']) },
      ['case:a case:b'],
    ],
    ['rows of one document', { leaves: key(leaf('case:a'), leaf('case:a', 'z')) }, ['case:a']],
    [
      'rows before and behind',
      { leaves: key(leaf('b'), leaf('b'), { l: key(leaf('a')), r: key(leaf('c')) }) },
      ['b a c'],
    ],
    ['nothing else around', { leaves: key(leaf('b'), leaf('b'), { l: null, r: null }) }, ['b']],
    ['no row', { leaves: {} }, []],
    ['another table', { conflicts: key(['case:a', 'x']) }, []],
    ['a document alone', { documents: key('case:a') }, []],
    ['another cache', { 'idb://other/leaves/': key(leaf('case:a')) }, []],
    ['anything', { all: key(0) }, ['all']],
    ['rows of several documents', { leaves: key(leaf('a'), leaf('b')) }, ['all']],
    ['rows without a key', { leaves: key(-Infinity, [[]]) }, ['all']],
    ['a document without a name', { leaves: key(['meetings', 1, '']) }, ['all']],
    ['many rows of a named document', { leaves: key(-Infinity, [[]]), documents: key('a') }, ['a']],
    ['many rows of two', { leaves: key(1), documents: key('a', 'a', { r: key('b') }) }, ['a b']],
    ['many rows of any of some', { leaves: key(1), documents: key('a', 'b') }, ['all']],
    ['many rows of none that is named', { leaves: key(1), documents: key(1) }, ['all']],
    [
      'many rows, and a note of another',
      { leaves: key(1), noteTexts: key(['b', 'm']), documents: key('a') },
      ['b a'],
    ],
  ])('is heard of, of %s, until nobody listens', (_, parts, expected) => {
    expect(heardOf(parts)).toEqual(expected);
  });
});

describe('the rows that are searched', () => {
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await addCase(id);
    await put('meetings', inCase('a', meetingRow('m1')), inCase('a', meetingRow('m2')));
    await put('people', personRow('p1', { name: '山田' }));
    await database.noteTexts.bulkPut([
      { document: doc('a'), id: 'm1', text: '前', today: '今' },
      { document: doc('c'), id: 'm9', text: '先' },
      { document: OFFICE, id: 'k1', text: '知見' },
    ]);
  });
  const read = async (first: string, last: string) =>
    [...(await readRows(database, first, last)).values()].map(({ document, rows, notes }) => [
      document,
      [...rows].map(([name, list]) => `${name} ${list.map(({ id }) => id).join(' ')}`).toSorted(),
      [...notes],
    ]);

  it('are those of documents from one to another, with their notes as they say today', async () => {
    expect(await read('case:a', 'case:b')).toEqual([
      ['case:a', ['cases a', 'meetings m1 m2'], [['m1', '今']]],
      ['case:b', ['cases b'], []],
    ]);
    expect(await read('case:c', 'case:c')).toEqual([['case:c', ['cases c'], [['m9', '先']]]]);
    expect(await read('case:x', 'case:x')).toEqual([]);
  });

  it('of the office are its own', async () => {
    expect(await read('office', 'office')).toEqual([['office', ['people p1'], [['k1', '知見']]]]);
  });
});

describe('the shelves', () => {
  const filled = async () => {
    const handed: Filled[] = [];
    await fillShelves(database, (each) => handed.push(each));
    return handed.map(({ shelves, done, all }) => [
      shelves.map(({ document }) => document).join(' '),
      done,
      all,
    ]);
  };
  const names = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `case:${10 + from + at}`).join(' ');

  it('of nothing are handed over once', async () => {
    expect(await filled()).toEqual([['', 0, 0]]);
  });

  it.each([
    [8, [[names(1, 8), 8, 8]]],
    [
      9,
      [
        [names(1, 8), 8, 9],
        [names(9, 9), 9, 9],
      ],
    ],
    [
      17,
      [
        [names(1, 8), 8, 17],
        [names(9, 16), 16, 17],
        [names(17, 17), 17, 17],
      ],
    ],
  ])(
    'of %i cases are handed over by what the cases say, then eight at once',
    async (count, rest) => {
      for (let at = 1; at <= count; at += 1) await addCase(String(10 + at));
      expect(await filled()).toEqual([[names(1, count), 0, count], ...rest]);
    },
  );

  it('of the office come first, by themselves', async () => {
    await database.documents.put({ id: OFFICE, sources: {}, seen: [], notesDirty: 0 } as never);
    await put('people', personRow('p1', { name: '山田' }));
    await addCase('11');
    expect(await filled()).toEqual([
      ['case:11', 0, 2],
      ['office', 1, 2],
      ['case:11', 2, 2],
    ]);
  });
});

describe('the library', () => {
  const told: Readiness[] = [];
  let changes = 0;
  const open = (rest: Partial<LibraryDependencies> = {}) => {
    told.length = 0;
    changes = 0;
    const library = openLibrary({
      ...{ database, writersOf: async () => new Map() },
      fill: (hand) => fillShelves(database, hand),
      onReadiness: (readiness) => told.push(readiness),
      onChanged: () => {
        changes += 1;
      },
      ...rest,
    });
    libraries.push(library);
    return library;
  };
  const found = async (library: Library, typed: string, rest: Loose = {}) => {
    const answer = await library.answer({ typed, limit: 20, ...rest });
    return answer?.hits.map(
      ({ what, title }) => `${what} ${title.map(({ text }) => text).join('')}`,
    );
  };

  it('tells how far it has come, and when all can be found', async () => {
    await addCase('a', '益城町');
    const library = open();
    expect(await library.answer({ typed: '', limit: 1 })).toMatchObject({
      readiness: { done: 0, all: 0, isReady: false },
    });
    await library.filled;
    expect(told).toEqual([
      { done: 0, all: 1, isReady: false },
      { done: 1, all: 1, isReady: false },
      { done: 1, all: 1, isReady: true },
    ]);
    const answer = await library.answer({ typed: '益城', limit: 1 });
    expect(answer).toMatchObject({ typed: '益城', total: 1, unread: [], writers: null });
    expect(answer?.readiness).toBe(told[2]);
  });

  it('finds cases before what has a name of its own, and that before what belongs to it', async () => {
    await addCase('a', '移動町');
    await put('people', personRow('p1', { name: '移動 花子' }));
    await put('findings', inCase('a', findingRow('f1', { text: '移動の足', kind: 'issue' })));
    await put('meetings', inCase('a', meetingRow('m1', { kind: 'exchange', title: '移動の会' })));
    await database.documents.put({ id: OFFICE, sources: {}, seen: [], notesDirty: 0 } as never);
    const library = open();
    await library.filled;
    const kinds = (await library.answer({ typed: '移動', limit: 20 }))?.hits.map(
      ({ what }) => what,
    );
    expect(kinds?.[0]).toBe('案件');
    expect(kinds?.at(-1)).toBe('課題・気づき');
    expect(kinds).toHaveLength(4);
  });

  it('shows the cases before anything is typed', async () => {
    await addCase('a', '益城町');
    await put('meetings', inCase('a', meetingRow('m1', { kind: 'exchange', title: '会' })));
    const library = open();
    await library.filled;
    expect(await found(library, '')).toEqual(['案件 益城町（令和4年度）']);
    expect(await found(library, '会')).toEqual(['会合 会']);
  });

  it('counts the kinds that it finds, the most first', async () => {
    await addCase('a', '移動町');
    const row = (id: string) =>
      inCase('a', meetingRow(id, { kind: 'exchange', title: '移動の会' }));
    await put('meetings', row('m1'), row('m2'));
    const library = open();
    await library.filled;
    const answer = await library.answer({ typed: '移動', limit: 20 });
    expect(answer?.kinds).toEqual([
      { collection: 'meetings', what: '会合', count: 2 },
      { collection: 'cases', what: '案件', count: 1 },
    ]);
    expect(await found(library, '移動', { limit: 2 })).toHaveLength(2);
    expect(await found(library, '移動', { perKind: 1 })).toHaveLength(2);
    expect((await found(library, '移動 種別:会合'))?.[0]).toMatch(/^会合/);
  });

  it('follows what is stored, and stops where it is told to', async () => {
    await addCase('a', '益城町');
    const library = open();
    await library.settled();
    expect(changes).toBe(0);
    await addCase('a', '五木村');
    await library.settled();
    expect([await found(library, '益城'), await found(library, '五木')]).toEqual([
      [],
      ['案件 五木村（令和4年度）'],
    ]);
    expect(changes).toBe(1);
    await put('cases', inCase('a', caseRow('a', { municipalityName: '五木村', ...BIN })));
    await library.settled();
    expect(await found(library, '五木')).toEqual([]);
    library.stop();
    await addCase('b', '人吉市');
    await library.settled();
    expect(await found(library, '人吉')).toEqual([]);
  });

  it('does not put what was read before in place of what was stored since', async () => {
    await addCase('a', '益城町');
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const library = open({
      fill: async (hand) => {
        const handed: Filled[] = [];
        await fillShelves(database, (each) => handed.push(each));
        await held;
        for (const each of handed) hand(each);
      },
    });
    await addCase('b', '人吉市');
    await vi.waitFor(() => expect(changes).toBe(1));
    await addCase('a', '五木村');
    await vi.waitFor(() => expect(changes).toBe(2));
    goOn();
    await library.settled();
    expect(await found(library, '益城')).toEqual([]);
    expect(await found(library, '')).toHaveLength(2);
  });

  it('says when it can never be filled', async () => {
    const library = open({ fill: () => Promise.reject(new Error('closed')) });
    await expect(library.filled).rejects.toThrow('closed');
    await expect(library.settled()).rejects.toThrow('closed');
  });

  it('answers the last question alone, and says who wrote where that is asked', async () => {
    await addCase('a', '益城町');
    const library = open();
    await library.settled();
    const [first, last] = await Promise.all([found(library, '益'), found(library, '益城')]);
    expect([first, last]).toEqual([undefined, ['案件 益城町（令和4年度）']]);
    const answer = await library.answer({ typed: '益城 書いた人:山田', limit: 5 });
    expect(answer?.typed).toBe('益城 書いた人:山田');
  });

  it('names the round of a session, as it is called today', async () => {
    await addCase('a', '益城町');
    const session = { kind: 'session', round: 'r1' } as const;
    await put('meetings', inCase('a', meetingRow('m1', session)));
    await put('rounds', inCase('a', roundRow('r1', { number: 3 })));
    const library = open();
    await library.settled();
    expect(await found(library, '種別:会合')).toEqual(['会合 第3回支援']);
    await put('rounds', inCase('a', roundRow('r1', { number: 4 })));
    await library.settled();
    expect(await found(library, '種別:会合')).toEqual(['会合 第4回支援']);
    await put('rounds', inCase('a', roundRow('r1', { number: 4, ...BIN })));
    await library.settled();
    expect(await found(library, '種別:会合')).toEqual(['会合 支援']);
  });
});
