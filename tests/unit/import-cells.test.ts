import { describe, expect, it } from 'vitest';
import { day, fiscalYear } from '#shared/dates/types.ts';
import type { ImportContext } from '#shared/domain/import/proposal.ts';
import { readModes, readPlaceAndModes, splitItems } from '#shared/domain/import/read-cells.ts';
import { readHeads } from '#shared/domain/import/read-heads.ts';
import { splitState } from '#shared/domain/import/read-state.ts';
import { isBody, readSupporters } from '#shared/domain/import/read-supporters.ts';

describe('heads in a cell', () => {
  it.each([
    ['38人（町、SC 等）', 38],
    ['計46名', 46],
    ['合計 1,234人', 1234],
    ['約30人程度', 30],
    ['49', 49],
    ['1,234', 1234],
    ['多数', null],
    ['計12', null],
    ['町12人', null],
    ['20人、うち町5人', 20],
    ['20名 内 町5名', 20],
    ['20名（町5人、県15人）', 20],
    ['20名((町5人)、県15人)', 20],
    ['町20人 計50人', 50],
    ['20人、県30人、計50人', 50],
    ['計50人（町20人、県30人）', 50],
    ['（計50人）', null],
    ['【町】\n3人', null],
    ['【午前の部】49人', null],
    ['午前:20人／30人', null],
  ])('%j: %j', (text, headCount) => {
    expect(readHeads(text)).toEqual({
      parts: [{ partLabel: '', headCount, attendanceText: text }],
      doubts: [],
    });
  });

  it.each([
    ['①15人②40人', 55, '15人と40人を合わせて55人としました。'],
    ['①町15人、②県40名', 55, '15人と40人を合わせて55人としました。'],
    ['20人、県30人', null, '「20人、県30人」には人数がいくつもあるため、人数は入れません。'],
    ['49人\n5人', null, '「49人\n5人」には人数がいくつもあるため、人数は入れません。'],
  ])('%j is asked about', (text, headCount, doubt) => {
    const { parts, doubts } = readHeads(text);
    expect([parts[0]?.headCount, doubts]).toEqual([headCount, [doubt]]);
  });

  it.each([
    ['', []],
    ['－', []],
    ['なし', []],
    [
      '午前:49人（住民）／午後:45人',
      [
        ['午前の部', 49, '49人（住民）'],
        ['午後の部', 45, '45人'],
      ],
    ],
    ['午前の部：\n49人\n午後：3人', [['', null, '午前の部：\n49人\n午後：3人']]],
    [
      '第1部：20人/第2部：30人',
      [
        ['第1部', 20, '20人'],
        ['第2部', 30, '30人'],
      ],
    ],
    [
      '【午前】\n49人\n【午後】\n45人',
      [
        ['午前の部', 49, '49人'],
        ['午後の部', 45, '45人'],
      ],
    ],
    ['【午前】\n\n町\n49人', [['午前の部', null, '町\n49人']]],
  ])('%j has parts', (text, parts) => {
    expect(
      readHeads(text).parts.map((part) => [part.partLabel, part.headCount, part.attendanceText]),
    ).toEqual(parts);
  });
});

describe('a state beside a name or a date', () => {
  const long = 'あ'.repeat(58);
  it.each([
    // [what stands there, the name, the state, why]
    ['第3回支援【中止】', '第3回支援', 'cancelled', ''],
    ['研修（コロナのため延期）', '研修', 'postponed', 'コロナのため延期'],
    ['打合せ(10/14予定)', '打合せ(10/14)', 'planned', ''],
    ['打合せ(10/14→延期)', '打合せ(10/14)', 'postponed', ''],
    ['視察(8/10に延期)', '視察(→8/10)', null, ''],
    ['視察（8月10日に延期）', '視察(→8月10日)', null, ''],
    ['視察 中止', '視察', 'cancelled', ''],
    ['8日延期', '8日', 'postponed', ''],
    ['視察→中止', '視察', 'cancelled', ''],
    ['視察中止', '視察中止', null, ''],
    ['中止になった研修の代替', '中止になった研修の代替', null, ''],
    ['【中止】視察', '視察', 'cancelled', ''],
    ['(雨のため中止)視察', '視察', 'cancelled', '雨のため中止'],
    ['(仮)視察', '(仮)視察', null, ''],
    ['視察※中止', '視察', 'cancelled', ''],
    ['視察 ※雨のため中止 ', '視察', 'cancelled', '雨のため中止'],
    ['視察（取り止め）', '視察', 'cancelled', ''],
    ['視察 取りやめ', '視察', 'cancelled', ''],
    ['中止', '中止', null, ''],
    ['【中止】', '【中止】', null, ''],
    [`視察※${long}中止`, '視察', 'cancelled', `${long}中止`],
    [`視察※${long}あ中止`, `視察※${long}あ中止`, null, ''],
    ['視察', '視察', null, ''],
  ])('%s', (text, name, state, reason) => {
    expect(splitState(text)).toEqual({ text: name, state, reason });
  });

  it.each([
    ['中止', '', 'cancelled', ''],
    [' 予定 ', '', 'planned', ''],
    ['【中止】', '', 'cancelled', ''],
    ['（雨のため中止）', '', 'cancelled', '雨のため中止'],
    ['8/24 予定', '8/24', 'planned', ''],
  ])('%s alone in a column of dates', (text, name, state, reason) => {
    expect(splitState(text, true)).toEqual({ text: name, state, reason });
  });
});

describe('how people met', () => {
  const name = 'あ'.repeat(60);
  it.each([
    // [what the cell says, the modes, what the list cannot say, what is no mode]
    ['現地・オンライン', 'onsite online', '', ''],
    ['現地＋オンライン、現地', 'onsite online', '', ''],
    ['Zoom開催', 'online', '', ''],
    ['ハイブリッド形式', 'hybrid', '', ''],
    ['県庁/電話', 'office phone', '', ''],
    ['Ｅメール', 'mail', '', ''],
    ['メール等', 'mail', 'メール等', ''],
    ['集合型', 'onsite', '集合型', ''],
    ['web会議など', 'online', 'web会議など', ''],
    ['現地（町役場）', 'onsite', '現地（町役場）', ''],
    ['現地、町役場', 'onsite', '町役場', ''],
    ['町役場', '', '町役場', ''],
    ['訪問型', '', '訪問型', ''],
    ['－', '', '', ''],
    ['', '', '', ''],
    [name, '', name, ''],
    [`${name}あ`, '', '', `${name}あ`],
    ['長い\n話', '', '', '長い\n話'],
  ])('%j', (text, modes, note, rest) => {
    const read = readModes(text);
    expect([read.modes.join(' '), read.note, read.rest]).toEqual([modes, note, rest]);
  });

  it.each([
    ['町役場（対面）', '町役場', 'onsite'],
    ['対面（町役場）', '町役場', 'onsite'],
    ['町役場（2階）', '町役場（2階）', ''],
    ['県庁・オンライン', '', 'office online'],
    ['町役場・公民館、対面', '町役場・公民館', 'onsite'],
    ['－', '', ''],
  ])('and where: %j', (text, place, modes) => {
    const read = readPlaceAndModes(text);
    expect([read.place, read.modes.join(' ')]).toEqual([place, modes]);
  });

  it.each([
    ['開会・説明（国・県）・閉会', ['開会', '説明（国・県）', '閉会']],
    ['・開会\n・説明・質疑', ['開会', '説明・質疑']],
    ['1.開会\n2）説明\n3.5倍', ['開会', '説明', '3.5倍']],
    ['①開会・②説明', ['開会', '説明']],
    ['- 開会', ['開会']],
    ['', []],
  ])('and what was on the programme: %j', (text, items) => {
    expect(splitItems(text)).toEqual(items);
  });
});

describe('who supports', () => {
  const context: ImportContext = {
    ...{ fiscalYear: fiscalYear(2022), meetings: [], rounds: [], organizations: [] },
    ...{ prefectureName: '熊本県', municipalityName: '益城町', today: day('2023-04-10') },
  };
  const organizations = [{ name: '健康・福祉課' }, { name: '県' }] as never;
  it.each([
    ['県、町、AD', ['熊本県 prefecture', '益城町 municipality', 'AD adviser'], []],
    ['－', [], []],
    ['AD、なし', ['AD adviser'], []],
    ['ＡＤ、AD', ['AD adviser'], []],
    ['厚労省・県', ['厚労省 ministry', '熊本県 prefecture'], []],
    ['国及び県', ['国 unknown', '熊本県 prefecture'], []],
    ['県 AD', ['熊本県 prefecture', 'AD adviser'], []],
    ['山田 太郎', ['山田 太郎 unknown'], []],
    ['県等', ['熊本県 prefecture'], ['「県等」を「県」として取り込みます。']],
    ['AD２名', ['AD adviser'], ['「AD２名」を「AD」として取り込みます。']],
    ['県（3名）', ['熊本県 prefecture'], ['「県（3名）」を「県」として取り込みます。']],
    ['県等（3名）', ['熊本県 prefecture'], ['「県等（3名）」を「県」として取り込みます。']],
    ['県3名ほか', ['熊本県 prefecture'], ['「県3名ほか」を「県」として取り込みます。']],
    ['山田ほか', ['山田ほか unknown'], []],
    ['5名', [], ['「5名」は取り込みません。']],
    ['等', [], ['「等」は取り込みません。']],
    ['県・山田', ['熊本県 prefecture', '山田 unknown'], ['「県・山田」を2つの名前に分けました。']],
    ['県 山田', ['県 山田 unknown'], ['「県 山田」を1つの名前として取り込みます。']],
    ['山田・佐藤', ['山田・佐藤 unknown'], ['「山田・佐藤」を1つの名前として取り込みます。']],
  ])('%s', (text, supporters, doubts) => {
    const read = readSupporters(text, context);
    expect(read.supporters.map(({ name, role }) => `${name} ${role}`)).toEqual(supporters);
    expect(read.doubts).toEqual(doubts);
  });

  it.each([
    ['健康・福祉課', { organizations }, '健康・福祉課'],
    ['県', { organizations }, '県'],
    ['県', { prefectureName: '' }, '県'],
    ['町', { municipalityName: '' }, '町'],
    ['町役場', {}, '益城町'],
    ['本庁', {}, '熊本県'],
  ])('%s, as the office knows it', (text, change, name) => {
    const { supporters, doubts } = readSupporters(text, { ...context, ...change });
    expect([supporters.map((each) => each.name), doubts]).toEqual([[name], []]);
  });

  it.each([
    ['益城町', true],
    ['九州厚生局', true],
    ['ＳＣ', true],
    ['健康・福祉課', true],
    ['福祉課', false],
    ['山田', false],
  ])('%s is a body that everybody knows: %s', (word, expected) => {
    expect(isBody(word, organizations)).toBe(expected);
  });
});
