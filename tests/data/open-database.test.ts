import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#data/open-database.ts';

const unused = () => undefined;
let count = 0;
const freshName = () => `opened-${count++}`;

describe('opening the cache', () => {
  it('makes one where there is none', async () => {
    const opened = await openDatabase(unused, freshName());
    expect(opened.ok && opened.value.rebuilt).toBe(false);
    if (opened.ok) opened.value.database.close();
  });

  it('leaves one that a newer version has made as it is, and says so', async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(9_999).stores({ later: 'id' });
    await newer.open();
    await newer.table('later').add({ id: 'kept' });
    newer.close();
    const opened = await openDatabase(unused, name);
    expect(opened.ok ? '' : opened.error.code).toBe('newer-format');
    await newer.open();
    expect(await newer.table('later').count()).toBe(1);
    newer.close();
  });

  it('lets go when somebody wants to delete it, and tells', async () => {
    const name = freshName();
    const told: string[] = [];
    const opened = await openDatabase((problem) => told.push(problem.code), name);
    expect(opened.ok).toBe(true);
    await Dexie.delete(name);
    expect(new Set(told)).toEqual(new Set(['disk-error']));
  });
});
