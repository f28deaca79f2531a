import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { insertMention, newMentionCommand } from '#adapters/editor/mention-command.ts';
import { checkNote } from '#adapters/editor/note-fits.ts';
import { backlinksOf, mentionsOf } from '#adapters/mentions/queries.ts';
import type { NoteText } from '#data/database.ts';
import { mentionedWords } from '#data/mentions/read-mentioned.ts';
import { textOfToday } from '#data/mentions/retell.ts';
import { mergeThemes, renameTheme } from '#data/operations/knowhow/themes.ts';
import { mergeWho } from '#data/operations/office/merge-who.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { organizations, people, themes } from '#shared/domain/office/office.ts';
import { type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import { type MentionTarget, mentionKey, retold } from '#shared/domain/record/mention.ts';
import { ok, type Result } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk, rowsFromScratch, rowsOf } from '../support/desk.ts';
import { makeMeeting, NOTE_CASE, type NoteDesk, openNoteDesk } from '../support/note-desk.ts';

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

/** All that stands in the document that a note belongs to. */
const stateOf = ({ note: { fragment } }: NoteDesk): Uint8Array => {
  if (fragment.doc === null) throw new Error('the note belongs to no document');
  return Y.encodeStateAsUpdate(fragment.doc);
};

const act = async <T>(workspace: Workspace, run: (draft: Draft) => Result<T>): Promise<T> => {
  const done = await workspace.run({ label: '変更', documents: [OFFICE, NOTE_CASE], run });
  if (!done.ok) throw new Error(done.error.happened);
  return done.value;
};

const PERSON: MentionTarget = { document: OFFICE, collection: 'people', id: 'p1' };
const THEME: MentionTarget = { document: OFFICE, collection: 'themes', id: 't1' };

const editorOf = ({ editor }: NoteDesk) => ({
  get state() {
    return editor.state();
  },
  dispatch: editor.send,
});

/** Mentions a record at the end of the note's last line. */
const mention = (note: NoteDesk, target: MentionTarget, words: string): void => {
  const at = note.editor.state().doc.content.size - 1;
  insertMention(editorOf(note), { from: at, to: at }, target, words);
};

/** A desk with an office, a case and a meeting whose note is open. */
const atNote = async () => {
  const one = await desk();
  const { workspace } = await one.start();
  await act(workspace, (draft) => {
    draft.create(NOTE_CASE, cases, { municipalityName: '益城町', fiscalYear: 2022 }, 'case1');
    draft.create(OFFICE, people, { name: '生駒 花子' }, 'p1');
    draft.create(OFFICE, people, { name: '生駒花子' }, 'p2');
    draft.create(OFFICE, themes, { name: '移動支援' }, 't1');
    draft.create(OFFICE, themes, { name: '移動の支援' }, 't2');
    return ok(null);
  });
  const meeting = await makeMeeting(workspace);
  const note = await noteAt(workspace, meeting);
  /** What the note says as plain text, as it was written and today. */
  const texts = async () => {
    await workspace.flush();
    const [found] = await workspace.ask((reader) => reader.notes([NOTE_CASE]));
    return found === undefined ? ['', ''] : [found.text, textOfToday(found)];
  };
  const backlinks = async (target: MentionTarget) => {
    await workspace.flush();
    return (await workspace.ask(backlinksOf(target))).map(({ meetingId }) => meetingId);
  };
  const words = async (target: MentionTarget): Promise<string> => {
    await workspace.flush();
    const found = (await workspace.ask((reader) => reader.mentioned([mentionKey(target)]))).get(
      mentionKey(target),
    );
    if (found === undefined) return 'nothing';
    return found.isGone ? 'gone' : mentionedWords(found, NOTE_CASE);
  };
  return { one, workspace, meeting, note, texts, backlinks, words };
};

describe('a mention in a note', () => {
  it('is called as its record is called today, in the text that is searched too, and the note stays as it is', async () => {
    const { workspace, note, texts, words } = await atNote();
    note.write('担当は');
    mention(note, PERSON, '生駒 花子');
    note.write('次回は2月');
    const before = stateOf(note);
    const written = '担当は生駒 花子\n次回は2月';
    expect(await texts()).toEqual([written, written]);
    await act(workspace, (draft) => {
      draft.set(OFFICE, people, 'p1', { name: '山田 花子' });
      return ok(null);
    });
    expect(await texts()).toEqual(['担当は生駒 花子\n次回は2月', '担当は山田 花子\n次回は2月']);
    expect(await words(PERSON)).toBe('山田 花子');
    expect(stateOf(note)).toEqual(before);
    expect(checkNote(note.note.fragment)).toEqual({ fits: true });
  });

  it('of a meeting follows its round’s number, and says of which case it is elsewhere', async () => {
    const { workspace, note, texts, meeting } = await atNote();
    note.write('前回は');
    mention(note, { document: NOTE_CASE, collection: 'meetings', id: meeting }, 'この会合');
    expect((await texts())[1]).toBe('前回は意見交換会');
    await act(workspace, (draft) => {
      draft.set(NOTE_CASE, meetings, meeting, { title: '第2回意見交換会' });
      return ok(null);
    });
    expect((await texts())[1]).toBe('前回は第2回意見交換会');
    const key = mentionKey({ document: NOTE_CASE, collection: 'meetings', id: meeting });
    const found = (await workspace.ask((reader) => reader.mentioned([key]))).get(key);
    expect(found && mentionedWords(found, 'case:other')).toBe(
      '益城町（令和4年度） 第2回意見交換会',
    );
  });

  it('is found from the other end, until its meeting or its case goes into the bin', async () => {
    const { workspace, meeting, note, backlinks } = await atNote();
    note.write('担当は');
    mention(note, PERSON, '生駒 花子');
    mention(note, PERSON, '生駒 花子');
    mention(note, THEME, '移動支援');
    expect(await backlinks(PERSON)).toEqual([meeting]);
    expect(await backlinks(THEME)).toEqual([meeting]);
    const out = await workspace.ask(mentionsOf(NOTE_CASE, meeting));
    expect(out.map(({ words }) => words)).toEqual(['生駒 花子', '移動支援']);

    await act(workspace, (draft) => {
      draft.remove(NOTE_CASE, meetings, meeting);
      return ok(null);
    });
    expect(await backlinks(PERSON)).toEqual([]);
    workspace.undo();
    expect(await backlinks(PERSON)).toEqual([meeting]);
    await act(workspace, (draft) => {
      draft.remove(NOTE_CASE, cases, 'case1');
      return ok(null);
    });
    expect(await backlinks(PERSON)).toEqual([]);
  });

  it('of a record in the bin keeps its old words, and is well again when that comes back', async () => {
    const { workspace, note, texts, words } = await atNote();
    const target: MentionTarget = { document: NOTE_CASE, collection: 'cases', id: 'case1' };
    note.write('この案件は');
    mention(note, target, '益城町の案件');
    expect((await texts())[1]).toBe('この案件は益城町（令和4年度）');
    await act(workspace, (draft) => {
      draft.remove(NOTE_CASE, cases, 'case1');
      return ok(null);
    });
    expect(await words(target)).toBe('gone');
    expect((await texts())[1]).toBe('この案件は益城町の案件');
    workspace.undo();
    expect((await texts())[1]).toBe('この案件は益城町（令和4年度）');
  });

  it('is made with its record in one step, and undone with it', async () => {
    const { workspace, note, texts } = await atNote();
    note.write('担当は');
    const place = (target: MentionTarget, words: string): void => mention(note, target, words);
    const person = {
      person: NO_ID,
      name: '見本 太郎',
      body: { name: '福祉課' },
      post: '係長',
      from: '',
    };
    await note.run(
      newMentionCommand(NOTE_CASE, { kind: 'person', person: person as never }, place),
    );
    expect((await texts())[0]).toBe('担当は見本 太郎');
    expect(workspace.history.get().undo).toBe('人を加えてリンク');
    workspace.undo();
    expect((await texts())[0]).toBe('担当は');
    const rows = await workspace.ask((reader) => reader.each({ people, organizations }, [OFFICE]));
    expect(rows.people).toHaveLength(2);
    expect(rows.organizations).toEqual([]);
    workspace.redo();
    expect((await texts())[0]).toBe('担当は見本 太郎');
  });

  it('leads to the record that was kept where two were merged, and its backlinks do', async () => {
    const { workspace, meeting, note, texts, backlinks, words } = await atNote();
    note.write('担当は');
    mention(note, { ...PERSON, id: 'p2' }, '生駒花子');
    mention(note, { ...THEME, id: 't2' }, '移動の支援');
    await act(workspace, (draft) =>
      mergeWho(draft, { kind: 'people', keep: 'p1', gone: 'p2' }, []),
    );
    await act(workspace, (draft) => mergeThemes(draft, [], 't2', 't1'));
    expect(await backlinks(PERSON)).toEqual([meeting]);
    expect(await backlinks(THEME)).toEqual([meeting]);
    expect((await texts())[1]).toBe('担当は生駒 花子移動支援');

    // Whoever renames the one that was kept renames all that leads to it.
    await act(workspace, (draft) => renameTheme(draft, [], 't1', '外出支援'));
    expect((await texts())[1]).toBe('担当は生駒 花子外出支援');
    expect(await words({ ...THEME, id: 't2' })).toBe('外出支援');
    workspace.undo();
    workspace.undo();
    expect(await words({ ...THEME, id: 't2' })).toBe('移動の支援');
    expect(await backlinks(THEME)).toEqual([]);
  });

  it('stands in a note five hundred times, each with its words', async () => {
    const { workspace, note, texts, meeting, backlinks } = await atNote();
    await act(workspace, (draft) => {
      for (let at = 0; at < 500; at += 1) {
        draft.create(OFFICE, people, { name: `人${at}` }, `many${at}`);
      }
      return ok(null);
    });
    note.write('名簿');
    for (let at = 0; at < 500; at += 1) mention(note, { ...PERSON, id: `many${at}` }, '前の名前');
    const all = Array.from({ length: 500 }, (_, at) => `人${at}`).join('');
    expect((await texts())[1]).toBe(`名簿${all}`);
    expect(await backlinks({ ...PERSON, id: 'many499' })).toEqual([meeting]);
  });
});

const ID = fc.constantFrom('p1', 'p2', 'p3');
const step = fc.oneof(
  fc.record({ act: fc.constant('mention' as const), id: ID }),
  fc.record({
    act: fc.constant('rename' as const),
    id: ID,
    name: fc.constantFrom('甲', '乙', '丙'),
  }),
  fc.record({ act: fc.constant('merge' as const), id: ID, into: ID }),
  fc.record({ act: fc.constant('bin' as const), id: ID }),
  fc.record({ act: fc.constant('undo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const take = async (workspace: Workspace, note: NoteDesk, one: Step): Promise<void> => {
  switch (one.act) {
    case 'mention':
      mention(note, { ...PERSON, id: one.id }, `前の${one.id}`);
      return;
    case 'undo':
      workspace.undo();
      return;
    default:
      await workspace.run({
        label: '変更',
        documents: [OFFICE, NOTE_CASE],
        run: (draft) => {
          if (draft.row(OFFICE, people, one.id) === undefined) return ok(null);
          if (one.act === 'rename') draft.set(OFFICE, people, one.id, { name: one.name });
          else if (one.act === 'bin') draft.remove(OFFICE, people, one.id);
          else return mergeWho(draft, { kind: 'people', keep: one.into, gone: one.id }, []);
          return ok(null);
        },
      });
  }
};

it('Two desks that mention, rename, merge and bin apart say the same of every mention once they have met', async () => {
  const turn = fc.record({ who: fc.nat(1), steps: fc.array(step, { maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 4 }), async (turns) => {
      const all = [await desk(), await desk()] as const;
      const first = await all[0].start();
      await act(first.workspace, (draft) => {
        draft.create(NOTE_CASE, cases, { municipalityName: '益城町' }, 'case1');
        for (const id of ['p1', 'p2', 'p3']) draft.create(OFFICE, people, { name: id }, id);
        return ok(null);
      });
      const meeting = await makeMeeting(first.workspace);
      await first.workspace.flush();
      await carryLogs(all[0], all[1]);
      for (const { who, steps } of turns) {
        const own = all[who] ?? all[0];
        const { workspace } = await own.start();
        const note = await noteAt(workspace, meeting);
        note.write('行');
        for (const each of steps) await take(workspace, note, each);
        await workspace.flush();
        expect(await rowsOf(own)).toEqual(await today(own));
        open.splice(open.indexOf(note), 1);
        note.close();
      }
      await carryLogs(all[0], all[1]);
      await carryLogs(all[1], all[0]);
      const told: unknown[] = [];
      for (const each of all) {
        const { workspace } = await each.start();
        await workspace.flush();
        expect(await rowsOf(each)).toEqual(await today(each));
        expect(workspace.problems.get()).toEqual([]);
        told.push(await workspace.ask(saidOf));
      }
      expect(told[0]).toEqual(told[1]);
    }),
    { numRuns: 20 },
  );
});

/** What is said of each person that may be mentioned: called, gone, and by which notes. */
const saidOf = async (reader: Parameters<ReturnType<typeof backlinksOf>>[0]) => {
  const targets = ['p1', 'p2', 'p3'].map((id): MentionTarget => ({ ...PERSON, id }));
  const mentioned = await reader.mentioned(targets.map(mentionKey));
  const links = await Promise.all(targets.map((target) => backlinksOf(target)(reader)));
  for (const [key, { isGone, target }] of mentioned) {
    // Whoever is led on is led to somebody who is there.
    if (mentionKey(target) !== key) expect(isGone).toBe(false);
  }
  return { mentioned: [...mentioned], links, notes: await reader.notes([NOTE_CASE]) };
};

/** The rows of a desk made anew from its documents, and its notes told as of today by a reading of all people. */
const today = async (of: Desk): Promise<readonly unknown[]> => {
  const rows = [...(await rowsFromScratch(of))];
  const notes = rows.pop() as readonly NoteText[];
  const persons = new Map(
    (await of.database().rowsOf('people').toArray()).map((row) => [row.id, row]),
  );
  const nameOf = (key: string): string | undefined => {
    const first = persons.get(key.split('/').at(-1) ?? '');
    const met = new Set<unknown>();
    let row = first;
    while (row !== undefined && row.deletedAt !== '' && !met.has(row.id)) {
      met.add(row.id);
      row = persons.get(String(row.mergedInto));
    }
    return row?.deletedAt === '' ? String(row.name) : undefined;
  };
  return [
    ...rows,
    notes.map((note) => {
      const told = retold({ text: note.text, mentions: note.mentions ?? [] }, nameOf);
      return told === note.text ? note : { ...note, today: told };
    }),
  ];
};
