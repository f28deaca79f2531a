import { describe, expect, it } from 'vitest';
import { caresOf, lessonsFor } from '#features/beside/model.ts';
import { similarCases } from '#shared/domain/knowhow/similar-cases.ts';
import { digestOf } from '#tests/support/digests.ts';
import { caseRow, findingRow, knowHowRow, members } from '#tests/support/rows.ts';

const caseOf = (id: string, name: string, fiscalYear: number | null, ...themes: string[]) =>
  caseRow(id, {
    municipalityCode: name,
    municipalityName: name,
    fiscalYear,
    themes: members(...themes),
  });

const OWN = caseOf('own', '益城町', 2022, '通所型サービスC', '住民主体');

const similarTo = (own: typeof OWN, ...cases: readonly (typeof OWN)[]) =>
  similarCases(
    own,
    cases.map((row) => digestOf({ case: row })),
  );

describe('municipalities that took up the same', () => {
  it('are each there once, those that share most first, then the latest', () => {
    const found = similarTo(
      OWN,
      OWN,
      caseOf('a1', '出水市', 2021, '通所型サービスC'),
      caseOf('a2', '出水市', 2023, '通所型サービスC'),
      caseOf('b', '人吉市', 2020, '住民主体', '通所型サービスC', '移動'),
      caseOf('c', '宇土市', 2024, '住民主体'),
      caseOf('d', '水俣市', 2024, '移動'),
    );
    expect(
      found.map(({ id, municipality, year, themes }) => [id, municipality, year, themes]),
    ).toEqual([
      ['b', '人吉市', '令和2年度', '通所型サービスC・住民主体'],
      ['c', '宇土市', '令和6年度', '住民主体'],
      ['a2', '出水市', '令和5年度', '通所型サービスC'],
    ]);
  });
  it('are never the municipality itself in another year, nor a case of nobody', () => {
    expect(
      similarTo(
        OWN,
        caseOf('before', '益城町', 2021, '住民主体'),
        caseOf('nobody', '', 2021, '住民主体'),
      ),
    ).toEqual([]);
  });
  it('are shown without a year where none is known', () => {
    expect(similarTo(OWN, caseOf('a', '出水市', null, '住民主体'))[0]?.year).toBe('');
  });
  it('are none for a case without themes', () => {
    expect(
      similarTo(caseOf('own', '益城町', 2022), caseOf('a', '出水市', 2022, '住民主体')),
    ).toEqual([]);
  });
});

describe('what the prefecture minds', () => {
  it('is said once, 心掛け before 反省, without what the meeting itself found', () => {
    const findings = [
      findingRow('r', { kind: 'reflection', text: '説明が長かった', meeting: 'm1' }),
      findingRow('i', { kind: 'issue', text: '担い手が足りない', meeting: 'm1' }),
      findingRow('c', { kind: 'care', text: '町の考えを否定しない', meeting: 'm1' }),
      findingRow('again', { kind: 'care', text: '町の考えを否定しない ', meeting: 'm3' }),
      findingRow('own', { kind: 'care', text: '一緒に考える', meeting: 'm2' }),
      findingRow('free', { kind: 'care', text: '連絡は早めに' }),
    ];
    expect(caresOf(findings, 'm2').map(({ id }) => id)).toEqual(['c', 'free', 'r']);
  });
});

describe('lessons that are proposed for a case', () => {
  const LESSONS = [
    knowHowRow('k1', { title: '実績を見せる', themes: members('住民主体'), order: 'a0' }),
    knowHowRow('k2', { title: '場を借りる', themes: members('移動'), order: 'a1' }),
    knowHowRow('k3', {
      title: '数字で話す',
      themes: members('住民主体', '通所型サービスC'),
      order: 'a2',
    }),
  ];
  it('are those of its themes, the latest first, each once, with how many each theme has', () => {
    const { lessons, themes } = lessonsFor(
      members('住民主体', '通所型サービスC', '認知症'),
      LESSONS,
    );
    expect(lessons.map(({ id }) => id)).toEqual(['k3', 'k1']);
    expect(themes.map(({ name, count }) => [name, count])).toEqual([
      ['住民主体', 2],
      ['通所型サービスC', 1],
    ]);
  });
  it('are none without themes', () => {
    expect(lessonsFor([], LESSONS)).toEqual({ lessons: [], themes: [] });
  });
});
