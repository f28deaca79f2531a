import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addMeeting } from '#data/operations/meeting/meetings.ts';
import type { Command } from '#data/records/command.ts';
import type { Workspace } from '#data/workspace.ts';
import { type RecordCommands, recordCommands } from '#features/record/commands.ts';
import { neighboursOf } from '#features/record/model.ts';
import { type RecordData, recordQuery } from '#features/record/queries.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk, EDITOR } from '../support/desk.ts';

const CASE = 'case1' as CaseId;
const DOCUMENT = caseDocument(CASE);

const desks: { readonly desk: Desk; readonly workspace: Workspace }[] = [];
afterEach(async () => {
  for (const { desk, workspace } of desks.splice(0)) {
    await workspace.flush();
    await desk.remove();
  }
});

type Opened = {
  readonly workspace: Workspace;
  readonly meeting: MeetingId;
  readonly commands: RecordCommands;
  readonly run: <T>(command: Command<T>) => Promise<T>;
  readonly read: () => Promise<RecordData>;
};

/** A desk with one case that has one meeting, whose record is open. */
const openRecord = async (): Promise<Opened> => {
  const desk = await createDesk();
  const { workspace } = await desk.start();
  desks.push({ desk, workspace });
  const run = async <T>(command: Command<T>): Promise<T> => {
    const result = await workspace.run(command);
    if (!result.ok) throw new Error(result.error.happened);
    return result.value;
  };
  const meeting = await run({
    label: '会合をつくる',
    documents: [DOCUMENT],
    run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange', date: '2022-12-22' }),
  });
  const read = async (): Promise<RecordData> => {
    const data = await workspace.ask(recordQuery(CASE, meeting));
    if (!data) throw new Error('the meeting is gone');
    return data;
  };
  return { workspace, meeting, commands: recordCommands(CASE, meeting), run, read };
};

describe('who came to a meeting', () => {
  it('is a list of groups and people who then stand in the office document too', async () => {
    const { commands, run, read } = await openRecord();
    await run(commands.addAttendee({ kind: 'newGroup', name: '民生委員' }, 49));
    await run(commands.addAttendee({ kind: 'newPerson', name: '山田 花子' }, null));
    const { attendances, organizations, people } = await read();
    expect(attendances.map(({ name, count }) => [name, count])).toEqual([
      ['民生委員', 49],
      ['山田 花子', null],
    ]);
    expect(attendances[0]?.organization).toBe(organizations[0]?.id);
    expect(attendances[1]?.person).toBe(people[0]?.id);
  });

  it('finds an organisation of the office again, however it is typed', async () => {
    const { commands, run, read } = await openRecord();
    await run(commands.setSupporters([{ name: 'ＡＤ' }]));
    await run(commands.addAttendee({ kind: 'newGroup', name: 'ad' }, 2));
    const { organizations, attendances, meeting } = await read();
    expect(organizations).toHaveLength(1);
    expect(attendances[0]?.organization).toBe(meeting.supporters[0]?.id);
  });

  it('takes nobody twice, and no name that is too long', async () => {
    const { workspace, commands, run } = await openRecord();
    await run(commands.addAttendee({ kind: 'newGroup', name: '社協' }, 3));
    const again = await workspace.run(commands.addAttendee({ kind: 'newGroup', name: '社協' }, 4));
    expect(again.ok).toBe(false);
    const long = { kind: 'newGroup', name: 'あ'.repeat(10_000) } as const;
    const refused = await workspace.run(commands.addAttendee(long, null));
    expect(refused.ok).toBe(false);
  });

  it('can be put in another order, taken out, and brought back', async () => {
    const { workspace, commands, run, read } = await openRecord();
    for (const name of ['あ', 'い', 'う']) {
      await run(commands.addAttendee({ kind: 'newGroup', name }, 1));
    }
    const names = async () => (await read()).attendances.map(({ name }) => name).join('');
    const third = (await read()).attendances[2]?.id ?? '';
    await run(commands.attendances.move(third, 0));
    expect(await names()).toBe('うあい');
    await run(commands.attendances.move(third, 1));
    expect(await names()).toBe('あうい');
    await run(commands.attendances.remove(third));
    expect(await names()).toBe('あい');
    expect(workspace.history.get().undo).toBe('出席を削除');
    workspace.undo();
    await workspace.flush();
    expect(await names()).toBe('あうい');
  });

  it('refuses a count that is none', async () => {
    const { workspace, commands, run } = await openRecord();
    const id = await run(commands.addAttendee({ kind: 'newGroup', name: '町' }, 5));
    for (const count of [-1, 1.5, Number.NaN, 1e12]) {
      expect((await workspace.run(commands.attendances.set(id, { count }))).ok).toBe(false);
    }
  });
});

describe('the programme of the day', () => {
  it('keeps its lines with time and speaker in their order', async () => {
    const { commands, run, read, meeting } = await openRecord();
    const first = await run(commands.programme.add({ meeting, time: '13:30', title: '町説明' }));
    await run(commands.programme.add({ meeting, title: '意見交換', speaker: '全員' }));
    await run(commands.programme.set(first, { speaker: '町' }));
    await run(commands.programme.move(first, 1));
    const lines = (await read()).programme.map((item) => [item.time, item.title, item.speaker]);
    expect(lines).toEqual([
      ['', '意見交換', '全員'],
      ['13:30', '町説明', '町'],
    ]);
  });

  it('refuses a time that no clock shows, and a line without words', async () => {
    const { workspace, commands, meeting } = await openRecord();
    expect(
      (await workspace.run(commands.programme.add({ meeting, time: '25:00', title: '講話' }))).ok,
    ).toBe(false);
    expect((await workspace.run(commands.programme.add({ meeting, title: ' 　' }))).ok).toBe(false);
  });
});

describe('findings and actions of a meeting', () => {
  it('are added, changed and taken out under their own words', async () => {
    const { workspace, commands, run, read, meeting } = await openRecord();
    const finding = await run(
      commands.findings.add({ meeting, kind: 'issue', text: ' 広報の見直し\n' }),
    );
    await run(commands.findings.set(finding, { kind: 'decision' }));
    const action = await run(commands.actions.add({ meeting, text: '動画を作成する' }));
    await run(commands.actions.set(action, { owner: '町', due: '2023-03-31', state: 'done' }));
    const data = await read();
    expect(data.findings).toMatchObject([{ kind: 'decision', text: '広報の見直し' }]);
    expect(data.actions).toMatchObject([{ owner: '町', due: '2023-03-31', state: 'done' }]);
    await run(commands.findings.remove(finding));
    expect(workspace.history.get().undo).toBe('課題・気づきを削除');
    expect((await read()).findings).toEqual([]);
  });

  it('go right beside another one, and nowhere when that one is gone', async () => {
    const { workspace, commands, run, read, meeting } = await openRecord();
    const [first, second, third] = [
      await run(commands.actions.add({ meeting, text: '甲' })),
      await run(commands.actions.add({ meeting, text: '乙' })),
      await run(commands.actions.add({ meeting, text: '丙' })),
    ];
    const order = async () => (await read()).actions.map(({ text }) => text).join('');
    await run(commands.actions.moveBeside(third, { before: second }));
    expect(await order()).toBe('甲丙乙');
    await run(commands.actions.moveBeside(first, { after: second }));
    expect(await order()).toBe('丙乙甲');
    await run(commands.actions.remove(second));
    const refused = await workspace.run(commands.actions.moveBeside(first, { before: second }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await order()).toBe('丙甲');
  });

  it('refuses a due date that does not exist, and words that are none', async () => {
    const { workspace, commands, run, meeting } = await openRecord();
    const action = await run(commands.actions.add({ meeting, text: '要綱案' }));
    expect((await workspace.run(commands.actions.set(action, { due: '2023-02-30' }))).ok).toBe(
      false,
    );
    expect(
      (await workspace.run(commands.findings.add({ meeting, kind: 'issue', text: '' }))).ok,
    ).toBe(false);
    const long = 'あ'.repeat(10_000);
    expect((await workspace.run(commands.actions.add({ meeting, text: long }))).ok).toBe(false);
  });
});

describe('the fields of a record', () => {
  it('refuse what no calendar holds and leave what was stored', async () => {
    const { workspace, commands, read } = await openRecord();
    const refused = await workspace.run(commands.change({ date: '2022-02-30' }));
    expect(refused.ok).toBe(false);
    expect((await read()).meeting.date).toBe('2022-12-22');
  });

  it('can have an entered total beside the computed one', async () => {
    const { commands, run, read } = await openRecord();
    await run(commands.change({ headCount: 46 }));
    expect((await read()).meeting.headCount).toBe(46);
    await run(commands.change({ headCount: null }));
    expect((await read()).meeting.headCount).toBeNull();
  });
});

describe('undo', () => {
  it('goes back through note, long text and field in turn, with the editor closed in between', async () => {
    const { workspace, meeting, commands, run, read } = await openRecord();
    const opened = await workspace.openNote(DOCUMENT, meetings, meeting, '記録の本文を入力');
    if (!opened.ok) throw new Error('no note');
    const { fragment, begin, release } = opened.value;
    begin();
    fragment.doc?.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('本文')]);
      fragment.insert(0, [paragraph]);
    }, EDITOR);
    await workspace.type(DOCUMENT, meetings, meeting, 'aim', 'ねらい', 'ねらいを入力');
    await run(commands.change({ place: '役場' }));
    release();

    const undone: (string | undefined)[] = [];
    const step = async () => {
      undone.push(workspace.history.get().undo);
      workspace.undo();
      await workspace.flush();
      const { meeting: row } = await read();
      return [row.place, row.aim, fragment.toString()];
    };
    const note = '<paragraph>本文</paragraph>';
    expect(await step()).toEqual(['', 'ねらい', note]);
    expect(await step()).toEqual(['', '', note]);
    expect(await step()).toEqual(['', '', '']);
    expect(undone).toEqual(['場所を変更', 'ねらいを入力', '記録の本文を入力']);
    for (const _ of undone) workspace.redo();
    await workspace.flush();
    expect((await read()).meeting).toMatchObject({ place: '役場', aim: 'ねらい' });
    expect(fragment.toString()).toBe(note);
  });
});

describe('the meetings around one', () => {
  it('are those before and after it on the ladder', async () => {
    const { meeting, run, read } = await openRecord();
    for (const [ordinal, date] of [
      ['2.5', '2023-02-02'],
      ['1.75', '2022-12-08'],
    ] as const) {
      await run({
        label: '会合をつくる',
        documents: [DOCUMENT],
        run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'preMeeting', ordinal, date }),
      });
    }
    const data = await read();
    const { before, after } = neighboursOf(meeting, data.meetings, data.rounds);
    expect(before).toMatchObject({ title: '1.75次', date: '12/8', isPlanned: true });
    expect(after).toMatchObject({ title: '2.5次', date: '2/2' });
  });
});
