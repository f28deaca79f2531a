import { describe, expect, it } from 'vitest';
import { type ConflictRows, conflictLines } from '#features/conflicts/model.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type {
  Conflict,
  FieldConflict,
  FieldValue,
  Origin,
  PassageConflict,
} from '#shared/domain/record/conflict.ts';
import type { CaseId, CollectionName, DeviceId } from '#shared/domain/record/ids.ts';
import { roundRow, session } from '#tests/support/rows.ts';

const AT = new Date(2022, 7, 24, 10, 5).getTime();
const PLACE = { document: caseDocument('c1' as CaseId), id: 'x' };
const by = (author: string, change: Partial<Origin> = {}): Origin => ({
  ...{ author, time: AT, device: 'd1' as DeviceId, label: '', via: false },
  ...change,
});
const set = (value: unknown): FieldValue => ({ kind: 'set', value });
const ABSENT: FieldValue = { kind: 'absent' };

const field = (
  collection: CollectionName,
  name: string,
  values: readonly FieldValue[],
  change: Partial<FieldConflict> = {},
): FieldConflict => ({
  ...{ ...PLACE, kind: 'field', collection, record: 's1', field: name, member: undefined },
  edited: [],
  sides: values.map((value, index) => ({ ...by('山田'), value, isShown: index === 0 })),
  ...change,
});

const ROWS: ConflictRows = {
  conflicts: [],
  records: new Map(),
  rounds: [roundRow('r1', { number: 1 })],
  meetings: [session(1, { date: '2022-08-24' })],
};
const lineOf = (conflict: Conflict, rows: Partial<ConflictRows> = {}) =>
  conflictLines({ ...ROWS, ...rows, conflicts: [conflict] })[0] ?? expect.fail('no line');
const wordsOf = (conflict: Conflict) => lineOf(conflict).sides.map(({ words }) => words);

describe('what a conflict is about', () => {
  it('is a meeting by its title and date, and the field by its name', () => {
    expect(lineOf(field('meetings', 'place', [])).title).toBe('第1回支援（8/24）の場所');
    const undated = { meetings: [session(1)] };
    expect(lineOf(field('meetings', 'place', []), undated).title).toBe('第1回支援の場所');
  });

  it('is no meeting where another record has the same id', () => {
    expect(lineOf(field('findings', 'text', [])).title).not.toContain('第1回支援');
  });

  const named = (collection: CollectionName, row: Readonly<Record<string, unknown>>) =>
    lineOf(field(collection, 'source', [], { record: 'a' }), {
      records: new Map([[`${collection} a`, row]]),
    }).title;
  it.each([
    ['rounds', { number: 2 }, '第2回支援の出典'],
    ['rounds', { number: null }, '支援の回の出典'],
    ['findings', { text: '広報の見直し' }, '課題・気づき「広報の見直し」の出典'],
    ['findings', { text: '' }, '課題・気づきの出典'],
    ['bars', { label: '試行', text: '別' }, '帯「試行」の出典'],
    ['cases', { name: '', municipalityName: '益城町' }, '案件「益城町」の出典'],
    ['findings', { number: 3 }, '課題・気づきの出典'],
    ['findings', { text: 'あ\n\nい  う' }, '課題・気づき「あ い う」の出典'],
    ['findings', { text: 'あ'.repeat(24) }, `課題・気づき「${'あ'.repeat(24)}」の出典`],
    ['findings', { text: 'あ'.repeat(26) }, `課題・気づき「${'あ'.repeat(24)}…」の出典`],
  ] as const)('of %s %j is %s', (collection, row, title) => {
    expect(named(collection, row)).toBe(title);
  });

  it('is a record by its kind where it is not at hand, and 内容 where a field has no name', () => {
    expect(lineOf(field('bars', 'strange', [], { record: 'gone' })).title).toBe('帯の内容');
    expect(lineOf(field('meetings', 'deletedAt', [])).title).toBe('第1回支援（8/24）の削除');
  });
});

describe('what a side says', () => {
  it.each([
    [set('県庁'), '県庁'],
    [set(' 県庁 '), '県庁'],
    [set(''), '（空欄）'],
    [set('　'), '（空欄）'],
    [set(null), '（空欄）'],
    [set(undefined), '（空欄）'],
    [ABSENT, '（空欄）'],
    [set(true), 'はい'],
    [set(false), 'いいえ'],
    [set(0), '0'],
    [set(12_000), '12,000'],
    [set('2022-08-24'), '令和4年8月24日(水)'],
    [set('2022-08'), '令和4年8月'],
    [set({ name: 'AD', order: 'a0' }), 'AD'],
    [set({ order: 'a0' }), '別の内容'],
    [set({ name: 3 }), '別の内容'],
    [set(['AD']), '別の内容'],
  ] as const)('%j is %s', (value, words) => {
    expect(wordsOf(field('meetings', 'place', [value]))).toEqual([words]);
  });

  it('is a choice by its name', () => {
    expect(wordsOf(field('meetings', 'state', [set('held'), set('cancelled')]))).toEqual([
      '実施',
      '中止',
    ]);
  });

  it('of a member of a set is to take it away, where it is absent', () => {
    const member = { member: 'AD' };
    expect(wordsOf(field('meetings', 'supporters', [ABSENT, set({ name: 'AD' })], member))).toEqual(
      ['外す', 'AD'],
    );
  });

  it.each([
    [set('2022-08-24T01:05:00Z'), [], '削除する'],
    [set(''), [], '残す'],
    [ABSENT, [], '残す'],
    [set(7), [], '残す'],
    [set(''), ['place', 'date', 'place'], '残す（場所・日付を変更）'],
    [ABSENT, ['strange'], '残す（内容を変更）'],
  ] as const)('of a record in the bin, %j with %j, is %s', (value, edited, words) => {
    expect(wordsOf(field('meetings', 'deletedAt', [value], { edited }))).toEqual([words]);
  });

  it('bears who wrote it and when, and by way of whom it came', () => {
    const sides = [
      { ...by('山田'), value: set('a'), isShown: true },
      { ...by('', { via: true }), value: set('b'), isShown: false },
    ];
    const line = lineOf(field('meetings', 'place', [], { sides }));
    expect(line.sides).toEqual([
      { words: 'a', who: '山田（8月24日 10:05）', isShown: true },
      { words: 'b', who: '名前の記録なしを経由（8月24日 10:05）', isShown: false },
    ]);
    expect(line.merged).toBeUndefined();
  });
});

describe('a passage', () => {
  it('says what each has written, and what stands now', () => {
    const passage: PassageConflict = {
      ...{ ...PLACE, kind: 'passage', collection: 'meetings', record: 's1', field: 'summary' },
      ...{ at: 0, base: '元', merged: ' 混ざった文。 ', parts: [] },
      sides: [
        { ...by('山田'), text: ' 一つ目。', isShown: false },
        { ...by('田中'), text: '\n', isShown: false },
      ],
    };
    expect(lineOf(passage)).toMatchObject({
      title: '第1回支援（8/24）のまとめ',
      sides: [{ words: '一つ目。' }, { words: '（空欄）' }],
      merged: '混ざった文。',
    });
    expect(lineOf({ ...passage, merged: ' ' }).merged).toBe('（空欄）');
  });
});
