import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, FiscalYear, Month } from '#shared/dates/types.ts';
import { BAR_KINDS } from '#shared/domain/roadmap/collections.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { barShapes } from '#shared/domain/roadmap/paper/chart-bars.ts';
import type { Drawing } from '#shared/domain/roadmap/paper/drawing.ts';
import { fileNameOf, headingOf } from '#shared/domain/roadmap/paper/heading.ts';
import type { PageOptions } from '#shared/domain/roadmap/paper/options.ts';
import { drawRoadmap } from '#shared/domain/roadmap/paper/page.ts';
import { escapeXml, toSvg } from '#shared/domain/roadmap/paper/svg.ts';
import { emWidth } from '#shared/domain/roadmap/paper/text-width.ts';
import { boxOf, boxOfText, overlap, textsOf } from '#tests/support/drawing.ts';
import { EMPTY_ROADMAP, HOSTILE, largeRoadmap, TOWN } from '#tests/support/roadmaps.ts';
import { FOR_OFFICE } from '#tests/support/tables.ts';

const OPTIONS: PageOptions = {
  size: 'a3',
  zoom: 'fit',
  municipality: '益城町',
  versionName: '',
  date: '2023-01-18' as Day,
  today: '2023-01-18' as Day,
  compared: null,
  comparedName: '',
  withSources: true,
  outgoing: FOR_OFFICE,
};

const page = (roadmap: Roadmap, more: Partial<PageOptions> = {}): Drawing =>
  drawRoadmap(roadmap, { ...OPTIONS, ...more });

/** All letters of a page, without the spaces at which lines may break. */
const lettersOf = (drawing: Drawing): string =>
  textsOf(drawing)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');

const plain = (text: string): string => text.replaceAll(/\s/g, '');

/** The roadmap as it was before 本格実施 moved, 作成 changed its lane, and 庁内会議 was added. */
const BEFORE: Roadmap = {
  ...TOWN,
  bars: TOWN.bars
    .filter(({ label }) => label !== '庁内会議')
    .map((bar) => {
      if (bar.label === '本格実施') {
        return { ...bar, span: { start: '2024-06' as Month, end: '2027-03' as Month } };
      }
      return bar.label === '作成' ? { ...bar, lane: TOWN.lanes[3]?.id ?? bar.lane } : bar;
    }),
};

const PAGES: readonly (readonly [string, Roadmap, Partial<PageOptions>])[] = [
  ['益城町 on A3', TOWN, {}],
  ['益城町 on A4', TOWN, { size: 'a4' }],
  ['益城町 by quarters', TOWN, { zoom: 'quarter' }],
  ['益城町 by years', TOWN, { zoom: 'year', size: 'a4' }],
  ['益城町 with folded years', { ...TOWN, foldedYears: [2024, 2025] as FiscalYear[] }, {}],
  ['益城町 beside a version', TOWN, { compared: BEFORE, comparedName: '第2回支援前' }],
  ['a version with a long name', TOWN, { versionName: `第2回${'版'.repeat(190)}`, size: 'a4' }],
  [
    'bars that all lie outside of its period, under endless words',
    {
      ...largeRoadmap(300, 5),
      ...{ firstMonth: '2010-04' as Month, lastMonth: '2012-03' as Month },
      ...{ title: '題'.repeat(900), caption: '県の一行'.repeat(500), provisional: true },
    },
    {
      size: 'a4',
      compared: BEFORE,
      comparedName: '版'.repeat(200),
      versionName: '版'.repeat(2000),
    },
  ],
  ['an empty roadmap', EMPTY_ROADMAP, {}],
  ['an empty roadmap on A4', EMPTY_ROADMAP, { size: 'a4' }],
  ['hostile names', HOSTILE, {}],
  ['hostile names on A4', HOSTILE, { size: 'a4' }],
  ['300 bars', largeRoadmap(300, 5), {}],
  ['1,000 bars in 10 years on A4', largeRoadmap(1000, 10), { size: 'a4' }],
];

describe.each(PAGES)('a page of %s', (_name, roadmap, more) => {
  const drawing = page(roadmap, more);

  it('holds every shape within its edges', () => {
    const { width, height } = drawing;
    const outside = drawing.shapes.filter((shape) => {
      const { left, top, right, bottom } = boxOf(shape);
      return !(left >= 0 && top >= 0 && right <= width && bottom <= height);
    });
    expect(outside).toEqual([]);
    // Printers draw nothing in the outermost millimetres.
    const cut = textsOf(drawing).filter((text) => {
      const { left, right, bottom } = boxOfText(text);
      return !(left >= 50 && right <= width - 50 && bottom <= height - 50);
    });
    expect(cut).toEqual([]);
  });

  it('names all of the roadmap to the last letter', () => {
    const letters = lettersOf(drawing);
    const names = [
      roadmap.title,
      roadmap.caption,
      ...roadmap.groups.map(({ name }) => name),
      ...roadmap.lanes.map(({ name }) => name),
      ...roadmap.bars.map(({ label }) => label),
      ...roadmap.milestones.map(({ label }) => label),
    ];
    for (const name of names) expect(letters).toContain(plain(name));
    if (roadmap.provisional) expect(letters).toContain('暫定版');
    expect(letters).toContain('令和5年1月18日');
    expect(letters).toContain(plain(more.versionName ?? ''));
  });

  it('lets no text touch another', () => {
    const texts = textsOf(drawing).map((text) => ({ text: text.text, box: boxOfText(text) }));
    const sorted = texts.sort((a, b) => a.box.top - b.box.top);
    const clashes: string[] = [];
    for (const [index, one] of sorted.entries()) {
      for (let next = index + 1; next < sorted.length; next += 1) {
        const other = sorted[next];
        if (!other || other.box.top >= one.box.bottom) break;
        if (overlap(one.box, other.box)) clashes.push(`${one.text} × ${other.text}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('becomes well-formed SVG of plain shapes', () => {
    const svg = toSvg(drawing);
    expect(elementsOf(svg)).toEqual(
      new Set(
        ['svg', 'title', 'rect', 'line', 'polygon', 'text'].filter((name) =>
          svg.includes(`<${name}`),
        ),
      ),
    );
    expect(svg).not.toMatch(/\son\w+="|<(script|image|foreignObject|style|a)\b|href/i);
  });
});

/** The names of an XML text's elements. @throws when it is not well-formed */
const elementsOf = (xml: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, '');
  // A tag, or letters without any of XML's own.
  const token =
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/gy;
  let at = 0;
  while (at < body.length) {
    token.lastIndex = at;
    const found = token.exec(body);
    if (found === null) throw new Error(`not well-formed: ${body.slice(at, at + 80)}`);
    at = token.lastIndex;
    const [, closes, name, , isAlone] = found;
    if (name === undefined) continue;
    names.add(name);
    if (closes) expect(open.pop()).toBe(name);
    else if (!isAlone) open.push(name);
  }
  expect(open).toEqual([]);
  return names;
};

describe('what a page tells', () => {
  it('marks 暫定版, the version, the day and the prefecture’s line', () => {
    const letters = lettersOf(page(TOWN, { versionName: '第2回支援前', today: null }));
    expect(letters).toContain('暫定版');
    expect(letters).toContain('「第2回支援前」');
    expect(letters).toContain(plain(TOWN.caption));
    expect(letters).toContain('令和5年1月18日');
    expect(letters).not.toContain('現在');
    expect(letters).not.toContain('今日');
    expect(lettersOf(page({ ...TOWN, provisional: false }))).not.toContain('暫定版');
  });

  it('lists what the chart has no place for, and sources only when they are wanted', () => {
    expect(lettersOf(page(TOWN))).toContain(
      '図に載らないもの：「第1回8/24」（令和4年8月24日(水)）、「日どりは未定」',
    );
    expect(lettersOf(page(TOWN))).toContain('出典：第9期介護保険事業計画');
    expect(lettersOf(page(TOWN, { withSources: false }))).not.toContain('出典');
  });

  it('explains only the marks that stand on it', () => {
    const letters = lettersOf(page({ ...EMPTY_ROADMAP, firstMonth: '2024-04' as Month }));
    for (const word of ['試行', '節目', '今日', '進み']) expect(letters).not.toContain(word);
    const compared = lettersOf(page(TOWN, { compared: BEFORE, comparedName: '第2回支援前' }));
    expect(compared).toContain('「第2回支援前」での位置');
    expect(compared).toContain('移動前：作成');
    expect(compared).toContain('新庁内会議');
  });

  it('says of an empty roadmap that it is empty', () => {
    expect(lettersOf(page(EMPTY_ROADMAP))).toContain('益城町ロードマップ');
    expect(lettersOf(page(EMPTY_ROADMAP))).toContain('まだ何も描かれていません');
  });

  it('shows years and months, and quarters where months would be too narrow', () => {
    const texts = textsOf(page(TOWN)).map(({ text }) => text);
    for (const year of [4, 5, 6, 7, 8]) expect(texts).toContain(`令和${year}年度`);
    const ten = textsOf(page(largeRoadmap(100, 10))).map(({ text }) => text);
    expect(ten.filter((text) => /^4～6月?$/.test(text))).toHaveLength(10);
  });

  it('is readable with a town’s roadmap, and says how small its letters are', () => {
    expect(page(TOWN).smallest).toBeGreaterThan(8);
    expect(page(TOWN, { size: 'a4' }).smallest).toBeGreaterThan(6);
    expect(page(largeRoadmap(300, 5)).smallest).toBeGreaterThan(4);
    expect(page(largeRoadmap(1000, 10)).smallest).toBeLessThan(3);
  });
});

describe('kinds in black and white', () => {
  it('differ in fill, pattern and border', () => {
    const looks = BAR_KINDS.map((kind) => {
      const shapes = barShapes(kind, { x: 0, y: 0, width: 300, height: 60 });
      const greys = shapes.flatMap((shape) =>
        shape.kind === 'rect' && shape.fill !== undefined
          ? [Math.round(greyOf(shape.fill) * 4)]
          : [],
      );
      const borders = shapes.filter((shape) => shape.kind === 'rect' && shape.stroke !== undefined);
      const dashed = borders.some((shape) => shape.kind === 'rect' && shape.dash !== undefined);
      const lines = shapes.filter(({ kind: one }) => one === 'line').length > 0;
      return JSON.stringify([greys, borders.length, dashed, lines]);
    });
    // 実施 is tinted so lightly that a poor copy may lose it: then its single full border tells it.
    expect(new Set(looks).size).toBe(BAR_KINDS.length);
  });
});

const greyOf = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = (color.match(/[0-9a-f]{2}/g) ?? []).map((part) =>
    Number.parseInt(part, 16),
  );
  return (red * 0.3 + green * 0.59 + blue * 0.11) / 255;
};

describe('names of the page', () => {
  it('put the place before the title and the word behind it, each once', () => {
    expect(headingOf({ title: '自立支援・重度化防止に関する取組み' }, '益城町')).toBe(
      '益城町の自立支援・重度化防止に関する取組み ロードマップ',
    );
    expect(headingOf({ title: '益城町ロードマップ（案）' }, '益城町')).toBe(
      '益城町ロードマップ（案）',
    );
    expect(headingOf({ title: ' ' }, '益城町')).toBe('益城町 ロードマップ');
    expect(headingOf({ title: '' }, '')).toBe('ロードマップ');
    expect(fileNameOf({ provisional: true }, '益城町', '3月版', 'municipalities')).toBe(
      '益城町_ロードマップ_3月版_暫定版_市町村用',
    );
    expect(fileNameOf({ provisional: false }, '益城町', '', 'office')).toBe('益城町_ロードマップ');
  });
});

describe('escaping', () => {
  it('leaves nothing that XML would read as its own, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped).not.toMatch(/\p{Cs}/u);
        expect([...escaped].filter((letter) => letter < ' ' && !'\t\n\r'.includes(letter))).toEqual(
          [],
        );
        expect(escaped).not.toMatch(/[\ufffe\uffff]/);
      }),
    );
    expect(escapeXml('益城町 <b> & "x"')).toBe('益城町 &lt;b&gt; &amp; &quot;x&quot;');
  });
});

describe('the estimate of a text’s width', () => {
  it('counts Japanese letters whole, others by Noto Sans JP, and marks not at all', () => {
    expect(emWidth('益城町')).toBe(3);
    expect(emWidth('が')).toBe(1);
    expect(emWidth('12')).toBeCloseTo(1.18);
    expect(emWidth('ｱｲ')).toBe(1);
    expect(emWidth('か\u3099')).toBe(1);
  });
});
