import { describe, expect, it } from 'vitest';
import {
  beginRoadmap,
  foldYear,
  periodOf,
  reach,
  setRoadmap,
} from '#data/operations/roadmap/roadmap.ts';
import {
  checkActual,
  checkEdge,
  checkFields,
  checkNote,
  checkOptionalName,
  checkProgress,
  checkSpan,
} from '#data/operations/roadmap/values.ts';
import { nameVersion, removeVersion, renameVersion } from '#data/operations/roadmap/versions.ts';
import {
  laneGroups,
  lanes,
  ROADMAP_ID,
  roadmaps,
  roadmapVersions,
} from '#shared/domain/roadmap/collections.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, draftDesk } from '#tests/support/drafts.ts';
import { BAR, desk, why } from '#tests/support/roadmap-draft.ts';

describe('the values of a roadmap', () => {
  it.each<[string, Result<unknown>, string]>([
    ['no month', checkEdge('', '開始'), '開始が入っていません。'],
    ['none that is one', checkEdge('いつか', '開始'), '開始の「いつか」は月として読み取れません。'],
    ['a month', checkEdge('2023-02', '開始'), ''],
    ['one too far', checkEdge('2200-02', '開始'), '開始の令和182年2月はロードマップに表せません。'],
    ['one month', checkSpan('2023-02', '2023-02'), ''],
    [
      'an end before',
      checkSpan('2023-02', '2023-01'),
      '終了（令和5年1月）が開始（令和5年2月）より前です。',
    ],
    ['no start', checkSpan('', '2023-01', '実績の'), '実績の開始が入っていません。'],
    ['nothing real', checkActual('', ''), ''],
    ['a real start', checkActual('2023-02', ''), ''],
    ['a real end', checkActual('', '2023-02'), ''],
    [
      'a real start that is none',
      checkActual('x', ''),
      '実績の開始の「x」は月として読み取れません。',
    ],
    [
      'a real end that is none',
      checkActual('', 'x'),
      '実績の終了の「x」は月として読み取れません。',
    ],
    [
      'a real end before',
      checkActual('2023-02', '2023-01'),
      '実績の終了（令和5年1月）が実績の開始（令和5年2月）より前です。',
    ],
    ['both real', checkActual('2023-02', '2023-02'), ''],
    ['no progress', checkProgress(null), ''],
    ['0 %', checkProgress(0), ''],
    ['100 %', checkProgress(100), ''],
    ['101 %', checkProgress(101), '進みが読み取れません。'],
    ['-1 %', checkProgress(-1), '進みが読み取れません。'],
    ['half a percent', checkProgress(0.5), '進みが読み取れません。'],
    ['a long note', checkNote('あ'.repeat(1000)), ''],
    ['a longer one', checkNote('あ'.repeat(1001)), '備考が長すぎます（1,001文字）。'],
    [
      'a long name',
      checkOptionalName('あ'.repeat(9999), '担当'),
      '担当が長すぎます（9,999文字）。',
    ],
  ])('may be %s, or not', (_, result, refusal) => {
    expect(why(result)).toBe(refusal);
  });

  it('are cleaned', () => {
    expect(checkNote(' 一\r\n二 \r三\n\n')).toEqual(ok('一\n二\n三'));
    expect([checkOptionalName(' ', 'x'), checkOptionalName(' 町 ', 'x')]).toEqual([
      ok(''),
      ok('町'),
    ]);
    const checks = { a: (text: string) => ok(`${text}!`) };
    expect(checkFields<{ a?: string; b?: string }>({ a: '1', b: '2' }, checks)).toEqual(
      ok({ a: '1!', b: '2' }),
    );
    expect(checkFields<{ a?: string; b?: string }>({ b: '2' }, checks)).toEqual(ok({ b: '2' }));
  });
});

describe('the period of a roadmap', () => {
  const PERIOD = { firstMonth: '2022-04', lastMonth: '2027-03' } as never;
  it.each<[readonly string[], unknown]>([
    [[], PERIOD],
    [['2022-04', '2027-03'], PERIOD],
    [['2022-03'], { firstMonth: '2022-03', lastMonth: '2027-03' }],
    [['2027-04'], { firstMonth: '2022-04', lastMonth: '2028-03' }],
    [['2028-01', '2020-05'], { firstMonth: '2020-05', lastMonth: '2028-03' }],
    [['2037-03'], { firstMonth: '2022-04', lastMonth: '2037-03' }],
    [['2037-04'], undefined],
  ])('reaches to %j', (months, expected) => {
    const reached = reach(PERIOD, months as never);
    expect(reached.ok ? reached.value : undefined).toEqual(expected);
    if (expected === PERIOD) expect(reached).toEqual(ok(PERIOD));
  });

  it.each<[Loose, string]>([
    [{ firstMonth: '2022-10', lastMonth: '2023-09' }, ''],
    [{ firstMonth: '2027-04' }, '最後の月が最初の月より前です。'],
    [{ firstMonth: '2027-03' }, ''],
    [{ lastMonth: '2037-03' }, ''],
    [{ lastMonth: '2037-04' }, 'ロードマップに表せるのは15年度分までです。'],
    [{ firstMonth: '' }, '最初の月が入っていません。'],
    [{ lastMonth: 'x' }, '最後の月の「x」は月として読み取れません。'],
    [{ title: 'あ'.repeat(9999) }, 'ロードマップの名前が長すぎます（9,999文字）。'],
    [{ caption: 'あ'.repeat(1001) }, '添え書きが長すぎます（1,001文字）。'],
    [{ title: ' 益城町 ', provisional: true }, ''],
  ])('and what else is said is set by %j, or refused: %s', (patch, refusal) => {
    const made = desk();
    expect(made.refused((draft) => setRoadmap(draft, CASE, patch as never))).toBe(refusal);
    const row = made.row(roadmaps, ROADMAP_ID);
    if (refusal === '')
      expect(row).toMatchObject('title' in patch ? { title: '益城町', provisional: true } : patch);
    else expect(row).toBeUndefined();
  });

  it('has years that are folded, each once and in order', () => {
    const made = desk();
    const folded = () =>
      made.row(roadmaps, ROADMAP_ID)?.foldedYears.map(({ id, name }) => `${id} ${name}`);
    const fold = (year: number, is: boolean) =>
      made.done((draft) => foldYear(draft, CASE, year as never, is));
    fold(2024, true);
    fold(2023, true);
    fold(2024, true);
    expect(folded()).toEqual(['2023 令和5年度', '2024 令和6年度']);
    fold(2023, false);
    expect(folded()).toEqual(['2024 令和6年度']);
    made.done((draft) => setRoadmap(draft, CASE, { foldedYears: [2025, 2022] as never }));
    expect(folded()).toEqual(['2022 令和4年度', '2025 令和7年度']);
  });

  it('is five years from the case’s own, where nothing is said', () => {
    const made = desk();
    made.write((draft) => expect(periodOf(draft, CASE)).toEqual(PERIOD));
  });

  it('begins once, with groups and lanes whose ids are those of their words', () => {
    const begin = () => {
      const made = draftDesk();
      const groups = [
        { name: ' 支援 ', lanes: [{ name: '通い', follows: 'rounds' }, { name: '移動' }] },
        { name: '体制', lanes: [{ name: '通い' }] },
      ] as const;
      return {
        made,
        groups,
        told: made.done((draft) => beginRoadmap(draft, CASE, { title: ' 表題 ', groups })),
      };
    };
    const { made, groups, told } = begin();
    expect(begin().told).toEqual(told);
    expect(made.rows(laneGroups).map(({ name }) => name)).toEqual(['支援', '体制']);
    expect(made.rows(lanes).map(({ name, follows }) => `${name} ${follows}`)).toEqual([
      '通い rounds',
      '移動 nothing',
      '通い nothing',
    ]);
    expect(told.groups.map((each) => [each.id, ...each.lanes])).toEqual(
      made.rows(laneGroups).map(({ id }) => [
        id,
        ...made
          .rows(lanes)
          .filter(({ group }) => group === id)
          .map((lane) => lane.id),
      ]),
    );
    expect(made.row(roadmaps, ROADMAP_ID)).toMatchObject({
      title: '表題',
      firstMonth: '2022-04',
      lastMonth: '2027-03',
    });
    expect(made.refused((draft) => beginRoadmap(draft, CASE, { groups }))).toBe(
      'ロードマップはすでにはじまっています。',
    );
    for (const wrong of [
      { groups: [{ name: '', lanes: [] }] },
      { groups: [{ name: 'x', lanes: [{ name: '' }] }] },
      { groups: [], firstMonth: 'x' },
      { groups: [], lastMonth: '2021-01' },
      { groups: [], title: 'あ'.repeat(9999) },
    ]) {
      expect(draftDesk().refused((draft) => beginRoadmap(draft, CASE, wrong))).not.toBe('');
    }
  });
});

describe('a version of a roadmap', () => {
  it.each<[Loose, string]>([
    [{ name: 'はじめ', date: '2023-01-01' }, ''],
    [{ name: '第１版', date: '2023-01-01' }, '「第１版」という版はすでにあります。'],
    [{ name: 'はじめ', date: '' }, '版の日付が入っていません。'],
    [{ name: 'はじめ', date: '2023-01' }, '「2023-01」という日はありません。'],
    [
      { name: 'はじめ', date: '2023-01-01', reason: 'あ'.repeat(1001) },
      '理由が長すぎます（1,001文字）。',
    ],
  ])('is kept as %j, or refused: %s', (values, refusal) => {
    const made = desk();
    const first = made.done((draft) =>
      nameVersion(draft, CASE, { name: '第1版', date: '2023-01-01' }),
    );
    expect(made.refused((draft) => nameVersion(draft, CASE, values as never))).toBe(refusal);
    expect(made.rows(roadmapVersions)).toHaveLength(refusal === '' ? 2 : 1);
    const again = { name: '第１版', date: '2023-02-01', reason: ' 直した ' };
    made.done((draft) => renameVersion(draft, CASE, first, again));
    expect(made.row(roadmapVersions, first)).toMatchObject({ ...again, reason: '直した' });
    made.done((draft) => removeVersion(draft, CASE, first));
    expect(made.row(roadmapVersions, first)?.deletedAt).not.toBe('');
  });

  it('holds what stands there, and nothing that cannot be read', () => {
    const made = desk();
    const id = made.done((draft) => nameVersion(draft, CASE, { name: 'a', date: '2023-01-01' }));
    const { snapshot } = made.row(roadmapVersions, id) ?? expect.fail('no version');
    expect(snapshot).toContain(BAR);
    const other = made.done((draft) =>
      nameVersion(draft, CASE, { name: 'b', date: '2023-01-01', snapshot }),
    );
    expect(made.row(roadmapVersions, other)?.snapshot).toBe(snapshot);
    const broken = { name: 'c', date: '2023-01-01', snapshot: '{' };
    expect(made.refused((draft) => nameVersion(draft, CASE, broken))).not.toBe('');
  });
});
