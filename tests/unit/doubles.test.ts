import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfName, peopleOfName } from '#shared/domain/office/bodies.ts';
import { doublesOf } from '#shared/domain/office/doubles.ts';
import { referencesTo } from '#shared/domain/references.ts';
import { organizationRow, personRow } from '../support/rows.ts';

const pairs = (rows: Parameters<typeof doublesOf>[0]) =>
  doublesOf(rows).map(({ one, other, reason }) => `${one}${other} ${reason}`);

describe('likely doubles', () => {
  it('are alike in name whatever the spaces and the forms of letters, in a former name, or in reading', () => {
    expect(
      pairs([
        personRow('a', { name: '髙橋 花子' }),
        personRow('b', { name: '高橋花子' }),
        personRow('c', { name: '山田 花子', formerNames: '佐藤 花子、中村 花子' }),
        personRow('d', { name: '中村花子' }),
        personRow('e', { name: '生駒 太郎', kana: 'いこま たろう' }),
        personRow('f', { name: '伊駒 太郎', kana: 'イコマタロウ' }),
        personRow('g', { name: '見本 次郎' }),
      ]),
    ).toEqual(['ab name', 'cd formerName', 'ef kana']);
  });

  it('are no bodies of two municipalities, nor any that somebody keeps apart', () => {
    const here = organizationRow('a', { name: '福祉課', municipality: '434434' });
    const there = organizationRow('b', { name: '福祉課', municipality: '434442' });
    const nowhere = organizationRow('c', { name: '福祉課' });
    expect(pairs([here, there])).toEqual([]);
    expect(pairs([here, there, nowhere])).toEqual(['ac name']);
    const apart = { ...nowhere, apart: [{ id: 'a', name: '福祉課', order: 'a0' }] };
    expect(pairs([here, apart])).toEqual([]);
  });

  it('without a name are none, and many alike are told once each', () => {
    expect(pairs([personRow('a'), personRow('b')])).toEqual([]);
    const rows = Array.from({ length: 2000 }, (_, index) =>
      personRow(`p${index}`, { name: '見本 花子', kana: 'みほん はなこ' }),
    );
    expect(doublesOf(rows)).toHaveLength(1999);
  });

  it('never hold one twice, nor one beside itself', () => {
    const word = fc.constantFrom('', '高橋', '髙橋', '山田', '高橋、山田');
    const row = fc.record({ name: word, kana: word, formerNames: word });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (all) => {
        const found = doublesOf(all.map((values, index) => personRow(`p${index}`, values)));
        for (const { one, other } of found) expect(one < other).toBe(true);
        expect(new Set(found.map(({ one, other }) => one + other)).size).toBe(found.length);
      }),
    );
  });
});

describe('a name of before', () => {
  it('still means who has another now, unless somebody has it today', () => {
    const was = organizationRow('was', { name: '福祉課', formerNames: '健康福祉課、民生課' });
    expect(bodyOfName([was], { name: '民生課' })?.id).toBe('was');
    const is = organizationRow('is', { name: '民生課' });
    expect(bodyOfName([was, is], { name: '民生課' })?.id).toBe('is');
    const person = personRow('a', { name: '山田 花子', formerNames: '髙橋 花子' });
    expect(peopleOfName([person], '高橋花子')).toEqual([person]);
  });
});

it('What refers to people and bodies is found by the collections’ declarations', () => {
  const words = (name: 'people' | 'organizations') =>
    referencesTo(name).map(({ collection, fields, sets }) =>
      [collection.name, ...fields.map(({ field }) => field), ...sets].join(' '),
    );
  expect(words('people')).toEqual(
    expect.arrayContaining([
      'attendances person',
      'programmeItems person',
      'caseSupporters person',
      'posts person successor',
    ]),
  );
  expect(words('organizations')).toEqual(
    expect.arrayContaining([
      'meetings supporters',
      'attendances organization',
      'organizations parent regionalOffice mergedInto apart',
    ]),
  );
});
