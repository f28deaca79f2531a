import { describe, expect, it } from 'vitest';
import { filterKnowHows, knowHowLines, NO_FILTER } from '#features/knowhow/model.ts';
import { day } from '#shared/dates/types.ts';
import { bookletTable, NO_THEME } from '#shared/domain/knowhow/booklet.ts';
import { isReviewDue } from '#shared/domain/knowhow/review.ts';
import { leftOutKinds, leftOutWords } from '#shared/domain/record/outgoing.ts';
import type { Table } from '#shared/domain/tables/table.ts';
import { knowHowRow, members, themeRow } from '#tests/support/rows.ts';

const TODAY = day('2023-11-27');

describe('まだ有効か', () => {
  it.each([
    ['2022-11-27', false],
    ['2022-11-26', true],
    ['2022-11', false],
    ['2022-10', true],
    ['2023-11-27', false],
    ['', true],
    ['いつか', true],
  ])('a lesson confirmed on %s is asked about on 2023-11-27: %s', (confirmedOn, isDue) => {
    expect(isReviewDue(knowHowRow('k1', { confirmedOn }), TODAY)).toBe(isDue);
  });

  it('a lesson of 29 February is true until 28 February of the next year, and asked about on 1 March', () => {
    const row = knowHowRow('k1', { confirmedOn: '2024-02-29' });
    expect(isReviewDue(row, day('2025-02-28'))).toBe(false);
    expect(isReviewDue(row, day('2025-03-01'))).toBe(true);
  });
});

const CARE = themeRow('t1', { name: '通所型サービスC' });
const MOVING = themeRow('t2', { name: '移動支援' });
const UNUSED = themeRow('t3', { name: '総合事業' });
const THEMES = [MOVING, CARE, UNUSED];
const of = (...themes: readonly { readonly id: string; readonly name: string }[]) =>
  themes.map(({ id, name }, index) => ({ id, name, order: `a${index}` }));

const ROWS = [
  knowHowRow('k1', {
    ...{ order: 'a1', title: '実績を一つ見せる', what: '理念より先に', themes: of(CARE, MOVING) },
    ...{ visibility: 'public', confirmedOn: '2023-02-13', contact: '益城町' },
    ...{ sourceCaseName: '益城町（令和4年度）', sourceMeetings: members('第2回支援 R4.12.22') },
  }),
  knowHowRow('k2', {
    ...{ order: 'a2', title: '言いにくいことは県が伝える', themes: of(CARE) },
    ...{ kinds: members('町', '村'), sizes: members('1万人未満'), avoid: '人前で' },
  }),
  knowHowRow('k3', { order: 'a3', title: 'ﾊﾞｽ停を回る', visibility: 'municipalities' }),
];

const cells = ({ body }: Table) => body.map((row) => row.map(({ lines }) => lines.join('\n')));
const booklet = (
  audience: 'office' | 'municipalities' | 'public',
  hidden: readonly string[] = [],
) => bookletTable(ROWS, THEMES, { audience, hidden, today: TODAY });

describe('the booklet', () => {
  it('has a chapter for each theme that has lessons, and a lesson of two themes stands in both', () => {
    expect(cells(booklet('office'))).toEqual([
      [
        '移動支援',
        '【実績を一つ見せる】\n理念より先に',
        '',
        '',
        '益城町（令和4年度）　第2回支援 R4.12.22\n聞く相手：益城町\nR5.2.13 確認',
      ],
      [
        '通所型サービスC',
        '【実績を一つ見せる】\n理念より先に',
        '',
        '',
        '益城町（令和4年度）　第2回支援 R4.12.22\n聞く相手：益城町\nR5.2.13 確認',
      ],
      [
        '通所型サービスC',
        '【言いにくいことは県が伝える】',
        '向いている市町村：町・村／1万人未満',
        '人前で',
        '',
      ],
      ['テーマなし', '【ﾊﾞｽ停を回る】', '', '', ''],
    ]);
  });

  it('for municipalities leaves out what is for the office, and says how many', () => {
    const table = booklet('municipalities');
    expect(cells(table).map(([, what]) => what)).not.toContain('【言いにくいことは県が伝える】');
    expect(table.remarks).toEqual(['全3件のうち2件を載せます。']);
    expect(leftOutWords(table.outgoing)).toBe('内部の項目 2件を省きました');
    expect(leftOutKinds(table.outgoing)).toBe('もとの会合 1件、「課内」のノウハウ 1件');
  });

  it('for everybody tells neither whom to ask nor where it was learnt', () => {
    const table = booklet('public');
    expect(cells(table)).toEqual([
      ['移動支援', '【実績を一つ見せる】\n理念より先に', '', ''],
      ['通所型サービスC', '【実績を一つ見せる】\n理念より先に', '', ''],
    ]);
    expect(JSON.stringify([table.body, table.header, table.caption])).not.toContain('益城町');
    expect(table.remarks).toEqual([
      '全3件のうち1件を載せます。',
      'もとになった支援と聞く相手は、公開用には載せません。',
    ]);
  });

  it('leaves out themes that nobody wants, and counts what goes with them once', () => {
    const table = booklet('office', [CARE.id, NO_THEME]);
    expect(cells(table).map(([theme]) => theme)).toEqual(['移動支援']);
    expect(table.remarks).toEqual([
      '全3件のうち1件を載せます。',
      '外したテーマの2件は載せません。',
    ]);
  });

  it('says of what it leaves out only what would have stood in it', () => {
    const row = knowHowRow('k1', {
      ...{ order: 'a1', title: '実績を一つ見せる', themes: of(CARE), visibility: 'municipalities' },
      ...{ sourceMeetings: members('第2回支援'), sourceFindings: members('周知が足りない') },
    });
    const internal = knowHowRow('k2', { title: '順番を決める', themes: of(MOVING) });
    const leftOut = (hidden: readonly string[]) =>
      bookletTable([row, internal], THEMES, {
        audience: 'municipalities',
        hidden,
        today: TODAY,
      }).outgoing.leftOut.map(({ id, field }) => [id, field]);
    // What a lesson was made of is named by no booklet, and where it was learnt by that of the office alone.
    expect(leftOut([])).toEqual([
      ['k1', 'sourceMeetings'],
      ['k2', null],
    ]);
    expect(leftOut([MOVING.id])).toEqual([['k1', 'sourceMeetings']]);
    expect(leftOut([CARE.id])).toEqual([['k2', null]]);
  });

  it('spans a theme over its lessons, so that it is drawn once a page', () => {
    expect(booklet('office').body.map(([theme]) => theme?.rowSpan)).toEqual([1, 2, 0, 1]);
  });
});

describe('the list of lessons', () => {
  const lines = knowHowLines({ knowHows: ROWS, themes: THEMES }, TODAY);
  const titles = (filter: Partial<typeof NO_FILTER>) =>
    filterKnowHows(lines, { ...NO_FILTER, ...filter }).map(({ row }) => row.id);

  it('has the latest first, and marks those that nobody has confirmed', () => {
    expect(lines.map(({ id, confirmed, isDue }) => [id, confirmed, isDue])).toEqual([
      ['k3', 'まだ', true],
      ['k2', 'まだ', true],
      ['k1', 'R5.2.13', false],
    ]);
  });

  it('is searched over width and kana, in all its words and where it was learnt', () => {
    expect(titles({ text: 'ばす' })).toEqual(['k3']);
    expect(titles({ text: '益城 実績' })).toEqual(['k1']);
    expect(titles({ text: '人前' })).toEqual(['k2']);
    expect(titles({ text: '益城 人前' })).toEqual([]);
  });

  it('is filtered by theme, visibility and whether it waits to be confirmed', () => {
    expect(titles({ theme: CARE.id })).toEqual(['k2', 'k1']);
    expect(titles({ theme: NO_THEME })).toEqual(['k3']);
    expect(titles({ visibility: 'public' })).toEqual(['k1']);
    expect(titles({ isDue: true, theme: CARE.id })).toEqual(['k2']);
  });
});
