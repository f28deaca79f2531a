import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf, type Merge } from '#shared/domain/import/grid.ts';
import type { ImportField } from '#shared/domain/import/import-field.ts';
import { rowTexts } from '#shared/domain/import/row-texts.ts';
import type { RowShape } from '#shared/domain/import/shape.ts';

const YEAR = fiscalYear(2022);
const TOO_NARROW = expect.stringContaining('列の幅が足りない');

/** The rows of a table below one row of headings. */
const read = (
  fields: readonly ImportField[],
  texts: readonly (readonly string[])[],
  more: {
    merges?: readonly Merge[];
    guessed?: readonly number[];
    hiddenRows?: readonly number[];
  } = {},
) => {
  const [names = []] = texts;
  const remarks = { cells: [], hiddenRows: more.hiddenRows ?? [], hiddenColumns: [] };
  const shape: RowShape = {
    ...{ kind: 'rows', form: 'columns', header: 0, lastHeader: 0, names },
    ...{ mapping: fields, guessed: more.guessed ?? [] },
  };
  return rowTexts(gridOf(texts, more.merges, remarks), shape, YEAR);
};
const reasonsOf = ({ doubts, problems }: ReturnType<typeof read>[number]) =>
  [...doubts, ...problems].map(({ reason }) => reason);
const column = (to: number, at: number, from = 1): Merge => ({
  ...{ from: { row: from, column: at }, to: { row: to, column: at } },
});

describe('the texts of a row', () => {
  it.each<
    [readonly ImportField[], readonly string[], readonly string[], object, readonly unknown[]]
  >([
    // [fields, headings, the row, its texts, what is asked]
    [['when', 'content'], ['時期', '内容'], ['8月', '甲'], { when: '8月', content: '甲' }, []],
    [['when', 'ignore'], ['時期', '番号'], ['8月', '1'], { when: '8月' }, []],
    [['time', 'time'], ['開始', '終了'], ['9:00', '10:00'], { time: '9:00～10:00' }, []],
    [['time', 'time'], ['開始', '終了'], ['9:00', ''], { time: '9:00' }, []],
    [['content', 'content'], ['甲', '乙'], ['丙', '丁'], { content: '丙\n丁' }, []],
    // Below names: marks, counts and words.
    [['supporters', 'supporters'], ['県', '国'], ['○', '×'], { supporters: '県' }, []],
    [['supporters'], ['県\n庁'], ['○'], { supporters: '県庁' }, []],
    [['supporters'], ['県'], ['○（2名）'], { supporters: '県' }, ['「2名」は取り込みません。']],
    [
      ['supporters'],
      ['県'],
      ['△'],
      { supporters: '県' },
      ['「△」の列の見出し「県」を名前として取り込みます。'],
    ],
    [
      ['supporters'],
      ['県'],
      ['1'],
      { supporters: '県' },
      ['「1」を○と同じとみて、「県」を取り込みます。'],
    ],
    [['supporters'], ['県'], ['0'], { supporters: '' }, ['「0」なので、「県」は取り込みません。']],
    [['supporters'], ['県'], ['山田'], { supporters: '山田' }, []],
    [['supporters'], ['支援者'], ['○'], { supporters: '○' }, []],
    [['supporters'], ['その他'], ['○'], { supporters: 'その他' }, []],
    [['supporters'], [''], ['○'], { supporters: '○' }, []],
    [['content'], ['県'], ['○'], { content: '○' }, []],
    [
      ['attendance', 'attendance'],
      ['町', '県'],
      ['5', '３名'],
      { attendance: '町5人、県３人' },
      [],
    ],
    [['attendance'], ['町'], ['5人ほど'], { attendance: '5人ほど' }, []],
    [['attendance'], ['町'], ['○'], { attendance: '町' }, []],
    [['year', 'content'], ['年度', '内容'], ['4', '甲'], { year: '令和4年度', content: '甲' }, []],
    [['year', 'content'], ['年度', '内容'], ['R4年', '甲'], { year: 'R4年度', content: '甲' }, []],
    [['year', 'content'], ['年度', '内容'], ['', '甲'], { year: '', content: '甲' }, []],
    [['year', 'content'], ['年', '内容'], ['4', '甲'], { year: '4', content: '甲' }, []],
    // What Excel shows instead of a value.
    [
      ['when', 'content'],
      ['時期', '内容'],
      ['###', '甲'],
      { when: '', content: '甲' },
      [TOO_NARROW],
    ],
    [
      ['supporters', 'content'],
      ['支援者', '内容'],
      ['###', '甲'],
      { supporters: '', content: '甲' },
      [TOO_NARROW],
    ],
    [
      ['supporters', 'content'],
      ['支援者', '内容'],
      ['#N/A', '甲'],
      { supporters: '', content: '甲' },
      ['「#N/A」は計算のエラーです。空のまま取り込みます。'],
    ],
    [
      ['content', 'aim'],
      ['内容', 'ねらい'],
      ['甲', '#REF! を直す'],
      { content: '甲', aim: '#REF! を直す' },
      [],
    ],
    [['when', 'ignore'], ['時期', '番号'], ['8月', '###'], { when: '8月' }, []],
  ])('%j below %j: %j', (fields, names, row, texts, reasons) => {
    const [found] = read(fields, [names, row]);
    expect(found?.texts).toEqual(texts);
    expect(found && reasonsOf(found)).toEqual(reasons);
  });

  it('that cannot be seen are refused where a meeting needs them, else asked about', () => {
    const [row] = read(
      ['when', 'content', 'supporters'],
      [
        ['時期', '内容', '支援者'],
        ['###', '甲', '####'],
      ],
    );
    expect([row?.problems.map(({ cell }) => cell), row?.doubts.map(({ cell }) => cell)]).toEqual([
      [{ row: 1, column: 0 }],
      [{ row: 1, column: 2 }],
    ]);
  });

  it.each([
    // [field, above, the cell, its text, what is asked]
    ['supporters', '県', '〃', '県', []],
    ['supporters', '県', '〃、町', '県、町', []],
    ['supporters', '県', '〃（町役場）', '県（町役場）', ['「〃」を上の値で埋めました。']],
    ['content', '視察', '〃、説明', '視察、説明', ['「〃」を上の値で埋めました。']],
    ['aim', '甲', '〃、乙', '甲、乙', []],
    ['supporters', '', '〃', '', ['「〃」の上に値がありません。空のまま取り込みます。']],
    ['supporters', '県', '', '', []],
  ] as const)('%s below %j, where %j stands, is %j', (field, above, typed, text, reasons) => {
    const rows = read(
      ['when', field],
      [
        ['時期', '言葉'],
        ['8/3', above],
        ['8/4', typed],
      ],
    );
    expect(rows[1]?.texts[field] ?? '').toBe(text);
    expect(rows[1] && reasonsOf(rows[1])).toEqual(reasons);
  });

  it('repeat what a repeat stood for', () => {
    const rows = read(
      ['when', 'aim'],
      [
        ['時期', 'ねらい'],
        ['8/3', '甲'],
        ['8/4', '〃'],
        ['8/5', '〃'],
      ],
    );
    expect(rows.map(({ texts }) => texts.aim)).toEqual(['甲', '甲', '甲']);
  });

  it('are none of a blank row, of headings again, and of the rows above them', () => {
    const heads = ['時期', '内容'];
    const rows = read(['when', 'content'], [heads, ['', ''], ['8/3', '甲'], heads, ['8/4', '乙']]);
    expect(rows.map(({ index, source, columns }) => [index, source, columns])).toEqual([
      [2, ['8/3', '甲'], { when: 0, content: 1 }],
      [4, ['8/4', '乙'], { when: 0, content: 1 }],
    ]);
  });

  it('of a row whose name is merged with the one above are further lines of that', () => {
    const rows = read(
      ['when', 'content', 'supporters', 'aim'],
      [
        ['時期', '内容', '支援者', 'ねらい'],
        ['8/3', '視察', '県', ''],
        ['', '', '町', '甲'],
        ['', '', '〃', '乙'],
        ['8/4', '説明', '国', ''],
      ],
      { merges: [column(3, 1), column(3, 0)], hiddenRows: [2] },
    );
    expect(rows.map(({ texts }) => texts)).toEqual([
      { when: '8/3', content: '視察', supporters: '県\n町', aim: '甲\n乙' },
      { when: '8/4', content: '説明', supporters: '国', aim: '' },
    ]);
    expect(rows.map((row) => reasonsOf(row))).toEqual([['非表示の行にあります。'], []]);
  });

  it('of a cell that reaches to the right are those of its own column, unless both hold the same', () => {
    const across: Merge = { from: { row: 1, column: 1 }, to: { row: 1, column: 2 } };
    const texts = [
      ['時期', '内容', 'ねらい'],
      ['8/3', '視察', ''],
    ];
    const of = (fields: readonly ImportField[]) =>
      read(fields, texts, { merges: [across] })[0]?.texts;
    expect(of(['when', 'content', 'aim'])).toEqual({ when: '8/3', content: '視察', aim: '' });
    expect(of(['when', 'content', 'content'])).toEqual({ when: '8/3', content: '視察\n視察' });
  });

  it('are told as guessed once for each row, where something stands in the column', () => {
    const GUESSED = '列の見出しから分からないため、並びから推測しました。';
    const told = (
      fields: readonly ImportField[],
      names: readonly string[],
      row: readonly string[],
    ) => read(fields, [names, row], { guessed: [1, 2] }).map((one) => reasonsOf(one))[0];
    expect(told(['when', 'content', 'aim'], ['時期', '', ''], ['8/3', '甲', '乙'])).toEqual([
      GUESSED,
    ]);
    expect(told(['when', 'content', 'aim'], ['時期', '', ''], ['8/3', '', ''])).toEqual([]);
    expect(told(['when', 'ignore', 'ignore'], ['時期', '', ''], ['8/3', '甲', '乙'])).toEqual([]);
    // A name that nothing else explains is told with what stands below it.
    expect(told(['when', 'supporters'], ['時期', '山田'], ['8/3', '○'])).toEqual([
      '「○」の列の見出し「山田」を名前として取り込みます。',
    ]);
    expect(told(['when', 'supporters'], ['時期', '山田'], ['8/3', '来た'])).toEqual([
      '列「山田」の「来た」を名前として取り込みます。',
    ]);
    expect(told(['when', 'supporters'], ['時期', '山田'], ['8/3', 'なし'])).toEqual([]);
  });

  it('of a note below meetings are what it says; of one above them they are a row', () => {
    const heads = ['時期', '内容'];
    const below = read(['when', 'content'], [heads, ['8/3', '視察'], ['ヒアリング', '']]);
    expect(below.map(({ isNote, texts, columns }) => [isNote, texts, columns])[1]).toEqual([
      ...[true, { content: 'ヒアリング' }, {}],
    ]);
    const above = read(['when', 'content'], [heads, ['ヒアリング', ''], ['8/3', '視察']]);
    expect(above.map(({ isNote }) => isNote)).toEqual([false, false]);
  });

  it('of a list are those of several meetings, with what is asked of each', () => {
    const rows = read(
      ['when', 'content', 'supporters'],
      [
        ['時期', '内容', '支援者'],
        ['8月', '・視察\n・説明会', '県\n町\n国'],
      ],
    );
    expect(rows.map(({ texts }) => [texts.content, texts.supporters])).toEqual([
      ['視察', '県\n町\n国'],
      ['説明会', '県\n町\n国'],
    ]);
    expect(rows[1]?.doubts).toEqual([
      {
        cell: { row: 1, column: 2 },
        reason: '会合の数と行の数が違うため、すべての会合に同じ内容を入れます。',
      },
    ]);
  });
});
