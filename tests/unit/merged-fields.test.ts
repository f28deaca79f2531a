import { describe, expect, it } from 'vitest';
import { mergedFields } from '#shared/domain/office/merged-fields.ts';
import { members, organizationRow, personRow } from '#tests/support/rows.ts';

const people = (
  keep: Parameters<typeof personRow>[1],
  gone: Parameters<typeof personRow>[1],
): ReturnType<typeof mergedFields> =>
  mergedFields(
    'people',
    personRow('keep', { name: '例 花子', ...keep }),
    personRow('gone', { name: '例 花子', ...gone }),
  );

const bodies = (
  keep: Parameters<typeof organizationRow>[1],
  gone: Parameters<typeof organizationRow>[1],
): ReturnType<typeof mergedFields> =>
  mergedFields(
    'organizations',
    organizationRow('keep', { name: '長寿課', ...keep }),
    organizationRow('gone', { name: '長寿課', ...gone }),
  );

const NOTED = 'まとめた「例 花子」の記録から：';

describe('what a person says once another is merged into them', () => {
  it.each([
    // [what, the one kept, the other, what is written, what is told of it]
    ['nothing of two that are alike', { phone: '1' }, { phone: '1' }, { remarks: '' }, []],
    ['nothing of what only the first says', { phone: '1' }, {}, { remarks: '' }, []],
    [
      'what only the second says',
      {},
      { phone: '1' },
      { phone: '1', remarks: '' },
      ['電話 / 1 taken'],
    ],
    [
      'a role that only the second says, by its words',
      {},
      { role: 'adviser' },
      { role: 'adviser', remarks: '' },
      ['立場 /AD taken'],
    ],
    [
      'a text below the first',
      { expertise: '移動支援' },
      { expertise: '通いの場' },
      { expertise: '移動支援\n通いの場', remarks: '' },
      ['専門・得意なこと 移動支援/通いの場 joined'],
    ],
    [
      'a value that differs, in the remarks',
      { phone: '1', email: 'a' },
      { phone: '2', email: 'b' },
      { remarks: `${NOTED}電話：2、メール：b` },
      ['電話 1/2 noted', 'メール a/b noted'],
    ],
    ['remarks of the first alone', { remarks: '甲' }, {}, { remarks: '甲' }, []],
    [
      'remarks of the second alone',
      {},
      { remarks: '乙' },
      { remarks: '乙' },
      ['備考（内部用） /乙 taken'],
    ],
    [
      'remarks of both, and below them what was noted',
      { remarks: '甲', phone: '1' },
      { remarks: '乙', phone: '2' },
      { remarks: `甲\n乙\n${NOTED}電話：2` },
      ['電話 1/2 noted', '備考（内部用） 甲/乙 joined'],
    ],
    ['remarks that are alike once', { remarks: '甲' }, { remarks: '甲' }, { remarks: '甲' }, []],
  ] as const)('%s', (_, keep, gone, values, told) => {
    const merged = people(keep, gone);
    expect(merged.values).toEqual({ mergedInto: '', ...values });
    expect(
      merged.fates.map(({ name, kept, other, fate }) => `${name} ${kept}/${other} ${fate}`),
    ).toEqual(told.map((words) => words.replace('/ ', '/')));
  });

  it.each([
    // [name and former names of the one kept, of the other, former names afterwards, what is told]
    [['例 花子', ''], ['例 花子', ''], undefined, undefined],
    [['例 花子', ''], ['見本 花子', ''], '見本 花子', '見本 花子'],
    [['例 花子', '見本 花子'], ['見本 花子', ''], undefined, undefined],
    [['例 花子', '甲'], ['見本 花子', '乙'], '甲、見本 花子、乙', '見本 花子、乙'],
    [
      ['例 花子', ''],
      ['見本 花子', '例 花子、見本 花子'],
      '見本 花子',
      '見本 花子、例 花子、見本 花子',
    ],
    [['例 花子', '甲'], ['例 花子', '甲、乙'], '甲、乙', undefined],
  ])('of names %j and %j', (keep, gone, formerNames, told) => {
    const merged = people(
      { name: keep[0] ?? '', formerNames: keep[1] ?? '' },
      { name: gone[0] ?? '', formerNames: gone[1] ?? '' },
    );
    expect(merged.values.formerNames).toBe(formerNames);
    expect(merged.fates).toEqual(
      told === undefined
        ? []
        : [{ name: '名前', kept: '例 花子', other: told, fate: 'formerName' }],
    );
  });

  it.each([
    [200, true],
    [201, false],
  ])('former names of %i characters stay in their line: %s', (length, fits) => {
    const former = '名'.repeat(length - 2);
    const { values } = people({ formerNames: '旧' }, { formerNames: former });
    expect(values.formerNames).toBe(fits ? `旧、${former}` : undefined);
    expect(values.remarks).toBe(fits ? '' : `${NOTED}旧姓・以前の名前：旧、${former}`);
  });
});

describe('what a body says once another is merged into it', () => {
  const NONE = {
    parent: '',
    parentName: '',
    municipality: '',
    municipalityName: '',
    regionalOffice: '',
    regionalOfficeName: '',
    mergedInto: '',
  };
  it.each([
    [
      'a reference is taken with its name',
      {},
      { parent: 'p', parentName: '例町' },
      { parent: 'p', parentName: '例町' },
      ['上位の機関 /例町 taken'],
    ],
    [
      'one that differs is noted by its name, and the first stays',
      { parent: 'p', parentName: '例町' },
      { parent: 'q', parentName: '見本町' },
      {
        parent: 'p',
        parentName: '例町',
        remarks: 'まとめた「長寿課」の記録から：上位の機関：見本町',
      },
      ['上位の機関 例町/見本町 noted'],
    ],
    ['one to the other is none any more', { parent: 'gone', parentName: '長寿課' }, {}, {}, []],
    [
      'nor is one of the other to the first, and nothing is said of it',
      {},
      { parent: 'keep', parentName: '長寿課' },
      {},
      [],
    ],
    [
      'the place of one that named the other is free for what the other says',
      { parent: 'gone', parentName: '長寿課' },
      { parent: 'p', parentName: '例町' },
      { parent: 'p', parentName: '例町' },
      ['上位の機関 /例町 taken'],
    ],
  ])('%s', (_, keep, gone, values, told) => {
    const merged = bodies(keep, gone);
    expect(merged.values).toEqual({ ...NONE, remarks: '', ...values });
    expect(
      merged.fates.map(({ name, kept, other, fate }) => `${name} ${kept}/${other} ${fate}`),
    ).toEqual(told);
  });

  it('sets hold the members of both once, as the first names them, and neither of the two', () => {
    const { sets } = bodies(
      { apart: [...members('a', 'gone'), { id: 'b', name: '今', order: 'a0' }] },
      { apart: [...members('c', 'keep'), { id: 'b', name: '前', order: 'a1' }] },
    );
    expect(sets.apart?.map(({ id, name }) => `${id}${name}`).toSorted()).toEqual([
      'aa',
      'b今',
      'cc',
    ]);
  });
});
