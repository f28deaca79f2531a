import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import type { PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { TableAnswer } from '#workers/table-reading/messages.ts';
import { createTableReading } from '#workers/table-reading/table-reading.ts';

const read = async (html: string): Promise<PastedRows> => {
  const answers: TableAnswer[] = [];
  const ask = createTableReading((answer) => answers.push(answer));
  await ask({ kind: 'copied', copied: { html, text: '' } });
  const [opened] = answers;
  if (opened?.kind !== 'opened' || !opened.opened.ok) throw new Error('nothing was opened');
  await ask({ kind: 'bars', sheet: opened.opened.value.index, fiscalYear: fiscalYear(2022) });
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
});
