import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf, type Merge, type SheetRemarks } from '#shared/domain/import/grid.ts';
import type { ChosenColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import { readMonthTable } from '#shared/domain/roadmap/pasted/read-months.ts';

const FY = fiscalYear(2024);
type Lines = readonly (readonly string[])[];
type Given = {
  readonly chosen?: ChosenColumns;
  readonly merges?: readonly Merge[];
  readonly remarks?: SheetRemarks;
};

const MONTHS = ['4月', '5月', '6月'];
const HEAD = ['分野', '取組み', ...MONTHS];
const READ = '月の列の印や言葉から、期間を読み取りました。';
const NO_MARK = '月の欄に印や言葉がありません。';

const read = (lines: Lines, { chosen, merges = [], remarks }: Given = {}) =>
  readMonthTable(gridOf(lines, merges, remarks ?? null), {
    fiscalYear: FY,
    chosen: chosen ?? null,
  }) ?? expect.fail('no table of months');
/** The bars: field, lane, name, and the last digits of their months. */
const bars = (...given: Parameters<typeof read>) =>
  read(...given).rows.map(({ group, lane, label, span }) =>
    [group, lane, label, `${span.start.slice(6)}-${span.end.slice(6)}`].join(' '),
  );
const fields = (...given: Parameters<typeof read>) =>
  read(...given).lines.map(({ at, field }) => `${at} ${field}`);
const refused = (...given: Parameters<typeof read>) =>
  read(...given).refused.map(({ row, reasons }) => [row, ...reasons]);

describe('the columns beside months', () => {
  it.each<[string, Lines, readonly string[]]>([
    [
      'by their headings',
      [['区分', '事業名', ...MONTHS, '担当', '備考']],
      ['0 group', '1 lane', '5 owner', '6 note'],
    ],
    [
      'by the lower of two rows',
      [
        ['分野', '', 'R6', '', ''],
        ['', '取組み', ...MONTHS],
      ],
      ['0 group', '1 lane'],
    ],
    [
      'not what months say',
      [['取組み', '開始', ...MONTHS, '進捗率']],
      ['0 lane', '1 ignore', '5 ignore'],
    ],
    ['once', [['取組み', '担当', '担当', ...MONTHS]], ['0 lane', '1 owner', '2 ignore']],
    [
      'one without a word',
      [
        ['', ...MONTHS],
        ['通所C', '○'],
      ],
      ['0 lane'],
    ],
    [
      'two without a word',
      [
        ['', '', ...MONTHS],
        ['支援', '通所C', '○'],
      ],
      ['0 group', '1 lane'],
    ],
    [
      'three without a word',
      [
        ['', '', '', ...MONTHS],
        ['支援', '通所C', '試行', '○'],
      ],
      ['0 group', '1 lane', '2 label'],
    ],
    [
      'four without a word',
      [
        ['', '', '', '', ...MONTHS],
        ['あ', 'い', 'う', 'え', '○'],
      ],
      ['0 group', '1 lane', '2 label', '3 ignore'],
    ],
    [
      'one beside a lane',
      [
        ['', '取組み', ...MONTHS],
        ['支援', '通所C', '○'],
      ],
      ['0 group', '1 lane'],
    ],
    [
      'one beside a field',
      [
        ['分野', '', ...MONTHS],
        ['支援', '通所C', '○'],
      ],
      ['0 group', '1 lane'],
    ],
    [
      'two beside a field',
      [
        ['分野', '', '', ...MONTHS],
        ['支援', '通所C', '試行', '○'],
      ],
      ['0 group', '1 lane', '2 label'],
    ],
    [
      'none with numbers alone',
      [
        ['No.', '', ...MONTHS],
        ['1', '通所C', '○'],
        ['(2)', '訪問', '○'],
      ],
      ['0 ignore', '1 lane'],
    ],
    [
      'one with a number and a name',
      [
        ['', ...MONTHS],
        ['1', '○'],
        ['2 訪問', '○'],
      ],
      ['0 lane'],
    ],
    [
      'one with a name and a number',
      [
        ['', ...MONTHS],
        ['訪問2', '○'],
      ],
      ['0 lane'],
    ],
    [
      'none behind the months',
      [
        ['取組み', ...MONTHS, ''],
        ['通所C', '○', '', '', '町'],
      ],
      ['0 lane', '4 ignore'],
    ],
  ])('are told: %s', (_, lines, expected) => {
    expect(fields(lines)).toEqual(expected);
  });

  it('are what staff say, and nothing else', () => {
    const lines = [
      ['あ', 'い', '取組み', ...MONTHS, '担当'],
      ['甲', '乙', '丙', '○', '', '', '町'],
    ];
    const chosen: ChosenColumns = [
      [0, 'lane'],
      [1, 'group'],
      [2, 'ignore'],
    ];
    expect(fields(lines, { chosen })).toEqual(['0 lane', '1 group', '2 ignore', '6 ignore']);
    expect(bars(lines, { chosen })).toEqual(['乙 甲 甲 4-4']);
  });

  it('are told with their words and an example', () => {
    const long = '長'.repeat(61);
    const lines = [
      ['取組\nみ', long, ...MONTHS],
      ['', '', '○'],
      ['通所C', '町', '○'],
    ];
    expect(read(lines).lines).toEqual([
      { at: 0, heading: '取組み', example: '通所C', field: 'lane' },
      { at: 1, heading: `${'長'.repeat(59)}…`, example: '町', field: 'group' },
    ]);
  });
});

describe('the notes on a table of months', () => {
  const COLOURS =
    '月・四半期・年度が列になった表として、印や言葉の続く欄を1本の帯にしました。色や図形だけの欄は読み取れません。';
  const COUNTED = '年のない月は、令和6年度から順に数えました。';
  const ROW = ['支援', '通所C', '○', '', ''];

  it.each<[string, Lines, readonly string[]]>([
    ['months without a year', [HEAD, ROW], [COUNTED]],
    ['a row of years', [['', '', 'R6', '', ''], HEAD, ROW], []],
    ['a blank row and one of years', [[], ['', '', 'R6', '', ''], HEAD, ROW], []],
    [
      'a caption',
      [['計画表'], HEAD, ROW],
      [COUNTED, '見出しより上の1行（「計画表」）は取り込みません。'],
    ],
    [
      'a caption and a row of years',
      [['計画表'], ['', '', 'R6', '', ''], HEAD, ROW],
      ['見出しより上の2行（「計画表」など）は取り込みません。'],
    ],
    ['headings again', [HEAD, ROW, HEAD, ROW], [COUNTED]],
    [
      'another column',
      [
        [...HEAD, '予算'],
        [...ROW, '10'],
      ],
      [COUNTED, '「予算」の列は取り込みません。'],
    ],
    ['another column that is empty', [[...HEAD, '予算'], ROW], [COUNTED]],
  ])('say of %s', (_, lines, expected) => {
    expect(read(lines).notes).toEqual([COLOURS, ...expected]);
  });
});

describe('the rows of a table of months', () => {
  it.each<[string, Lines, readonly string[]]>([
    [
      'names from above',
      [
        ['支援', '通所C', '○'],
        ['', '', '', '○'],
      ],
      ['支援 通所C 通所C 4-4', '支援 通所C 通所C 5-5'],
    ],
    [
      '〃 from above',
      [
        ['支援', '通所C', '○'],
        ['〃', '〃', '', '○'],
      ],
      ['支援 通所C 通所C 4-4', '支援 通所C 通所C 5-5'],
    ],
    [
      'a lane of another field',
      [
        ['支援', '通所C', '○'],
        ['連携', '周知', '', '○'],
      ],
      ['支援 通所C 通所C 4-4', '連携 周知 周知 5-5'],
    ],
    [
      'a field alone above',
      [
        ['支援', ''],
        ['', '通所C', '○'],
      ],
      ['支援 通所C 通所C 4-4'],
    ],
    ['headings again', [HEAD, ['支援', '通所C', '○']], ['支援 通所C 通所C 4-4']],
    [
      'what is like a heading in part',
      [['支援', '通所C', '4月', '', '会議']],
      ['支援 通所C 4月 4-4', '支援 通所C 会議 6-6'],
    ],
  ])('are read: %s', (_, lines, expected) => {
    expect(bars([HEAD, ...lines])).toEqual(expected);
    expect(refused([HEAD, ...lines])).toEqual([]);
  });

  it.each<[string, Lines, readonly (readonly unknown[])[]]>([
    ['no marks', [['支援', '通所C']], [[1, NO_MARK]]],
    ['signs of nothing', [['支援', '通所C', '×']], [[1, NO_MARK]]],
    ['a field of signs of nothing', [['支援', '', '×']], [[1, NO_MARK]]],
    [
      'no lane in another field',
      [
        ['支援', '通所C', '○'],
        ['連携', '', '○', '', '○'],
      ],
      [[2, '取組みが入っていません。', '帯の名前が入っていません。']],
    ],
    [
      'a column too narrow',
      [['支援', '通所C', '○', '####']],
      [
        [
          1,
          '「####」は、列の幅が足りないときの表示です。Excelで列の幅を広げてから、もう一度コピーしてください。',
        ],
      ],
    ],
    [
      'two rows',
      [
        ['支援', '通所C'],
        ['支援', '訪問'],
      ],
      [
        [1, NO_MARK],
        [2, NO_MARK],
      ],
    ],
  ])('are refused: %s', (_, lines, expected) => {
    expect(refused([HEAD, ...lines])).toEqual(expected);
  });

  it('without a field belong to その他, and are told so', () => {
    const { rows } = read([
      ['取組み', ...MONTHS],
      ['通所C', '○'],
    ]);
    expect(rows).toMatchObject([{ group: 'その他', lane: '通所C' }]);
    expect(rows[0]?.doubts).toEqual([READ, '分野の列がないため、「その他」にしました。']);
  });

  it('belong to the row above that names alone, unless it says more', () => {
    const head = ['取組み', ...MONTHS, '担当'];
    const lines = [head, ['総合事業'], ['通所C', '○'], ['連携', '', '', '', '町'], ['周知', '○']];
    expect(bars(lines)).toEqual(['総合事業 通所C 通所C 4-4', '総合事業 周知 周知 4-4']);
    expect(refused(lines)).toEqual([[3, NO_MARK]]);
    const owner = [head, ['', '', '', '', '町'], ['周知', '○']];
    expect(refused(owner)).toEqual([[1, NO_MARK]]);
  });

  it('have a field alone beside columns that are not read', () => {
    const lines = [
      ['分野', '取組み', ...MONTHS, '予算'],
      ['支援', '', '', '', '', '10'],
      ['', '通所C', '○'],
    ];
    expect(bars(lines)).toEqual(['支援 通所C 通所C 4-4']);
    expect(refused(lines)).toEqual([]);
  });

  it('have names, kinds and more of their own', () => {
    const { rows } = read([
      ['分野', '取組み', '名称', '段階', '状況', '担当', ...MONTHS, '備考'],
      ['支援', '通所C', '第1弾', '試行', '完了', '町', '○', '', '検討', 'メモ'],
      ['', '', '', '', '', '〃', '', '会議', '', ''],
    ]);
    expect(
      rows.map(({ label, kind, state, owner, note }) => [label, kind, state, owner, note]),
    ).toEqual([
      ['第1弾', 'trial', 'done', '町', 'メモ'],
      ['検討', 'trial', 'done', '町', 'メモ'],
      ['会議', 'operation', 'planned', '町', ''],
    ]);
  });

  it('keep what their source says of cells that are read, once', () => {
    const remark = (column: number, reason: string) => ({ row: 1, column, reason });
    const remarks: SheetRemarks = {
      cells: [remark(0, '線'), remark(2, '線'), remark(3, '隠'), remark(5, '灰')],
      ...{ hiddenRows: [], hiddenColumns: [] },
    };
    const lines = [
      [...HEAD, '予算'],
      ['支援', '通所C', '○', '●', '', '10'],
    ];
    expect(read(lines, { remarks }).rows.map(({ doubts }) => doubts)).toEqual([
      [READ, '線', '隠', '「○」「●」を続けて1本の帯にしました。'],
    ]);
  });

  it('take no text of a merged cell for their own', () => {
    const merges: readonly Merge[] = [{ from: { row: 1, column: 0 }, to: { row: 1, column: 1 } }];
    const table = read([HEAD, ['支援', '']], { merges });
    expect(table.refused.map(({ cells }) => cells.slice(0, 2))).toEqual([['支援', '']]);
  });
});
