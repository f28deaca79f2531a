import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { attributesOfMention } from '#adapters/editor/mention.ts';
import { readTypedMention } from '#adapters/editor/mention-marks.ts';
import { candidate, mentionOptions } from '#adapters/editor/mention-options.ts';
import { checkNote } from '#adapters/editor/note-fits.ts';
import { noteSchema } from '#adapters/editor/note-schema.ts';
import { wordsOfNote } from '#data/documents/note-words.ts';
import { isRenamed } from '#data/mentions/retell.ts';
import type { StoredRow } from '#data/rows.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import {
  MENTIONED,
  mentionKey,
  readMentionTarget,
  retold,
  targetOfKey,
} from '#shared/domain/record/mention.ts';
import { documentWith, NOTE } from '../support/notes.ts';
import { caseRow, findingRow, personRow, roundRow, session } from '../support/rows.ts';

const asked = (before: string) => {
  const read = readTypedMention(before);
  return read && [read.kind, read.typed];
};

describe('a mark in a note', () => {
  it.each([
    ['本日は@', 'who', ''],
    ['本日は＠いこま', 'who', 'いこま'],
    ['@生駒 花子（益城町 いきいき長寿課・係長', 'who', '生駒 花子（益城町 いきいき長寿課・係長'],
    ['今回は＃移動支援', 'theme', '移動支援'],
    ['前回の[[', 'case', ''],
    ['前回の［［第1回', 'case', '第1回'],
    ['前回の「「益城町 第1回', 'case', '益城町 第1回'],
    ['@山田 に #移動', 'theme', '移動'],
  ])('%s asks for what it names', (before, kind, typed) => {
    expect(asked(before)).toEqual([kind, typed]);
  });

  it.each([
    'name@example.jp',
    '会場@ 役場',
    '@山田 さんは 来週',
    '項目#3',
    '#3',
    'a#b',
    '## ',
    '# ',
    '「第1回」と「',
    '[[第1回]]',
    '@\ufffc',
  ])('%s asks for nothing', (before) => {
    expect(asked(before)).toBeNull();
  });

  it('is read without fail, whatever stands before the cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const read = readTypedMention(text);
        if (read !== null) expect(text.endsWith(read.typed)).toBe(true);
      }),
    );
  });
});

const person = (id: string, name: string, ...more: readonly string[]) =>
  candidate({ document: 'office', collection: 'people', id }, name, '', ...more);
const PEOPLE = [
  person('p1', '髙橋 花子', 'たかはし はなこ'),
  person('p2', '生駒 花子', 'いこま はなこ'),
  person('p3', '花田 一郎', 'はなだ いちろう'),
];
const AROUND = { organizations: [], near: NO_ID };
const offered = (kind: 'who' | 'theme' | 'case', typed: string) =>
  mentionOptions({ kind, typed }, PEOPLE, AROUND).map(({ label }) => label);

describe('the list behind a mark', () => {
  it('finds as the search does, those that begin so first, and a reading that is still being typed', () => {
    expect(offered('who', '')).toEqual(['髙橋 花子', '生駒 花子', '花田 一郎']);
    expect(offered('who', '高橋')[0]).toBe('髙橋 花子');
    expect(offered('who', '花')[0]).toBe('花田 一郎');
    expect(offered('who', 'いk')[0]).toBe('生駒 花子');
    expect(offered('who', 'ﾊﾅﾀﾞ')[0]).toBe('花田 一郎');
    expect(offered('who', '花子 生駒')[0]).toBe('生駒 花子');
  });

  it('offers to make what nobody knows, and not what is there', () => {
    expect(offered('who', '生駒 花子')).toEqual(['生駒 花子']);
    expect(offered('who', '山田')).toEqual([
      '「山田」を人として加える',
      '「山田」を機関・団体として加える',
    ]);
    expect(offered('who', '御船町社会福祉協議会')[0]).toBe(
      '「御船町社会福祉協議会」を機関・団体として加える',
    );
    expect(offered('theme', '移動支援')).toEqual(['「移動支援」をテーマに加える']);
    expect(offered('case', '移動支援')).toEqual([]);
  });

  it('understands a post in brackets, and offers those of that name before it makes another', () => {
    const options = mentionOptions(
      { kind: 'who', typed: '生駒花子（いきいき長寿課・係長）' },
      PEOPLE,
      AROUND,
    );
    expect(options.map(({ label, note }) => [label, note])).toEqual([
      ['生駒 花子', ''],
      ['「生駒花子」を人として加える', 'いきいき長寿課（新しい機関） ・ 係長'],
    ]);
  });

  it('makes nothing of a sentence by the Enter that ends its line', () => {
    const options = mentionOptions({ kind: 'who', typed: '会場は 役場' }, PEOPLE, AROUND);
    expect(options.map(({ isMeant }) => isMeant)).toEqual([false, false]);
    const price = mentionOptions({ kind: 'who', typed: '100円' }, PEOPLE, AROUND);
    expect(price.map(({ isMeant }) => isMeant)).toEqual([false, false]);
  });
});

describe('a target', () => {
  it('is what its key names, and no other text names one', () => {
    const ids = fc.stringMatching(/^[0-9a-z]{1,32}$/);
    fc.assert(
      fc.property(fc.constantFrom(...MENTIONED), ids, ids, (collection, id, home) => {
        const ofOffice = ['people', 'organizations', 'themes'].includes(collection);
        const target = readMentionTarget(ofOffice ? 'office' : `case:${home}`, collection, id);
        expect(target && targetOfKey(mentionKey(target))).toEqual(target);
      }),
    );
    for (const key of ['', 'office/cases/c1', 'case:c1/people/p1', 'office/people/p1/x', 'x/y/z']) {
      expect(targetOfKey(key)).toBeUndefined();
    }
    expect(readMentionTarget('office', 'people', '../p1')).toBeUndefined();
    expect(readMentionTarget('office', 'constructor', 'p1')).toBeUndefined();
  });
});

it('A note that no editor may open is read with the words of its links in their lines', () => {
  const { schema } = noteSchema.topNodeType;
  const line = schema.node('paragraph', null, [
    schema.text('担当は'),
    schema.node(
      'mention',
      attributesOfMention({ document: 'office', collection: 'people', id: 'p1' }, '生駒 花子'),
    ),
    schema.text('さん'),
  ]);
  const doc = documentWith(schema.node('doc', null, [line, schema.node('paragraph')]));
  const note = doc.getXmlFragment(NOTE);
  expect(wordsOfNote(note)).toEqual({
    text: '担当は生駒 花子さん',
    mentions: [{ key: 'office/people/p1', at: 3, words: '生駒 花子' }],
  });
  note.push([new Y.XmlElement('ofLaterVersion')]);
  expect(checkNote(note)).toEqual({
    fits: false,
    lines: ['担当は生駒 花子さん'],
  });
});

it('A text that is told anew says today’s names where the old ones stood, and nothing else', () => {
  const part = fc.record({
    plain: fc.string({ unit: 'grapheme' }),
    words: fc.string({ unit: 'grapheme' }),
    key: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.string(), { maxLength: 4 }), (parts, names) => {
      let text = '';
      const mentions = parts.map(({ plain, words, key }) => {
        text += plain;
        const at = text.length;
        text += words;
        return { at, words, key: String(key) };
      });
      const told = parts.map(({ plain, words, key }) => plain + (names[key] ?? words)).join('');
      expect(retold({ text, mentions }, (key) => names[Number(key)])).toBe(told);
    }),
  );
});

describe('notes are told anew', () => {
  const before = session(1, { partLabel: '午前の部' });
  const said = (collection: string, one: object, other: object | undefined): boolean =>
    isRenamed(one as StoredRow, {
      collection,
      id: 's1',
      row: other && ({ ...one, ...other } as StoredRow),
    });

  it.each([
    ['another part', 'meetings', before, { partLabel: '午後の部' }],
    ['another round', 'meetings', before, { round: 'r2' }],
    ['another kind', 'meetings', before, { kind: 'other' }],
    ['a title where the flow gives none', 'meetings', session(1, { round: '' }), { title: '交流' }],
    ['the bin', 'meetings', before, { deletedAt: '2026-11-28' }],
    ['a round’s number', 'rounds', roundRow('r1', { number: 1 }), { number: 2 }],
    ['a case’s municipality', 'cases', caseRow('c1'), { municipalityName: '益城町' }],
    ['a person’s name', 'people', personRow('p1', { name: '生駒' }), { name: '生駒 花子' }],
    ['a person that was merged', 'people', personRow('p1'), { mergedInto: 'p2' }],
    ['a record that goes', 'meetings', before, undefined],
  ])('by %s', (_, collection, row, change) => {
    expect(said(collection, row, change)).toBe(true);
  });

  it('by a record that comes', () => {
    expect(isRenamed(undefined, { collection: 'meetings', id: 's1', row: before })).toBe(true);
  });

  it.each([
    ['how a meeting was held', 'meetings', before, { mode: 'phone' }],
    ['a meeting’s day', 'meetings', before, { date: '2025-06-01' }],
    ['a finding', 'findings', findingRow('f1'), { text: '移動の足' }],
    ['a person’s remark', 'people', personRow('p1', { name: '生駒' }), { note: '4月から' }],
  ])('but not by %s', (_, collection, row, change) => {
    expect(said(collection, row, change)).toBe(false);
  });
});
