import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '#data/database.ts';
import { fillShelves } from '#data/search/fill.ts';
import { type Library, openLibrary, type Readiness } from '#data/search/library.ts';
import { caseOf } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk } from '../support/desk.ts';
import { apply, CASES, randomEdit } from '../support/edits.ts';
import { MASHIKI_DOCUMENT, writeMashiki } from '../support/mashiki-desk.ts';

const desks: Desk[] = [];
const libraries: Library[] = [];
afterEach(async () => {
  for (const each of libraries.splice(0)) each.stop();
  for (const each of desks.splice(0)) await each.remove();
});

const newDesk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

const openOn = (database: Database, told: Readiness[] = [], onChanged = () => {}): Library => {
  const library = openLibrary({
    database,
    writersOf: async () => new Map(),
    fill: (hand) => fillShelves(database, hand),
    onReadiness: (readiness) => told.push(readiness),
    onChanged,
  });
  libraries.push(library);
  return library;
};

/** What is found, in its order: what it is, its title, and what of it is marked. */
const found = async (library: Library, typed: string) => {
  const answer = await library.answer({ typed, limit: 50 });
  return answer?.hits.map(({ what, title, excerpt }) => {
    const all = [...title, ...(excerpt?.pieces ?? [])];
    return [what, title.map(({ text }) => text).join(''), all.filter(({ isHit }) => isHit).length];
  });
};

describe('the search', () => {
  it('finds titles, notes, findings, actions, bodies and long texts of a desk', async () => {
    const desk = await newDesk();
    const { workspace } = await desk.start();
    await writeMashiki(workspace);
    const told: Readiness[] = [];
    const library = openOn(desk.database(), told);
    await library.settled();
    expect(told.at(-1)).toEqual({ done: 2, all: 2, isReady: true });
    expect(await found(library, '大幅に超過')).toEqual([['会合', '第1回支援', 1]]);
    expect(await found(library, '第1回')).toEqual([
      ['会合', '第1回支援', 1],
      ['支援の回', '第1回支援', 1],
    ]);
    expect(await found(library, '周知')).toEqual([['課題・気づき', '', 1]]);
    expect(await found(library, '対象者像')).toEqual([['対応事項', '', 1]]);
    expect(await found(library, '厚生局')).toEqual([
      ['機関・団体', '九州厚生局', 1],
      ['会合', '0.5次ミーティング', 1],
    ]);
    expect(await found(library, '自立支援')).toEqual([['案件', '益城町（令和4年度）', 1]]);
    expect(await found(library, '益城町 R4 周知')).toEqual([['課題・気づき', '', 1]]);
    expect(await found(library, '')).toEqual([['案件', '益城町（令和4年度）', 0]]);
  });

  it('follows what is stored: edits, removal, undo, and the case itself', async () => {
    const desk = await newDesk();
    const { workspace } = await desk.start();
    await writeMashiki(workspace);
    let changes = 0;
    const library = openOn(desk.database(), [], () => {
      changes += 1;
    });
    await library.settled();
    const act = async (run: Parameters<typeof workspace.run>[0]['run']): Promise<void> => {
      await workspace.run({ label: '試し', documents: [MASHIKI_DOCUMENT], run });
      await workspace.flush();
      await library.settled();
    };
    await act((draft) => ok(draft.set(MASHIKI_DOCUMENT, findings, 'f1', { text: '足が足りない' })));
    expect(changes).toBeGreaterThan(0);
    expect(await found(library, '周知')).toEqual([]);
    expect(await found(library, '足が')).toHaveLength(1);

    await act((draft) => ok(draft.remove(MASHIKI_DOCUMENT, meetings, 'm2')));
    expect(await found(library, '大幅に超過')).toEqual([]);
    // What belongs to a meeting is in the bin with it.
    expect(await found(library, '足が')).toEqual([]);
    workspace.undo();
    await workspace.flush();
    await library.settled();
    expect(await found(library, '大幅に超過')).toHaveLength(1);

    const id = caseOf(MASHIKI_DOCUMENT) as CaseId;
    await act((draft) => ok(draft.remove(MASHIKI_DOCUMENT, cases, id)));
    expect(await found(library, '益城町')).toEqual([]);
    expect(await found(library, '足が')).toEqual([]);
  });

  it('hears of hundreds of rows that are written at once', async () => {
    const desk = await newDesk();
    const { workspace } = await desk.start();
    await writeMashiki(workspace);
    const library = openOn(desk.database());
    await library.settled();
    await workspace.run({
      label: '試し',
      documents: [MASHIKI_DOCUMENT],
      run: (draft) => {
        for (let at = 0; at < 300; at += 1) {
          draft.create(MASHIKI_DOCUMENT, findings, { text: `見守り${at}` }, `n${at}`);
        }
        return ok(null);
      },
    });
    await workspace.flush();
    await library.settled();
    const answer = await library.answer({ typed: '見守り', limit: 20 });
    expect(answer).toMatchObject({ total: 300, kinds: [{ what: '課題・気づき', count: 300 }] });
    expect(answer?.hits).toHaveLength(20);
  });

  it('answers the last question alone', async () => {
    const desk = await newDesk();
    const { workspace } = await desk.start();
    await writeMashiki(workspace);
    const library = openOn(desk.database());
    await library.settled();
    const answers = await Promise.all(
      ['周', '周知', '周知不'].map((typed) => library.answer({ typed, limit: 5 })),
    );
    expect(answers.map((answer) => answer?.typed)).toEqual([undefined, undefined, '周知不']);
  });

  it('reads nothing again of what nobody has changed', async () => {
    const desk = await newDesk();
    const { workspace } = await desk.start();
    await writeMashiki(workspace);
    await workspace.flush();
    const library = openOn(desk.database());
    await library.settled();
    const before = await found(library, '周知');
    expect(before).toHaveLength(1);
    let reads = 0;
    desk.database().leaves.hook('reading', (leaf) => {
      reads += 1;
      return leaf;
    });
    expect(await found(library, '周')).toEqual(before);
    expect(await found(library, '周知')).toEqual(before);
    expect(reads).toBe(0);
    expect(await found(library, '対象者像')).toHaveLength(1);
    expect(reads).toBeGreaterThan(0);
  });

  it('knows the same as one that is opened afresh, after any edits, undo and exchange', async () => {
    const words = ['益城', '人吉', '五木', 'a', '支援', '次', '2', '益城 人吉'];
    const all = async (library: Library) => {
      await library.settled();
      const read = [];
      for (const typed of words) read.push(await library.answer({ typed, limit: 100 }));
      return read.map((answer) => answer && { ...answer, readiness: null });
    };
    const step = fc.oneof(
      { weight: 5, arbitrary: randomEdit },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 10 }),
        fc.array(randomEdit, { maxLength: 4 }),
        async (here, there) => {
          const [one, two] = [await newDesk(), await newDesk()];
          const far = await two.start();
          for (const edit of there) await apply(far.workspace, edit);
          await far.workspace.flush();
          const { workspace } = await one.start();
          for (const document of CASES) {
            await workspace.run({
              label: '試し',
              documents: [document],
              run: (draft) => {
                const id = caseOf(document) as CaseId;
                return ok(draft.create(document, cases, { municipalityName: '五木村' }, id));
              },
            });
          }
          const library = openOn(one.database());
          // What it has read by now must not outlive an edit.
          await all(library);
          for (const each of here) {
            if (typeof each === 'string') workspace[each]();
            else await apply(workspace, each);
          }
          await workspace.flush();
          const known = await all(library);
          expect(known).toEqual(await all(openOn(one.database())));
          hits += known.some((answer) => (answer?.hits.length ?? 0) > 1) ? 1 : 0;

          // The same, for what another desk's files bring at the next start.
          library.stop();
          await carryLogs(two, one);
          const again = one.begin();
          const follower = openOn(one.database());
          await again.caughtUp;
          expect(await all(follower)).toEqual(await all(openOn(one.database())));
        },
      ),
      { numRuns: 20 },
    );
    expect(hits).toBeGreaterThan(5);
  });
});
