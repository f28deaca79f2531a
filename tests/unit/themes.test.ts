import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { matrixTable } from '#shared/domain/knowhow/matrix.ts';
import { themeCases } from '#shared/domain/knowhow/theme-cases.ts';
import { themeLines } from '#shared/domain/knowhow/theme-lines.ts';
import { yearSpans } from '#shared/domain/knowhow/years.ts';
import { digestOf } from '#tests/support/digests.ts';
import {
  caseRow,
  caseSupporterRow,
  knowHowRow,
  roundRow,
  session,
  themeRow,
} from '#tests/support/rows.ts';

const spans = (...years: readonly number[]) => yearSpans(years.map(fiscalYear));

describe('the years of a theme', () => {
  it.each([
    [[], ''],
    [[2022], 'R4'],
    [[2022, 2021], 'R3・R4'],
    [[2020, 2021, 2022], 'R2～R4'],
    [[2018, 2020, 2021, 2022, 2024], 'H30・R2～R4・R6'],
    [[2018, 2019], 'H30・R1'],
    [[2022, 2022], 'R4'],
  ])('%s are written %s', (years, words) => {
    expect(spans(...years)).toBe(words);
  });

  it('are the same in whatever order they come', () => {
    const any = fc.array(fc.integer({ min: 2015, max: 2035 }), { maxLength: 8 });
    fc.assert(
      fc.property(any, (years) => {
        expect(spans(...years)).toBe(spans(...years.toSorted((a, b) => b - a)));
      }),
    );
  });
});

const CARE = themeRow('t1', { name: '通所型サービスC' });
const MOVING = themeRow('t2', { name: '移動支援' });
const UNUSED = themeRow('t3', { name: '総合事業' });
const THEMES = [CARE, MOVING, UNUSED];

const caseOf = (
  id: string,
  name: string,
  year: number | null,
  themes: readonly { readonly id: string; readonly name: string }[],
) =>
  caseRow(id, {
    ...{ document: `case:${id}`, municipalityCode: `43${name}`, municipalityName: name },
    fiscalYear: year,
    themes: themes.map((theme, index) => ({ id: theme.id, name: theme.name, order: `a${index}` })),
  });

const FIRST = caseOf('c1', '益城町', 2021, [CARE]);
const SECOND = caseOf('c2', '益城町', 2022, [CARE, MOVING]);
const OTHER = caseOf('c3', '五木村', 2022, [MOVING]);
const YEARLESS = caseOf('c4', '水上村', null, [CARE]);
const DIGESTS = [FIRST, SECOND, OTHER, YEARLESS].map((row) => digestOf({ case: row }));

describe('the list of themes', () => {
  it('counts each municipality once, however many years it went on', () => {
    const rows = [knowHowRow('k1', { themes: SECOND.themes })];
    expect(
      themeLines(THEMES, DIGESTS, rows).map((line) => [
        line.name,
        line.municipalities,
        line.cases,
        yearSpans(line.years),
        line.knowHows,
      ]),
    ).toEqual([
      ['移動支援', 2, 2, 'R4', 1],
      ['総合事業', 0, 0, '', 0],
      ['通所型サービスC', 2, 3, 'R3・R4', 1],
    ]);
  });
});

describe('municipalities × themes', () => {
  const cells = (hidden: readonly string[] = [], since: number | null = null) => {
    const table = matrixTable(THEMES, DIGESTS, {
      hidden,
      since: since === null ? null : fiscalYear(since),
      audience: 'office',
    });
    return [...table.header, ...table.body].map((row) => row.map(({ lines }) => lines.join()));
  };

  it('says in which years each was at which; themes that nobody took up have no column', () => {
    expect(cells()).toEqual([
      ['市町村', '移動支援', '通所型サービスC'],
      ['五木村', 'R4', ''],
      ['水上村', '', '○'],
      ['益城町', 'R4', 'R3・R4'],
    ]);
  });

  it('leaves out themes and earlier years, and municipalities that have nothing then', () => {
    expect(cells([CARE.id])).toEqual([
      ['市町村', '移動支援'],
      ['五木村', 'R4'],
      ['益城町', 'R4'],
    ]);
    expect(cells([MOVING.id], 2022)).toEqual([
      ['市町村', '通所型サービスC'],
      ['水上村', '○'],
      ['益城町', 'R4'],
    ]);
  });

  it('has columns that fill the sheet, whatever is left out', () => {
    for (const hidden of [[], [CARE.id], [CARE.id, MOVING.id]]) {
      const { columns } = matrixTable(THEMES, DIGESTS, { hidden, since: null, audience: 'office' });
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
    }
  });
});

describe('the cases of a theme', () => {
  const NOTHING = { supporters: [], yearNotes: [], rounds: [] };
  const rounds = [
    roundRow('r1', { number: 1, document: 'case:c1', summary: '周知が要る' }),
    roundRow('r2', { number: 2, document: 'case:c1', summary: '\n試行を\n進める\n' }),
    roundRow('r3', { number: 3, document: 'case:c1' }),
  ];

  it('have the latest year first, with how far each came and who advised', () => {
    const held = { ...SECOND, endedOn: '2023-03-31' };
    const rows = {
      ...NOTHING,
      digests: [
        digestOf({ case: FIRST, rounds, meetings: [session(1)] }),
        digestOf({ case: held }),
      ],
      cases: [FIRST, held],
      supporters: [
        caseSupporterRow('u2', { document: 'case:c1', name: '県', order: 'a2' }),
        caseSupporterRow('u1', { document: 'case:c1', name: 'AD', order: 'a1' }),
        caseSupporterRow('u3', { document: 'case:c2', name: '厚生労働省', order: 'a1' }),
      ],
    };
    expect(
      themeCases(rows).map(({ year, stage, supporters }) => [year, stage, supporters]),
    ).toEqual([
      ['令和4年度', '終了', '厚生労働省'],
      ['令和3年度', '第2回に向けて', 'AD、県'],
    ]);
  });

  it('tell what came of them: the summary of the year, else of the latest round that has one', () => {
    const rows = { ...NOTHING, rounds, digests: [digestOf({ case: FIRST })] };
    expect(themeCases({ ...rows, cases: [FIRST] })[0]?.outcome).toEqual({
      heading: '第2回支援のまとめ',
      text: '試行を 進める',
    });
    const written = { ...FIRST, learned: `現場の声を聴く${'。'.repeat(200)}` };
    const outcome = themeCases({ ...rows, cases: [written] })[0]?.outcome;
    expect(outcome?.heading).toBe('学んだこと');
    expect([...(outcome?.text ?? '')]).toHaveLength(90);
    expect(themeCases({ ...rows, rounds: [], cases: [FIRST] })[0]?.outcome).toBeNull();
  });
});
