import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '#data/database.ts';
import { createDrafts, type Draft } from '#data/drafts/drafts.ts';
import { randomId } from '#shared/domain/record/ids.ts';

const KEY = 'meetings.m1.date';
const draft = (values: Partial<Draft> = {}): Draft => ({
  ...{ key: KEY, label: '日付', text: '8/2', base: '', where: '#/cases/c1', isOnItsWay: false },
  ...values,
});

let database: Database;
const problems: string[] = [];
let told = 0;
beforeEach(() => {
  database = new Database(`drafts-${randomId()}`);
  problems.length = 0;
  told = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await database.delete();
});

/** The drafts of one run of the app on the cache. */
const run = () =>
  createDrafts({
    database,
    onState: () => {
      told += 1;
    },
    report: ({ code, happened, safe, todo }) =>
      problems.push([code, happened, safe, todo].join('\n')),
  });
const stored = async () =>
  (await database.meta.where('key').startsWith('draft ').toArray()).map(({ value }) => value);
const nextRun = async () => {
  const drafts = run();
  await drafts.restore();
  return drafts;
};
/** Writings to the cache, of which the first ones fail. */
const failing = (times: number) => {
  const spy = vi.spyOn(database, 'transaction');
  for (let at = 0; at < times; at += 1) spy.mockRejectedValueOnce(new Error('full'));
  return spy;
};
const keysOf = (drafts: readonly Draft[]) => drafts.map(({ key }) => key);

describe('a draft', () => {
  it.each<[string, Partial<Draft>, boolean]>([
    ['nothing', {}, false],
    ['its text', { text: '8/3' }, true],
    ['its parts', { parts: { from: '"1"' } }, true],
    ['that it is on its way', { isOnItsWay: true }, true],
    ['what the record held', { base: '8/1' }, true],
    ['that there is no record', { base: null }, true],
    ['what staff call the input', { label: '開催日' }, false],
  ])('that differs in %s is told anew: %#', (_, values, isNew) => {
    const drafts = run();
    const first = draft();
    drafts.put(first);
    const before = told;
    const next = draft(values);
    drafts.put(next);
    expect(told - before).toBe(isNew ? 1 : 0);
    expect(drafts.get(KEY)).toBe(isNew ? next : first);
  });

  it('of the same parts is the same, of other parts another', () => {
    const drafts = run();
    drafts.put(draft({ parts: { from: '"1"', to: '"2"' } }));
    const before = told;
    drafts.put(draft({ parts: { from: '"1"', to: '"2"' } }));
    expect(told).toBe(before);
    drafts.put(draft({ parts: { from: '"1"', to: '"3"' } }));
    expect(drafts.get(KEY)?.parts).toEqual({ from: '"1"', to: '"3"' });
  });

  it('is held while it waits for somebody, in the order of typing', () => {
    const drafts = run();
    drafts.put(draft({ key: 'b' }));
    drafts.put(draft({ key: 'way', isOnItsWay: true }));
    drafts.put(draft({ key: 'a' }));
    expect(keysOf(drafts.held.get())).toEqual(['b', 'a']);
    expect(drafts.isOnItsWay()).toBe(true);
    drafts.put(draft({ key: 'way' }));
    expect(keysOf(drafts.held.get())).toEqual(['b', 'way', 'a']);
    expect(drafts.isOnItsWay()).toBe(false);
  });

  it('that nobody has to wait for leaves the list of those held alone', () => {
    const drafts = run();
    let lists = 0;
    drafts.held.subscribe(() => {
      lists += 1;
    });
    drafts.put(draft({ key: 'a' }));
    drafts.put(draft({ key: 'b' }));
    expect(lists).toBe(2);
    drafts.put(draft({ key: 'way', isOnItsWay: true }));
    drafts.put(draft({ key: 'way', isOnItsWay: true, text: '次' }));
    drafts.drop('way');
    expect(lists).toBe(2);
    drafts.put(draft({ key: 'a', text: '次' }));
    expect(lists).toBe(3);
    drafts.drop('b');
    expect(lists).toBe(4);
  });

  it('is found by the beginning of its key', () => {
    const drafts = run();
    for (const key of ['meetings.m1.place', 'rounds.r1', 'meetings.m2', 'x.meetings.m1']) {
      drafts.put(draft({ key }));
    }
    expect(keysOf(drafts.under('meetings.'))).toEqual(['meetings.m1.place', 'meetings.m2']);
    expect(keysOf(drafts.under('meetings.m1.'))).toEqual(['meetings.m1.place']);
    expect(drafts.under('none')).toEqual([]);
  });

  it('that was never there is dropped without a word', () => {
    const drafts = run();
    drafts.drop(KEY);
    expect(told).toBe(0);
    drafts.put(draft());
    drafts.drop(KEY);
    expect(told).toBe(2);
    expect(drafts.get(KEY)).toBeUndefined();
  });
});

describe('the cache', () => {
  it('has a burst of letters 60 ms after the first, in one writing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const writes = vi.spyOn(database, 'transaction');
    const drafts = run();
    drafts.put(draft({ text: '8' }));
    vi.advanceTimersByTime(40);
    drafts.put(draft({ text: '8/' }));
    vi.advanceTimersByTime(19);
    await Promise.resolve();
    await Promise.resolve();
    expect(writes).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await vi.waitFor(() => expect(writes).toHaveBeenCalledTimes(1));
    expect(await stored()).toEqual([draft({ text: '8/' })]);
    const before = told;
    await drafts.flush();
    expect(writes).toHaveBeenCalledTimes(1);
    expect(told).toBe(before);
  });

  it('is written again for letters that come later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const drafts = run();
    drafts.put(draft());
    vi.advanceTimersByTime(60);
    await drafts.flush();
    drafts.put(draft({ text: '8/24' }));
    expect(vi.getTimerCount()).toBe(1);
    await drafts.flush();
    expect(vi.getTimerCount()).toBe(0);
    expect(await stored()).toEqual([draft({ text: '8/24' })]);
  });

  it('says no word of its own while letters come in', async () => {
    const drafts = run();
    drafts.put(draft());
    await drafts.flush();
    expect(told).toBe(1);
  });

  it('is left alone where nothing changed, and by what came and went between two writings', async () => {
    const writes = vi.spyOn(database, 'transaction');
    const drafts = run();
    await drafts.flush();
    drafts.put(draft());
    drafts.drop(KEY);
    expect(drafts.isOnItsWay()).toBe(false);
    await drafts.flush();
    expect(writes).not.toHaveBeenCalled();
  });

  it('holds each draft once, and no longer those that were dropped', async () => {
    const drafts = run();
    drafts.put(draft({ key: 'a' }));
    drafts.put(draft({ key: 'b' }));
    await drafts.flush();
    drafts.put(draft({ key: 'a', text: '8/24' }));
    drafts.drop('b');
    await drafts.flush();
    expect(await stored()).toEqual([draft({ key: 'a', text: '8/24' })]);
  });

  it('that still holds what was dropped keeps the app from saying that all is saved', async () => {
    const drafts = run();
    drafts.put(draft());
    await drafts.flush();
    const before = told;
    drafts.drop(KEY);
    expect(drafts.isOnItsWay()).toBe(true);
    expect(told - before).toBe(1);
    await drafts.flush();
    expect(drafts.isOnItsWay()).toBe(false);
    expect(told - before).toBe(2);
    expect(await stored()).toEqual([]);
  });

  it('takes what was dropped out at once, without waiting for more letters', async () => {
    const drafts = run();
    drafts.put(draft());
    await drafts.flush();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    drafts.drop(KEY);
    expect(vi.getTimerCount()).toBe(0);
    await vi.waitFor(async () => expect(drafts.isOnItsWay()).toBe(false));
    expect(await stored()).toEqual([]);
  });

  it('does not take out what was dropped and typed again', async () => {
    const drafts = run();
    drafts.put(draft());
    await drafts.flush();
    drafts.drop(KEY);
    drafts.put(draft({ text: '8/24' }));
    expect(drafts.isOnItsWay()).toBe(false);
    await drafts.flush();
    expect(await stored()).toEqual([draft({ text: '8/24' })]);
  });

  it('that is full is told of once for each writing, and written when it has room', async () => {
    const drafts = run();
    failing(2);
    drafts.put(draft());
    await drafts.flush();
    await drafts.flush();
    expect(problems).toEqual(
      Array(2).fill(
        [
          'disk-error',
          '書きかけの入力を、このパソコンに残せませんでした。',
          '画面に見えている文字は、アプリを閉じるまで残っています。保存済みの記録はそのままです。',
          'ディスクの空きを確かめ、入力を決めて（Enter）記録に入れてください。',
        ].join('\n'),
      ),
    );
    await drafts.flush();
    expect(problems).toHaveLength(2);
    expect(await stored()).toEqual([draft()]);
  });

  it('that is full says nothing of what is dropped, and loses it when it has room', async () => {
    const drafts = run();
    drafts.put(draft());
    await drafts.flush();
    failing(1);
    drafts.drop(KEY);
    await drafts.flush();
    expect(problems).toEqual([]);
    await drafts.flush();
    expect(drafts.isOnItsWay()).toBe(false);
    expect(await stored()).toEqual([]);
  });
});

describe('the next run', () => {
  it.each<[string, unknown, Partial<Draft> | undefined]>([
    ['a draft', draft(), {}],
    ['one that was on its way', draft({ isOnItsWay: true }), {}],
    ['one of no record', draft({ base: null }), { base: null }],
    ['one with parts', draft({ parts: { from: '"1"' } }), { parts: { from: '"1"' } }],
    ['parts that are no texts', { ...draft(), parts: { from: '"1"', to: 2 } }, {}],
    ['parts that are a text', { ...draft(), parts: 'from' }, {}],
    ['parts that are nothing', { ...draft(), parts: null }, {}],
    ['a base that is no text', { ...draft(), base: 8 }, { base: null }],
    ['no place in the app', { ...draft(), where: undefined }, { where: '' }],
    ['no key', { ...draft(), key: 1 }, undefined],
    ['no label', { ...draft(), label: undefined }, undefined],
    ['no text', { ...draft(), text: 8 }, undefined],
    ['a text alone', '8/2', undefined],
    ['nothing', null, undefined],
  ])('reads %s', async (_, value, expected) => {
    await database.meta.put({ key: `draft ${KEY}`, value });
    const found = (await nextRun()).held.get();
    expect(found).toEqual(expected === undefined ? [] : [draft(expected)]);
    if (expected !== undefined) expect('parts' in (found[0] ?? {})).toBe('parts' in expected);
  });

  it('reads nothing else that the cache keeps', async () => {
    await database.meta.put({ key: 'device', value: draft() });
    expect((await nextRun()).held.get()).toEqual([]);
  });

  it('keeps what was typed before the earlier drafts were read', async () => {
    await database.meta.put({ key: `draft ${KEY}`, value: draft({ text: '前' }) });
    await database.meta.put({ key: 'draft other', value: draft({ key: 'other' }) });
    const drafts = run();
    drafts.put(draft({ text: '今' }));
    await drafts.restore();
    expect(drafts.get(KEY)?.text).toBe('今');
    expect(drafts.get('other')?.text).toBe('8/2');
  });

  it('takes out of the cache what it reads and drops', async () => {
    await database.meta.put({ key: `draft ${KEY}`, value: draft() });
    const drafts = await nextRun();
    expect(told).toBe(1);
    drafts.drop(KEY);
    expect(drafts.isOnItsWay()).toBe(true);
    await drafts.flush();
    expect(await stored()).toEqual([]);
  });
});

describe('an input that is shown', () => {
  const input = (key: string, asked: string[], fails = false) => ({
    key,
    commit: async () => {
      asked.push(`commit ${key}`);
      if (fails) throw new Error('refused');
    },
    discard: () => void asked.push(`discard ${key}`),
  });

  it('goes back to what is stored when its draft is thrown away, and no other does', () => {
    const drafts = run();
    const asked: string[] = [];
    for (const key of [KEY, 'other']) drafts.join(input(key, asked));
    drafts.put(draft());
    drafts.put(draft({ key: 'other' }));
    drafts.discard(KEY);
    expect(asked).toEqual([`discard ${KEY}`]);
    expect(keysOf(drafts.held.get())).toEqual(['other']);
  });

  it('hands over what it can, also where another cannot, until it is gone', async () => {
    const drafts = run();
    const asked: string[] = [];
    drafts.join(input('a', asked, true));
    const leave = drafts.join(input('b', asked));
    await drafts.commitAll();
    expect(asked).toEqual(['commit a', 'commit b']);
    leave();
    await drafts.commitAll();
    expect(asked).toEqual(['commit a', 'commit b', 'commit a']);
  });
});
