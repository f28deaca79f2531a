import 'fake-indexeddb/auto';
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { loadPieces } from '#data/journal/cache.ts';
import type { LogPort } from '#data/journal/log-port.ts';
import { assemble } from '#data/projection/project.ts';
import { createReader } from '#data/records/query.ts';
import { fillShelves } from '#data/search/fill.ts';
import { type Library, openLibrary } from '#data/search/library.ts';
import { documentWriters } from '#data/search/writers/document-writers.ts';
import type { Workspace } from '#data/workspace.ts';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import { prepareUndo } from '#electron/services/banso-file/undo-import.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import type { WritersOfRecords } from '#shared/domain/search/writers.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem } from '#shared/result.ts';
import { createStick, handOver, takeInFile } from '../support/banso-files.ts';
import { carryLogs, createDesk, type Desk, EDITOR, rowsOf } from '../support/desk.ts';

const CASE = 'a' as CaseId;
const DOCUMENT = caseDocument(CASE);
const MEETING = 'm1';
/** Whose frames have no name: nobody's writing is known of them. */
const NAMELESS = '';

const diskProblem: Problem = {
  code: 'disk-error',
  ...{ happened: '読めませんでした。', safe: '', todo: '' },
};

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});
const newDesk = async (): Promise<Desk> => {
  const desk = await createDesk();
  cleaning.push(desk.remove);
  return desk;
};

const sorted = (names: Iterable<string> | undefined): readonly string[] =>
  [...(names ?? [])].sort();

const writersOn = (desk: Desk, document: DocumentId = DOCUMENT): Promise<WritersOfRecords> =>
  documentWriters(desk.database(), desk.readLog, document);
const meetingWriters = async (desk: Desk): Promise<readonly string[]> =>
  sorted((await writersOn(desk)).get(`meetings ${MEETING}`));
const stateIn = async (desk: Desk): Promise<Uint8Array> => {
  const read = await desk.readLog({
    ...{ document: DOCUMENT, source: sourceOf(desk.device), known: NO_HEAD, whole: true },
  });
  if (!read.ok) throw new Error(read.error.happened);
  return Y.encodeStateAsUpdate(
    assemble(unpackFrames(read.value.packed).map(({ update }) => update)),
  );
};
/** As it is found out where nothing of it was kept. */
const writersAfresh = async (desk: Desk): Promise<WritersOfRecords> => {
  await desk.database().writers.clear();
  await desk.database().recordWriters.clear();
  return writersOn(desk);
};
const set = async (workspace: Workspace, field: 'title' | 'place', value: string) => {
  await workspace.run({
    label: '試し',
    documents: [DOCUMENT],
    run: (draft) => ok(draft.set(DOCUMENT, meetings, MEETING, { [field]: value })),
  });
  await workspace.flush();
};

/** Rewrites a part of the note, letter by letter of one's own. */
const writeNote = async (workspace: Workspace, letters: string, at: number, cut: number) => {
  const note = await workspace.openNote(DOCUMENT, meetings, MEETING, '記録の入力');
  if (!note.ok) throw new Error(note.error.happened);
  const { fragment, begin, release } = note.value;
  begin();
  fragment.doc?.transact(() => {
    const [first] = fragment.toArray();
    const paragraph = first instanceof Y.XmlElement ? first : new Y.XmlElement('paragraph');
    if (first === undefined) fragment.insert(0, [paragraph]);
    const [inner] = paragraph.toArray();
    const text = inner instanceof Y.XmlText ? inner : new Y.XmlText();
    if (inner === undefined) paragraph.insert(0, [text]);
    const place = Math.min(at, text.length);
    text.delete(place, Math.min(cut, text.length - place));
    text.insert(place, letters);
  }, EDITOR);
  release();
  await workspace.flush();
};

/** A case with a meeting that nobody known has made. */
const prepare = async (desk: Desk): Promise<void> => {
  desk.seat(NAMELESS);
  const { workspace } = await desk.start();
  await workspace.run({
    label: '試し',
    documents: [DOCUMENT],
    run: (draft) => {
      draft.create(DOCUMENT, cases, { municipalityName: '益城町', fiscalYear: 2022 }, CASE);
      draft.create(DOCUMENT, meetings, { kind: 'exchange' }, MEETING as never);
      return ok(null);
    },
  });
  // The paragraph of the note is nobody's, too.
  await writeNote(workspace, '', 0, 0);
};

/** Two people at each of two desks, each writing one letter of their own. */
const PEOPLE = [
  ['ア', 'イ'],
  ['カ', 'キ'],
] as const;

type Step =
  | {
      readonly kind: 'field';
      readonly desk: 0 | 1;
      readonly who: 0 | 1;
      readonly field: 'title' | 'place';
    }
  | {
      readonly kind: 'note';
      readonly desk: 0 | 1;
      readonly who: 0 | 1;
      readonly at: number;
      readonly cut: number;
    }
  | { readonly kind: 'exchange' | 'look' }
  | { readonly kind: 'checkpoint'; readonly desk: 0 | 1 };

const side = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      ...{ desk: side, who: side, field: fc.constantFrom('title' as const, 'place' as const) },
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      ...{ desk: side, who: side, at: fc.nat(6), cut: fc.nat(3) },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('exchange' as const, 'look' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('checkpoint' as const), desk: side }) },
);

/** Everybody whose letter stands in the meeting today. */
const lettersOf = async (desk: Desk): Promise<readonly string[]> => {
  const row = await desk.database().rowsOf('meetings').get([DOCUMENT, MEETING]);
  const note = await desk.database().noteTexts.get([DOCUMENT, MEETING]);
  const all = `${row?.title}${row?.place}${note?.text ?? ''}`;
  return sorted(new Set(PEOPLE.flat().filter((name) => all.includes(name))));
};

describe('who wrote', () => {
  it('is everybody whose letters stand in a record, on every desk, whatever was read before', async () => {
    let together = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const desks = [await newDesk(), await newDesk()] as const;
        await prepare(desks[0]);
        await carryLogs(desks[0], desks[1]);
        const run = async (desk: Desk) => (await desk.start()).workspace;
        let open = [await run(desks[0]), await run(desks[1])] as const;
        const exchange = async (): Promise<void> => {
          for (const desk of desks) desk.stop();
          await carryLogs(desks[0], desks[1]);
          await carryLogs(desks[1], desks[0]);
          open = [await run(desks[0]), await run(desks[1])];
        };
        for (const each of steps) {
          switch (each.kind) {
            case 'field':
            case 'note': {
              const [desk, workspace] = [desks[each.desk], open[each.desk]];
              const name = PEOPLE[each.desk][each.who];
              desk.seat(name);
              if (each.kind === 'field') await set(workspace, each.field, name);
              else await writeNote(workspace, name, each.at, each.cut);
              break;
            }
            case 'exchange':
              await exchange();
              break;
            case 'look':
              for (const desk of desks) await writersOn(desk);
              break;
            default:
              await open[each.desk].journal.lanes.pushCheckpoint(DOCUMENT);
          }
        }
        for (const desk of desks) {
          expect(await meetingWriters(desk)).toEqual(await lettersOf(desk));
        }
        await exchange();
        const all = await lettersOf(desks[0]);
        for (const desk of desks) {
          expect(await meetingWriters(desk)).toEqual(all);
          expect(await writersAfresh(desk)).toEqual(await writersOn(desk));
        }
        // A cache that is made anew knows the same.
        await desks[0].loseCache();
        await desks[0].start();
        expect(await meetingWriters(desks[0])).toEqual(all);
        together += all.length > 1 ? 1 : 0;
      }),
      { numRuns: 25 },
    );
    expect(together).toBeGreaterThan(5);
  });

  it('comes with a hand-over file that has the history, and goes when that is taken back', async () => {
    const [old, fresh, stick] = [await newDesk(), await newDesk(), await createStick()];
    cleaning.push(stick.remove);
    await prepare(old);
    old.seat('山本 太郎');
    await set((await old.start()).workspace, 'title', '意見交換会');
    const file = await handOver(old, stick);
    await prepare(fresh);
    fresh.seat('生駒 花子');
    await set((await fresh.start()).workspace, 'place', '役場');
    expect(await meetingWriters(fresh)).toEqual(['生駒 花子']);

    await takeInFile(fresh, file);
    await fresh.start();
    expect(await meetingWriters(fresh)).toEqual(['山本 太郎', '生駒 花子']);

    await prepareUndo(fresh.folder, Date.now());
    fresh.stop();
    await fresh.settled();
    await applyRestore(fresh.folder);
    await fresh.loseCache();
    const { carriedOut } = await fresh.start();
    expect(await meetingWriters(fresh)).toEqual(['生駒 花子']);
    await carriedOut;
  });

  it('is not known of a state without its history, but of what is written behind it', async () => {
    const [old, fresh, stick] = [await newDesk(), await newDesk(), await createStick()];
    cleaning.push(stick.remove);
    await prepare(old);
    old.seat('山本 太郎');
    const { workspace } = await old.start();
    await set(workspace, 'title', '意見交換会');
    const { updates } = await loadPieces(old.database(), DOCUMENT);
    const update = Y.encodeStateAsUpdate(assemble(updates));
    const [folder = ''] = await readdir(old.logs);
    const state = { update, format: FORMAT, seen: [] };
    await takeInFile(
      fresh,
      await handOver(old, stick, { extent: 'state', documents: [{ folder, title: '' }], state }),
    );
    const run = await fresh.start();
    expect(await rowsOf(fresh)).toEqual(await rowsOf(old));
    expect(await meetingWriters(fresh)).toEqual([]);
    fresh.seat('生駒 花子');
    await set(run.workspace, 'place', '役場');
    expect(await meetingWriters(fresh)).toEqual(['生駒 花子']);
  });

  it('is nobody for putting into the bin and taking out of it', async () => {
    const desk = await newDesk();
    await prepare(desk);
    desk.seat('生駒 花子');
    const { workspace } = await desk.start();
    for (const act of ['remove', 'restore'] as const) {
      await workspace.run({
        label: '試し',
        documents: [DOCUMENT],
        run: (draft) => ok(draft[act](DOCUMENT, meetings, MEETING)),
      });
    }
    await workspace.flush();
    expect(await meetingWriters(desk)).toEqual([]);
  });

  it('is nobody whose name was erased for good', async () => {
    const desk = await newDesk();
    await prepare(desk);
    desk.seat('佐渡 権蔵');
    const { workspace } = await desk.start();
    await set(workspace, 'place', '役場');
    desk.seat('生駒 花子');
    await set(workspace, 'title', '佐渡 権蔵さんの会');
    expect(await meetingWriters(desk)).toEqual(['佐渡 権蔵', '生駒 花子']);
    const erasure = { words: ['佐渡 権蔵'], records: [], cases: [] };
    const erased = await workspace.eraser.erase(erasure, [DOCUMENT], () => undefined);
    expect(erased.ok).toBe(true);
    // The next start throws away what the cache still has of it.
    await desk.loseCache();
    await desk.start();
    expect(await meetingWriters(desk)).toEqual(['生駒 花子']);
    expect(await createReader(desk.database()).writers()).toEqual(['生駒 花子']);
  });

  it('is what it was while a log file cannot be read', async () => {
    const desk = await newDesk();
    await prepare(desk);
    desk.seat('生駒 花子');
    const { workspace } = await desk.start();
    await set(workspace, 'title', '意見交換会');
    await meetingWriters(desk);
    desk.seat('山本 太郎');
    await set(workspace, 'place', '役場');
    // Folded, as after many edits.
    await desk.database().updates.clear();
    await desk.database().snapshots.put({ id: DOCUMENT, state: await stateIn(desk) });
    const refuse: LogPort['read'] = async () => fail(diskProblem);
    const writers = await documentWriters(desk.database(), refuse, DOCUMENT);
    expect(writers.get(`meetings ${MEETING}`)).toEqual(['生駒 花子']);
    expect(await meetingWriters(desk)).toEqual(['山本 太郎', '生駒 花子']);
  });
});

describe('searching by who wrote', () => {
  const openOn = (desk: Desk): Library => {
    const database = desk.database();
    const library = openLibrary({
      database,
      fill: (hand) => fillShelves(database, hand),
      writersOf: (document) => documentWriters(database, desk.readLog, document as DocumentId),
      onReadiness: () => undefined,
      onChanged: () => undefined,
    });
    cleaning.push(library.stop);
    return library;
  };
  /** The answer once all is found out. */
  const look = async (library: Library, typed: string) => {
    await library.answer({ typed, limit: 50 });
    await library.settled();
    const answer = await library.answer({ typed, limit: 50 });
    const hits = answer?.hits.map(({ id, where }) => [id, where.split(' ・ ').at(-1)]);
    return { hits, unknown: answer?.writers?.unknown, total: answer?.total };
  };

  it('finds what somebody wrote in, says who else did, and counts what nobody knows', async () => {
    const desk = await newDesk();
    await prepare(desk);
    const { workspace } = await desk.start();
    const write = async (name: string, id: string, text: string): Promise<void> => {
      desk.seat(name);
      await workspace.run({
        label: '試し',
        documents: [DOCUMENT],
        run: (draft) => ok(draft.create(DOCUMENT, findings, { text }, id as never)),
      });
      await workspace.flush();
    };
    await write('生駒 花子', 'f1', '見守りの担い手');
    await write('山本 太郎', 'f2', '見守りの場所');
    await write(NAMELESS, 'f3', '見守りの費用');
    const library = openOn(desk);
    await library.settled();

    const begun = await library.answer({ typed: '見守り 書いた人:生駒', limit: 50 });
    expect(begun).toMatchObject({ total: 0, writers: { done: 0, all: 1, unknown: 3 } });
    expect(await look(library, '見守り 書いた人:生駒')).toEqual({
      hits: [['f1', '書いた人 生駒 花子']],
      ...{ unknown: 1, total: 1 },
    });
    expect(await look(library, '書いた人:山本')).toMatchObject({
      hits: [['f2', '書いた人 山本 太郎']],
    });
    expect((await library.answer({ typed: '見守り', limit: 50 }))?.writers).toBeNull();
    expect(await createReader(desk.database()).writers()).toEqual(['山本 太郎', '生駒 花子']);

    // What is written from now on is followed; the record has two who wrote in it.
    desk.seat('山本 太郎');
    await workspace.run({
      label: '試し',
      documents: [DOCUMENT],
      run: (draft) => ok(draft.set(DOCUMENT, findings, 'f1', { saidBy: '町の職員' })),
    });
    await workspace.flush();
    expect(await look(library, '見守り 書いた人:生駒花子')).toMatchObject({
      hits: [['f1', '書いた人 山本 太郎、生駒 花子']],
    });
    expect(await look(library, '見守り 書いた人:山本 種別:課題')).toMatchObject({ total: 2 });
  });
});
