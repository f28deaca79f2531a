import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf, type Merge } from '#shared/domain/import/grid.ts';
import { type ChosenColumns, findColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import { barLines, barNotes } from '#shared/domain/roadmap/pasted/describe.ts';
import { runsOf } from '#shared/domain/roadmap/pasted/month-runs.ts';
import { readKind, readProgress, readState } from '#shared/domain/roadmap/pasted/read-choices.ts';
import { readRoadmapRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import { readTypedSpan, type TypedSpan } from '#shared/domain/roadmap/pasted/read-span.ts';

const FY = fiscalYear(2022);
type Lines = readonly (readonly string[])[];

describe('when a bar lasts, as cells say it', () => {
  it.each<[TypedSpan, string, string]>([
    [{ start: '4月', end: '6月' }, '2022-04', '2022-06'],
    [{ start: ' 4月 ', end: ' 6月 ' }, '2022-04', '2022-06'],
    [{ start: '4月' }, '2022-04', '2022-04'],
    [{ start: '4月', end: ' ' }, '2022-04', '2022-04'],
    [{ start: '11月', end: '2月' }, '2022-11', '2023-02'],
    // An end without a year may lie in the next one.
    [{ start: '令和5年2月', end: '4月' }, '2023-02', '2023-04'],
    [{ start: '令和5年2月下旬', end: '2月下旬' }, '2023-02-T3', '2023-02-T3'],
    [{ start: '令和5年2月下旬', end: '2月' }, '2023-02-T3', '2023-02'],
    [{ start: '令和5年2月下旬', end: '2月中旬' }, '2023-02-T3', '2024-02-T2'],
    [{ start: '令和6年度' }, '2024-04', '2025-03'],
    [{ start: '令和5年2月', end: '令和5年度' }, '2023-02', '2024-03'],
    [{ start: ' ', period: ' 4月～6月 ' }, '2022-04', '2022-06'],
    [{ start: '5月', period: '4月～6月' }, '2022-05', '2022-05'],
    [{ period: '4月', end: '～6月まで' }, '2022-04', '2022-06'],
    [{ start: '4月', end: '〜6月' }, '2022-04', '2022-06'],
    [{ period: '4月〜6月' }, '2022-04', '2022-06'],
    [{ period: '4月~6月まで' }, '2022-04', '2022-06'],
    [{ period: '4月∼6月' }, '2022-04', '2022-06'],
    [{ period: '4月から6月' }, '2022-04', '2022-06'],
    [{ period: '4月 － 6月' }, '2022-04', '2022-06'],
    [{ period: '4月 — 6月' }, '2022-04', '2022-06'],
    [{ start: '4/1', end: '6/30' }, '2022-04', '2022-06'],
    [{ start: '2023/2/1', end: '2/28' }, '2023-02', '2023-02'],
    [{ start: '4/2', end: '6/30' }, '2022-04-T1', '2022-06-T3'],
    [{ start: '4/1', end: '6/29' }, '2022-04-T1', '2022-06-T3'],
    [{ start: '4月', end: '6/30' }, '2022-04', '2022-06-T3'],
    [{ start: '4/1', end: '6月' }, '2022-04-T1', '2022-06'],
    [{ start: '4/11', end: '6月上旬' }, '2022-04-T2', '2022-06-T1'],
  ])('is read: %j', (typed, start, end) => {
    expect(readTypedSpan(typed, FY)).toEqual({ ok: true, value: { start, end } });
  });

  it.each<[TypedSpan, string]>([
    [{}, '開始の月が入っていません。'],
    [{ end: '6月' }, '開始の月が入っていません。'],
    [{ period: '～6月' }, '開始の月が入っていません。'],
    [{ period: '4月～' }, '終了の月が入っていません。'],
    [{ start: '4月', end: 'まで' }, '終了の月が入っていません。'],
    [{ start: '春', end: '6月' }, '「春」は月として読み取れません。'],
    [{ start: '4月', end: '夏' }, '「夏」は月として読み取れません。'],
    [
      { start: '令和5年6月', end: '令和5年4月' },
      '終了（令和5年4月）が開始（令和5年6月）より前です。',
    ],
  ])('is refused with what is wrong: %j', (typed, happened) => {
    const read = readTypedSpan(typed, FY);
    expect(read).toMatchObject({ ok: false, error: { happened } });
    expect(read.ok ? '' : read.error.todo).toContain('月');
  });

  it.each<TypedSpan>([{}, { period: '4月～' }, { start: '令和5年6月', end: '令和5年4月' }])(
    'is asked for: %j',
    (typed) => {
      const todo = '開始と終了の月を入力してください。';
      expect(readTypedSpan(typed, FY)).toMatchObject({ error: { todo } });
    },
  );
});

describe('a word for a bar', () => {
  it.each([
    ['', 'operation'],
    [' ', 'operation'],
    ['検討・準備', 'preparation'],
    ['要綱の作成', 'preparation'],
    [' 試行 ', 'trial'],
    ['ﾓﾃﾞﾙ事業', 'trial'],
    ['Trial', 'trial'],
    ['planPeriod', 'planPeriod'],
    ['第9期計画', 'planPeriod'],
    ['本格', 'operation'],
    ['その他', 'other'],
  ])('says its kind: "%s"', (text, value) => {
    expect(readKind(text)).toEqual({ value, doubts: [] });
  });

  it.each([
    ['', 'planned'],
    [' ', 'planned'],
    ['完了', 'done'],
    ['済', 'done'],
    ['DONE', 'done'],
    ['取りやめ', 'cancelled'],
    ['実施中', 'running'],
    ['未実施', 'planned'],
  ])('says its state: "%s"', (text, value) => {
    expect(readState(text)).toEqual({ value, doubts: [] });
  });

  it.each([
    ['', null],
    [' ', null],
    ['%', null],
    ['0', 0],
    ['40', 40],
    ['40%', 40],
    ['４０％', 40],
    [' 40 %', 40],
    ['12.5', 12.5],
    ['100', 100],
  ])('says how far it is: "%s"', (text, value) => {
    expect(readProgress(text)).toEqual({ value, doubts: [] });
  });

  it.each(['100.5', '1000', '4.', '-4', '4割', 'a40', '40a'])('says no progress: "%s"', (text) => {
    expect(readProgress(text)).toEqual({
      value: null,
      doubts: [`進み「${text}」は0～100の数として読み取れません。空のままにします。`],
    });
  });

  it('that is not known is told', () => {
    expect(readKind('？')).toEqual({
      value: 'other',
      doubts: ['種類「？」は「その他」にしました。'],
    });
    expect(readState('？')).toEqual({
      value: 'planned',
      doubts: ['状態「？」は「予定」にしました。'],
    });
  });
});

describe('cells under months', () => {
  const runs = (...texts: readonly string[]) => runsOf(texts.map((text) => ({ text })));
  const run = (from: number, to: number, label: string, ...marks: readonly string[]) => ({
    ...{ from, to, label, marks },
  });

  it.each([
    [['○', '○', '', '○'], [run(0, 1, '', '○'), run(3, 3, '', '○')], []],
    [['', '', '1'], [run(2, 2, '', '1')], []],
    [['○', '●', '○'], [run(0, 2, '', '○', '●')], []],
    [['○ ○', '→'], [run(0, 1, '', '○ ○', '→')], []],
    [['検討', '→', '試行', '試行'], [run(0, 1, '検討', '→'), run(2, 3, '試行')], []],
    [['→', '検討', '検討'], [run(0, 2, '検討', '→')], []],
    [[' ●検討  会→ '], [run(0, 0, '検討 会')], []],
    [['検討', '×', '検討'], [run(0, 0, '検討'), run(2, 2, '検討')], ['×']],
    [['－', '×', '－', '○'], [run(3, 3, '', '○')], ['－', '×']],
    [['なし', '○', '無'], [run(1, 1, '', '○')], ['なし', '無']],
    [['ー', 'レ', '１'], [run(0, 2, '', 'ー', 'レ', '１')], []],
    [['12'], [run(0, 0, '12')], []],
    [[' ', ''], [], []],
  ])('are bars where neighbours are marked: %j', (texts, expected, none) => {
    expect(runs(...texts)).toEqual({ runs: expected, none });
  });
});

describe('the columns of a table of bars', () => {
  const columns = (lines: Lines, chosen?: ChosenColumns, merges: readonly Merge[] = []) =>
    findColumns(gridOf(lines, merges), chosen ?? null);
  const HEAD = ['分野', '取組み', '名前', '開始', '終了'];
  const FIVE = ['group', 'lane', 'label', 'start', 'end'];

  it.each<[string, Lines, object]>([
    ['the first row', [HEAD], { header: 0, columns: FIVE, isGuess: false }],
    ['a row below captions', [['令和4年度'], [], HEAD], { header: 2, lastHeader: 2, names: HEAD }],
    ['the tenth row', [...Array(9).fill(['表']), HEAD], { header: 9, columns: FIVE }],
    [
      'no row behind it',
      [...Array(10).fill(['表', 'い']), HEAD],
      { header: null, lastHeader: null, columns: FIVE, names: ['', '', '', '', ''], isGuess: true },
    ],
    ['names and a period', [['名前', '期間']], { header: 0, columns: ['label', 'period'] }],
    ['lanes and a beginning', [['取組み', '開始']], { header: 0, columns: ['lane', 'start'] }],
    ['no names', [['分野', '開始']], { header: null, columns: ['group', 'lane'] }],
    ['no time', [['分野', '取組み', '名前']], { header: null, isGuess: true }],
    [
      'a word twice',
      [['取組み', '開始', '開始', '何か']],
      { header: 0, columns: ['lane', 'start', null, null] },
    ],
    [
      'two rows of headings',
      [
        ['取組み', '期間', '', '実績', '', '備考'],
        ['', '開始', '終了', '開始', '終了', ''],
      ],
      {
        header: 0,
        lastHeader: 1,
        names: ['取組み', '開始', '終了', '開始', '終了', '備考'],
        columns: ['lane', 'start', 'end', 'actualStart', 'actualEnd', 'note'],
      },
    ],
    [
      'two rows, of which the lower one holds something else',
      [
        ['取組み', '開始', '終了', ''],
        ['', '4月', '終了', ''],
      ],
      { header: 0, lastHeader: 0, columns: ['lane', 'start', 'end', null] },
    ],
    [
      'another heading over the lower ones',
      [
        ['取組み', '実績', '計画の期間', ''],
        ['', '担当', '開始', '終了'],
      ],
      { header: 0, lastHeader: 1, columns: ['lane', 'owner', 'start', 'end'] },
    ],
    ['nothing', [], { header: null, columns: [], isGuess: true }],
  ])('are told by %s', (_, lines, expected) => {
    expect(columns(lines)).toMatchObject(expected);
  });

  it('are told by merged headings once', () => {
    const merged = columns([['取組み', '開始', '', '終了']], undefined, [
      { from: { row: 0, column: 1 }, to: { row: 0, column: 2 } },
    ]);
    expect(merged.columns).toEqual(['lane', 'start', null, 'end']);
    expect(merged.names).toEqual(['取組み', '開始', '', '終了']);
  });

  it('are what staff say that they are', () => {
    const found = columns(
      [['あ', 'い', '名前', '期間']],
      [
        [0, 'lane'],
        [2, 'ignore'],
      ],
    );
    expect(found).toMatchObject({ columns: ['lane', null, null, 'period'], isGuess: false });
  });

  it('are told with what stands below them, and what is left out', () => {
    const lines = [
      ['令和4年度'],
      ['取組み', '開始', '予算', '長'.repeat(70)],
      ['通所C', '', '10', ''],
      ['', '4月', '', '注'],
    ];
    const grid = gridOf(lines);
    const found = findColumns(grid);
    expect(barLines(grid, found)).toEqual([
      { at: 0, heading: '取組み', example: '通所C', field: 'lane' },
      { at: 1, heading: '開始', example: '4月', field: 'start' },
      { at: 2, heading: '予算', example: '10', field: 'ignore' },
      { at: 3, heading: `${'長'.repeat(59)}…`, example: '注', field: 'ignore' },
    ]);
    expect(barNotes(grid, found)).toEqual([
      '見出しより上の1行（「令和4年度」）は取り込みません。',
      `「予算」「${'長'.repeat(19)}…」の列は取り込みません。`,
    ]);
  });

  it('are told by the first row, too, where there are no headings', () => {
    const grid = gridOf([['支援', '県', '伴走', '4月']]);
    expect(barLines(grid, findColumns(grid))[0]).toEqual({
      ...{ at: 0, heading: '', example: '支援', field: 'group' },
    });
  });
});

describe('the rows of a table of bars', () => {
  const HEAD = ['分野', '取組み', '名前', '開始', '終了', '担当', '備考'];
  const read = (lines: Lines, remarks: Parameters<typeof gridOf>[2] = null) =>
    readRoadmapRows(gridOf(lines, [], remarks), { fiscalYear: FY });

  it.each<[string, Lines, readonly (readonly string[])[]]>([
    [
      'an empty name is that above',
      [
        ['支援', '県', 'あ', '4月'],
        ['', '', 'い', '5月'],
      ],
      [
        ['支援', '県', 'あ'],
        ['支援', '県', 'い'],
      ],
    ],
    [
      'the field once more is the same field',
      [
        ['支援', '県', 'あ', '4月'],
        ['支援', '', 'い', '5月'],
      ],
      [
        ['支援', '県', 'あ'],
        ['支援', '県', 'い'],
      ],
    ],
    [
      '〃 is that above',
      [
        ['支援', '県', 'あ', '4月'],
        ['〃', '', '〃', '5月'],
      ],
      [
        ['支援', '県', 'あ'],
        ['支援', '県', 'あ'],
      ],
    ],
    [
      'a row of names names those below',
      [
        ['支援', '県', '', ''],
        ['', '', 'い', '5月'],
      ],
      [['支援', '県', 'い']],
    ],
    [
      'headings again are no bar',
      [['支援', '県', 'あ', '4月'], HEAD, ['', '', 'い', '5月']],
      [
        ['支援', '県', 'あ'],
        ['支援', '県', 'い'],
      ],
    ],
  ])('are read: %s', (_, lines, expected) => {
    const { rows, refused } = read([HEAD, ...lines]);
    expect(rows.map(({ group, lane, label }) => [group, lane, label])).toEqual(expected);
    expect(refused).toEqual([]);
  });

  it('are no headings again, where a caption stands right above the first', () => {
    const grid = gridOf([['令和4年度'], HEAD, ['支援', '県', 'あ', '4月'], HEAD]);
    const { rows, refused } = readRoadmapRows(grid, { fiscalYear: FY });
    expect(rows).toHaveLength(1);
    expect(refused).toEqual([]);
    expect(barNotes(grid, findColumns(grid))).toEqual([
      '見出しより上の1行（「令和4年度」）は取り込みません。',
      '4行目にまた見出しがあるので、読みとばしました。',
    ]);
  });

  it('keep what their source says of them once, where it is read', () => {
    const remark = (column: number, reason: string) => ({ row: 1, column, reason });
    const { rows } = read(
      [
        [...HEAD, '予算'],
        ['支援', '県', 'あ', '4月', '', '', '', '10'],
      ],
      {
        cells: [remark(0, '線'), remark(2, '線'), remark(7, '灰')],
        ...{ hiddenRows: [], hiddenColumns: [] },
      },
    );
    expect(rows.map(({ doubts }) => doubts)).toEqual([['線']]);
  });

  it.each([
    ['', '町', ['', '町']],
    ['メモ', ' ', ['メモ', '']],
  ])('may have a note or somebody in charge: "%s" "%s"', (note, owner, expected) => {
    const { rows } = read([HEAD, ['支援', '県', 'あ', '4月', '', owner, note]]);
    expect(rows.map((row) => [row.note, row.owner])).toEqual([expected]);
  });

  it.each([
    [['支援', '県', '', '4月'], ['帯の名前が入っていません。']],
    [
      ['', '', 'あ', '4月'],
      ['分野が入っていません。', '取組みが入っていません。'],
    ],
    [['支援', '県', 'あ', '4月', '', '町'.repeat(201)], ['担当が長すぎます（201文字）。']],
    [
      ['支援', '県', 'あ', '####'],
      [
        '「####」は、列の幅が足りないときの表示です。Excelで列の幅を広げてから、もう一度コピーしてください。',
      ],
    ],
  ])('are refused with what is wrong: %j', (line, reasons) => {
    const { rows, refused } = read([HEAD, line]);
    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ row: 1, reasons }]);
  });

  it('are read as far as they can be where it is said when they were', () => {
    const { rows } = read([
      ['取組み', '分野', '開始', '実績開始', '実績終了'],
      ['県', '支援', '4月', '4月中旬', '夏'],
    ]);
    expect(rows).toMatchObject([
      {
        ...{ label: '県', actualStart: '2022-04-T2', actualEnd: '' },
        doubts: ['実績の終了：「夏」は月として読み取れません。空のままにします。'],
      },
    ]);
  });
});
