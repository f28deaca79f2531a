import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdge } from '#shared/dates/parse-edge.ts';
import { formatEdge, type SpanEdge, slot, slotOfMonth, thirdOfSlot } from '#shared/dates/thirds.ts';
import { fiscalYear, month } from '#shared/dates/types.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import { readRoadmapRows } from '#shared/domain/roadmap/pasted/read-rows.ts';

const FY = fiscalYear(2022);
const edge = (text: string, side?: 'start' | 'end') => {
  const parsed = parseEdge(text, FY, side);
  return parsed.ok ? parsed.value : parsed.error.happened;
};

const anyTyped = fc
  .array(
    fc.constantFrom(...'令和昭元年度月日上中下旬初末〃～~-/.0129RT$&「」 ', '\ud800', '<img>'),
    {
      maxLength: 120,
    },
  )
  .map((letters) => letters.join(''));

describe('a month or a third of one, as it is typed', () => {
  it.each([
    ['令和5年2月', '2023-02'],
    ['R5.2', '2023-02'],
    ['r5/2', '2023-02'],
    ['令5.2', '2023-02'],
    ['Ｒ５．２', '2023-02'],
    ['令和５年　２月', '2023-02'],
    ['2023/2', '2023-02'],
    ['2023-02', '2023-02'],
    ['２０２３年２月', '2023-02'],
    ['平成31年4月', '2019-04'],
    ['平成35年4月', '2023-04'],
    ['令和元年5月', '2019-05'],
    ['昭和64年1月', '1989-01'],
    ['令和4年度2月', '2023-02'],
    ['9月', '2022-09'],
    ['2月', '2023-02'],
    ['令和5年2月中旬', '2023-02-T2'],
    ['R5.2上旬', '2023-02-T1'],
    ['2月下旬', '2023-02-T3'],
    ['2月の初め', '2023-02-T1'],
    ['2023年2月末', '2023-02-T3'],
    ['2023-02-T2', '2023-02-T2'],
    ['R5.2.13', '2023-02-T2'],
    ['2/28', '2023-02-T3'],
    ['昭和元年12月', '1926-12'],
    ['令和108年3月', '2126-03'],
    ['2126-03-T3', '2126-03-T3'],
  ])('%s is %s', (text, value) => {
    expect(edge(text)).toBe(value);
  });

  it('may be a whole fiscal year, where it is clear which end is meant', () => {
    expect(edge('令和6年度', 'start')).toBe('2024-04');
    expect(edge('R6年度', 'end')).toBe('2025-03');
    expect(edge('令和6年度')).toBe('「令和6年度」には月がありません。');
  });

  it.each([
    ['', '月が入っていません。'],
    ['令和6年', '「令和6年」には月がありません。'],
    ['2023-13', '「2023-13」の13月はありません。'],
    [
      '大正5年1月',
      '「大正5年1月」は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。',
    ],
    [
      '昭和元年11月',
      '「昭和元年11月」は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。',
    ],
    [
      '2126/4',
      '「2126/4」は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。',
    ],
    [
      '9999-12',
      '「9999-12」は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。',
    ],
    ['1600年1月', '「1600年1月」の年は扱えません（明治6年からです）。'],
    ['来年の春', '「来年の春」は月として読み取れません。'],
    ['未定', '「未定」は月として読み取れません。'],
    ['=A1', '「=A1」は月として読み取れません。'],
    ['44958', '「44958」は月として読み取れません。'],
    ['2月30日', '「2月30日」という日はありません。令和5年2月は28日までです。'],
    ['2月13日中旬', '「2月13日中旬」は月として読み取れません。'],
    ['13月上旬', '「13月上旬」の13月はありません。'],
  ])('%s is refused: %s', (text, happened) => {
    expect(edge(text)).toBe(happened);
  });

  it('needs a year where no fiscal year stands behind it', () => {
    expect(parseEdge('9月')).toHaveProperty('error.happened', '「9月」には年がありません。');
    expect(parseEdge('9月上旬', null).ok).toBe(false);
  });

  it('comes back from how it is written, for each month and third of 200 years', () => {
    const first = slotOfMonth(month('1926-12'));
    const last = slotOfMonth(month('2126-03'));
    fc.assert(
      fc.property(fc.integer({ min: first, max: last + 2 }), fc.boolean(), (at, whole) => {
        const third = thirdOfSlot(slot(at));
        const value: SpanEdge = whole ? month(third.slice(0, 7)) : third;
        expect(edge(formatEdge(value))).toBe(value);
        expect(edge(value)).toBe(value);
      }),
    );
  });

  it('never throws, whatever is typed, and quotes no more of it than a line holds', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const parsed = parseEdge(text, FY, 'end');
        if (!parsed.ok) expect(parsed.error.happened.length).toBeLessThan(140);
      }),
    );
  });
});

const read = (...lines: readonly (readonly string[])[]) =>
  readRoadmapRows(gridOf(lines), { fiscalYear: FY });

describe('a pasted table of bars', () => {
  it('is read under its headings, whatever their order', () => {
    const { rows, refused } = read(
      ['益城町ロードマップ'],
      ['分野', '取組み', '内容', '開始月', '終了月', '種類', '状態', '担当', '備考'],
      [
        '支援',
        '県の伴走支援',
        '通所C 試行の伴走',
        '令和5年4月',
        '令和6年3月',
        '実施',
        '予定',
        '県',
        '=1+1',
      ],
      ['', '', '', '', '', '', '', '', ''],
      ['介護予防', '通所型サービスC', '試行', 'R5.2', '2023/3', '試行', '進行中', '', ''],
      ['〃', '〃', '本格実施', 'R6.4上旬', 'R7.3', '', '', '〃', ''],
    );
    expect(refused).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        group: '支援',
        lane: '県の伴走支援',
        span: { start: '2023-04', end: '2024-03' },
        note: '=1+1',
      },
      {
        row: 4,
        group: '介護予防',
        kind: 'trial',
        state: 'running',
        span: { start: '2023-02', end: '2023-03' },
      },
      {
        row: 5,
        group: '介護予防',
        lane: '通所型サービスC',
        label: '本格実施',
        kind: 'operation',
        state: 'planned',
        span: { start: '2024-04-T1', end: '2025-03' },
      },
    ]);
  });

  it('needs no headings in the order of the app’s own table', () => {
    const { rows } = read([
      ...['支援', '県', '伴走', '2023-04', '2023-06', '検討・準備', '完了', '40%', '町'],
      ...['2023-04', '2023-05中旬', 'メモ'],
    ]);
    expect(rows).toEqual([
      {
        row: 0,
        group: '支援',
        lane: '県',
        label: '伴走',
        span: { start: '2023-04', end: '2023-06' },
        kind: 'preparation',
        state: 'done',
        progress: 40,
        owner: '町',
        actualStart: '2023-04',
        actualEnd: '2023-05-T2',
        note: 'メモ',
        doubts: ['見出しがないため、列の並びから読み取りました。'],
      },
    ]);
  });

  it('keeps the good rows and says of each bad one what is wrong with it', () => {
    const { rows, refused } = read(
      ['分野', '取組み', '名前', '開始', '終了'],
      ['支援', '県', 'よい帯', '4月', '6月'],
      ['支援', '県', '逆の帯', '令和5年6月', '令和5年4月'],
      ['支援', '県', '', '2023-13', '6月'],
      ['支援', '県', '古い帯', '大正5年1月', '大正5年2月'],
      ['支援', '県', 'な'.repeat(10_000), '4月', '5月'],
      ['支援', '県', 'もう一つ', '6月', ''],
    );
    expect(rows.map(({ label, span }) => [label, span.start, span.end])).toEqual([
      ['よい帯', '2022-04', '2022-06'],
      ['もう一つ', '2022-06', '2022-06'],
    ]);
    expect(refused.map(({ row, reasons }) => [row, ...reasons])).toEqual([
      [2, '終了（令和5年4月）が開始（令和5年6月）より前です。'],
      [3, '帯の名前が入っていません。', '「2023-13」の13月はありません。'],
      [4, '「大正5年1月」は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。'],
      [5, '帯の名前が長すぎます（10,000文字）。'],
    ]);
    expect(refused[0]?.cells).toEqual(['支援', '県', '逆の帯', '令和5年6月', '令和5年4月']);
  });

  it('fills an empty 分野 and 取組み from above, but no 取組み from another 分野', () => {
    const { rows, refused } = read(
      ['分野', '取組み', '名前', '開始', '終了'],
      ['支援'],
      ['', '県', 'あ', '4月', '5月'],
      ['', '', 'い', '6月', '7月'],
      ['地域連携', '', 'う', '6月', '7月'],
    );
    expect(rows.map(({ group, lane, label }) => [group, lane, label])).toEqual([
      ['支援', '県', 'あ'],
      ['支援', '県', 'い'],
    ]);
    expect(refused).toMatchObject([{ row: 4, reasons: ['取組みが入っていません。'] }]);
  });

  it('takes names from merged cells', () => {
    const grid = gridOf(
      [
        ['分野', '取組み', '名前', '開始', '終了'],
        ['支援', '県', 'あ', '4月', '5月'],
        ['', '', 'い', '6月', '7月'],
      ],
      [{ from: { row: 1, column: 0 }, to: { row: 2, column: 0 } }],
    );
    const { rows } = readRoadmapRows(grid, { fiscalYear: FY });
    expect(rows.map(({ group, label }) => [group, label])).toEqual([
      ['支援', 'あ'],
      ['支援', 'い'],
    ]);
  });

  it.each([
    ['令和5年4月～6月', '2023-04', '2023-06'],
    ['令和5年11月〜2月', '2023-11', '2024-02'],
    ['R5.4～R6.3', '2023-04', '2024-03'],
    ['2023-04 - 2023-06', '2023-04', '2023-06'],
    ['4月から6月まで', '2022-04', '2022-06'],
    ['令和6～令和8年度', null, '月'],
    ['令和6年度～令和8年度', '2024-04', '2027-03'],
    ['令和6年度', '2024-04', '2025-03'],
    ['令和5年2月中旬', '2023-02-T2', '2023-02-T2'],
    ['2023/4/1～2023/6/30', '2023-04', '2023-06'],
    ['2023/4/1～2023/6/29', '2023-04-T1', '2023-06-T3'],
    ['～令和8年度', null, '開始'],
    ['令和5年4月～', null, '終了'],
  ])('may hold its months in one cell: %s', (period, start, end) => {
    const { rows, refused } = read(
      ['分野', '取組み', '名前', '期間'],
      ['支援', '県', '伴走', period],
    );
    if (start === null) expect(refused[0]?.reasons[0]).toContain(end);
    else expect(rows[0]?.span).toEqual({ start, end });
  });

  it('says what it read only in part', () => {
    const { rows } = read(
      ['分野', '取組み', '名前', '開始', '終了', '種類', '状態', '進捗', '実績開始'],
      ['支援', '県', 'あ', '4月', '5月', 'モデル事業', '済', '120', '春ごろ'],
      ['支援', '県', 'い', '4月', '5月', '？', 'さて', 'x', ''],
    );
    expect(rows.map(({ kind, state, progress }) => [kind, state, progress])).toEqual([
      ['trial', 'done', null],
      ['other', 'planned', null],
    ]);
    expect(rows.map(({ doubts }) => doubts)).toEqual([
      [
        '進み「120」は0～100の数として読み取れません。空のままにします。',
        '実績の開始：「春ごろ」は月として読み取れません。空のままにします。',
      ],
      [
        '種類「？」は「その他」にしました。',
        '状態「さて」は「予定」にしました。',
        '進み「x」は0～100の数として読み取れません。空のままにします。',
      ],
    ]);
  });

  it('calls a bar as its lane where it has no names of its own', () => {
    const { rows } = read(['分野', '取組み', '開始', '終了'], ['支援', '動画の作成', '1月', '3月']);
    expect(rows).toMatchObject([{ lane: '動画の作成', label: '動画の作成' }]);
  });

  it('is never a reason to throw, and each of its rows is read, refused or only names', () => {
    const cell = fc.constantFrom(
      '',
      '支援',
      '〃',
      '4月',
      'R5.2',
      '<img onerror=x>',
      '=1+1',
      '～',
      '分野',
      '開始',
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 }), (lines) => {
        const { rows, refused } = read(...lines);
        const told = [...rows, ...refused].map(({ row }) => row);
        expect(new Set(told).size).toBe(told.length);
        for (const { reasons } of refused) expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is read from what Excel puts on the clipboard', () => {
    const text = '分野\t取組み\t名前\t開始\t終了\r\n支援\t県\t"二行の\n名前"\tR5.4\tR5.6\r\n';
    const { rows } = readRoadmapRows(parseTsv(text), { fiscalYear: null });
    expect(rows).toMatchObject([
      { label: '二行の 名前', span: { start: '2023-04', end: '2023-06' } },
    ]);
  });
});
