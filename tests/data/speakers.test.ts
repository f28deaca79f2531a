import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensurePerson } from '#data/operations/office/people.ts';
import type { Command } from '#data/records/command.ts';
import type { Workspace } from '#data/workspace.ts';
import { yearNoteCommands } from '#features/overview/commands.ts';
import { overviewRows } from '#features/overview/queries.ts';
import { recordCommands } from '#features/record/commands.ts';
import { recordQuery } from '#features/record/queries.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases, yearNotes } from '#shared/domain/case/case.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, type MeetingId, NO_ID, randomId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const caseId = randomId<CaseId>();
const document = caseDocument(caseId);
const meeting = randomId<MeetingId>();
const commands = recordCommands(caseId, meeting);

const done = async <T>(command: Command<T>): Promise<T> => {
  const result = await workspace.run(command);
  return result.ok ? result.value : expect.fail(result.error.happened);
};

beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
  await done({
    label: '案件をつくる',
    documents: [document],
    run: (draft) => {
      draft.create(document, cases, { fiscalYear: 2022, municipalityName: '益城町' }, caseId);
      draft.create(document, meetings, { kind: 'exchange' }, meeting);
      return ok(null);
    },
  });
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const only = async () => {
  await workspace.flush();
  const rows = await workspace.ask(recordQuery(caseId, meeting));
  return rows?.programme[0] ?? expect.fail('no programme');
};

describe('who speaks in a programme', () => {
  it('is the person of that name, and has a part', async () => {
    const person = await done({
      label: '人を追加',
      documents: [OFFICE],
      run: (draft) => ensurePerson(draft, { name: '山田 花子' }),
    });
    const item = await done(commands.programme.add({ meeting, title: 'アドバイザー講話' }));
    await done(commands.setSpeaker(item, '山田 花子'));
    await done(commands.programme.set(item, { part: 'lecturer' }));
    expect(await only()).toMatchObject({
      speaker: '山田 花子',
      person: person.id,
      part: 'lecturer',
    });
    await done(commands.setSpeaker(item, '町'));
    expect(await only()).toMatchObject({ speaker: '町', person: NO_ID, part: 'lecturer' });
  });

  it('becomes a person of the office where nobody is known by that name', async () => {
    const item = await done(commands.programme.add({ meeting, title: '助言', speaker: '佐藤' }));
    await done(commands.makeSpeakerPerson(item));
    const rows = await workspace.ask(recordQuery(caseId, meeting));
    const made = rows?.people.find(({ name }) => name === '佐藤');
    expect(made?.id).toBe((await only()).person);
    const blank = await done(commands.programme.add({ meeting, title: '意見交換' }));
    const refused = await workspace.run(commands.makeSpeakerPerson(blank));
    expect(refused.ok).toBe(false);
  });
});

describe('年間のまとめ', () => {
  it('keeps what was felt, and texts under headings of one’s own, each to be undone', async () => {
    const { add, remove } = yearNoteCommands(caseId);
    const id = await done(add({ heading: '今後の支援に向けて' }));
    await workspace.type(document, cases, caseId, 'felt', '対話の大切さ', '感じたことを入力');
    await workspace.type(document, yearNotes, id, 'text', '成果の横展開', '本文を入力');
    await workspace.flush();
    const rows = () => workspace.ask(overviewRows(caseId));
    expect(await rows()).toMatchObject({
      case: { felt: '対話の大切さ' },
      yearNotes: [{ heading: '今後の支援に向けて', text: '成果の横展開' }],
    });
    await done(remove(id));
    await workspace.flush();
    expect((await rows())?.yearNotes).toEqual([]);
    workspace.undo();
    await workspace.flush();
    expect((await rows())?.yearNotes).toHaveLength(1);
  });
});
