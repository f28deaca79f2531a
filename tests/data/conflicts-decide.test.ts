import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { type ConflictRequest, createConflictRefresh } from '#data/conflicts/refresh.ts';
import { Database } from '#data/database.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import type { Decision } from '#data/operations/record/decide-conflict.ts';
import { createDraft } from '#data/records/draft.ts';
import { writeBlocks } from '#data/records/note-blocks.ts';
import { createReader } from '#data/records/query.ts';
import { replaceText } from '#data/records/replace-text.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { fail, ok } from '#shared/result.ts';
import {
  CASE,
  createClock,
  createFarDesk,
  decide,
  exchangeAll,
  type FarDesk,
  filesOf,
} from '../support/far-desks.ts';

const AIM = 'meetings.m1.aim';
const NOTE = 'meetings.m1.note';

const twoDesks = (begin: (doc: Y.Doc) => void) => {
  const now = createClock();
  const sato = createFarDesk('佐藤', now);
  const mori = createFarDesk('森', now);
  sato.edit(begin);
  mori.take(sato);
  return { sato, mori, all: [sato, mori] };
};

const told = (desks: readonly FarDesk[]) => findConflicts(CASE, filesOf(desks));

const theOnly = (desks: readonly FarDesk[]): Conflict => {
  const [conflict, ...more] = told(desks);
  if (conflict === undefined || more.length > 0) throw new Error('not one conflict is told');
  return conflict;
};

/** The choice of what somebody wrote. */
const sideOf = (conflict: Conflict, author: string): Decision => ({
  kind: 'side',
  index: conflict.sides.findIndex((side) => side.author === author),
});

const KEEP: Decision = { kind: 'keep' };

const blocks =
  (...texts: readonly string[]) =>
  (doc: Y.Doc): void =>
    writeBlocks(
      doc.getXmlFragment(NOTE),
      texts.map((text) => ({ type: 'paragraph', text })),
    );

const linesOf = (desk: FarDesk): readonly string[] =>
  desk.doc
    .getXmlFragment(NOTE)
    .toArray()
    .map((block) => String(block).replace(/<[^>]*>/g, ''));

const rewrite =
  (index: number, text: string) =>
  (doc: Y.Doc): void => {
    const block = doc.getXmlFragment(NOTE).get(index);
    const inner = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (inner instanceof Y.XmlText) replaceText(inner, text);
  };

describe('deciding a conflict', () => {
  test.each(['佐藤', '森'])(
    'the value of %s is written, also where it is shown already',
    (author) => {
      const { sato, mori, all } = twoDesks(() => undefined);
      const place = (value: string) => (doc: Y.Doc) =>
        doc.getMap('meetings').set('m1.place', value);
      sato.edit(place('佐藤の場所'));
      mori.edit(place('森の場所'));
      exchangeAll(all);
      const conflict = theOnly(all);
      decide(sato, conflict, sideOf(conflict, author));
      expect(sato.doc.getMap('meetings').get('m1.place')).toBe(`${author}の場所`);
      exchangeAll(all);
      expect(told(all)).toEqual([]);
      expect(mori.doc.getMap('meetings').get('m1.place')).toBe(`${author}の場所`);
    },
  );

  test('a member that was taken away is taken away again, though it is not there', () => {
    const key = 'm1.supporters.s1';
    const { sato, mori, all } = twoDesks((doc) =>
      doc.getMap('meetings').set(key, { name: '県', order: 'a0' }),
    );
    sato.edit((doc) => doc.getMap('meetings').delete(key));
    mori.edit((doc) => doc.getMap('meetings').set(key, { name: '県庁', order: 'a0' }));
    exchangeAll(all);
    const conflict = theOnly(all);
    sato.edit((doc) => doc.getMap('meetings').delete(key));
    decide(sato, conflict, sideOf(conflict, '佐藤'));
    exchangeAll(all);
    expect(mori.doc.getMap('meetings').has(key)).toBe(false);
    expect(told(all)).toEqual([]);
  });

  const typedTwice = () => {
    const desks = twoDesks((doc) => doc.getText(AIM).insert(0, '前の文。住民の声。'));
    for (const desk of desks.all) {
      desk.edit((doc) => replaceText(doc.getText(AIM), '前の文。市民の声。'));
    }
    exchangeAll(desks.all);
    return desks;
  };

  test('of a sentence one side is chosen, and the rest of the text stays', () => {
    const { sato, mori, all } = typedTwice();
    const conflict = theOnly(all);
    decide(mori, conflict, sideOf(conflict, '佐藤'));
    exchangeAll(all);
    expect(sato.doc.getText(AIM).toString()).toBe('前の文。市民の声。');
    expect(told(all)).toEqual([]);
  });

  test('two who keep a sentence at the same time change nothing, and it is decided', () => {
    const { sato, mori, all } = typedTwice();
    const conflict = theOnly(all);
    decide(mori, conflict, KEEP);
    decide(sato, conflict, KEEP);
    exchangeAll(all);
    expect(sato.doc.getText(AIM).toString()).toBe('前の文。市市民の声。');
    expect(told(all)).toEqual([]);
  });

  test('two who choose the same sentence at the same time agree', () => {
    const { sato, mori, all } = typedTwice();
    const conflict = theOnly(all);
    decide(mori, conflict, sideOf(conflict, '森'));
    decide(sato, conflict, sideOf(conflict, '佐藤'));
    exchangeAll(all);
    expect(sato.doc.getText(AIM).toString()).toBe('前の文。市民の声。');
    expect(told(all)).toEqual([]);
  });

  test('a sentence that has been rewritten since is left alone', () => {
    const { sato, all } = typedTwice();
    const conflict = theOnly(all);
    sato.edit((doc) => replaceText(doc.getText(AIM), '別の文。'));
    decide(sato, conflict, sideOf(conflict, '森'));
    expect(sato.doc.getText(AIM).toString()).toBe('別の文。');
  });

  test('a line of a note is chosen in its block', () => {
    const { sato, mori, all } = twoDesks(blocks('住民の声', '次の段落'));
    for (const desk of all) desk.edit(rewrite(0, '市民の声'));
    exchangeAll(all);
    const conflict = theOnly(all);
    decide(sato, conflict, sideOf(conflict, '森'));
    exchangeAll(all);
    expect(linesOf(mori)).toEqual(['市民の声', '次の段落']);
    expect(told(all)).toEqual([]);
  });

  test.each([
    ['佐藤', ['一つ', '三つ']],
    ['森', ['一つ', '二つ目の段落', '三つ']],
    ['そのまま', ['一つ', '三つ']],
  ])('a block that one deleted while the other wrote in it: %s', (choice, expected) => {
    const { sato, mori, all } = twoDesks(blocks('一つ', '二つ', '三つ'));
    sato.edit((doc) => doc.getXmlFragment(NOTE).delete(1, 1));
    mori.edit(rewrite(1, '二つ目の段落'));
    exchangeAll(all);
    const conflict = theOnly(all);
    decide(sato, conflict, choice === 'そのまま' ? KEEP : sideOf(conflict, choice));
    exchangeAll(all);
    expect(linesOf(mori)).toEqual(expected);
    expect(told(all)).toEqual([]);
  });

  test.each([
    ['佐藤', ['一つ', '二つ']],
    ['森', ['三つ']],
  ])('of two beginnings of an empty note, that of %s is kept', (author, expected) => {
    const { sato, mori, all } = twoDesks(() => undefined);
    sato.edit(blocks('一つ', '二つ'));
    mori.edit(blocks('三つ'));
    exchangeAll(all);
    const conflict = theOnly(all);
    decide(mori, conflict, sideOf(conflict, author));
    exchangeAll(all);
    expect(linesOf(sato)).toEqual(expected);
    expect(told(all)).toEqual([]);
  });
});

test('half a letter is written as the sign for an unreadable one, in values, members, texts and notes', () => {
  const doc = new Y.Doc();
  const opened = { doc, reader: createRecordReader(CASE, doc) };
  const { draft, writes } = createDraft(() => opened, Date.now);
  const half = '\ud83d会合';
  draft.create(CASE, meetings, { place: half, aim: half }, 'm1');
  draft.setMembers(CASE, meetings, 'm1', 'supporters', [{ id: 's1', name: half }]);
  draft.setNote(CASE, meetings, 'm1', [{ type: 'paragraph', text: half }]);
  for (const { apply } of writes) apply();
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  const reader = createRecordReader(CASE, again);
  const row = reader.row(meetings, 'm1');
  expect(row).toEqual(createRecordReader(CASE, doc).row(meetings, 'm1'));
  const clean = '\ufffd会合';
  expect(row).toMatchObject({ place: clean, aim: clean, supporters: [{ name: clean }] });
  expect(reader.noteText(meetings, 'm1')).toBe(clean);
});

describe('the rows of conflicts', () => {
  const conflictIn = (): ConflictRequest => {
    const { sato, mori, all } = twoDesks(() => undefined);
    sato.edit((doc) => doc.getMap('meetings').set('m1.place', '役場'));
    mori.edit((doc) => doc.getMap('meetings').set('m1.place', '県庁'));
    return { document: CASE, files: filesOf(all) };
  };

  test('follow the files, one search for a document at a time, and stay where files cannot be read', async () => {
    const database = new Database('conflicts-rows');
    const { files } = conflictIn();
    let [running, most, searches] = [0, 0, 0];
    let current = files;
    let isReadable = true;
    const { refresh } = createConflictRefresh({
      database,
      history: async () =>
        isReadable
          ? ok(current)
          : fail({ code: 'disk-error', happened: '読めません', safe: '', todo: '' }),
      find: async (request) => {
        running += 1;
        searches += 1;
        most = Math.max(most, running);
        await database.conflicts.count();
        running -= 1;
        return ok(findConflicts(request.document, request.files));
      },
    });
    const reader = createReader(database);
    await Promise.all([refresh(CASE), refresh(CASE), refresh(CASE)]);
    expect({ most, searches }).toEqual({ most: 1, searches: 2 });
    expect((await reader.conflicts([CASE])).map(({ id }) => id)).toEqual(['meetings.m1.place']);
    isReadable = false;
    expect((await refresh(CASE)).ok).toBe(false);
    expect(await reader.conflicts([CASE])).toHaveLength(1);
    isReadable = true;
    current = files.slice(0, 1);
    await refresh(CASE);
    expect(await reader.conflicts([CASE])).toEqual([]);
    await database.delete();
  });
});
