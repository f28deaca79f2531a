import { describe, expect, it } from 'vitest';
import { attachedBy, putAttached, putPictures } from '#data/operations/attachment/attach.ts';
import { addAttendee } from '#data/operations/meeting/attendance.ts';
import { endCase, reopenCase } from '#data/operations/meeting/case-end.ts';
import { confirmRecord, reopenRecord } from '#data/operations/meeting/confirmation.ts';
import {
  addLinked,
  linkActs,
  linkRecord,
  removeLinked,
  restoreLinked,
  setLinked,
  unlinkRecord,
} from '#data/operations/meeting/linked-records.ts';
import { makeSpeakerPerson, setSpeaker } from '#data/operations/meeting/speakers.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { confirmations } from '#shared/domain/meeting/confirmation.ts';
import type { LinkKind } from '#shared/domain/meeting/linked-record.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  programmeItems,
} from '#shared/domain/meeting/meeting.ts';
import { organizations, people } from '#shared/domain/office/office.ts';
import { deskWith, type Loose } from '#tests/support/case-desk.ts';
import { CASE, CASE_ID, type DraftDesk } from '#tests/support/drafts.ts';

const M1 = 'm1' as never;
const GONE = 'この会合は見つかりません。';
const desk = () =>
  deskWith({ meetings: { m1: { state: 'held', title: '報告会' }, m2: { state: 'planned' } } });
const noteOf = (of: DraftDesk, id = 'm1') =>
  of.doc(CASE).getXmlFragment(`meetings.${id}.note`).toArray().map(String);

describe('who came', () => {
  const add = (of: DraftDesk, attendee: Loose, count: number | null = null) =>
    of.refused((draft) => addAttendee(draft, CASE, M1, attendee as never, count));

  it.each<[Loose, Loose]>([
    [
      { kind: 'person', id: 'p1', name: '山田' },
      { person: 'p1', organization: '', name: '山田', count: null },
    ],
    [
      { kind: 'group', id: 'o1', name: '民生委員' },
      { person: '', organization: 'o1', name: '民生委員', count: 49 },
    ],
    [
      { kind: 'newPerson', name: ' 生駒 ' },
      { organization: '', name: '生駒', count: null },
    ],
    [
      { kind: 'newGroup', name: ' 住民 ' },
      { person: '', name: '住民', count: 49 },
    ],
    [
      { kind: 'introduced', person: '', name: '森', body: null, post: '', from: '' },
      { organization: '', name: '森', count: null },
    ],
  ])('is %j, once', (attendee, expected) => {
    const of = desk();
    expect(add(of, attendee, 49)).toBe('');
    expect(of.rows(attendances)).toMatchObject([{ meeting: 'm1', ...expected }]);
    if (attendee.kind === 'introduced') return;
    expect(add(of, attendee)).toBe(`${expected.name}はすでに出席にあります。`);
    expect(of.refused((draft) => addAttendee(draft, CASE, 'm2' as never, attendee as never))).toBe(
      '',
    );
  });

  it('is made in the office, or refused without a name', () => {
    const of = desk();
    add(of, { kind: 'newPerson', name: '生駒' });
    add(of, { kind: 'newGroup', name: '住民' });
    expect([of.rows(people).length, of.rows(organizations).length]).toEqual([1, 1]);
    expect(of.row(people, of.rows(attendances)[0]?.person ?? '')?.name).toBe('生駒');
    for (const kind of ['newPerson', 'newGroup', 'introduced']) {
      expect(add(of, { kind, name: '', person: '', body: null, post: '', from: '' })).not.toBe('');
    }
    const same = { kind: 'person', id: 'p9' };
    expect([add(of, { ...same, name: '甲' }), add(of, { ...same, name: '乙' })]).toEqual(['', '']);
  });

  it('and speaks is a person of the office where the name is plain', () => {
    const of = desk();
    of.write((draft) => {
      draft.create(OFFICE, people, { name: '山田 花子' }, 'p1');
      for (const id of ['p2', 'p3']) draft.create(OFFICE, people, { name: '森' }, id);
      draft.create(OFFICE, people, { name: '' }, 'p4');
      draft.create(CASE, programmeItems, { title: '講話' }, 'i1');
    });
    const speak = (name: string) => {
      of.done((draft) => setSpeaker(draft, CASE, 'i1', name));
      return of.row(programmeItems, 'i1')?.person;
    };
    expect([speak('山田 花子'), speak('森'), speak('誰か'), speak('')]).toEqual(['p1', '', '', '']);
    const make = (id = 'i1') => of.refused((draft) => makeSpeakerPerson(draft, CASE, id as never));
    expect(make()).toBe('話す人の名前が入っていません。');
    speak('林');
    expect(make()).toBe('');
    expect(of.row(people, of.row(programmeItems, 'i1')?.person ?? '')?.name).toBe('林');
    expect(make('gone')).toBe('この次第は見つかりません。');
  });
});

describe('the end of a case', () => {
  const ending = () => {
    const of = deskWith({
      meetings: Object.fromEntries(
        ['planned', 'postponed', 'held', 'cancelled'].map((state) => [state, { state }]),
      ),
    });
    of.write((draft) => {
      draft.create(CASE, cases, { fiscalYear: 2022 }, CASE_ID);
      for (const state of ['open', 'going', 'done'] as const)
        draft.create(CASE, actions, { text: state, state } as never, state);
    });
    return of;
  };
  const END = { endedOn: '2023-03-31', actions: {}, meetings: {}, waivesRecords: true };
  const end = (of: DraftDesk, change: Loose = {}) =>
    of.refused((draft) => endCase(draft, CASE_ID, { ...END, ...change } as never));

  it('leaves open what nobody decided, and settles what is open as it was decided', () => {
    const of = ending();
    expect(end(of, { actions: { open: 'keep' } })).toBe('');
    expect(of.rows(actions).map(({ state }) => state)).toEqual(['open', 'going', 'done']);
    expect(of.row(cases, CASE_ID)).toMatchObject({ endedOn: '2023-03-31', waivesRecords: true });
    const all = (fate: string, names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, fate]));
    end(of, {
      actions: all('dropped', ['open', 'done']),
      meetings: { ...all('cancelled', ['planned', 'held', 'cancelled']), postponed: 'keep' },
    });
    expect(of.rows(actions).map(({ state }) => state)).toEqual(['dropped', 'going', 'done']);
    expect(of.rows(meetings).map(({ state }) => state)).toEqual([
      'cancelled',
      'postponed',
      'held',
      'cancelled',
    ]);
    end(of, { meetings: all('cancelled', ['postponed']) });
    expect(of.row(meetings, 'postponed')?.state).toBe('cancelled');
    of.done((draft) => reopenCase(draft, CASE_ID));
    expect(of.row(cases, CASE_ID)).toMatchObject({ endedOn: '', waivesRecords: false });
  });

  it('needs a day and a case', () => {
    expect(end(ending(), { endedOn: '' })).toBe('終了日が入っていません。');
    expect(end(ending(), { endedOn: 'x' })).toBe('「x」という日はありません。');
    const of = deskWith();
    expect(end(of)).toBe('この案件は見つかりません。');
    expect(of.refused((draft) => reopenCase(draft, CASE_ID))).toBe('この案件は見つかりません。');
  });
});

describe('a record of a meeting', () => {
  it('is confirmed as it stands, again only where it says something else', () => {
    const of = desk();
    const confirm = (by = '山田', id = 'm1') =>
      of.run((draft) => confirmRecord(draft, CASE, id as never, by));
    const first = confirm();
    expect(confirm('別')).toEqual(first);
    expect(of.rows(confirmations)).toMatchObject([
      { meeting: 'm1', by: '山田', at: '2023-01-19T01:02:03.000Z' },
    ]);
    of.write((draft) => draft.set(CASE, meetings, 'm1', { place: '役場' }));
    expect(confirm()).not.toEqual(first);
    expect(of.rows(confirmations)).toHaveLength(2);
    const why = (result: ReturnType<typeof confirm>) => (result.ok ? '' : result.error.todo);
    expect(why(confirm('山田', 'm2'))).toBe('状態を「実施」にしてから、もう一度お試しください。');
    of.done((draft) => reopenRecord(draft, CASE, 'm1'));
    expect(of.rows(confirmations)).toEqual([]);
    expect(why(confirm('', 'm1'))).toBe('「設定」であなたの名前を入力してください。');
    expect(of.refused((draft) => reopenRecord(draft, CASE, 'm1'))).toBe(
      'この確定は見つかりません。',
    );
    expect(of.refused((draft) => confirmRecord(draft, CASE, 'gone' as never, '山田'))).toBe(GONE);
  });
});

describe('what is born in a note', () => {
  const FINDING = { collection: 'findings', id: 'f1' } as const;
  const add = (of: DraftDesk, kind: LinkKind, lines: readonly Loose[], id = 'm1') =>
    of.run((draft) => addLinked(draft, CASE, id as never, kind, lines as never));

  it('is a record for each line, one without words too', () => {
    const of = desk();
    expect(
      add(of, 'strength', [
        { id: 'f1', text: ' 強み ' },
        { id: 'f2', text: '' },
      ]),
    ).toEqual({
      ok: true,
      value: [FINDING, { collection: 'findings', id: 'f2' }],
    });
    expect(of.rows(findings)).toMatchObject([
      { id: 'f1', kind: 'strength', text: '強み', meeting: 'm1', inNote: true },
      { id: 'f2', kind: 'strength', text: '', meeting: 'm1', inNote: true },
    ]);
    add(of, 'action', [{ id: 't1', text: '聞く' }]);
    expect(of.rows(actions)).toMatchObject([
      { id: 't1', text: '聞く', meeting: 'm1', inNote: true },
    ]);
    expect(add(of, 'issue', [{ id: 'f3', text: 'あ'.repeat(1001) }]).ok).toBe(false);
    expect(add(of, 'issue', [], 'gone').ok).toBe(false);
  });

  it('goes into the notes and out of them with its record, or alone', () => {
    const of = desk();
    add(of, 'issue', [{ id: 'f1', text: '課題' }]);
    const shown = () => [noteOf(of).length, noteOf(of, 'm2').length];
    const link = (id: string) =>
      of.refused((draft) => linkRecord(draft, CASE, FINDING, id as never));
    expect([link('m1'), link('m2'), link('gone')]).toEqual(['', '', GONE]);
    expect(shown()).toEqual([1, 1]);
    of.done((draft) => unlinkRecord(draft, CASE, FINDING, M1));
    expect(shown()).toEqual([0, 1]);
    expect(of.row(findings, 'f1')?.deletedAt).toBe('');
    link('m1');
    of.done((draft) => removeLinked(draft, CASE, FINDING));
    expect(shown()).toEqual([0, 1]);
    of.done((draft) => restoreLinked(draft, CASE, FINDING));
    of.done((draft) => removeLinked(draft, CASE, FINDING, 'm2' as never));
    expect(shown()).toEqual([0, 0]);
    expect(of.row(findings, 'f1')?.deletedAt).not.toBe('');
    expect(of.refused((draft) => removeLinked(draft, CASE, FINDING))).toBe(
      'この課題・気づきは見つかりません。',
    );
    expect(link('m1')).toBe('この課題・気づきは見つかりません。');
    expect(of.refused((draft) => unlinkRecord(draft, CASE, FINDING, 'gone' as never))).toBe(GONE);
  });

  it('says anew where it was born when it is changed, and nothing else does', () => {
    const of = desk();
    add(of, 'issue', [{ id: 'f1', text: '課題' }]);
    of.write((draft) => draft.create(CASE, findings, { text: '別', meeting: M1 }, 'f2'));
    const keys = (id: string) => {
      const heard: string[] = [];
      const map = of.doc(CASE).getMap('findings');
      const hear = (event: { readonly keysChanged: ReadonlySet<string> }) =>
        heard.push(...event.keysChanged);
      map.observe(hear as never);
      of.done((draft) => setLinked(draft, CASE, { collection: 'findings', id }, { text: '新' }));
      map.unobserve(hear as never);
      return heard.toSorted();
    };
    expect(keys('f1')).toEqual(['f1.inNote', 'f1.meeting', 'f1.text']);
    expect(keys('f2')).toEqual(['f2.text']);
    expect(of.refused((draft) => setLinked(draft, CASE, FINDING, { text: '' }))).not.toBe('');
  });

  it('is done by commands with words of their own', () => {
    const acts = linkActs(CASE, M1);
    const placed: string[] = [];
    const adding = acts.add('issue', [{ id: 'f1', text: '課題' }], () => placed.push('x'));
    adding.alongside?.();
    expect(placed).toEqual(['x']);
    const all = [
      adding,
      acts.putBack(FINDING),
      acts.set(FINDING, { text: '新' }),
      acts.unlink(FINDING),
      acts.remove(FINDING),
      acts.restore(FINDING),
    ];
    expect(all.map(({ label }) => label)).toEqual([
      '課題を本文で記録',
      '課題・気づきを本文に戻す',
      '課題・気づきを変更',
      '課題・気づきを本文から外す',
      '課題・気づきを削除',
      '課題・気づきを元に戻す',
    ]);
    const of = desk();
    const states = all.map((command) => {
      expect(command.documents).toEqual([CASE]);
      expect(of.run(command.run as Parameters<typeof of.run>[0]).ok).toBe(true);
      const row = of.row(findings, 'f1');
      return `${row?.text}${row?.deletedAt === '' ? '' : '×'} ${noteOf(of).length}`;
    });
    expect(states).toEqual(['課題 0', '課題 1', '新 1', '新 0', '新× 0', '新 0']);
  });
});

describe('pictures of a meeting', () => {
  const HASH = 'ab'.repeat(32);
  const FILE = { hash: HASH, name: '会場.jpg', size: 12 } as never;
  const BY = { userName: '山田', today: '2023-01-19' } as never;

  it('are attached once, and stand in its note as often as they are put there', () => {
    const of = desk();
    const put = () => of.command(putPictures(CASE, M1, [FILE], BY));
    expect([put().ok, put().ok]).toEqual([true, true]);
    expect(of.rows(attachments)).toMatchObject([
      { hash: HASH, meeting: 'm1', addedBy: '山田', addedOn: '2023-01-19' },
    ]);
    expect(noteOf(of)).toHaveLength(2);
    expect(noteOf(of)[0]).toContain('会場.jpg');
    of.command(putPictures(CASE, 'm2' as never, [FILE], BY));
    expect(of.rows(attachments)).toHaveLength(2);
    expect(of.command(putPictures(CASE, 'gone' as never, [FILE], BY)).ok).toBe(false);
    expect(attachedBy(FILE, BY)).toMatchObject({ name: '会場.jpg', addedBy: '山田' });
    const bad = { ...(FILE as Loose), name: '' } as never;
    expect(
      of.command(putPictures(CASE, M1, [{ ...(bad as Loose), hash: 'cd'.repeat(32) } as never], BY))
        .ok,
    ).toBe(false);
  });

  it('are written by the note that is open, where one is', () => {
    const of = desk();
    const placed: unknown[] = [];
    const command = putPictures(CASE, M1, [FILE], BY, (pictures) => placed.push(...pictures));
    expect([command.label, command.documents]).toEqual(['写真・図を本文に入れる', [CASE]]);
    of.command(command);
    expect(noteOf(of)).toEqual([]);
    command.alongside?.();
    expect(placed).toEqual([
      { attachment: of.rows(attachments)[0]?.id, hash: HASH, name: '会場.jpg' },
    ]);
    expect(putPictures(CASE, M1, [], BY).alongside).toBeUndefined();
  });

  it('are put from the list of attached files, while they and the meeting are there', () => {
    const of = desk();
    of.command(putPictures(CASE, M1, [FILE], BY));
    const id = of.rows(attachments)[0]?.id ?? '';
    const put = () => of.refused(putAttached(CASE_ID, id).run);
    expect([put(), noteOf(of).length]).toEqual(['', 2]);
    of.write((draft) => draft.remove(CASE, meetings, 'm1'));
    expect(put()).toBe(GONE);
    of.write((draft) => draft.remove(CASE, attachments, id));
    expect(put()).toBe('この添付ファイルは見つかりません。');
  });
});
