import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fieldKey, memberKey, textName } from '#data/documents/keys.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { createDocumentHistory } from '#data/history/document-history.ts';
import { framesInOrder } from '#data/history/frame-order.ts';
import { readEntries } from '#data/history/read-entries.ts';
import { stateAt } from '#data/history/state-at.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import {
  CASE,
  createClock,
  createFarDesk,
  exchangeAll,
  type FarDesk,
  filesOf,
} from '../support/far-desks.ts';

const FIELDS = ['place', 'title', 'remarks'] as const;
const AIM = textName('meetings', 'm1', 'aim');
const NOTE = textName('meetings', 'm1', 'note');

type Step = {
  readonly kind: 'set' | 'member' | 'bin' | 'text' | 'note' | 'take' | 'checkpoint';
  readonly desk: number;
  readonly which: number;
  readonly value: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('set', 'set', 'member', 'bin', 'text', 'note', 'take', 'checkpoint'),
  desk: fc.nat(5),
  which: fc.nat(2),
  value: fc.nat(4),
});

const setField = (desk: FarDesk, field: string, value: string, label = '場所を変更'): void =>
  desk.edit((doc) => doc.getMap('meetings').set(fieldKey('m1', field), value), label);

const writeLine = (doc: Y.Doc, words: string): void => {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(NOTE).push([block]);
};

const playStep = (desks: readonly FarDesk[], { kind, desk: at, which, value }: Step): void => {
  const desk = desks[at % desks.length];
  const other = desks[which % desks.length];
  if (desk === undefined || other === undefined) return;
  switch (kind) {
    case 'set':
      setField(desk, FIELDS[which] ?? 'place', `値${value}`);
      break;
    case 'member':
      desk.edit((doc) => {
        const key = memberKey('m1', 'supporters', `s${which}`);
        if (value === 0) doc.getMap('meetings').delete(key);
        else doc.getMap('meetings').set(key, { name: `人${value}`, order: 'a0' });
      });
      break;
    case 'bin':
      setField(desk, 'deletedAt', value === 0 ? '2026-04-01T00:00:00.000Z' : '');
      break;
    case 'text':
      desk.edit((doc) => doc.getText(AIM).insert(0, `ねらい${value}。`));
      break;
    case 'note':
      desk.edit((doc) => writeLine(doc, `本文${value}`));
      break;
    case 'take':
      if (other !== desk) desk.take(other);
      break;
    case 'checkpoint':
      desk.checkpoint();
  }
};

const story = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 40 }));

const play = ([count, steps]: readonly [number, readonly Step[]]): readonly FarDesk[] => {
  const now = createClock();
  const desks = ['佐藤', '森', '加藤'].slice(0, count).map((name) => createFarDesk(name, now));
  desks[0]?.edit((doc) => doc.getMap('meetings').set('m1.deletedAt', ''), '会合を追加');
  for (const desk of desks.slice(1)) if (desks[0]) desk.take(desks[0]);
  for (const each of steps) playStep(desks, each);
  exchangeAll(desks);
  return desks;
};

const whatIsSaid = (doc: Y.Doc): unknown => {
  const reader = createRecordReader(CASE, doc);
  return [reader.rows(meetings), reader.noteText(meetings, 'm1')];
};

const replayed = (frames: readonly { readonly update: Uint8Array }[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const { update } of frames) Y.applyUpdate(doc, update);
  return doc;
};

const entriesOf = (desks: readonly FarDesk[]): readonly HistoryEntry[] =>
  createDocumentHistory(CASE).takeAll(filesOf(desks));

describe('the history of a document', () => {
  test('has at any frame the state that a replay up to it has', () => {
    fc.assert(
      fc.property(story, (played) => {
        const ordered = framesInOrder(filesOf(play(played)));
        const all = ordered.map(({ frame }) => frame);
        for (let count = 0; count <= ordered.length; count += 1) {
          const state = stateAt(ordered, count);
          expect(whatIsSaid(state)).toEqual(whatIsSaid(replayed(all.slice(0, count))));
          expect(state.store.pendingStructs).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('tells of each field what it said, one change after the other, up to what it says today', () => {
    fc.assert(
      fc.property(story, (played) => {
        const desks = play(played);
        const said = new Map<string, string>();
        for (const { records } of entriesOf(desks)) {
          for (const { fields } of records) {
            for (const { field, before, after, isOverruled } of fields) {
              expect(before.words).toBe(said.get(field) ?? '');
              if (!isOverruled) said.set(field, after.words);
            }
          }
        }
        const row = desks[0] && createRecordReader(CASE, desks[0].doc).row(meetings, 'm1');
        for (const field of FIELDS) expect(said.get(field) ?? '').toBe(row?.[field]);
        expect(said.get('aim') ?? '').toBe(row?.aim);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same on every desk, in whatever order the files are read', () => {
    fc.assert(
      fc.property(story, (played) => {
        const files = filesOf(play(played));
        const told = createDocumentHistory(CASE).takeAll(files);
        expect(createDocumentHistory(CASE).takeAll(files.toReversed())).toEqual(told);
      }),
      { numRuns: 40 },
    );
  });

  test('of the latest frames alone is the end of the whole', () => {
    fc.assert(
      fc.property(story, fc.nat(40), (played, from) => {
        const ordered = framesInOrder(filesOf(play(played)));
        const whole = readEntries(CASE, ordered, 0);
        // What was typed on both sides of the cut is one entry of the whole.
        const late = readEntries(CASE, ordered, Math.min(from, ordered.length)).slice(1);
        expect(whole.slice(whole.length - late.length)).toEqual(late);
      }),
      { numRuns: 60 },
    );
  });

  test('that is told on after an edit is the one that is told anew', () => {
    fc.assert(
      fc.property(story, fc.array(step, { maxLength: 6 }), (played, more) => {
        const desks = play(played);
        const history = createDocumentHistory(CASE);
        history.takeAll(filesOf(desks));
        for (const each of more) playStep(desks, each);
        expect(history.takeAll(filesOf(desks))).toEqual(entriesOf(desks));
      }),
      { numRuns: 40 },
    );
  });

  test('tells of an erased edit who made it and when, and quotes it nowhere', () => {
    const desk = createFarDesk('佐藤', createClock());
    setField(desk, 'place', '電話 0964-00-0000');
    setField(desk, 'place', '町役場', '場所を直す');
    const { frames, ...file } = desk.file();
    const erased = frames.map((frame, index) =>
      index === 0 ? { ...frame, redacted: true, label: '**を変更' } : frame,
    );
    const told = createDocumentHistory(CASE).takeAll([{ ...file, frames: erased }]);
    expect(told.map(({ isErased, label }) => [isErased, label])).toEqual([
      [true, ''],
      [false, '場所を直す'],
    ]);
    const fields = told.flatMap(({ records }) => records.flatMap((each) => each.fields));
    expect(fields.map(({ isErased }) => isErased)).toEqual([true, true]);
  });

  test('tells what an edit wrote that gave way to another desk’s', () => {
    const now = createClock();
    const [one, other] = [createFarDesk('佐藤', now), createFarDesk('森', now)];
    setField(one, 'place', '町役場');
    setField(other, 'place', '公民館');
    exchangeAll([one, other]);
    const told = entriesOf([one, other]);
    const shown = one.doc.getMap('meetings').get('m1.place');
    const fields = told.flatMap(({ records }) => records.flatMap((each) => each.fields));
    expect(fields.map(({ after }) => after.words).toSorted()).toEqual(['公民館', '町役場']);
    const last = fields.at(-1);
    expect(last?.isOverruled).toBe(last?.after.words !== shown);
  });

  test('tells what came by way of another desk where its own file is missing', () => {
    const now = createClock();
    const [one, other] = [createFarDesk('佐藤', now), createFarDesk('森', now)];
    setField(one, 'place', '町役場');
    other.take(one);
    setField(other, 'title', '交換会', '件名を変更');
    const [first, second] = createDocumentHistory(CASE).takeAll([other.file()]);
    expect(first).toMatchObject({ kind: 'taken-in', device: other.device });
    expect(first?.records[0]?.fields[0]).toMatchObject({
      field: 'place',
      after: { words: '町役場' },
    });
    expect(second).toMatchObject({ kind: 'edit', label: '件名を変更' });
    // With the file there, it is the first one's own edit.
    expect(entriesOf([one, other]).map(({ kind, author }) => [kind, author.name])).toEqual([
      ['edit', '佐藤'],
      ['edit', '森'],
    ]);
  });
});
