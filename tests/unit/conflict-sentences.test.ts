import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isSentenceEnd, type Letters } from '#data/conflicts/letters.ts';
import { createConflictRefresh } from '#data/conflicts/refresh.ts';
import { runsOf } from '#data/conflicts/runs.ts';
import { commonBase, sentencesBetween, viewOf } from '#data/conflicts/sentences.ts';
import type { Writer } from '#data/conflicts/writers.ts';
import { Database } from '#data/database.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';

describe('writers of one line', () => {
  const writer = (name: string) =>
    ({ line: name.charAt(0), place: Number(name.slice(1)) }) as unknown as Writer;
  /** @param saw who has seen whom, as `a2 a1` @param names in any order */
  const runs = (names: string, saw: string): readonly string[] => {
    const all = new Map(names.split(' ').map((name) => [name, writer(name)]));
    const name = (of: Writer) => [...all].find(([, each]) => each === of)?.[0] ?? '';
    const seen = new Set(saw.split(', '));
    const found = runsOf([...all.values()], (by, of) => seen.has(`${name(by)} ${name(of)}`));
    for (const run of found) expect(run.last).toBe(run.writers.at(-1));
    return found.map((run) => run.writers.map(name).join(' '));
  };
  const LINE = 'a2 a1, a3 a1, a3 a2';

  it.each([
    ['are one run, in the order of their places', 'a3 a1 a2', LINE, ['a1 a2 a3']],
    ['are none where nobody wrote', 'a1', '', ['a1']],
    ['are cut where another’s sight ended', 'a1 a2 a3 b1', `${LINE}, b1 a1`, ['a1', 'a2 a3', 'b1']],
    [
      'are whole where another saw all',
      'a1 a2 a3 b1',
      `${LINE}, b1 a1, b1 a2, b1 a3`,
      ['a1 a2 a3', 'b1'],
    ],
    ['are whole where another saw none', 'a1 a2 b1', 'a2 a1', ['a1 a2', 'b1']],
    [
      'are cut where they saw another',
      'a1 a2 a3 b1',
      `${LINE}, a2 b1, a3 b1`,
      ['a1', 'a2 a3', 'b1'],
    ],
    ['are cut where one has not seen the one before', 'a1 a2 a3', 'a3 a2', ['a1', 'a2 a3']],
    [
      'are cut by each of two',
      'a1 a2 a3 b1 c1',
      `${LINE}, b1 a1, c1 a1, c1 a2`,
      ['a1', 'a2', 'a3', 'b1', 'c1'],
    ],
  ])('%s', (_, names, saw, expected) => {
    expect(runs(names, saw)).toEqual(expected);
  });
});

describe('a sentence between two sides', () => {
  type Who = 'both' | 'one' | 'other' | 'third';
  const WHO = Object.fromEntries(
    ['both', 'one', 'other', 'third'].map((name) => [name, { name } as unknown as Writer]),
  ) as Readonly<Record<Who, Writer>>;
  /** `甲。 both -one`: what it says, who wrote it, who deleted it; `~one` deleted a block around it. */
  const letters = (text: string): readonly Letters[] =>
    text === ''
      ? []
      : text.split(', ').map((each, at) => {
          const [words = '', by = '', ...rest] = each.split(' ');
          const named = (mark: string) =>
            rest.filter((word) => word.startsWith(mark)).map((word) => WHO[word.slice(1) as Who]);
          return {
            ...{ id: String(at), text: words, isVisible: true, isEnd: isSentenceEnd(words) },
            ...{ by: [WHO[by as Who]], deletedBy: named('-'), hiddenBy: named('~') },
          };
        });
  const between = (text: string) => {
    const all = letters(text);
    const one = viewOf(all, (by) => by === WHO.both || by === WHO.one);
    const other = viewOf(all, (by) => by === WHO.both || by === WHO.other);
    const base = commonBase(all, one, other);
    return sentencesBetween(all, base, one, other).map(
      ({ first, last, isOpenFor }) =>
        `${first}-${last}${isOpenFor(one) ? ' one' : ''}${isOpenFor(other) ? ' other' : ''}`,
    );
  };

  it.each([
    ['nothing', '', []],
    ['what both typed into an empty text', '甲。 one, 乙。 other', ['0-1 one other']],
    ['what one side alone typed into an empty text', '甲。 one, 乙。 one', []],
    ['what is deleted again on one side', '甲。 one, 乙。 other -other', []],
    ['sentences as they stand', '甲。 both, 乙。 both', ['0-0', '1-1']],
    ['a sentence of several stretches', '甲 both, と one, 乙。 both', ['0-2']],
    ['a beginning that has no end', '甲。 both, 乙 both', ['0-0', '1-1 one other']],
    ['what went before they parted', '甲。 both -both, 乙。 both', ['1-1']],
    ['what a third typed', '甲。 both, 丙 third, 乙。 both', ['0-0', '2-2']],
    ['an end that one side deleted', '甲。 both -one, 乙。 both', ['0-0 one', '1-1']],
    ['an end that went with its block', '甲。 both ~other, 乙。 both', ['0-0 other', '1-1']],
    ['what was typed for a deleted end', '甲。 both -one, と one, 乙。 both', ['0-1 one', '2-2']],
    ['a whole sentence between two', '甲。 both, 新。 one, 乙。 both', ['0-0', '2-2']],
    [
      'two whole sentences between two',
      '甲。 both, 新。 one, 別。 other, 乙。 both',
      ['0-0', '3-3'],
    ],
    ['words before a sentence', '甲。 both, また one, 乙。 both', ['0-0', '1-2']],
    ['words behind a whole one', '甲。 both, 新。 one, また one, 乙。 both', ['0-0', '2-3']],
    ['words at the end', '甲。 both, また one', ['0-0']],
    ['words at the end of what the other deleted', '甲。 both -other, また one', ['0-1 other']],
    ['one in place of two', '甲。 both -one, 乙。 both -one, 新。 one', ['0-2 one']],
    ['one in place of the next', '甲。 both, 新。 one, 乙。 both -one', ['0-0', '1-2 one']],
    ['words of both sides', '甲。 both, 一 one, 二 other, 乙。 both', ['0-0', '1-3']],
  ])('is of %s: %s', (_, text, expected) => {
    expect(between(text)).toEqual(expected);
  });

  it('asks once what a side sees of a writer', () => {
    const asked: Writer[] = [];
    const all = letters('甲。 both, 乙。 both -one');
    const view = viewOf(all, (by) => {
      asked.push(by);
      return by === WHO.one;
    });
    expect([view.shows, view.hasDeleted]).toEqual([
      [false, false],
      [false, true],
    ]);
    expect(asked).toEqual([WHO.one, WHO.both]);
  });
});

describe('the list of what is open', () => {
  const PROBLEM: Problem = { code: 'read-failed', happened: 'x', safe: '', todo: '' } as never;
  const begin = async (found: readonly Result<readonly Conflict[]>[]) => {
    const database = new Database(`refresh ${found.length} ${found[0]?.ok}`);
    let [reads, ends]: [number, (() => void)[]] = [0, []];
    const { refresh } = createConflictRefresh({
      database,
      history: () => {
        reads += 1;
        return new Promise((resolve) => ends.push(() => resolve(ok([]))));
      },
      find: async () => found[reads - 1] ?? ok([]),
    });
    /** Lets what reads go on, once it reads. */
    const end = async () => {
      await expect.poll(() => ends.length).toBeGreaterThan(0);
      for (const each of ends) each();
      ends = [];
    };
    return { database, refresh, end, reads: () => reads };
  };
  const conflict = (id: string) => ({ document: OFFICE, id }) as unknown as Conflict;

  it('is read once more for all that ask meanwhile, and again for who asks later', async () => {
    const desk = await begin([ok([conflict('1')]), ok([conflict('2')])]);
    const first = desk.refresh(OFFICE);
    const [second, third] = [desk.refresh(OFFICE), desk.refresh(OFFICE)];
    expect(third).toBe(second);
    await desk.end();
    expect(await first).toEqual(ok(null));
    await desk.end();
    expect(await second).toEqual(ok(null));
    expect(desk.reads()).toBe(2);
    expect((await desk.database.conflicts.toArray()).map(({ id }) => id)).toEqual(['2']);
    const later = desk.refresh(OFFICE);
    await desk.end();
    await later;
    expect(desk.reads()).toBe(3);
    await desk.database.delete();
  });

  it('stays as it was where it cannot be found out', async () => {
    const desk = await begin([fail(PROBLEM)]);
    await desk.database.conflicts.put(conflict('before'));
    const asked = desk.refresh(OFFICE);
    await desk.end();
    expect(await asked).toEqual(fail(PROBLEM));
    expect(await desk.database.conflicts.count()).toBe(1);
    await desk.database.delete();
  });
});
