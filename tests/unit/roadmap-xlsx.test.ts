import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#features/roadmap/output/xlsx.ts';
import type { Day } from '#shared/dates/types.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { roadmapSheets } from '#shared/domain/roadmap/paper/workbook.ts';
import { EMPTY_ROADMAP, HOSTILE, largeRoadmap, TOWN } from '#tests/support/roadmaps.ts';
import { FOR_OFFICE } from '#tests/support/tables.ts';
import { unpack } from '#workers/table-file/archive.ts';

const OPTIONS = {
  municipality: '益城町',
  versionName: '第2回支援前',
  date: '2022-12-01' as Day,
  today: '2023-04-10' as Day,
  withSources: true,
  outgoing: FOR_OFFICE,
};

type Book = {
  /** Each sheet's cells as a reader shows them. */
  readonly cells: (sheet: string) => Promise<readonly (readonly unknown[])[]>;
  readonly xml: (path: string) => string;
};

const bookOf = async (roadmap: Roadmap, options = OPTIONS): Promise<Book> => {
  const bytes = await writeWorkbook(roadmapSheets(roadmap, options));
  const files = await unpack(bytes, () => true, 100_000_000);
  return {
    cells: async (sheet) => {
      const sheets = await readXlsxFile(Buffer.from(bytes));
      return sheets.find((one) => one.sheet === sheet)?.data ?? [];
    },
    xml: (path) =>
      new TextDecoder().decode(files.find(({ name }) => name === path)?.bytes ?? new Uint8Array()),
  };
};

const CHART = 'xl/worksheets/sheet1.xml';

/** A1 from row and column, both from 0. */
const address = (row: number, column: number): string =>
  `${column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}${row + 1}`;

const mergesOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<mergeCell ref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(([, ref = '']) => ref);

describe('the workbook of a town’s roadmap', () => {
  let book: Book;
  let cells: readonly (readonly unknown[])[];
  let rowOf: (text: string) => number;
  let merges: readonly string[];

  beforeAll(async () => {
    book = await bookOf(TOWN);
    cells = await book.cells('ロードマップ');
    rowOf = (text) => cells.findIndex((row) => row.includes(text));
    merges = mergesOf(book.xml(CHART));
  });

  it('tells its title, the prefecture’s line, day, version and 暫定版 above the chart', () => {
    expect(cells[0]?.[0]).toBe('益城町の自立支援・重度化防止に関する取組み ロードマップ');
    expect(cells[1]?.[0]).toBe(TOWN.caption);
    expect(cells[2]?.[0]).toBe('令和4年12月1日　「第2回支援前」　【暫定版】　【内部用】');
  });

  it('has merged fiscal years over their months', () => {
    expect(cells[3]?.slice(0, 3)).toEqual(['分野', '取組み', '令和4年度']);
    expect(cells[4]?.slice(2, 9)).toEqual(['11月', '12月', '1月', '2月', '3月', '4月', '5月']);
    expect(cells[3]?.[7]).toBe('令和5年度');
    expect(merges).toEqual(expect.arrayContaining(['A4:A5', 'B4:B5', 'C4:G4', 'H4:S4', 'AR4:BC4']));
    expect(cells[3]?.filter((text) => text !== null)).toHaveLength(7);
  });

  it('has each bar’s name in cells merged over its months, and each lane and group once', () => {
    const row = rowOf('通所型サービスC');
    expect(cells[row]?.[2]).toBe('✓ 見直し検討');
    expect(cells[row]?.[5]).toBe('！遅れ 試行');
    expect(cells[row]?.[7]).toBe('試行の継続（結果を出す）');
    expect(cells[row]?.[19]).toBe('本格実施');
    for (const [from, to] of [
      [2, 4],
      [5, 6],
      [7, 18],
      [19, 54],
    ] as const) {
      expect(merges).toContain(`${address(row, from)}:${address(row, to)}`);
    }
    for (const { name } of [...TOWN.groups, ...TOWN.lanes]) {
      expect(cells.flat().filter((text) => text === name)).toHaveLength(1);
    }
    const group = rowOf('自立支援・重度化防止の取組み');
    expect(merges.some((ref) => ref.startsWith(`A${group + 1}:A`))).toBe(true);
  });

  it('names every bar and milestone in the chart or under it', () => {
    const all = cells.flat().join('\n');
    for (const { label } of [...TOWN.bars, ...TOWN.milestones]) expect(all).toContain(label);
    expect(cells[rowOf('国の伴走支援')]?.[3]).toBe('◆第2回 12/22');
    expect(all).toContain('図に載らないもの：「第1回 8/24」');
    expect(all).toContain('出典：第9期介護保険事業計画');
    const legend = cells[rowOf('凡例')]?.filter((text) => text !== null);
    expect(legend).toEqual(['凡例', '検討・準備', '試行', '実施', '計画期間', 'その他', '◆ 節目']);
  });

  it('colours cells by kind, with pattern and border for black and white', () => {
    const styles = book.xml('xl/styles.xml');
    expect(styles.toLowerCase()).toContain('0066be');
    expect(styles.toLowerCase()).toContain('d9e6ff');
    expect(styles).toContain('patternType="lightUp"');
    for (const border of ['mediumDashed', 'double', 'thin'])
      expect(styles).toContain(`style="${border}"`);
  });

  it('stays in view: headings and names are frozen', () => {
    expect(book.xml(CHART)).toMatch(
      /<pane ySplit="5" xSplit="2" topLeftCell="C6"[^>]*state="frozen"/,
    );
  });

  it('prints landscape on A3, one page wide, with headings and page numbers', () => {
    const xml = book.xml(CHART);
    const setup = /<pageSetup[^>]*>/.exec(xml)?.[0] ?? '';
    for (const part of [
      'orientation="landscape"',
      'paperSize="8"',
      'fitToWidth="1"',
      'fitToHeight="0"',
    ]) {
      expect(setup).toContain(part);
    }
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('&amp;P / &amp;N');
    expect(book.xml('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'ロードマップ'!$A:$B,'ロードマップ'!$4:$5</definedName>`,
    );
    // The order that Excel insists on.
    const order = [
      ...xml.matchAll(
        /<(sheetPr|sheetViews|cols|sheetData|mergeCells|pageMargins|pageSetup|headerFooter)\b/g,
      ),
    ];
    expect(order.map(([, name]) => name)).toEqual([
      ...['sheetPr', 'sheetViews', 'cols', 'sheetData', 'mergeCells'],
      ...['pageMargins', 'pageSetup', 'headerFooter'],
    ]);
  });

  it('lists bars and milestones with all that a chart cannot show', async () => {
    const list = await book.cells('帯の一覧');
    expect(list[0]).toEqual([
      '分野',
      '取組み',
      '名前',
      '開始',
      '終了',
      '種類',
      '状態',
      '進み',
      '担当',
      '実績開始',
      '実績終了',
      '備考',
      '出典',
    ]);
    expect(list).toHaveLength(TOWN.bars.length + 1);
    expect(list[2]?.slice(0, 7)).toEqual([
      '介護保険事業計画',
      '第9期計画',
      '策定',
      '令和5年4月',
      '令和6年3月',
      '検討・準備',
      '予定',
    ]);
    expect(list[2]?.[12]).toBe('第9期介護保険事業計画');
    expect(list.find((row) => row[2] === '見直し')?.[7]).toBe(60);
    expect(list.find((row) => row[2] === '見直し検討')?.[10]).toBe('令和5年1月中旬');
    const marks = await book.cells('節目の一覧');
    expect(marks).toHaveLength(TOWN.milestones.length + 1);
    expect(marks[1]?.slice(1, 4)).toEqual(['国の伴走支援', '第1回', '令和4年8月24日(水)']);
  });
});

describe('a workbook', () => {
  it('holds no formula: names that begin like one stay text', async () => {
    const book = await bookOf(HOSTILE);
    expect(book.xml(CHART)).not.toContain('<f>');
    const all = (await book.cells('ロードマップ')).flat();
    expect(all).toContain('=HYPERLINK("http://x")');
    expect(all.join()).toContain('+1-2 @SUM(A1)');
    expect(all).toContain('◆-cmd|calc');
    expect(all).toContain('<img src=x onerror=alert(1)>');
    const bars = (await book.cells('帯の一覧')).flat();
    expect(bars).toContain('+1-2 @SUM(A1)');
    expect(bars.join()).toContain("〓〓〓 'x' & <b>");
    expect(book.xml('xl/styles.xml')).toContain('formatCode="@"');
  });

  it('keeps a name that Excel would read as an escape', async () => {
    const [bar] = TOWN.bars;
    if (!bar) throw new Error('no bar');
    const book = await bookOf({ ...TOWN, bars: [{ ...bar, label: '_x0041_' }] });
    expect(book.xml('xl/sharedStrings.xml')).toContain('_x005F_x0041_');
  });

  it('puts what overlaps in one lane into rows of its own', async () => {
    const [bar] = TOWN.bars;
    if (!bar?.span) throw new Error('no bar');
    const twin = { ...bar, id: 'twin' as typeof bar.id, label: '同じ時期' };
    const book = await bookOf({ ...TOWN, bars: [bar, twin] });
    const cells = await book.cells('ロードマップ');
    const first = cells.findIndex((row) => row.includes(bar.label));
    expect(cells[first + 1]).toContain('同じ時期');
    expect(mergesOf(book.xml(CHART))).toContain(`B${first + 1}:B${first + 2}`);
  });

  it('of an empty roadmap has its headings all the same', async () => {
    const book = await bookOf(EMPTY_ROADMAP, { ...OPTIONS, versionName: '' });
    const cells = await book.cells('ロードマップ');
    expect(cells[0]?.[0]).toBe('益城町 ロードマップ');
    expect(cells[1]?.[0]).toBe('令和4年12月1日現在　【内部用】');
    expect(cells[2]?.slice(0, 3)).toEqual(['分野', '取組み', '令和4年度']);
    expect(await book.cells('帯の一覧')).toHaveLength(1);
  });

  it('of 1,000 bars in 10 years has every one of them', async () => {
    const roadmap = largeRoadmap(1000, 10);
    const book = await bookOf(roadmap);
    const all = new Set((await book.cells('ロードマップ')).flat());
    expect(
      roadmap.bars.filter(({ label }) => !all.has(label) && !all.has(`！遅れ ${label}`)),
    ).toEqual([]);
  });
});
