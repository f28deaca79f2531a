import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { checkNote } from '#adapters/editor/note-fits.ts';
import type { Workspace } from '#data/workspace.ts';
import { findingCommands } from '#features/findings/commands.ts';
import { notePlaceOf } from '#features/record/model.ts';
import { type RecordData, recordQuery } from '#features/record/queries.ts';
import { LINK_KINDS, linkKey } from '#shared/domain/meeting/linked-record.ts';
import { actions, findings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { carryLogs, createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { MADE, makeMeeting, NOTE_CASE, type NoteDesk, openNoteDesk } from '../support/note-desk.ts';

const CASE = 'case1' as CaseId;

const desks: Desk[] = [];
const open: NoteDesk[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) each.close();
  for (const each of desks.splice(0)) await each.remove();
});

const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

const noteAt = async (workspace: Workspace, meeting: MeetingId): Promise<NoteDesk> => {
  const made = await openNoteDesk(workspace, meeting);
  open.push(made);
  return made;
};

/** A desk at which a meeting's note is open. */
const atNote = async () => {
  const one = await desk();
  const { workspace } = await one.start();
  const meeting = await makeMeeting(workspace);
  const note = await noteAt(workspace, meeting);
  const page = async (): Promise<RecordData> => {
    await workspace.flush();
    const data = await workspace.ask(recordQuery(CASE, meeting));
    if (data === null) throw new Error('the meeting is gone');
    return data;
  };
  const text = async (): Promise<string> => {
    await workspace.flush();
    return workspace.ask((reader) => reader.note(NOTE_CASE, meeting));
  };
  return { one, workspace, meeting, note, page, text };
};

/** What the page says of where a meeting's findings and actions stand. */
const placesOf = (data: RecordData, { note }: NoteDesk): Readonly<Record<string, string>> => {
  const places = [
    ...data.findings.map((row) => [row, { collection: 'findings', id: row.id }] as const),
    ...data.actions.map((row) => [row, { collection: 'actions', id: row.id }] as const),
  ];
  return Object.fromEntries(
    places.map(([row, link]) => [row.text, notePlaceOf(link, row, note.linked)]),
  );
};

describe('a line of a note', () => {
  it('becomes a record in its place, in one step that is undone and done again whole', async () => {
    const { workspace, note, page, text } = await atNote();
    note.write('広報の見直しが要る', '次回は2月');
    await note.link('issue', 1);
    expect((await page()).findings).toMatchObject([
      { kind: 'issue', text: '広報の見直しが要る', inNote: true },
    ]);
    expect(await text()).toBe('課題：広報の見直しが要る\n次回は2月');
    expect(workspace.history.get().undo).toBe('課題を本文で記録');

    workspace.undo();
    expect((await page()).findings).toEqual([]);
    expect(note.links()).toEqual([]);
    expect(await text()).toBe('広報の見直しが要る\n次回は2月');

    workspace.redo();
    expect((await page()).findings).toHaveLength(1);
    expect(await text()).toBe('課題：広報の見直しが要る\n次回は2月');
  });

  it('costs no step of its own where hundreds become records, which are told of once and go at once', async () => {
    const { workspace, note, page } = await atNote();
    const lines = Array.from({ length: 300 }, (_, index) => `気づいたこと${index + 1}`);
    note.write(...lines);
    let [changes, told] = [0, 0];
    const doc = note.note.fragment.doc;
    doc?.on('update', () => {
      changes += 1;
    });
    const stop = note.note.linked.watch(() => {
      told += 1;
    });
    // Each step makes the whole note anew: one for all lines, and one for the line behind them.
    expect(await note.linkAll('insight')).toBeLessThanOrEqual(2);
    expect({ changes, told }).toEqual({ changes: 1, told: 1 });
    expect((await page()).findings.map(({ text }) => text)).toEqual(lines);
    expect(note.links()).toHaveLength(300);

    workspace.undo();
    expect({ changes, told }).toEqual({ changes: 2, told: 2 });
    expect((await page()).findings).toEqual([]);
    expect(note.links()).toEqual([]);
    stop();
  });

  it('leaves a list, which goes on below, and keeps the address of a link', async () => {
    const { note, page, text } = await atNote();
    note.editor.dispatch((transaction) => {
      const { schema } = transaction.doc.type;
      const item = (...words: Parameters<typeof schema.node>[2][]) =>
        schema.node('listItem', null, [schema.node('paragraph', null, words[0])]);
      const link = schema.mark('link', { href: 'https://example.jp/' });
      return transaction.insert(0, [
        schema.node('bulletList', null, [
          item([schema.text('周知')]),
          item([schema.text('資料', [link]), schema.text('を配る')]),
          item([schema.text('研修')]),
        ]),
      ]);
    });
    await note.link('action', 1);
    expect((await page()).actions).toMatchObject([{ text: '資料（https://example.jp/）を配る' }]);
    expect(await text()).toBe('周知\n対応：資料（https://example.jp/）を配る\n研修');
    expect(note.editor.state().doc.child(0).type.name).toBe('bulletList');
    expect(note.editor.state().doc.child(1).type.name).toBe('linkedRecord');
  });

  it('of more letters than a finding may have stays a line, with nothing written', async () => {
    const { note, page } = await atNote();
    note.write('あ'.repeat(1001));
    await expect(note.link('issue', 1)).rejects.toThrow('長すぎます');
    expect((await page()).findings).toEqual([]);
    expect(note.links()).toEqual([]);
  });

  it('carries the words of its record wherever the note is text, as they are now', async () => {
    const { note, text } = await atNote();
    note.write('事業所を選定する');
    await note.link('action', 1);
    const [link] = note.links();
    if (link?.collection !== 'actions') throw new Error('no action in the note');
    await note.run(
      note.acts.set({ ...link, collection: 'actions' }, { owner: '町', due: '2023-01-31' }),
    );
    expect(await text()).toBe('対応：事業所を選定する（町・期限 R5.1.31）');
    expect(checkNote(note.note.fragment)).toEqual({ fits: true });
  });
});

describe('a record that was written in a note', () => {
  it('stays when it is cut out, is said to be out, and goes back by one command', async () => {
    const { note, page } = await atNote();
    const stop = note.note.linked.watch(() => undefined);
    note.write('広報の見直しが要る');
    await note.link('issue', 1);
    const place = note.editor.state().doc.childCount - 2;
    const cut = note.cut(place);
    expect(placesOf(await page(), note)).toEqual({ 広報の見直しが要る: 'outOfNote' });

    // Pasted twice, it is one record that the note names twice.
    if (cut) note.paste(cut);
    if (cut) note.paste(cut);
    expect(note.links()).toHaveLength(2);
    expect((await page()).findings).toHaveLength(1);
    expect(placesOf(await page(), note)).toEqual({ 広報の見直しが要る: 'inNote' });
    note.cut(0);
    expect(placesOf(await page(), note)).toEqual({ 広報の見直しが要る: 'inNote' });
    note.cut(0);
    expect(placesOf(await page(), note)).toEqual({ 広報の見直しが要る: 'outOfNote' });

    const [finding] = (await page()).findings;
    await note.run(note.acts.putBack({ collection: 'findings', id: finding?.id ?? '' }));
    expect(placesOf(await page(), note)).toEqual({ 広報の見直しが要る: 'inNote' });
    stop();
  });

  it('goes with all its links when it is deleted, and comes back with them', async () => {
    const { note, page, workspace } = await atNote();
    note.write('広報の見直しが要る');
    await note.link('issue', 1);
    const [link] = note.links();
    if (link === undefined) throw new Error('nothing in the note');
    await note.run(note.acts.remove(link));
    expect(note.links()).toEqual([]);
    expect((await page()).findings).toEqual([]);
    workspace.undo();
    expect(note.links()).toEqual([link]);
    expect((await page()).findings).toHaveLength(1);
  });

  it('goes from the note as well when 課題と対応 deletes it', async () => {
    const { note, page } = await atNote();
    note.write('広報の見直しが要る', '事業所を選定する');
    await note.link('issue', 1);
    await note.link('action', 2);
    const acts = findingCommands(CASE);
    for (const { collection, id } of note.links()) await note.run(acts[collection].remove(id));
    expect(note.links()).toEqual([]);
    expect(await page()).toMatchObject({ findings: [], actions: [] });
  });

  it('is shown with its words and its state when somebody deleted it elsewhere', async () => {
    const { note, text } = await atNote();
    note.write('広報の見直しが要る');
    await note.link('issue', 1);
    const [link] = note.links();
    if (link === undefined) throw new Error('nothing in the note');
    await note.bin(link.id);
    expect(await text()).toBe('課題（削除済み）：広報の見直しが要る');
    await note.run(note.acts.restore(link));
    expect(await text()).toBe('課題：広報の見直しが要る');
  });
});

type Step =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'link'; readonly kind: (typeof LINK_KINDS)[number]; readonly at: number }
  | { readonly act: 'cut' | 'move' | 'bin' | 'remove' | 'putBack' | 'restore'; readonly at: number }
  | { readonly act: 'change'; readonly at: number; readonly text: string }
  | { readonly act: 'undo' | 'redo' };

const at = fc.nat(9);
const words = fc.constantFrom('広報', '担い手', '移動支援', '𠮷野', '');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('write' as const), text: words }),
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('link' as const),
      kind: fc.constantFrom(...LINK_KINDS),
      at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('cut', 'move', 'bin', 'remove', 'putBack', 'restore'),
      at,
    }),
  },
  fc.record({
    act: fc.constant('change' as const),
    at,
    text: fc.constantFrom('直した', 'もう一度'),
  }),
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('undo', 'redo') }) },
);

/** Does one thing at a note, as a screen would offer it; what there is nothing of is left. */
const take = async (workspace: Workspace, meeting: MeetingId, note: NoteDesk, one: Step) => {
  const pick = <T>(all: readonly T[], place: number): T | undefined =>
    all[place % Math.max(all.length, 1)];
  switch (one.act) {
    case 'write':
      note.write(one.text);
      return;
    case 'link':
      await note.link(one.kind, one.at);
      return;
    case 'cut':
      note.cut(one.at);
      return;
    case 'move': {
      const node = note.cut(one.at);
      if (node) note.paste(node);
      return;
    }
    case 'undo':
    case 'redo':
      // The meeting itself stays.
      if (one.act === 'redo' || workspace.history.get().undo !== MADE) workspace[one.act]();
      return;
    case 'putBack': {
      await workspace.flush();
      const data = await workspace.ask(recordQuery(CASE, meeting));
      const out = pick(data?.findings ?? [], one.at);
      if (out) await note.run(note.acts.putBack({ collection: 'findings', id: out.id }));
      return;
    }
    default: {
      const link = pick(note.links(), one.at);
      const isLive = link && note.note.linked.read(link)?.row.deletedAt === '';
      if (link === undefined) return;
      if (one.act === 'restore') await note.run(note.acts.restore(link));
      else if (!isLive) return;
      else if (one.act === 'remove') await note.run(note.acts.remove(link));
      else if (one.act === 'change') await note.run(note.acts.set(link, { text: one.text }));
      else if (link.collection === 'findings') await note.bin(link.id);
    }
  }
};

/** Nobody's record is parted from the note without being told of it, on either side. */
const expectTold = async (workspace: Workspace, meeting: MeetingId, note: NoteDesk) => {
  await workspace.flush();
  const data = await workspace.ask(recordQuery(CASE, meeting));
  if (data === null) throw new Error('the meeting is gone');
  const held = new Set(note.links().map(linkKey));
  expect(checkNote(note.note.fragment)).toEqual({ fits: true });
  // Every record was born in this note: it stands there, or its list says that it does not.
  for (const place of Object.values(placesOf(data, note))) {
    expect(['inNote', 'outOfNote']).toContain(place);
  }
  const all = await workspace.ask((reader) =>
    Promise.all([reader.of(findings, [NOTE_CASE]), reader.of(actions, [NOTE_CASE])]),
  );
  expect(all.flat()).toHaveLength(data.findings.length + data.actions.length);
  // Every link says the words of its record, or that it is in the bin, or that there is none.
  const text = await workspace.ask((reader) => reader.note(NOTE_CASE, meeting));
  for (const link of note.links()) {
    const record = note.note.linked.read(link);
    expect(text).toContain(note.note.linked.words(link));
    if (record === undefined) expect(note.note.linked.words(link)).toContain('見つかりません');
    else if (record.row.deletedAt !== '') {
      expect(note.note.linked.words(link)).toContain('削除済み');
    }
    expect(held.has(linkKey(link))).toBe(true);
  }
};

describe('record and note', () => {
  it('never part without being told, whatever one person does, and undo of all leaves neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { one, workspace, meeting, note } = await atNote();
        for (const each of steps) await take(workspace, meeting, note, each);
        await expectTold(workspace, meeting, note);
        expect(await rowsOf(one)).toEqual(await rowsFromScratch(one));
        while (workspace.history.get().undo !== MADE) workspace.undo();
        await workspace.flush();
        expect(note.links()).toEqual([]);
        const rows = await workspace.ask((reader) =>
          reader.each({ findings, actions }, [NOTE_CASE]),
        );
        expect(rows).toEqual({ findings: [], actions: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('never part without being told when two desks write one note apart and merge it', async () => {
    const turn = fc.record({ who: fc.nat(1), steps: fc.array(step, { maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 4 }), async (turns) => {
        const all = [await desk(), await desk()] as const;
        const first = await all[0].start();
        const meeting = await makeMeeting(first.workspace);
        await first.workspace.flush();
        await carryLogs(all[0], all[1]);
        for (const { who, steps } of turns) {
          const [own, other] = who === 0 ? all : [all[1], all[0]];
          const { workspace } = await own.start();
          const note = await noteAt(workspace, meeting);
          for (const each of steps) await take(workspace, meeting, note, each);
          await workspace.flush();
          open.splice(open.indexOf(note), 1);
          note.close();
          if (steps.length % 2 === 0) await carryLogs(own, other);
        }
        await carryLogs(all[0], all[1]);
        await carryLogs(all[1], all[0]);
        for (const each of all) {
          const { workspace } = await each.start();
          const note = await noteAt(workspace, meeting);
          await expectTold(workspace, meeting, note);
          open.splice(open.indexOf(note), 1);
          note.close();
        }
        expect(await rowsOf(all[0])).toEqual(await rowsOf(all[1]));
      }),
      { numRuns: 12 },
    );
  });
});
