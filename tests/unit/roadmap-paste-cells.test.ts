import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import type { BarsWanted, ReadBars, TableAnswer } from '#workers/table-reading/messages.ts';
import { createTableReading } from '#workers/table-reading/table-reading.ts';

const read = async (html: string, wanted: Partial<BarsWanted> = {}): Promise<ReadBars> => {
  const answers: TableAnswer[] = [];
  const ask = createTableReading((answer) => answers.push(answer));
  await ask({ kind: 'copied', copied: { html, text: '' } });
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
});
