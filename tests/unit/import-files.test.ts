import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGrid, expandSpans, gridOf } from '#shared/domain/import/grid.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import { tsvCell } from '#shared/text/tsv-cell.ts';
import { pack } from '#tests/support/pack.ts';
import { bomb, sheetXml, workbook } from '#tests/support/workbook.ts';
import { readTableFile } from '#workers/table-file/table-file.ts';
import type { TextSheet } from '#workers/table-file/text-sheet.ts';

const read = async (name: string, bytes: Uint8Array): Promise<TextSheet | string> => {
  const result = await readTableFile({ name, bytes });
  if (!result.ok) return result.error.happened;
  return result.value[0] ?? 'no sheet';
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sjis = (text: string): Uint8Array =>
  new Uint8Array(
    Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }) as number[],
  );

describe('a CSV file', () => {
  const text = '時期,内容,支援者\r\n8月,"0.5次ミーティング\n（8/3）",〃①髙\r\n';
  const cells = [
    ['時期', '内容', '支援者'],
    ['8月', '0.5次ミーティング\n（8/3）', '〃①髙'],
  ];

  it('is read as UTF-8 with and without its mark, as UTF-16 and as Shift_JIS', async () => {
    expect(await read('表.csv', utf8(text))).toMatchObject({ cells });
    expect(await read('表.csv', utf8(`\ufeff${text}`))).toMatchObject({ cells });
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await read('表.csv', utf16)).toMatchObject({ cells });
    const plain = text.replace('①髙', '');
    expect(await read('表.csv', sjis(plain))).toMatchObject({
      cells: [cells[0], ['8月', '0.5次ミーティング\n（8/3）', '〃']],
    });
  });

  it('is read in Shift_JIS with the letters that Windows adds to it', async () => {
    // ①〃髙 in code page 932
    const bytes = new Uint8Array([0x87, 0x40, 0x2c, 0x81, 0x56, 0x2c, 0xfb, 0xfc]);
    expect(await read('表.csv', bytes)).toMatchObject({ cells: [['①', '〃', '髙']] });
  });

  it('keeps formulas and numbers as the text that they are', async () => {
    const rows = [['=SUM(A1)', '+1', '-2', '@x', '0.50', '007']];
    expect(await read('表.csv', utf8(rows[0]?.join(',') ?? ''))).toMatchObject({ cells: rows });
  });

  it('that is something else is refused, and so is an empty one', async () => {
    expect(await read('表.csv', new Uint8Array([1, 0, 2, 0, 255]))).toBe(
      '「表.csv」は表として読み取れません。',
    );
    expect(await read('表.csv', new Uint8Array())).toBe('「表.csv」は空のファイルです。');
  });
});

describe('an Excel file', () => {
  it('gives texts, days, what formulas came to (an error too), and merged areas', async () => {
    const sheet = sheetXml(
      [
        ['時期', '内容', '<c r="C1"><f>1+1</f><v>2</v></c>'],
        ['8月', '0.5次\nミーティング', '<c r="C2" s="1"><v>44776</v></c>'],
        ['', '=1+1', '<c r="C3" t="e"><v>#REF!</v></c>'],
      ],
      ['A2:A3'],
    );
    expect(await read('表.xlsx', workbook(sheet))).toMatchObject({
      name: '令和4年度',
      cells: [
        ['時期', '内容', '2'],
        ['8月', '0.5次\nミーティング', '2022/8/3'],
        ['', '=1+1', '#REF!'],
      ],
      merges: [{ from: { row: 1, column: 0 }, to: { row: 2, column: 0 } }],
    });
  });

  it('that is a renamed zip, old, broken or no archive at all is refused and said why', async () => {
    const zip = new Uint8Array(pack([{ name: 'a.xml', bytes: utf8('<a/>') }]));
    expect(await read('表.xlsx', zip)).toContain('名前を変えたzipファイル');
    const sealed = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]);
    expect(await read('表.xls', sealed)).toContain('古い形式（.xls）か、パスワードの付いたExcel');
    for (const name of ['流れ.doc', '流れ.docx', '流れ.docm'])
      expect(await read(name, sealed)).toContain('古い形式（.doc）か、パスワードの付いたWord文書');
    expect(await read('表.xlsx', utf8('a,b'))).toContain('Excelブックとして読み取れません');
    const whole = workbook(sheetXml([['内容']]));
    expect(await read('表.xlsx', whole.slice(0, whole.length - 40))).toContain('壊れている');
    expect(await read('表.xlsx', workbook('<worksheet><sheetData><row r="1"><c r='))).toMatch(
      /壊れ|令和/,
    );
  });

  it('that unpacks to too much is refused, whatever it says of its size', async () => {
    expect(await read('表.xlsx', bomb('xl/workbook.xml', 200 * 1024 * 1024))).toContain(
      '大きすぎる',
    );
  });

  it('with a cell a million rows away is refused instead of filling in all between', async () => {
    const far = sheetXml([['内容']])
      .replaceAll('r="1"', 'r="1048576"')
      .replace('A1', 'A1048576');
    expect(await read('表.xlsx', workbook(far))).toContain('大きすぎる');
  });

  it('may be anything: no bytes make the reader throw', async () => {
    const whole = workbook(sheetXml([['時期', '内容']]));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        await readTableFile({ name: '表.xlsx', bytes });
      }),
      { numRuns: 150 },
    );
  });
});

describe('copied text', () => {
  const texts = (text: string) => parseTsv(text).map((row) => row.map((cell) => cell.text));

  it('may have tabs, line breaks and quotes inside its cells', () => {
    expect(texts('a\t"b\nc\t""d"""\te\r\n"x\t"y"z\t\n')).toEqual([
      ['a', 'b\nc\t"d"', 'e'],
      ['"x', '"y"z', ''],
    ]);
  });

  it('comes back from any cells', () => {
    const word = fc.stringMatching(
      /^[^\sp{Cc}\u200b-\u200f\u2028\u2029\u2060\ufeff\u00a0\x7f-\x9f]{0,6}$/,
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const copied = rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n');
          expect(texts(`${copied}\r\n`)).toEqual(rows);
        },
      ),
    );
  });

  it('that holds nothing is refused with what to do', () => {
    for (const text of ['', '\t\n\t', ' \u00a0']) {
      const checked = checkGrid(parseTsv(text));
      expect(checked.ok ? '' : checked.error.happened).toBe('表に何も入っていません。');
    }
    const many = checkGrid(gridOf(Array.from({ length: 10_001 }, () => ['a'])));
    expect(many.ok ? '' : many.error.happened).toContain('10,000行');
  });

  it('with merged cells knows which cells are copies', () => {
    const grid = expandSpans([
      [
        { text: '8月', rowSpan: 2 },
        { text: 'a', colSpan: 2 },
      ],
      [{ text: 'b' }, { text: 'c' }],
    ]);
    expect(
      grid.map((row) => row.map(({ text, covered }) => `${text}${covered ? '*' : ''}`)),
    ).toEqual([
      ['8月', 'a', 'a*'],
      ['8月*', 'b', 'c'],
    ]);
  });

  it('with spans beyond reason ends', () => {
    expect(expandSpans([[{ text: 'a', colSpan: 1e9, rowSpan: 1e9 }]])[0]?.length).toBeLessThan(300);
  });
});
