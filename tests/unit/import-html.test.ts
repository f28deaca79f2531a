import { describe, expect, it } from 'vitest';
import { lastBrackets, withoutBrackets } from '#shared/domain/import/brackets.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import { createHtmlColumns, spansOf } from '#shared/domain/import/html-columns.ts';
import { isBeside, isDeleted, lookOf, readClassRules } from '#shared/domain/import/html-styles.ts';
import { readHtmlTables } from '#shared/domain/import/html-table.ts';
import { isOther, subHeadings } from '#shared/domain/import/sub-headings.ts';

const rulesOf = (sheet: string): ReadonlyMap<string, string> => {
  const rules = new Map<string, string>();
  readClassRules(sheet, rules);
  return rules;
};

describe('how an element of a copied page looks', () => {
  const rules = rulesOf(
    '<!--.hid{display:none} td.off , .also{visibility:hidden}\n.x > p.s{text-decoration:line-through}' +
      ' .no .span{color:red} div.not{display:none} nobrace .hid{color:red}-->',
  );
  it.each([
    // [element, its attributes, hidden, struck, drawn across, a list's sign]
    ['td', '', ''],
    ['td', 'style="display:none"', 'hidden'],
    ['td', 'style="display : none"', 'hidden'],
    ['td', 'style="DISPLAY: NONE"', 'hidden'],
    ['td', 'style="display:inline"', ''],
    ['td', 'style="visibility:hidden"', 'hidden'],
    ['td', 'style="visibility : hidden"', 'hidden'],
    ['td', 'style="mso-hide:all"', 'hidden'],
    ['td', 'style="mso-hide : all"', 'hidden'],
    ['td', 'hidden', 'hidden'],
    ['td', 'width=1 hidden', 'hidden'],
    ['td', 'hidden width=1', 'hidden'],
    ['td', 'nothidden', ''],
    ['td', 'hiddenx', ''],
    ['s', '', 'struck'],
    ['strike', '', 'struck'],
    ['span', 'style="text-decoration:line-through"', 'struck'],
    ['span', 'style="text-decoration-line : underline line-through"', 'struck'],
    ['span', 'style="text-decoration:none;x:line-through"', ''],
    ['td', 'style="mso-ignore:colspan"', 'across'],
    ['td', 'style="mso-ignore : colspan"', 'across'],
    ['span', 'style="mso-list:Ignore"', 'sign'],
    ['span', 'style="mso-list : ignore"', 'sign'],
    ['td', 'class=hid', 'hidden'],
    ['td', 'class="a  off"', 'hidden'],
    ['td', 'class="also"', 'hidden'],
    ['p', 'class="s"', 'struck'],
    ['td', 'class="not"', ''],
    ['td', 'class="none"', ''],
    ['td', 'class="s hid"', 'hidden struck'],
  ])('%s %s', (name, raw, expected) => {
    const { isHidden, isStruck, isDrawnAcross, isListSign } = lookOf(name, raw, rules);
    const said = [
      isHidden ? 'hidden' : '',
      isStruck ? 'struck' : '',
      isDrawnAcross ? 'across' : '',
      isListSign ? 'sign' : '',
    ];
    expect(said.filter(Boolean).join(' ')).toBe(expected);
  });

  it('has the rules of all sheets, and no more than programs write', () => {
    const rules = new Map<string, string>();
    readClassRules('.a{x:1}', rules);
    readClassRules('.a{y:2} .b{z:3}', rules);
    expect([rules.get('a'), rules.get('b')]).toEqual([';x:1;y:2', ';z:3']);
    const many = Array.from({ length: 6000 }, (_, at) => `.c${at}{}`).join('');
    expect(rulesOf(many).size).toBe(5001);
  });

  it.each([
    ['del', '', true],
    ['ins', '', false],
    ['span', 'class=msoDel', true],
    ['span', 'class="a MsoDel b"', true],
    ['span', 'class="xmsoDel"', false],
    ['span', 'class="msoDelx"', false],
  ])('%s %s was deleted: %s', (name, raw, expected) => {
    expect(isDeleted(name, raw)).toBe(expected);
  });

  it.each([
    ['rt', '', true],
    ['rp', '', true],
    ['ruby', '', false],
    ['a', 'class=MsoComAnchor', true],
    ['div', 'class="msocomtxt"', true],
    ['div', 'class="xmsocomoff"', false],
    ['div', 'style="mso-element:comment"', true],
    ['div', 'style="mso-element : comment-list"', true],
    ['div', 'style="mso-element:para"', false],
  ])('%s %s is no word of a cell: %s', (name, raw, expected) => {
    expect(isBeside(name, raw)).toBe(expected);
  });
});

describe('the columns of a copied table', () => {
  it.each([
    ['', false, 1, 1, false],
    ['colspan=2 rowspan="3"', false, 2, 3, false],
    ['colspan=0 rowspan=0', false, 1, 10_000, false],
    ['colspan=x rowspan=-1', true, 1, 1, false],
    ['colspan=2', true, 2, 1, true],
    ['colspan=1234567', false, 1, 1, false],
  ])('%j takes up', (raw, across, colSpan, rowSpan, isDrawnAcross) => {
    expect(spansOf(raw, across)).toEqual({ colSpan, rowSpan, isDrawnAcross });
  });

  it('are hidden as a whole, also below a cell that reaches down', () => {
    const columns = createHtmlColumns();
    const cell = (raw = '') => columns.cell(spansOf(raw, false));
    columns.column('', new Map());
    columns.column('span=2 style="display:none"', new Map());
    columns.row();
    expect([cell(), cell('rowspan=2'), cell(), cell()]).toEqual([false, true, true, false]);
    columns.row();
    expect([cell(), cell(), cell()]).toEqual([false, true, false]);
    columns.row();
    expect([cell('colspan=2'), cell()]).toEqual([false, true]);
    expect(createHtmlColumns().cell(spansOf('', false))).toBe(false);
  });
});

describe('the cells of a copied page', () => {
  const cellsOf = (html: string) =>
    readHtmlTables(html).tables.map((rows) =>
      rows.map((row) =>
        row
          .map(({ text, remarks, colSpan = 1, rowSpan = 1 }) =>
            [
              text,
              colSpan > 1 ? `→${colSpan}` : '',
              rowSpan > 1 ? `↓${rowSpan}` : '',
              remarks ? '!' : '',
            ].join(''),
          )
          .join('|'),
      ),
    );
  const of = (inner: string) =>
    cellsOf(`<table><tr><td>${inner}</td><td>z</td></tr></table>`)[0]?.[0]?.replace(/\|z$/, '');
  it.each([
    ['甲<br>乙', '甲\n乙'],
    ['甲<p>乙</p>丙', '甲\n乙\n丙'],
    ['甲<div></div><div></div>乙', '甲\n乙'],
    ['<h1>甲</h1>乙', '\n甲\n乙'],
    ['甲\n\t 乙', '甲 乙'],
    ['甲&nbsp;乙&lt;', '甲\u00a0乙<'],
    ['<ul><li>甲</li></ul>', '\n・甲\n'],
    ['<b>甲</b>乙', '甲乙'],
    ['<s>甲</s>乙', '乙!'],
    ['<s>甲<s>乙</s>丙</s>丁', '丁!'],
    ['<s>甲<b>乙</b></s>丁', '丁!'],
    ['<s>甲</s>', '甲!'],
    ['<del>甲<s>乙</s></del>丁', '丁'],
    ['<span hidden>甲<span>乙</span>丙</span>丁', '丁'],
    ['<span hidden>甲<b>乙</b>丙</span>丁', '丁'],
    ['<ruby>甲<rt>こう</rt></ruby>', '甲'],
    ['<p><span style="mso-list:Ignore">1.<span> </span></span>甲</p>', '\n1.甲\n'],
    ['<p><span style="mso-list:Ignore">l<span> </span></span>甲</p>', '\n・甲\n'],
    ['<p><span style="mso-list:Ignore">①</span>甲</p>', '\n①甲\n'],
    ['<img hidden>甲', '甲'],
    ['甲<script>乙</script><style>.x{}</style><title>丙</title>', '甲'],
    ['甲</b></table2>乙', '甲乙'],
    ['<b/>甲', '甲'],
    ['甲<table><tr><td>乙</td><td>丙</td></tr></table>丁', '甲\n乙丙\n丁'],
  ])('%s', (inner, text) => {
    expect(of(inner)).toBe(text);
  });

  it.each([
    ['<table><tr><td>甲<tr><td>乙</table>', [['甲', '乙']]],
    ['<table><td>甲</td></table>', [['甲']]],
    ['<table><tr></tr><tr><td>甲</table>', [['', '甲']]],
    ['<table></table>', []],
    ['<p>甲</p>', []],
    ['<tr><td>甲', [['甲']]],
    ['</table><table><tr><td>甲</table></table>', [['甲']]],
    ['<table><tr><td colspan=2 rowspan=3>甲<td>乙</table>', [['甲→2↓3|乙']]],
    ['<table><tr><td colspan=3 style="mso-ignore:colspan">甲<td>乙</table>', [['甲|||乙']]],
    ['<table><tr hidden><td>甲<td><tr><td>乙</table>', [['甲!|', '乙']]],
    ['<table><tr style="text-decoration:line-through"><td>甲<tr><td>乙</table>', [['甲!', '乙']]],
    ['<table><tr><td hidden>甲<td>乙</table>', [['甲!|乙']]],
    ['<table><tr><td><s>甲<td>乙</table>', [['甲!|乙']]],
    ['<style>.a{display:none}</style><table><tr><td class=a>甲<td>乙</table>', [['甲!|乙']]],
    ['<style/><table><tr><td class=a>.a{display:none}<td>乙</table>', [['.a{display:none}|乙']]],
    [
      '<table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>',
      [['甲', '乙']],
    ],
    // Tables of one cell around others, as mails nest them.
    ['<table><tr><td><table><tr><td><table><tr><td>甲<td>乙</table></table></table>', [['甲|乙']]],
    [
      '<table><tr><td><table><tr><td>甲<td>乙</table><table><tr><td>丙<td>丁</table></table>',
      [['甲|乙'], ['丙|丁']],
    ],
    ['<table><tr><td>甲<td><table><tr><td>乙</table></table>', [['甲|\n乙\n']]],
  ])('%s', (html, tables) => {
    expect(cellsOf(html)).toEqual(tables);
  });

  it('tells why a cell should be looked at', () => {
    const remarks = (html: string) =>
      readHtmlTables(html).tables[0]?.[0]?.map((one) => one.remarks);
    expect(
      remarks(
        '<table><col hidden><tr hidden><td>甲<s>乙</s><td><td style="display:none">丙</table>',
      ),
    ).toEqual([
      [
        '取り消し線の引かれた「乙」を除きました。',
        '非表示の行にあります。',
        '非表示の列にあります。',
      ],
      undefined,
      ['非表示の行にあります。', '非表示の列にあります。'],
    ]);
  });

  it.each([
    ['<del>乙</del>', true],
    ['<span hidden>乙</span>', true],
    ['<rt>乙</rt>', false],
    ['<s>乙</s>', false],
    ['乙', false],
  ])('%s is told as left out: %s', (inner, expected) => {
    expect(readHtmlTables(`<table><tr><td>甲${inner}</table>`).hasLeftOut).toBe(expected);
  });

  it('reads no more tables, rows and cells than anybody chooses among', () => {
    const tables = (count: number) =>
      readHtmlTables('<table><tr><td>甲</table>'.repeat(count)).tables.length;
    expect([tables(50), tables(51)]).toEqual([50, 50]);
    const row = readHtmlTables(`<table><tr>${'<td>甲'.repeat(300)}</table>`).tables[0]?.[0];
    expect(row).toHaveLength(201);
  });
});

describe('headings in two rows', () => {
  const headings = (upper: readonly string[], lower: readonly string[], merged?: number) => {
    const merges =
      merged === undefined ? [] : [{ from: { row: 0, column: 1 }, to: { row: 0, column: merged } }];
    const { fields, names, lastHeader } = subHeadings(gridOf([upper, lower], merges), 0);
    return [...fields.map((field) => field ?? '-'), names.join('/'), lastHeader].join(' ');
  };
  it.each([
    // [the upper row, the lower, what each column is, the words over it, the last row of headings]
    [['時期', '支援者', ''], ['', '国', '県'], 'when supporters supporters 時期/国/県 1'],
    [['時期', '支援者', '支援者'], ['', '国', '県'], 'when supporters supporters 時期/国/県 1'],
    [['時期', '支援者', ''], ['', '国', 'その他'], 'when supporters supporters 時期/国/その他 1'],
    [['時期', '支援者', ''], ['', '国', '備考'], 'when supporters modes 時期/国/備考 1'],
    [['時期', '支援者', ''], ['', '', ''], 'when supporters - 時期/支援者/ 0'],
    [['時期', '支援者', ''], ['', '○', ''], 'when supporters - 時期/支援者/ 0'],
    [['時期', '支援者', ''], ['', '〃', ''], 'when supporters - 時期/支援者/ 0'],
    [['時期', '支援者', ''], ['', '3人', ''], 'when supporters - 時期/支援者/ 0'],
    [['時期', '支援者', ''], ['8月', '国', '県'], 'when supporters - 時期/支援者/ 0'],
    [['時期', '内容', '支援者'], ['', '', '国'], 'when content supporters 時期/内容/支援者 0'],
    [['甲', '乙', ''], ['', '丙', '丁'], '- - - 甲/乙/ 0'],
  ])('%j over %j', (upper, lower, expected) => {
    const got = headings(upper, lower);
    expect(got.replace(/ (?:modes|remarks) /, ' modes ')).toBe(expected);
  });

  it('know what a merged cell reaches over', () => {
    expect(headings(['時期', '支援者', '', '場所'], ['', '国', '県', ''], 2)).toBe(
      'when supporters supporters where 時期/国/県/場所 1'.replace(
        'where',
        headings(['場所'], ['']).split(' ')[0] ?? '',
      ),
    );
  });

  it.each([
    ['その他', true],
    ['他', true],
    ['その他の人', false],
    ['ほか', false],
  ])('%s is whoever else: %s', (heading, expected) => {
    expect(isOther(heading)).toBe(expected);
  });
});

describe('brackets at the end of a text', () => {
  it.each([
    ['甲（乙）', 9, 1, '乙'],
    ['甲（乙(丙)）', 9, 1, '乙(丙)'],
    ['（甲）（乙）', 9, 3, '乙'],
    ['（甲）', 1, 0, '甲'],
    ['（甲乙）', 1, null, null],
    ['甲（乙', 9, null, null],
    ['甲）', 9, null, null],
    ['', 9, null, null],
    ['【甲】', 9, 0, '甲'],
  ])('%j', (text, limit, from, inside) => {
    const last = lastBrackets(text, limit);
    expect([last?.from ?? null, last?.inside ?? null]).toEqual([from, inside]);
  });
  it.each([
    ['（ 甲 ）', '甲'],
    ['甲（乙）', '甲（乙）'],
    ['（甲）（乙）', '（甲）（乙）'],
  ])('%j without those around all of it is %j', (text, bare) => {
    expect(withoutBrackets(text, 9)).toBe(bare);
  });
});
