import { describe, expect, it } from 'vitest';
import { tablesOfCopied } from '#shared/domain/import/copied.ts';
import {
  CELL_LIMIT,
  COLUMN_LIMIT,
  checkGrid,
  cleanCell,
  expandSpans,
  type Grid,
  gridOf,
  ROW_LIMIT,
  sizeProblem,
} from '#shared/domain/import/grid.ts';
import { namedTables } from '#shared/domain/import/join-tables.ts';
import { looksLikeTable, parseTsv } from '#shared/domain/import/tsv.ts';

/** A grid row by row: cells apart by |, copies of merged cells with < before them. */
const drawn = (grid: Grid): readonly string[] =>
  grid.map((row) =>
    row
      .map(({ text, covered, remarks }) => `${covered ? '<' : ''}${text}${remarks ? '!' : ''}`)
      .join('|'),
  );
const textsOf = (grid: Grid): readonly (readonly string[])[] =>
  grid.map((row) => row.map(({ text }) => text));

describe('the cells of a table', () => {
  it.each([
    [' 甲\r\n 乙\r丙 ', '甲\n乙\n丙'],
    ['甲\u2028乙\u2029丙\v丁\f戊', '甲\n乙\n丙\n丁\n戊'],
    ['\u00a0甲\u00a0\u200b乙\ufeff', '甲 乙'],
    ['\n\n', ''],
  ])('%j is %j', (text, clean) => {
    expect(cleanCell(text)).toBe(clean);
  });

  it('are spread over the area that they take up', () => {
    const rows = [
      [
        { text: '甲', colSpan: 2, rowSpan: 2 },
        { text: '乙', remarks: ['見る'] },
      ],
      [{ text: '丙', remarks: [] }],
      [{ text: '丁', colSpan: 0, rowSpan: 9 }],
    ];
    const grid = expandSpans(rows);
    expect(drawn(grid)).toEqual(['甲|<甲|乙!', '<甲|<甲|丙', '丁||']);
    expect(grid[1]?.[1]?.covered).toEqual({ row: 0, column: 0 });
    expect(grid[0]?.[0]).toEqual({ text: '甲' });
  });

  it('spread no further than a table may go', () => {
    const wide = expandSpans([[{ text: '甲', colSpan: 1000 }, { text: '乙' }]]);
    expect(wide[0]).toHaveLength(COLUMN_LIMIT + 1);
    // Where spans lie one over the other, the second is one cell again.
    const tall = Array.from({ length: 5001 }, (_, row) =>
      row < 2 ? [{ text: 'x', colSpan: 90, rowSpan: 5000 }] : [],
    );
    expect(expandSpans(tall)[1]?.[91]?.covered).toBeUndefined();
  });

  it('of a sheet know their merged areas and what is odd about them', () => {
    const merges = [
      { from: { row: 0, column: 0 }, to: { row: 1, column: 1 } },
      { from: { row: 2, column: 1 }, to: { row: 9, column: 9 } },
      { from: { row: 7, column: 0 }, to: { row: 8, column: 0 } },
    ];
    const remarks = {
      cells: [
        { row: 0, column: 2, reason: '見る' },
        { row: 9, column: 9, reason: 'ない' },
      ],
      hiddenRows: [1, 9],
      hiddenColumns: [2],
    };
    const grid = gridOf(
      [
        ['甲', '', '乙'],
        ['', '', '丙'],
        ['丁', '戊', ''],
      ],
      merges,
      remarks,
    );
    expect(drawn(grid)).toEqual(['甲|<甲|乙!', '<甲|<甲|丙!', '丁|戊|<戊']);
    expect(grid[0]?.[2]?.remarks).toEqual(['見る', '非表示の列にあります。']);
    expect(grid[1]?.[2]?.remarks).toEqual(['非表示の行にあります。', '非表示の列にあります。']);
    expect(drawn(gridOf([['甲'], ['乙', '丙']]))).toEqual(['甲|', '乙|丙']);
  });

  it.each([
    [[['', '']], '表に何も入っていません。'],
    [[], '表に何も入っていません。'],
    [[['', '甲']], null],
  ])('are refused where there is nothing: %#', (texts, happened) => {
    const checked = checkGrid(gridOf(texts));
    expect(checked.ok ? null : checked.error.happened).toBe(happened);
  });

  it.each([
    [ROW_LIMIT, 1, null],
    [ROW_LIMIT + 1, 1, '表が大きすぎます（10,000行まで取り込めます）。'],
    [1, COLUMN_LIMIT, null],
    [1, COLUMN_LIMIT + 1, '表が大きすぎます（200列まで取り込めます）。'],
    [CELL_LIMIT / 100, 100, null],
    [CELL_LIMIT / 100 + 1, 100, '表が大きすぎます（行×列で500,000マスまで取り込めます）。'],
  ])('are refused where there are too many: %i × %i', (rows, columns, happened) => {
    const problem = sizeProblem(rows, columns);
    expect(problem?.happened ?? null).toBe(happened);
    if (problem)
      expect([problem.code, problem.todo]).toEqual([
        'too-large',
        expect.stringContaining('必要な範囲'),
      ]);
  });
});

describe('a table as text', () => {
  it.each([
    [
      '甲\t乙\n丙\t丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['\ufeff甲\r\n乙\r', [['甲'], ['乙']]],
    ['甲\t', [['甲', '']]],
    [
      '甲\t\n乙',
      [
        ['甲', ''],
        ['乙', ''],
      ],
    ],
    ['"甲\n乙"\t丙', [['甲\n乙', '丙']]],
    ['"甲\t""乙"""', [['甲\t"乙"']]],
    ['"甲"乙\t丙', [['"甲"乙', '丙']]],
    ['"甲\t乙', [['"甲', '乙']]],
    ['甲"乙"\t"丙"', [['甲"乙"', '丙']]],
    ["'=1\t'甲", [['=1', "'甲"]]],
    ['', []],
    ['\n甲', [[''], ['甲']]],
  ])('%j', (text, cells) => {
    expect(textsOf(parseTsv(text)).map((row) => [...row])).toEqual(
      cells.map((row) => row.map((each) => cleanCell(each))),
    );
  });

  it.each([
    ['', '甲\t乙', true],
    ['<TABLE border>', '', true],
    ['<table>', '', true],
    ['<tablet>', '甲\n乙', false],
  ])('%j, %j looks like one: %s', (html, text, expected) => {
    expect(looksLikeTable({ html, text })).toBe(expected);
  });
});

describe('a copied table', () => {
  const cellsOf = (html: string, text = '') => tablesOfCopied({ html, text }).grids.map(drawn);
  it.each([
    ['<table><tr><td>甲<td>乙</table>', [['甲|乙']]],
    [
      '<table><tr><th colspan=2>甲</th></tr><tr><td>乙</td><td>丙</td></tr></table>',
      [['甲|<甲', '乙|丙']],
    ],
    ['<table><tr><td rowspan="2">甲<td>乙<tr><td>丙</table>', [['甲|乙', '<甲|丙']]],
    ['<table><tr><td>甲<br>乙<p>丙</p></table>', [['甲\n乙\n丙']]],
    ['<table><tr><td><ul><li>甲<li>乙</ul></table>', [['・甲\n・乙']]],
    ['<table><tr><td>甲 &amp;\n 乙</table>', [['甲 & 乙']]],
    ['<table><tr><td>甲<s>乙</s></table>', [['甲!']]],
    ['<table><tr><td><del>乙</del>甲</table>', [['甲']]],
    ['<table><tr><td><s>乙</s></table>', [['乙!']]],
    ['<table><tr><td style="text-decoration:line-through">乙</table>', [['乙!']]],
    ['<table><tr style="display:none"><td>甲</table>', [['甲!']]],
    ['<table><tr><td>甲<span style="display:none">乙</span></table>', [['甲']]],
    ['<style>.a{display:none}</style><table><tr><td>甲<span class=a>乙</span></table>', [['甲']]],
    ['<table><tr><td>甲<table><tr><td>乙</table><td>丙</table>', [['甲\n乙|丙']]],
    // A table around others holds a mail together: its words are the mail's.
    ['<table><tr><td>甲<table><tr><td>乙<td>丙</table></table>', [['乙|丙']]],
    ['<table><tr><td><table><tr><td>甲<td>乙</table></table>', [['甲|乙']]],
    ['<table><tr><td>甲</table><table><tr><td>乙</table>', [['甲'], ['乙']]],
    ['<table><tr><td> </table><table><tr><td>乙</table>', [['乙']]],
    ['<tr><td>甲<td>乙', [['甲|乙']]],
    ['<table><script>甲</script><tr><td>乙</table>', [['乙']]],
    ['<table><col style="display:none"><col><tr><td>甲<td>乙</table>', [['甲!|乙']]],
  ])('%s', (html, grids) => {
    expect(cellsOf(html)).toEqual(grids);
  });

  it('without HTML is its text, and says whether words were left out', () => {
    expect(cellsOf('<p>甲</p>', '甲\t乙')).toEqual([['甲|乙']]);
    const has = (inner: string) =>
      tablesOfCopied({ html: `<table><tr><td>甲${inner}</table>`, text: '' }).hasLeftOut;
    expect([has('<del>乙</del>'), has('<s>乙</s>'), has('')]).toEqual([true, false, false]);
    expect(tablesOfCopied({ html: '', text: '甲' }).hasLeftOut).toBe(false);
  });

  const wide = (name: string) => gridOf([[name, name, '']]);
  it.each([
    [[], []],
    [[wide('甲')], [['', '甲|甲|']]],
    [
      [wide('甲'), wide('乙')],
      [
        ['2つの表を続けて', '甲|甲| 乙|乙|'],
        ['1つめの表', '甲|甲|'],
        ['2つめの表', '乙|乙|'],
      ],
    ],
    [
      [wide('甲'), gridOf([['乙']])],
      [
        ['1つめの表', '甲|甲|'],
        ['2つめの表', '乙'],
      ],
    ],
    [
      [gridOf([['甲']]), gridOf([['乙']])],
      [
        ['1つめの表', '甲'],
        ['2つめの表', '乙'],
      ],
    ],
  ])('may go on in the next: %#', (grids, named) => {
    expect(namedTables(grids).map(({ name, grid }) => [name, drawn(grid).join(' ')])).toEqual(
      named,
    );
  });

  it('that goes on keeps the areas of each', () => {
    const merged = gridOf(
      [
        ['乙', '丙'],
        ['', '丁'],
      ],
      [{ from: { row: 0, column: 0 }, to: { row: 1, column: 0 } }],
    );
    const [all] = namedTables([gridOf([['甲', '甲']]), merged]);
    expect(all?.grid[2]?.[0]).toEqual({ text: '乙', covered: { row: 1, column: 0 } });
  });
});
