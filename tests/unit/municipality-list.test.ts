import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '#resources/municipalities.json' with { type: 'json' };
import {
  isMunicipalityCode,
  readMunicipalityList,
  searchMunicipalities,
} from '#shared/domain/office/municipality-list.ts';

const { prefectures, municipalities } = readMunicipalityList(file);

const found = (query: string, prefecture = '43', limit = 8): readonly string[] =>
  searchMunicipalities(municipalities, query, { prefecture, limit }).map(
    (municipality) => municipality.prefecture + municipality.name,
  );

describe('the offline list of municipalities', () => {
  it('is what the package gives', () => {
    const script = new URL('../../scripts/make-municipalities.mjs', import.meta.url).pathname;
    expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow();
  });

  it('has the 47 prefectures in the order of their codes', () => {
    const codes = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(prefectures.map(({ code }) => code)).toEqual(codes);
    expect(prefectures[42]).toEqual({ code: '43', name: '熊本県', kana: 'くまもとけん' });
  });

  it('has every municipality once, under its prefecture, with its reading', () => {
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(municipalities.length);
    for (const municipality of municipalities) {
      expect(municipality.prefecture, municipality.code).not.toBe('');
      expect(municipality.kana, municipality.code).toMatch(/^[ぁ-んー]+$/);
    }
  });

  it('has 熊本県’s 45 municipalities and 東京都’s 23 special wards, but no ward of a designated city', () => {
    const named = (prefecture: string, ending: string) =>
      municipalities.filter((one) => one.prefecture === prefecture && one.name.endsWith(ending));
    expect(named('熊本県', '')).toHaveLength(45);
    expect(named('東京都', '区')).toHaveLength(23);
    expect(municipalities.filter(({ name }) => name.endsWith('区'))).toHaveLength(23);
  });

  it('holds only codes whose check digit is right', () => {
    const wrong = municipalities.filter(({ code }) => !isMunicipalityCode(code));
    expect(wrong).toEqual([]);
    for (const [code] of file.prefectures) expect(isMunicipalityCode(code ?? '')).toBe(true);
  });
});

describe('a code typed by hand', () => {
  it('is doubted when any one digit is wrong', () => {
    const code = fc.constantFrom(...municipalities.map((one) => one.code));
    fc.assert(
      fc.property(code, fc.nat(5), fc.integer({ min: 1, max: 9 }), (right, at, shift) => {
        const digit = (Number(right[at]) + shift) % 10;
        const wrong = right.slice(0, at) + digit + right.slice(at + 1);
        // 11 − 0 and 11 − 10 both end in 1: the rule cannot tell these two remainders apart.
        fc.pre(right[5] !== '1' || at === 5);
        expect(isMunicipalityCode(wrong)).toBe(false);
      }),
    );
  });

  it.each(['43443', '4344340', '43443a', '', '益城町'])('is no code: %s', (text) => {
    expect(isMunicipalityCode(text)).toBe(false);
  });
});

describe('searching a municipality', () => {
  it.each([
    '益城',
    '益城町',
    'ましき',
    'マシキ',
    'ﾏｼｷ',
    '434434',
    '43443',
    '４３４４３４',
    '熊本県益城町',
    ' 熊本県　益城町 ',
  ])('finds 益城町 first for %s', (query) => {
    expect(found(query)[0]).toBe('熊本県益城町');
  });

  it('prefers the user’s own prefecture among equal names', () => {
    expect(found('美里町')[0]).toBe('熊本県美里町');
    expect(found('美里町', '04')[0]).toBe('宮城県美里町');
  });

  it('puts a name that begins with the query before one that holds it', () => {
    const names = found('大', '43', 100).filter((name) => name.startsWith('熊本県'));
    expect(names[0]).toBe('熊本県大津町');
  });

  it('finds what lies in another prefecture, too', () => {
    expect(found('益子町')).toEqual(['栃木県益子町']);
    expect(found('092')[0]).toBe('栃木県宇都宮市');
  });

  it('offers the whole of the own prefecture before anything is typed', () => {
    const offered = searchMunicipalities(municipalities, '', { prefecture: '43', limit: 45 });
    expect(new Set(offered.map((one) => one.prefecture))).toEqual(new Set(['熊本県']));
    expect(offered[0]?.name).toBe('熊本市');
  });

  it('finds nothing for what is no municipality', () => {
    expect(found('999999')).toEqual([]);
    expect(found('どこにもない町')).toEqual([]);
  });

  it('finds each municipality first by its own code', () => {
    for (const { code } of municipalities) {
      const [first] = searchMunicipalities(municipalities, code, { prefecture: '43', limit: 1 });
      expect(first?.code).toBe(code);
    }
  });
});
