import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import { cell, isDrawn, shownText, type Table } from '#shared/domain/tables/table.ts';
import { toHtml } from '#shared/domain/tables/to-html.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';
import { asPlain, fromPlain } from '#shared/text/tsv-cell.ts';
import { FOR_OFFICE } from '#tests/support/tables.ts';

const tableOf = (body: Table['body'], notes: readonly string[] = []): Table => ({
  outgoing: FOR_OFFICE,
  id: 'flow',
  caption: '益城町　支援の流れ',
  columns: [
    { id: 'date', label: '日にち', width: 20, isHeading: true },
    { id: 'content', label: '内容', width: 80 },
  ],
  header: [[cell('日にち'), cell('内容')]],
  body,
  notes,
  sources: ['出典'],
  remarks: [],
});

describe('a table on the clipboard, as HTML', () => {
  it('keeps a line break inside its cell, in Excel too', () => {
    const html = toHtml(tableOf([[cell('8月'), cell('1回目支援', '「意見交換会」')]]));
    expect(html).toContain('1回目支援<br style="mso-data-placement:same-cell">「意見交換会」</td>');
  });

  it('marks every cell as text, so that nothing becomes a formula or a date', () => {
    const html = toHtml(tableOf([[cell('8/3'), cell('=1+1')]]));
    const cells = html.match(/<t[dh]\b[^>]*>/g) ?? [];
    expect(cells).toHaveLength(4);
    for (const one of cells) expect(one).toContain("mso-number-format:'\\@'");
    expect(html).toContain('>=1+1</td>');
  });

  it('spans rows as the table does, and prints 〃 where it is shown', () => {
    const html = toHtml(
      tableOf([
        [{ ...cell('8月'), rowSpan: 2 }, cell('県')],
        [
          { ...cell('8月'), rowSpan: 0 },
          { ...cell('県'), repeats: true },
        ],
      ]),
    );
    expect(html.match(/8月/g)).toHaveLength(1);
    expect(html).toContain('rowspan="2"');
    expect(html).toContain('〃');
  });

  it('carries what stands below the table as rows over its whole width', () => {
    expect(toHtml(tableOf([], ['※視察（現地）']))).toMatch(
      /<td colspan="2"[^>]*>※視察（現地）<\/td>/,
    );
  });

  it('lets no text become markup', () => {
    const plain = '[^<>"\'&]';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = toHtml(tableOf([[cell(text), cell(`<img src=x onerror="${text}">`)]], [text]));
        expect(html).not.toContain('<img');
        const outside = html.replace(
          /<(\/?)(table|colgroup|col|thead|tbody|tr|th|td|br|meta)( [^<>]*)?>/g,
          '',
        );
        expect(outside.replace(/&(amp|lt|gt|quot|#39);/g, '')).toMatch(
          new RegExp(`^(${plain})*$`, 'su'),
        );
      }),
    );
  });
});

describe('a table on the clipboard, as text', () => {
  it('is what every reader of such text takes apart into the same cells', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '@', '-', '"', '\t', '県', ' ', "'"),
    });
    const any = fc.array(fc.tuple(fc.array(text, { minLength: 1 }), fc.array(text)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(any, (rows) => {
        const table = tableOf(rows.map(([a, b]) => [cell(...a), cell(...b)]));
        const parsed = Papa.parse<string[]>(toTsv(table), { delimiter: '\t', newline: '\r\n' });
        const shown = [...table.header, ...table.body].map((row) =>
          row.map((one) => asPlain(isDrawn(one) ? shownText(one) : '')),
        );
        expect(parsed.data.slice(0, -1)).toEqual(shown);
      }),
    );
  });

  it('keeps what looks like a formula from being one, and our own import knows it again', () => {
    const texts = ['=1+1', '@SUM(A1)', '+81', '-2', "'=1", '8/3', "'93"];
    const printed = toTsv(tableOf([texts.map((text) => cell(text))]));
    const written = Papa.parse<string[]>(printed, { delimiter: '\t', newline: '\r\n' }).data[1];
    expect(written).toEqual(["'=1+1", "'@SUM(A1)", "'+81", "'-2", "''=1", '8/3', "'93"]);
    expect(parseTsv(printed)[1]?.map((one) => one.text)).toEqual(texts);
  });

  it('is no formula in any cell, whatever the records hold', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '@', '-', '\r', '\t', "'", '県', ' '),
    });
    fc.assert(
      fc.property(text, (any) => {
        expect(asPlain(any)).not.toMatch(/^[=+\-@\t\r]/);
        expect(fromPlain(asPlain(any))).toBe(any);
      }),
    );
  });
});
