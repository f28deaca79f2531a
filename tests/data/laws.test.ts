import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { carryLogs, createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { apply, randomEdit } from '../support/edits.ts';

const desks: Desk[] = [];
const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

/** Rows and notes that hold anything at all. */
const liveRows = async (of: Desk): Promise<readonly unknown[]> =>
  (await rowsOf(of)).filter((each) => Array.isArray(each) && each.length > 0);

describe('rows', () => {
  it('projected change by change equal rows projected from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomEdit, { maxLength: 12 }), async (edits) => {
        const one = await desk();
        const { workspace } = await one.start();
        for (const edit of edits) await apply(workspace, edit);
        await workspace.flush();
        expect(await rowsOf(one)).toEqual(await rowsFromScratch(one));
      }),
      { numRuns: 60 },
    );
  });
});

describe('devices', () => {
  it('that exchange log files in any order, any number of times, end with equal rows', async () => {
    const turn = fc.record({
      from: fc.nat(2),
      to: fc.nat(2),
      edits: fc.array(randomEdit, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 6 }), async (turns) => {
        const all = [await desk(), await desk(), await desk()];
        for (const { from, to, edits } of turns) {
          const source = all[from];
          const target = all[to];
          if (!source || !target) continue;
          const { workspace } = await source.start();
          for (const edit of edits) await apply(workspace, edit);
          await workspace.flush();
          if (from !== to) await carryLogs(source, target);
        }
        for (const from of all) for (const to of all) if (from !== to) await carryLogs(from, to);
        for (const each of all) await each.start();
        const [first, ...others] = await Promise.all(all.map(rowsOf));
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 25 },
    );
  });
});

describe('undo', () => {
  it('of all leaves nothing, and redo of all returns the same rows, over any commands on several documents', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: randomEdit },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const one = await desk();
        const { workspace } = await one.start();
        for (const each of steps) {
          if (typeof each === 'string') workspace[each]();
          else await apply(workspace, each);
        }
        await workspace.flush();
        const before = await rowsOf(one);
        let undone = 0;
        while (workspace.history.get().undo !== undefined) {
          workspace.undo();
          undone += 1;
          expect(undone).toBeLessThanOrEqual(steps.length);
        }
        await workspace.flush();
        expect(await liveRows(one)).toEqual([]);
        for (let redone = 0; redone < undone; redone += 1) workspace.redo();
        await workspace.flush();
        expect(await rowsOf(one)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
