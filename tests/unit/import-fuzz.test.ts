import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import { ownTime } from '#tests/support/own-time.ts';
import { sheetXml, workbook } from '#tests/support/workbook.ts';
import type { TableAnswer } from '#workers/table-reading/messages.ts';
import { createTableReading } from '#workers/table-reading/table-reading.ts';

const WORDS = [
  '8月',
  '0.5次ミーティング(8/3)',
  '1回目支援(8/24)',
  'AD、県',
  '〃',
  '現地',
  '',
  '=1+1',
];

const sheet = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => sheetXml([['時期', '内容', '支援者', '備考'], ...rows], ['A2:A3']));

/** Changes to the XML that Excel's own files or broken programs may show. */
type Change = (xml: string, at: number) => string;

const once = (xml: string, find: RegExp, at: number, put: (found: string) => string): string => {
  const found = [...xml.matchAll(find)];
  const match = found[at % Math.max(1, found.length)];
  if (match === undefined) return xml;
  return xml.slice(0, match.index) + put(match[0]) + xml.slice(match.index + match[0].length);
};

const GENTLE: readonly Change[] = [
  (xml, at) => once(xml, /<c /g, at, (tag) => `<!-- <c r="XFD1"> -->${tag}`),
  (xml, at) => once(xml, / r="[A-Z]+\d+"/g, at, (place) => place.replaceAll('"', "'")),
  (xml, at) => once(xml, /<row r="\d+">/g, at, () => '<row spans="1:4" ht="18">'),
  (xml, at) => once(xml, /<\/row>/g, at, (tag) => `<c r="ZZ${at}" s="0"/>${tag}`),
  (xml, at) => once(xml, /<\/sheetData>/g, at, (tag) => `${tag}<pageMargins left="0.7"/>`),
  (xml, at) => once(xml, /<mergeCell /g, at, (tag) => `<mergeCell ref="B2:XFD1048576"/>${tag}`),
  (xml, at) => once(xml, /<t [^>]*>[^<]*/g, at, (text) => `${text}&amp;&#x3042;${'長'.repeat(at)}`),
  (xml) => xml.replace('<worksheet', '<?mso x?><worksheet').replaceAll('><', '>\n<'),
];
const ROUGH: readonly Change[] = [
  (xml, at) => once(xml, / r="\d+"/g, at, () => ` r="${at * 7919}"`),
  (xml, at) => once(xml, / r="[A-Z]+\d+"/g, at, () => ` r="XFD${at * 997}"`),
  (xml, at) => once(xml, / t="\w+"/g, at, () => ' t="s"'),
  (xml, at) => xml.slice(0, (at * 31) % xml.length),
  (xml, at) => once(xml, /[<>"/]/g, at, () => ''),
];

const fuzzed = fc
  .tuple(
    sheet,
    fc.array(fc.tuple(fc.constantFrom(...GENTLE), fc.nat(1000)), { maxLength: 5 }),
    // One in four is broken for good: the others are what the reader is there for.
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...ROUGH), fc.nat(1000)) },
    ),
  )
  .map(([xml, gentle, rough]) => {
    const changed = gentle.reduce((text, [change, at]) => change(text, at), xml);
    return rough === null ? changed : rough[0](changed, rough[1]);
  });

const context = {
  fiscalYear: 2022 as FiscalYear,
  today: '2022-08-01' as Day,
  meetings: [],
  rounds: [],
  organizations: [],
  prefectureName: '熊本県',
  municipalityName: '益城町',
};

describe('a workbook whose XML is anything', () => {
  it('is read or refused in words, at once, and most of them are read', async () => {
    let tried = 0;
    let readable = 0;
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(fuzzed, async (xml) => {
        const answers: TableAnswer[] = [];
        const ask = createTableReading((answer) => answers.push(answer));
        const begun = ownTime();
        await ask({ kind: 'file', name: '表.xlsx', bytes: workbook(xml) });
        const [opened] = answers;
        if (opened?.kind !== 'opened') throw new Error('no answer');
        tried += 1;
        if (opened.opened.ok) {
          readable += 1;
          const sheetIndex = opened.opened.value.index;
          await ask({
            kind: 'meetings',
            wanted: { sheet: sheetIndex, chosen: null, mappings: [], context },
          });
          expect(answers.at(-1)).toMatchObject({ kind: 'meetings', read: { ok: true } });
        } else expect(opened.opened.error.happened).toMatch(/壊れ|大きすぎ|何も入っていません/);
        slowest = Math.max(slowest, ownTime() - begun);
      }),
      { numRuns: 500 },
    );
    expect(readable / tried).toBeGreaterThanOrEqual(0.5);
    expect(slowest).toBeLessThan(2000);
  });
});
