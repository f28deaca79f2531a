import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { bookBytes } from '#tests/support/import-corpus/books.ts';
import { documentBytes } from '#tests/support/import-corpus/documents.ts';
import type {
  BarsWanted,
  ReadBars,
  TableAnswer,
  TableRequest,
} from '#workers/table-reading/messages.ts';
import { createTableReading } from '#workers/table-reading/table-reading.ts';

const read = (html: string, wanted: Partial<BarsWanted> = {}): Promise<ReadBars> =>
  readGiven({ kind: 'copied', copied: { html, text: '' } }, wanted);

const readGiven = async (
  given: TableRequest,
  wanted: Partial<BarsWanted> = {},
): Promise<ReadBars> => {
  const answers: TableAnswer[] = [];
  const ask = createTableReading((answer) => answers.push(answer));
  await ask(given);
  const [opened] = answers;
  if (opened?.kind !== 'opened' || !opened.opened.ok) throw new Error('nothing was opened');
  const usual = { sheet: null, chosen: null, fiscalYear: fiscalYear(2022) };
  await ask({ kind: 'bars', wanted: { ...usual, ...wanted } });
  const last = answers.at(-1);
  if (last?.kind !== 'bars' || !last.read.ok) throw new Error('nothing was read');
  return last.read.value;
};

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const HEAD = row('分野', '取組み', '名前', '開始', '終了');

describe('bars that are pasted from Excel or Word', () => {
  it('keep merged groups, and say what was hidden or struck out', async () => {
    const { rows } = await read(
      `<table>${HEAD}<tr><td rowspan=2>連携</td><td>通所型サービスC</td><td>試行<s>実施</s></td><td>R5.2</td><td>R5.3</td></tr><tr style='display:none'><td>通所型サービスC</td><td>検討</td><td>R5.1</td><td>R5.1</td></tr></table>`,
    );
    expect(rows.map(({ group, label, doubts }) => [group, label, doubts])).toEqual([
      ['連携', '試行', ['取り消し線の引かれた「実施」を除きました。']],
      ['連携', '検討', ['非表示の行にあります。']],
    ]);
  });

  it('may go on in a second table whose headings stand again', async () => {
    const { rows, refused } = await read(
      `<table>${HEAD}${row('連携', '会議', '準備', 'R5.1', 'R5.2')}</table><p>（つづき）</p><table>${HEAD}${row('〃', '〃', '実施', 'R5.3', 'R5.3')}</table>`,
    );
    expect(refused).toEqual([]);
    expect(rows.map(({ group, lane, label }) => [group, lane, label])).toEqual([
      ['連携', '会議', '準備'],
      ['連携', '会議', '実施'],
    ]);
  });

  it('are found where another table stands beside theirs', async () => {
    const { rows } = await read(
      `<table>${row('日にち', '内容')}${row('8/3', '打合せ')}</table><table>${HEAD}${row('連携', '会議', '準備', 'R5.1', 'R5.2')}</table>`,
    );
    expect(rows.map(({ label }) => label)).toEqual(['準備']);
  });

  it('are refused where a column was too narrow, with what to do', async () => {
    const { refused } = await read(
      `<table>${HEAD}${row('連携', '会議', '準備', '#####', 'R5.2')}</table>`,
    );
    expect(refused[0]?.reasons[0]).toContain('列の幅');
  });

  it('come from another of the tables where staff want that', async () => {
    const html = `<table>${HEAD}${row('連携', '会議', '準備', 'R5.1', 'R5.2')}</table><table>${row('分野', '取組み', '名前', '開始', '終了', '備考')}${row('別', '会議', '研修', 'R5.3', 'R5.3', '')}</table>`;
    const first = await read(html);
    expect([first.sheet, first.rows[0]?.label]).toEqual([0, '準備']);
    expect(first.notes).toEqual(['表が2つあります。どれを読むかは「表」で選べます。']);
    const second = await read(html, { sheet: 1 });
    expect([second.sheet, second.rows[0]?.label]).toEqual([1, '研修']);
  });

  it('are to be looked at where only the order of the columns says what they are, until staff have said it', async () => {
    const html = `<table>${row('連携', '会議', '準備', 'R5.1', 'R5.2')}</table>`;
    const guessed = await read(html);
    expect(guessed.isGuess).toBe(true);
    expect(guessed.rows[0]?.doubts).toEqual(['見出しがないため、列の並びから読み取りました。']);
    const chosen = guessed.lines.map(({ at, field }) => [at, field] as const);
    const { rows, isGuess } = await read(html, { chosen });
    expect([isGuess, rows[0]?.doubts]).toEqual([false, []]);
  });

  it('are read by the columns that staff choose, and say which are not taken in', async () => {
    const html = `<table>${row('令和4年度の取組み')}${row('分野', '取組み', '名前', '別名', '開始', '終了')}${row('連携', '会議', '準備', '打合せ会', 'R5.1', 'R5.2')}</table>`;
    const found = await read(html);
    expect(found.notes).toEqual([
      '見出しより上の1行（「令和4年度の取組み」）は取り込みません。',
      '「別名」の列は取り込みません。',
    ]);
    const { rows, lines } = await read(html, {
      chosen: [
        [2, 'ignore'],
        [3, 'label'],
      ],
    });
    expect(rows[0]).toMatchObject({ label: '打合せ会', lane: '会議' });
    expect(lines.map(({ field }) => field)).toEqual([
      ...['group', 'lane', 'ignore', 'label', 'start', 'end'],
    ]);
  });

  it('may have 期間 and 実績 over 開始 and 終了, merged or beside blanks, on each page', async () => {
    const head = [
      row('分野', '取組み', '名前', '期間', '', '実績', ''),
      row('', '', '', '開始', '終了', '開始', '終了'),
    ].join('');
    const bars = `${row('連携', '会議', '準備', 'R5.1', 'R5.2', 'R5.1', '')}${head}${row('〃', '〃', '実施', 'R5.3', 'R5.3', '', '')}`;
    const { rows, refused, lines } = await read(`<table>${head}${bars}</table>`);
    expect(refused).toEqual([]);
    expect(rows.map(({ label, span, actualStart }) => [label, span.start, actualStart])).toEqual([
      ['準備', '2023-01', '2023-01'],
      ['実施', '2023-03', ''],
    ]);
    expect(lines.map(({ heading }) => heading).slice(2)).toEqual([
      ...['名前', '開始', '終了', '開始', '終了'],
    ]);
  });
});

describe('bars that come from a file', () => {
  const cells = [
    ['分野', '取組み', '名前', '開始', '終了'],
    ['連携', '会議', '準備', 'R5.1', 'R5.2'],
  ];

  it('are found on the sheet of a workbook that has their headings; what is hidden is said', async () => {
    const bytes = bookBytes({
      dialect: 'excel',
      sheets: [
        { name: '表紙', rows: [['令和4年度の計画']] },
        { name: '控え', state: 'hidden', rows: cells },
        { name: '計画', rows: cells, hiddenRows: [2] },
      ],
    });
    const { sheet, rows, notes } = await readGiven({ kind: 'file', name: '計画.xlsx', bytes });
    expect(sheet).toBe(2);
    expect(rows.map(({ label, doubts }) => [label, doubts])).toEqual([
      ['準備', ['非表示の行にあります。']],
    ]);
    expect(notes).toEqual(['非表示のシート「控え」があります。']);
  });

  it('are read from a Word document and from a text file alike', async () => {
    const body = cells.map(
      (line) =>
        `<w:tr>${line.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`,
    );
    const document = documentBytes(`<w:tbl>${body.join('')}</w:tbl>`);
    const text = new TextEncoder().encode(cells.map((line) => line.join(',')).join('\r\n'));
    for (const [name, bytes] of [
      ['計画.docx', document],
      ['計画.csv', text],
    ] as const) {
      const { rows, notes } = await readGiven({ kind: 'file', name, bytes });
      expect(rows.map(({ label, doubts }) => [label, doubts])).toEqual([['準備', []]]);
      expect(notes).toEqual([]);
    }
  });
});
