import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  copyForMunicipality,
  rowsForMunicipality,
} from '#data/banso-file/copy-for-municipality.ts';
import { namesIn, pageDocument } from '#data/banso-file/page-document.ts';
import type { NoteTree } from '#data/documents/note-tree.ts';
import { type Projection, projectAll } from '#data/projection/project.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  programmeItems,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { PrivatePeople } from '#shared/domain/record/outgoing.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, CASE_ID, type DraftDesk, draftDesk } from '#tests/support/drafts.ts';

const put = (desk: DraftDesk, to: Collection, id: string, given: Loose) =>
  desk.write((draft) => draft.create(to.home === 'office' ? OFFICE : CASE, to, given as never, id));
const bin = (desk: DraftDesk, of: Collection, id: string) =>
  desk.write((draft) => draft.remove(CASE, of, id));
const projected = (desk: DraftDesk): Projection => projectAll(CASE, desk.doc(CASE));

describe('a case in the readable copy', () => {
  const sections = (desk: DraftDesk) => {
    const page = pageDocument(CASE, '益城町', projected(desk), [{ name: '概要', words: '本' }]);
    expect([page.title, page.book]).toEqual(['益城町', [{ name: '概要', words: '本' }]]);
    return page.sections;
  };
  const linesOf = (desk: DraftDesk, what: string, at = 0) =>
    (sections(desk).find((each) => each.what === what)?.records[at]?.lines ?? []).map(
      ({ name, words }) => `${name} ${words}`,
    );

  it('says nothing of what is not there', () => {
    expect(sections(draftDesk())).toEqual([]);
  });

  it('says each field in the words of the app, and no field that says nothing', () => {
    const desk = draftDesk();
    put(desk, rounds, 'r1', { number: 3 });
    put(desk, meetings, 'm1', {
      ...{ kind: 'session', round: 'r1', date: '2022-08-24', aim: 'ねらい', headCount: 12 },
    });
    desk.write((draft) => {
      draft.setMembers(CASE, meetings, 'm1', 'modes', [
        { id: 'onsite', name: '現地' },
        { id: 'mail', name: 'メール' },
      ]);
      draft.setNote(CASE, meetings, 'm1', [{ type: 'paragraph', text: '方針を示した' }]);
    });
    const lines = linesOf(desk, '会合');
    for (const line of [
      '支援の回 第3回支援',
      '形式 現地、メール',
      'ねらい ねらい',
      '記録の本文 方針を示した',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.some((line) => /^(?:場所|備考|番号|並び)/.test(line))).toBe(false);
    expect(lines.every((line) => !/ $/.test(line))).toBe(true);
  });

  it.each<[Collection, Loose, readonly string[]]>([
    [
      meetings,
      {
        ...{ kind: 'session', round: 'r1', date: '2022-08-24', startTime: '10:00' },
        ...{ independent: true, aim: 'ねらい', headCount: 12, order: 'a1' },
      },
      [
        ...['種類 支援', '支援の回 第3回支援', '日付 令和4年8月24日(水)', '始まりの時刻 10:00'],
        ...['状態 予定', '独自開催 はい', 'ねらい ねらい', '出席の計 12人'],
      ],
    ],
    [findings, { text: '足がない', meeting: 'gone' }, ['種類 課題', '内容 足がない']],
    [programmeItems, { title: '講話', part: 'none' }, ['内容 講話']],
    [programmeItems, { title: '講話', part: 'lecturer' }, ['内容 講話', '役 講師']],
    [
      attachments,
      { name: '会場.png', hash: 'a'.repeat(64), size: 12, addedBy: '佐藤', addedOn: '2022-08-24' },
      ['ファイル名 会場.png', '見せる範囲 だれにでも'],
    ],
    [
      attendances,
      { meeting: 'gone', person: 'p1', name: '山田', count: 3 },
      ['名前 山田', '人数 3人'],
    ],
  ])('says of one of its records no more than this: %#', (collection, given, expected) => {
    const desk = draftDesk();
    put(desk, rounds, 'r1', { number: 3 });
    put(desk, collection, 'x', given);
    expect(linesOf(desk, collection.what)).toEqual(expected);
  });

  it('leaves out what is in the bin, and what names it', () => {
    const desk = draftDesk();
    put(desk, meetings, 'm1', { kind: 'exchange', title: '会' });
    put(desk, findings, 'f1', { text: '足がない', meeting: 'm1' });
    const named = () => linesOf(desk, '課題・気づき').some((line) => line.endsWith(' 会'));
    expect(named()).toBe(true);
    bin(desk, meetings, 'm1');
    expect(sections(desk).map(({ what }) => what)).toEqual(['課題・気づき']);
    expect(named()).toBe(false);
  });

  it('stands in the order of days, then as it was put in order', () => {
    const desk = draftDesk();
    const meeting = (id: string, date: string, order: string) =>
      put(desk, meetings, id, { kind: 'exchange', title: id, date, order });
    meeting('c', '2022-09-01', 'a1');
    meeting('b', '2022-08-01', 'a2');
    meeting('a', '2022-08-01', 'a1');
    meeting('z', '2022-08-01', 'a1');
    const titles = sections(desk)[0]?.records.map(({ title }) => title);
    expect(titles).toEqual(['a', 'z', 'b', 'c']);
  });

  it.each<[Collection, Loose, string]>([
    [meetings, { kind: 'exchange', title: '意見交換会' }, '意見交換会'],
    [meetings, { kind: 'session', round: 'r1' }, '第3回支援'],
    [findings, { text: '足がない' }, '足がない'],
    [actions, { text: '動画をつくる' }, '動画をつくる'],
  ])('calls a record as the app does: %#', (collection, given, expected) => {
    const desk = draftDesk();
    put(desk, rounds, 'r1', { number: 3 });
    put(desk, collection, 'x', given);
    const row = desk.row(collection, 'x', CASE) ?? expect.fail('none');
    expect(namesIn(projected(desk))(collection, row)).toBe(expected);
  });
});

describe('a case that a municipality gets', () => {
  /** p1 is a private person, whoever says so. */
  const isPrivate: PrivatePeople = (row, field) =>
    (row as Readonly<Record<string, unknown>>)[field] === 'p1';
  const mention = (collection: string, record: string, words: string): NoteTree[number] => ({
    kind: 'element',
    name: 'mention',
    attributes: { document: OFFICE, collection, record, words },
    children: [],
  });
  const paragraph = (...children: NoteTree): NoteTree[number] => ({
    ...{ kind: 'element', name: 'paragraph', attributes: {}, children },
  });
  const copyOf = (desk: DraftDesk) => {
    const projection = projected(desk);
    const { copy, leftOut } = copyForMunicipality(CASE, desk.doc(CASE), projection, isPrivate);
    expect(rowsForMunicipality(CASE, projection, isPrivate).leftOut).toEqual(leftOut);
    return { copy, leftOut, shown: projectAll(CASE, copy) };
  };
  const rowsOf = ({ shown }: ReturnType<typeof copyOf>, of: Collection) =>
    (shown.rows.get(of.name) ?? []) as readonly object[] as readonly Loose[];

  it('says what it said, with sets, texts and notes, under the same ids', () => {
    const desk = draftDesk();
    put(desk, cases, CASE_ID, { municipalityName: '益城町', fiscalYear: 2022 });
    put(desk, meetings, 'm1', { kind: 'exchange', title: '会', aim: 'ねらい', headCount: 0 });
    desk.write((draft) => {
      draft.setMembers(CASE, meetings, 'm1', 'modes', [{ id: 'mail', name: 'メール' }]);
      draft.setNoteTree(CASE, meetings, 'm1', [
        paragraph({ kind: 'text', parts: [{ text: '方針', marks: {} }] }),
      ]);
    });
    const made = copyOf(desk);
    expect(made.leftOut).toEqual([]);
    expect(rowsOf(made, cases)).toMatchObject([{ municipalityName: '益城町', fiscalYear: 2022 }]);
    expect(rowsOf(made, meetings)).toMatchObject([
      { ...{ id: 'm1', title: '会', aim: 'ねらい', headCount: 0 }, modes: [{ name: 'メール' }] },
    ]);
    expect(made.shown.notes).toMatchObject([{ id: 'm1', text: '方針' }]);
  });

  it('has no key of what says nothing, but each record one', () => {
    const desk = draftDesk();
    put(desk, rounds, 'r1', { number: 1 });
    put(desk, meetings, 'm1', { title: '会' });
    const { copy } = copyOf(desk);
    const keys = [...copy.getMap('meetings').keys()].toSorted();
    expect(keys).toContain('m1.kind');
    expect(keys).toContain('m1.title');
    expect(keys.some((key) => /place|startTime|headCount|deletedAt/.test(key))).toBe(false);
    expect(copy.share.has('meetings.m1.aim')).toBe(false);
  });

  it('lacks what is the office’s own, and tells of it', () => {
    const desk = draftDesk();
    put(desk, meetings, 'm1', { kind: 'internal', title: '庁内の会' });
    put(desk, meetings, 'm2', { kind: 'exchange', title: '会' });
    const made = copyOf(desk);
    expect(rowsOf(made, meetings).map(({ id }) => id)).toEqual(['m2']);
    expect(made.leftOut).toMatchObject([{ collection: 'meetings', id: 'm1' }]);
  });

  it('does not say that somebody is another than a private person', () => {
    const desk = draftDesk();
    put(desk, people, 'x', { name: '森' });
    desk.write((draft) =>
      draft.setMembers(OFFICE, people, 'x', 'apart', [
        { id: 'p1', name: '山田' },
        { id: 'p2', name: '林' },
      ]),
    );
    const { rows, leftOut } = rowsForMunicipality(
      OFFICE,
      projectAll(OFFICE, desk.doc(OFFICE)),
      isPrivate,
    );
    const [row] = rows[people.name] ?? [];
    expect(row?.apart).toMatchObject([{ id: 'p2', name: '林' }]);
    expect(leftOut).toContainEqual(
      expect.objectContaining({ collection: 'people', id: 'x', field: 'apart' }),
    );
  });

  it('holds nothing that is in the bin', () => {
    const desk = draftDesk();
    put(desk, meetings, 'm1', { kind: 'exchange', title: '秘密の会' });
    put(desk, meetings, 'm2', { kind: 'exchange', title: '会' });
    bin(desk, meetings, 'm1');
    const made = copyOf(desk);
    expect(rowsOf(made, meetings).map(({ id }) => id)).toEqual(['m2']);
    expect(Buffer.from(Y.encodeStateAsUpdate(made.copy)).toString()).not.toContain('秘密');
  });

  it.each<[Collection, Loose, string]>([
    [programmeItems, { title: '講話', person: 'p1', speaker: '山田' }, 'speaker'],
    [caseSupporters, { person: 'p1', name: '山田' }, 'name'],
    [attendances, { meeting: 'm1', person: 'p1', name: '山田' }, 'name'],
  ])('names no private person: %#', (collection, given, field) => {
    const desk = draftDesk();
    put(desk, meetings, 'm1', { kind: 'exchange', title: '会' });
    put(desk, collection, 'x', given);
    put(desk, collection, 'y', { ...given, person: 'p2' });
    const made = copyOf(desk);
    const told = Buffer.from(Y.encodeStateAsUpdate(made.copy)).toString();
    const says = (id: string) => rowsOf(made, collection).find((row) => row.id === id)?.[field];
    expect([says('x') ?? '', says('y')]).toEqual(['', '山田']);
    expect(told.split('山田')).toHaveLength(2);
    expect(made.leftOut.map(({ id }) => id)).toContain('x');
    expect(made.leftOut.map(({ id }) => id)).not.toContain('y');
  });

  it('says of a mention of a private person only that somebody stands there', () => {
    const desk = draftDesk();
    put(desk, people, 'p1', { name: '山田' });
    put(desk, meetings, 'm1', { kind: 'exchange', title: '会' });
    const note = [
      paragraph(mention('people', 'p1', '山田'), mention('people', 'p2', '森')),
      paragraph(mention('organizations', 'p1', '厚生局')),
    ];
    desk.write((draft) => draft.setNoteTree(CASE, meetings, 'm1', note));
    const { copy } = copyOf(desk);
    const text = copy.getXmlFragment('meetings.m1.note').toString();
    for (const word of ['（名前を省きました）', '森', '厚生局']) expect(text).toContain(word);
    expect(text).not.toContain('山田');
  });

  it.each([
    ['internal', false],
    ['municipalities', true],
  ])('shows a picture of a file that is for %s: %s', (audience, isShown) => {
    const desk = draftDesk();
    const hash = 'a'.repeat(64);
    put(desk, meetings, 'm1', { kind: 'exchange', title: '会' });
    put(desk, attachments, 'x', { name: '会場.png', hash, meeting: 'm1', audience });
    const picture = {
      kind: 'element',
      name: 'picture',
      attributes: { hash },
      children: [],
    } as const;
    const note = [
      paragraph({ kind: 'text', parts: [{ text: '前', marks: {} }] }),
      picture,
      picture,
    ];
    desk.write((draft) => draft.setNoteTree(CASE, meetings, 'm1', note));
    const text = copyOf(desk).copy.getXmlFragment('meetings.m1.note').toString();
    expect(text.includes(hash)).toBe(isShown);
    expect(text).toContain('前');
  });
});
