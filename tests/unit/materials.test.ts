import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '#adapters/paper/paginate.ts';
import { fileNameOf, sheetOf } from '#adapters/paper/sheet.ts';
import { splitRow, splitRowAt } from '#adapters/paper/split-row.ts';
import { fileNameFor } from '#electron/services/files/file-name.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import { cell, type Table } from '#shared/domain/tables/table.ts';

describe('dealing a table out to pages', () => {
  it('repeats the headings, and puts the caption on the first page', () => {
    const measured = { caption: 20, head: 10, rows: [30, 30, 30, 30], blocks: [10] };
    expect(paginate(measured, 100)).toEqual([
      { rows: [0, 2], blocks: [0, 0] },
      { rows: [2, 4], blocks: [0, 1] },
    ]);
  });

  it('moves what stands below to a page of its own where there is no room', () => {
    const measured = { caption: 0, head: 10, rows: [80], blocks: [20, 20] };
    expect(paginate(measured, 100)).toEqual([
      { rows: [0, 1], blocks: [0, 0] },
      { rows: [1, 1], blocks: [0, 2] },
    ]);
  });

  it('puts every row and block on exactly one page, in order, and no page overflows if none must', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
    const any = fc.record({
      caption: fc.integer({ min: 0, max: 20 }),
      head: fc.integer({ min: 0, max: 20 }),
      rows: heights,
      blocks: heights,
    });
    fc.assert(
      fc.property(any, (measured) => {
        const pages = paginate(measured, 100);
        const last = pages.reduce(
          (before, { rows, blocks }, index) => {
            expect([rows[0], blocks[0]]).toEqual(before);
            const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
            const used =
              (index === 0 ? measured.caption : 0) +
              (rows[1] > rows[0] ? measured.head : 0) +
              sum(measured.rows.slice(...rows)) +
              sum(measured.blocks.slice(...blocks));
            expect(used).toBeLessThanOrEqual(100);
            return [rows[1], blocks[1]];
          },
          [0, 0],
        );
        expect(last).toEqual([measured.rows.length, measured.blocks.length]);
      }),
    );
  });
});

describe('a row that is higher than a page', () => {
  const isHeading = (column: number): boolean => column === 0;

  it('goes on under its heading, without losing a letter', () => {
    const row = [cell('内容'), cell('一行目', '二行目'), cell('短い')];
    const [first, rest] = splitRow(row, [9, 4, 2], isHeading) ?? [];
    expect(first?.map(({ lines }) => lines)).toEqual([['内容'], ['一行目', ''], ['短い']]);
    expect(rest?.map(({ lines }) => lines)).toEqual([['内容'], ['二行目'], []]);
    expect(rest?.[0]?.rowSpan).toBe(0);
  });

  it('is left alone where nothing can be gained', () => {
    expect(splitRow([cell('内容'), cell('あ')], [2, 0], isHeading)).toBeUndefined();
    expect(splitRow([cell('内容'), cell('あ')], [2, 1], isHeading)).toBeUndefined();
  });

  it('is cut at the end of each of its pages, and what ends before them stands where it ended', () => {
    const row = [cell('内容'), cell('一行目', '二行目', '三行目'), cell('短い')];
    const all = Number.POSITIVE_INFINITY;
    const pages = [
      [all, 3, all],
      [all, 7, all],
    ];
    expect(
      splitRowAt(row, pages, isHeading).map((piece) => piece.map(({ lines }) => lines)),
    ).toEqual([
      [['内容'], ['一行目'], ['短い']],
      [['内容'], ['二行目'], []],
      [['内容'], ['三行目'], []],
    ]);
    expect(splitRowAt(row, [[all, 0, 0]], isHeading)).toEqual([row]);
  });

  it('is never cut through a letter', () => {
    const [first] = splitRow([cell('a'), cell('𠮷野家')], [0, 1], isHeading) ?? [];
    expect(first).toBeUndefined();
  });
});

describe('the paper', () => {
  it('has the sizes of JIS A in each orientation', () => {
    const size = (paper: 'a4' | 'a3', orientation: 'landscape' | 'portrait') => {
      const { width, height } = sheetOf({ paper, orientation });
      return [width, height].map((length) => Math.round((length / 96) * 25.4));
    };
    expect(size('a4', 'landscape')).toEqual([297, 210]);
    expect(size('a4', 'portrait')).toEqual([210, 297]);
    expect(size('a3', 'landscape')).toEqual([420, 297]);
    expect(size('a3', 'portrait')).toEqual([297, 420]);
  });
});

describe('the name of a PDF', () => {
  const named = (audience: Audience): string => {
    const caption = '益城町　支援（詳細）　令和4年度';
    return fileNameFor(fileNameOf({ caption, outgoing: { audience } } as Table), 'pdf');
  };

  it('is the caption, and says for whom it is where it leaves the office', () => {
    expect(named('office')).toBe('益城町_支援（詳細）_令和4年度.pdf');
    expect(named('municipalities')).toBe('益城町_支援（詳細）_令和4年度_市町村用.pdf');
    expect(named('public')).toBe('益城町_支援（詳細）_令和4年度_公開用.pdf');
  });
});
