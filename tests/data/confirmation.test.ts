import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addMeeting } from '#data/operations/meeting/meetings.ts';
import type { Command } from '#data/records/command.ts';
import type { Workspace } from '#data/workspace.ts';
import { recordCommands } from '#features/record/commands.ts';
import { confirmedQuery, recordQuery } from '#features/record/queries.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { changesSince } from '#shared/domain/meeting/confirmed-changes.ts';
import { type MeetingState, meetings } from '#shared/domain/meeting/meeting.ts';
import { readFacts } from '#shared/domain/meeting/record-facts.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk, EDITOR } from '../support/desk.ts';
import { asId } from '../support/ids.ts';

const CASE = 'case1' as CaseId;
const DOCUMENT = caseDocument(CASE);

const desks: { readonly desk: Desk; readonly workspace: Workspace }[] = [];
afterEach(async () => {
  for (const { desk, workspace } of desks.splice(0)) {
    await workspace.flush();
    await desk.remove();
  }
});

/** A desk with one meeting, whose record can be confirmed and compared. */
const openRecord = async (state: MeetingState = 'held') => {
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
    run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange', date: '2022-12-22', state }),
  });
  const confirmed = () => workspace.ask(confirmedQuery(CASE, meeting));
  const changes = async () => {
    const [found, data] = await Promise.all([
      confirmed(),
      workspace.ask(recordQuery(CASE, meeting)),
    ]);
    if (!found || !data) throw new Error('not confirmed');
    const rows = { ...data, programmeItems: data.programme, note: found.note };
    return changesSince(found.confirmation, rows)?.map(({ what }) => what);
  };
  /** Types into the note as the editor does. */
  const write = async (text: string): Promise<void> => {
    const opened = await workspace.openNote(DOCUMENT, meetings, meeting, '記録の本文を入力');
    if (!opened.ok) throw new Error('no note');
    const { fragment, begin, release } = opened.value;
    begin();
    fragment.doc?.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      fragment.insert(fragment.length, [paragraph]);
    }, EDITOR);
    release();
  };
  return {
    workspace,
    run,
    meeting,
    commands: recordCommands(CASE, meeting),
    confirmed,
    changes,
    write,
  };
};

describe('記録の確定', () => {
  it('keeps who and when, and what the record said, with the last words of its note', async () => {
    const { workspace, run, commands, confirmed, changes, write, meeting } = await openRecord();
    await run(commands.findings.add({ meeting, kind: 'issue', text: '広報の見直し' }));
    await write('方針を示した');
    await run(commands.confirm('山田 花子'));
    await workspace.flush();
    const found = await confirmed();
    expect(found?.confirmation).toMatchObject({ by: '山田 花子' });
    expect(Date.parse(found?.confirmation.at ?? '')).toBeGreaterThan(0);
    const facts = readFacts(found?.confirmation.snapshot ?? '');
    expect(facts?.fields.note).toBe('方針を示した');
    expect(facts?.lists.findings).toHaveLength(1);
    expect(await changes()).toEqual([]);
  });

  it('leaves the record open to edits, and tells what they changed', async () => {
    const { workspace, run, commands, changes, write, meeting } = await openRecord();
    await run(commands.confirm('山田'));
    await run(commands.change({ place: '役場' }));
    await run(commands.programme.add({ meeting, title: '意見交換' }));
    await write('追記');
    await workspace.flush();
    expect(await changes()).toEqual(['場所', '記録の本文', '次第']);
    workspace.undo();
    await workspace.flush();
    workspace.undo();
    await workspace.flush();
    expect(await changes()).toEqual(['場所']);
  });

  it('can be given anew, which takes the record as it stands then', async () => {
    const { run, commands, confirmed, changes } = await openRecord();
    const first = await run(commands.confirm('山田'));
    expect(await run(commands.confirm('佐藤'))).toBe(first);
    await run(commands.change({ place: '役場' }));
    expect(await run(commands.confirm('佐藤'))).not.toBe(first);
    expect(await changes()).toEqual([]);
    expect((await confirmed())?.confirmation.by).toBe('佐藤');
  });

  it('can be taken back, and comes back with undo', async () => {
    const { workspace, run, commands, confirmed } = await openRecord();
    await run(commands.confirm('山田'));
    await run(commands.change({ place: '役場' }));
    await run(commands.confirm('佐藤'));
    await run(commands.reopen());
    expect(await confirmed()).toBeNull();
    expect(workspace.history.get().undo).toBe('記録の確定を取り消し');
    workspace.undo();
    await workspace.flush();
    expect((await confirmed())?.confirmation.by).toBe('佐藤');
  });

  it('is refused before the meeting was held, without a name, and for what is not there', async () => {
    const planned = await openRecord('planned');
    const refused = await planned.workspace.run(planned.commands.confirm('山田'));
    expect(refused.ok ? '' : refused.error.todo).toContain('実施');
    const { workspace, commands } = await openRecord();
    const nameless = await workspace.run(commands.confirm(' '));
    expect(nameless.ok ? '' : nameless.error.todo).toContain('設定');
    expect((await workspace.run(commands.reopen())).ok).toBe(false);
    expect((await workspace.run(recordCommands(CASE, asId('gone')).confirm('山田'))).ok).toBe(
      false,
    );
  });
});
