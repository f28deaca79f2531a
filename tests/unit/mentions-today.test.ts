import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database, type NoteText } from '#data/database.ts';
import { keysLeadingTo } from '#data/mentions/leading-to.ts';
import { mentionedWords, readMentioned } from '#data/mentions/read-mentioned.ts';
import {
  retellChanged,
  retellMentioning,
  retellOwn,
  storedNote,
  textOfToday,
} from '#data/mentions/retell.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  caseRow,
  meetingRow,
  organizationRow,
  personRow,
  roundRow,
  themeRow,
} from '#tests/support/rows.ts';

const A = caseDocument('a' as CaseId);
const B = caseDocument('b' as CaseId);
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };

let database: Database;
beforeEach(async () => {
  database = new Database('mentions');
  await database
    .rowsOf('people')
    .bulkPut([
      personRow('p1', { name: '山田 花子' }),
      personRow('bin', { name: '削除', ...BIN }),
      personRow('m1', { name: '旧姓', mergedInto: 'p1', ...BIN }),
      personRow('m2', { name: '旧々姓', mergedInto: 'm1', ...BIN }),
      personRow('back', { name: '戻した', mergedInto: 'p1' }),
      personRow('lost', { name: '先がない', mergedInto: 'never', ...BIN }),
      personRow('dead', { name: '先も削除', mergedInto: 'bin', ...BIN }),
      personRow('r1', { name: '輪1', mergedInto: 'r2', ...BIN }),
      personRow('r2', { name: '輪2', mergedInto: 'r1', ...BIN }),
    ]);
  await database.rowsOf('organizations').bulkPut([organizationRow('o1', { name: '厚生局' })]);
  await database.rowsOf('themes').bulkPut([themeRow('t1', { name: '移動支援' })]);
  await database
    .rowsOf('cases')
    .bulkPut([
      caseRow('a', { document: A, municipalityName: '益城町', fiscalYear: 2022 }),
      caseRow('b', { document: B, municipalityName: '別の町', fiscalYear: 2021, ...BIN }),
    ]);
  await database.rowsOf('rounds').bulkPut([roundRow('r1', { document: A, number: 2 })]);
  await database
    .rowsOf('meetings')
    .bulkPut([
      meetingRow('s1', { document: A, kind: 'session', round: 'r1', date: '2022-08-03' }),
      meetingRow('x1', { document: A, kind: 'exchange', title: '意見交換会' }),
      meetingRow('off', { document: A, kind: 'exchange', title: '視察', ...BIN }),
      meetingRow('x1', { document: B, kind: 'exchange', title: '意見交換会' }),
    ]);
});
afterEach(() => database.delete());

const person = (id: string) => `office/people/${id}`;

describe('what a mention leads to', () => {
  const read = async (key: string) => {
    const found = (await readMentioned(database, [key])).get(key);
    return (
      found &&
      [
        found.target.id,
        found.isGone ? 'gone' : 'there',
        found.words,
        found.around,
        found.date,
      ].join('|')
    );
  };
  it.each<[string, string | undefined]>([
    [person('p1'), 'p1|there|山田 花子||'],
    [person('bin'), 'bin|gone|削除||'],
    [person('never'), 'never|gone|||'],
    [person('m1'), 'p1|there|山田 花子||'],
    [person('m2'), 'p1|there|山田 花子||'],
    [person('back'), 'back|there|戻した||'],
    [person('lost'), 'lost|gone|先がない||'],
    [person('dead'), 'dead|gone|先も削除||'],
    [person('r1'), 'r1|gone|輪1||'],
    ['office/organizations/o1', 'o1|there|厚生局||'],
    ['office/themes/t1', 't1|there|移動支援||'],
    [`${A}/cases/a`, 'a|there|益城町（令和4年度）||'],
    [`${B}/cases/b`, 'b|gone|別の町（令和3年度）||'],
    [`${A}/meetings/s1`, 's1|there|第2回支援|益城町（令和4年度）|2022-08-03'],
    [`${A}/meetings/x1`, 'x1|there|意見交換会|益城町（令和4年度）|'],
    [`${B}/meetings/x1`, 'x1|gone|意見交換会|別の町（令和3年度）|'],
    [`${A}/meetings/off`, 'off|gone|視察|益城町（令和4年度）|'],
    [`${A}/people/p1`, undefined],
    ['nothing', undefined],
  ])('%s is %s', async (key, expected) => {
    expect(await read(key)).toBe(expected);
  });

  it('is found for each by its own way, however far others are led', async () => {
    await database.rowsOf('organizations').put(organizationRow('p1', { name: '同じ番号の機関' }));
    const keys = [person('lost'), person('m2'), person('p1'), 'office/organizations/p1'];
    const found = await readMentioned(database, keys);
    expect(keys.map((key) => found.get(key)?.words)).toEqual([
      ...['先がない', '山田 花子', '山田 花子', '同じ番号の機関'],
    ]);
  });

  it('is found by all that ask, each by the key that it asks by', async () => {
    const keys = [person('m1'), person('p1'), person('m1'), 'nothing'];
    const found = await readMentioned(database, keys);
    expect([...found.keys()]).toEqual([person('m1'), person('p1')]);
    expect(found.get(person('m1'))).toEqual(found.get(person('p1')));
    expect((await readMentioned(database, ['nothing'])).size).toBe(0);
  });

  it.each([
    ['益城町', '第2回', A, '第2回'],
    ['益城町', '第2回', B, '益城町 第2回'],
    ['', '第2回', B, '第2回'],
    ['益城町', '', B, ''],
  ])('within %s is %s in the note of %s: %s', (around, words, document, expected) => {
    const target = { document: A, collection: 'meetings', id: 's1' } as const;
    expect(mentionedWords({ target, words, around, isGone: false, date: '' }, document)).toBe(
      expected,
    );
  });

  it('is led to by its own key, and by those of all that was merged into it', async () => {
    const leading = async (
      document: typeof OFFICE,
      collection: 'people' | 'meetings',
      id: string,
    ) => (await keysLeadingTo(database, [{ document, collection, id }])).toSorted();
    expect(await leading(OFFICE, 'people', 'p1')).toEqual(['m1', 'm2', 'p1'].map(person));
    expect(await leading(OFFICE, 'people', 'r1')).toEqual(['r1', 'r2'].map(person));
    expect(await leading(OFFICE, 'people', 'o1')).toEqual([person('o1')]);
    expect(await leading(A, 'meetings', 's1')).toEqual([`${A}/meetings/s1`]);
    expect(await keysLeadingTo(database, [])).toEqual([]);
  });
});

describe('notes that mention a record', () => {
  const mentionAt = (key: string, at: number, words: string) => ({ key, at, words });
  const MENTIONS = [
    mentionAt(person('m1'), 0, '旧姓'),
    mentionAt(`${A}/meetings/s1`, 4, '第1回支援'),
  ];
  const NOTE = { id: 'n1', text: '旧姓さん第1回支援', mentions: MENTIONS };
  const today = async (id = 'n1', document = A) => {
    const found = await database.noteTexts.get([document, id]);
    return found && textOfToday(found);
  };
  const WRITTEN = NOTE.text;
  const TOLD = '山田 花子さん第2回支援';
  const put = (note: NoteText) => database.noteTexts.put(note);

  it('are kept with what they mention, each once, and nothing where they mention nothing', () => {
    expect(storedNote(A, NOTE)).toEqual({
      ...{ document: A, id: 'n1', text: WRITTEN, mentions: MENTIONS },
      links: MENTIONS.map(({ key }) => key),
    });
    const twice = { id: 'n', text: '', mentions: [MENTIONS[0], MENTIONS[0]] } as never;
    expect(storedNote(A, twice).links).toEqual([person('m1')]);
    expect(storedNote(A, { id: 'n', text: '町', mentions: [] })).toEqual({
      document: A,
      id: 'n',
      text: '町',
    });
    const pictures = [{ line: 0, hash: 'x', attachment: 'y' }];
    expect(storedNote(A, { id: 'n', text: '町', mentions: [], pictures }).pictures).toEqual(
      pictures,
    );
    expect([
      textOfToday({ text: 'a' } as never),
      textOfToday({ text: 'a', today: '' } as never),
    ]).toEqual(['a', '']);
  });

  it.each<[string, () => Promise<void>, boolean]>([
    [
      'the person changed into whom it was merged',
      () => retellChanged(database, OFFICE, [{ collection: 'people', id: 'p1' }]),
      true,
    ],
    [
      'another changed',
      () => retellChanged(database, OFFICE, [{ collection: 'people', id: 'bin' }]),
      false,
    ],
    [
      'its meeting changed',
      () => retellChanged(database, A, [{ collection: 'meetings', id: 's1' }]),
      true,
    ],
    [
      'another meeting changed',
      () => retellChanged(database, A, [{ collection: 'meetings', id: 'x1' }]),
      false,
    ],
    [
      'a round of the case changed',
      () => retellChanged(database, A, [{ collection: 'rounds', id: 'zz' }]),
      true,
    ],
    [
      'the case changed',
      () => retellChanged(database, A, [{ collection: 'cases', id: 'zz' }]),
      true,
    ],
    [
      'another case changed',
      () => retellChanged(database, B, [{ collection: 'cases', id: 'b' }]),
      false,
    ],
    [
      'what nothing mentions changed',
      () => retellChanged(database, A, [{ collection: 'findings', id: 's1' }]),
      false,
    ],
    ['nothing changed', () => retellChanged(database, A, []), false],
    ['its document came', () => retellMentioning(database, A), true],
    ['another came', () => retellMentioning(database, B), false],
    ['the office came', () => retellMentioning(database, OFFICE), true],
    ['it is written itself', () => retellOwn(database, A, [NOTE]), true],
    ['it is written in another document', () => retellOwn(database, B, [NOTE]), false],
    [
      'it is written and mentions nothing',
      () => retellOwn(database, A, [{ ...NOTE, mentions: [] }]),
      false,
    ],
  ])('are told anew where %s', async (_, act, isTold) => {
    await put(storedNote(A, NOTE));
    await act();
    expect(await today()).toBe(isTold ? TOLD : WRITTEN);
  });

  it('say of which case a meeting is, in the note of another', async () => {
    await put(storedNote(B, NOTE));
    await retellOwn(database, B, [NOTE]);
    expect(await today('n1', B)).toBe('山田 花子さん益城町（令和4年度） 第2回支援');
  });

  it('say what was written where what they mention is gone, and hold nothing beside it', async () => {
    const note = { id: 'n2', text: '削除さん', mentions: [mentionAt(person('bin'), 0, '削除')] };
    await put({ ...storedNote(A, note), today: '前の名さん' });
    await retellOwn(database, A, [note]);
    expect(await database.noteTexts.get([A, 'n2'])).toEqual(storedNote(A, note));
    await retellOwn(database, A, [{ ...note, id: 'never' }]);
    expect(await today('never')).toBeUndefined();
  });

  it('are written only where they say something else', async () => {
    await put(storedNote(A, NOTE));
    let writes = 0;
    database.noteTexts.hook('updating', () => {
      writes += 1;
    });
    await retellOwn(database, A, [NOTE, NOTE]);
    await retellOwn(database, A, [NOTE]);
    expect(writes).toBe(1);
  });
});
