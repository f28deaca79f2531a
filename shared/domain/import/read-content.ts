import { monthOf } from '../../dates/calendar.ts';
import type { FiscalYear, PartialDate } from '../../dates/types.ts';
import { sameText } from '../../text/fold.ts';
import { foldedOf, plainOf } from '../../text/folded.ts';
import { lengthOf, NAME_LIMIT } from '../../text/limits.ts';
import { quote } from '../../text/typed.ts';
import { MEETING_KIND_NAMES, type MeetingKind, type MeetingState } from '../meeting/meeting.ts';
import { parseOrdinal } from '../meeting/ordinal.ts';
import { splitState } from './read-state.ts';
import { isUnknown, readWhen, type When, whyNoDate } from './read-when.ts';

/** What the cell 内容 says of a meeting. */
export type Content = {
  readonly kind: MeetingKind;
  readonly ordinal: string;
  readonly round: number | null;
  /** Parts of a round that the cell tells apart, each with the title of its own event. */
  readonly parts: readonly { readonly label: string; readonly title: string }[];
  readonly title: string;
  readonly state: MeetingState | null;
  /** Why it was put off or called off. */
  readonly reason: string;
  /** What stands below the first line. */
  readonly aim: string;
  /** The date in brackets behind the name, or null. */
  readonly when: When | null;
  readonly doubts: readonly string[];
  readonly problems: readonly string[];
};

/** No year has more rounds; a greater number is a slip. */
const ROUND_LIMIT = 99;
const KANJI = '〇一二三四五六七八九';
const PART = /^[(（]?((?:午前|午後|夜間?|第\s*\d+部\s*[①-⑳]?|[①-⑳])(?:の部)?)[)）]?$/;
const DATE_BEHIND =
  /^([\s\S]*\S)\s*[(（]([^（）()]*(?:[(（][日月火水木金土][)）][^（）()]*|))[)）]$/;
/** 0.5次ミーティング(3日): a day of the month that stands in the row's own cell. */
const DAY_ALONE = /^\d{1,2}日(?:[(（][日月火水木金土](?:曜日?)?[)）])?$/;
const LOOKS_LIKE_DATE = /^(?:[^\d]{0,4}\d{1,4}\s*[./年月-]\s*)+\d{0,2}\s*[日月]?/;

/** What an event was called, under the name of the meeting: 「…意見交換会」, 午前:「…」. */
const OWN_TITLE = /^(?:([^:：「」]{1,30})[:：])?「(.*)」$/;

/** Kinds by their words; of several, the one that stands last says what the meeting is. */
const KIND_WORDS: readonly (readonly [MeetingKind, RegExp])[] = [
  ['preMeeting', /(?:事前)?(?:ミーティング|MTG)/gi],
  ['orientation', /オリエンテーション|説明会|ガイダンス/g],
  ['internal', /(?:課内|庁内|班内|内部)(?:協議|会議|打合せ|打ち合わせ|検討)/g],
  ['exchange', /意見交換会?/g],
  ['siteVisit', /視察|見学/g],
  ['information', /情報(?:提供|共有)/g],
  ['briefing', /報告会/g],
  ['consultation', /打合せ|打ち合わせ|打合わせ|ヒアリング|協議|相談/g],
];

const partOf = (text: string): string => {
  const part = PART.exec(text.trim())?.[1]?.replace(/\s/g, '') ?? '';
  return /^(?:午前|午後)$/.test(part) ? `${part}の部` : part;
};

/** （第1部・第2部②） → both; none where a word among them names no part. */
const partsOf = (text: string): readonly string[] => {
  const words = text.trim().replace(/^[(（]([^()（）]*)[)）]$/, '$1');
  const labels = words.split(/[・、]/).map(partOf);
  return labels.includes('') ? [] : labels;
};

/** 午前 → 午前の部; '' for words that name no part. */
export const partLabelOf = partOf;

/**
 * Reads 0.5次ミーティング(8/3), 1回目支援(8/24), 意見交換会(10/14), 他県作成動画の情報提供.
 * @param about what the cell of its row says of the date: in 8月, 打合せ(3日) was on 8/3
 */
export const readContent = (text: string, year: FiscalYear, about: PartialDate = ''): Content => {
  const [first = '', ...below] = withDateOnFirst(text.split('\n'));
  const bare = splitState(withoutBullet(first.trim()));
  const { name, when, problem, doubt } = splitDate(bare.text, year, about);
  // (8/24)【中止】 and 【中止】(8/24): the state may stand on either side of the date.
  const inner = when === null ? { text: name, state: null, reason: '' } : splitState(name);
  const read = readName(inner.text);
  // What the event was called names it only where the first line does not; all else is told below it.
  const isNamed = read.title.trim() !== '';
  const own = below.map((line) => (isNamed ? null : OWN_TITLE.exec(line.trim())));
  const told = own.flatMap((match) =>
    match?.[1] ? [{ label: partOf(match[1]) || match[1], title: match[2] ?? '' }] : [],
  );
  const only = told.length > 0 ? -1 : own.findIndex((match) => match !== null);
  const title = read.title.trim() || (own[only]?.[2] ?? '');
  const tooLong =
    lengthOf(title) > NAME_LIMIT
      ? [
          `内容が長すぎます（${lengthOf(title).toLocaleString('ja-JP')}文字）。会合の名前は${NAME_LIMIT}文字までです。`,
        ]
      : [];
  return {
    ...read,
    title,
    parts: told.length > 0 ? told : read.parts,
    state: bare.state ?? inner.state ?? when?.state ?? null,
    reason: bare.reason || inner.reason || (when?.reason ?? ''),
    aim: below
      .filter((_, index) => index !== only && !own[index]?.[1])
      .join('\n')
      .trim(),
    when,
    doubts: doubt === '' ? read.doubts : [...read.doubts, doubt],
    problems: [...read.problems, ...tooLong, ...(problem === '' ? [] : [problem])],
  };
};

/** The date may stand in a line of its own below the name: the two lines become one. */
const withDateOnFirst = (lines: readonly string[]): readonly string[] => {
  const at = lines.findIndex(
    (line, index) => index > 0 && /^[(（]/.test(line) && /[)）]$/.test(line) && /\d/.test(line),
  );
  if (at < 0) return lines;
  const above = lines.slice(0, at);
  const last = above.findLastIndex((line) => line !== '');
  return [
    ...above.slice(0, Math.max(0, last)),
    `${above[Math.max(0, last)] ?? ''}${lines[at] ?? ''}`,
    ...lines.slice(at + 1),
  ];
};

type DateBehind = {
  readonly name: string;
  readonly when: When | null;
  readonly problem: string;
  readonly doubt: string;
};

/** 2022年8月, to be followed by a day. */
const monthWords = (about: PartialDate): string =>
  about === '' ? '' : `${monthOf(about).replace('-', '年')}月`;

const splitDate = (text: string, year: FiscalYear, about: PartialDate): DateBehind => {
  const [, name = '', inside = ''] = DATE_BEHIND.exec(text) ?? [];
  const whole: DateBehind = { name: text, when: null, problem: '', doubt: '' };
  if (name === '') return whole;
  const isDayAlone = DAY_ALONE.test(plainOf(inside));
  if (isDayAlone && about === '') {
    return { ...whole, doubt: `${quote(inside)}の月が分からないため、名前に残します。` };
  }
  const when = readWhen(isDayAlone ? `${monthWords(about)}${inside}` : inside, year);
  // 打合せ（随時） has no date; a word that names none stays with the name.
  if (when && (when.date !== '' || isUnknown(inside))) return { ...whole, name, when };
  // A date that the calendar does not have is no name: nobody knows which day was meant.
  const typed = plainOf(inside);
  const isDate = LOOKS_LIKE_DATE.exec(typed)?.[0].length === typed.length;
  return { ...whole, problem: isDate ? whyNoDate(inside, year) : '' };
};

const numberOf = (digits: string): number => {
  const kanji = KANJI.indexOf(digits);
  if (/[①-⑨]/.test(digits)) return '①②③④⑤⑥⑦⑧⑨'.indexOf(digits) + 1;
  return kanji > 0 ? kanji : Number(digits);
};

type Name = Omit<Content, 'aim' | 'when' | 'state' | 'reason'>;

const ORDINAL =
  /^(?:[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇]\s{0,9})?第?\s*(\d+(?:\.\d+)?|\.\d+)\s*次\s*(?:ミーティング|MTG|会議|打合せ)?\s*(.*)$/i;
const SESSION =
  /^(?:[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇]\s{0,9})?第?\s*(\d{1,3}|[一二三四五六七八九①-⑨])\s*回(?:目)?\s*の?(?:伴走)?支援(?!の|に|を|へ|で|と|後|前|以|[^\s(（]*(?:ミーティング|MTG|打合せ|打ち合わせ|協議|会議))\s*(.*)$/i;

const readName = (name: string): Name => {
  const { plain, cut } = foldedOf(name);
  const base: Name = {
    kind: 'other',
    ordinal: '',
    round: null,
    parts: [],
    title: name,
    doubts: [],
    problems: [],
  };
  const numbered = ORDINAL.exec(plain);
  if (numbered) {
    const ordinal = parseOrdinal(numbered[1] ?? '');
    const title = cut(plain.length - (numbered[2] ?? '').length);
    return ordinal.ok
      ? { ...base, kind: 'preMeeting', ordinal: ordinal.value, title, doubts: severalIn(title) }
      : { ...base, kind: 'preMeeting', problems: [ordinal.error.happened] };
  }
  const session = SESSION.exec(plain);
  if (session) {
    const round = numberOf(session[1] ?? '');
    const rest = session[2] ?? '';
    const parts = partsOf(rest).map((label) => ({ label, title: '' }));
    const title = parts.length === 0 ? cut(plain.length - rest.length) : '';
    if (round >= 1 && round <= ROUND_LIMIT) {
      return { ...base, kind: 'session', round, parts, title, doubts: severalIn(title) };
    }
    return { ...base, kind: 'session', problems: [`第${round}回という支援の回はありません。`] };
  }
  return { ...base, ...kindOf(plain) };
};

/** Another number of the flow behind the first: two meetings in one cell that nothing parts. */
const severalIn = (title: string): readonly string[] =>
  /\d\s?次(?!元|第|年|産)|\d\s?回(?:目)?の?支援/.test(plainOf(title))
    ? ['1つの欄に会合がいくつもあるようです。分けて取り込むときは、行を分けてください。']
    : [];

/** A bullet is no part of a name; ○○ stands for a name that is not told, and － for a formula's sign. */
const BULLET = /^([・･●◎◯○〇■□◆◇▪•‣])(?!\1)\s{0,9}(?=\S)/;

/** A line without the bullet before it. */
export const withoutBullet = (line: string): string => line.replace(BULLET, '');

const kindOf = (name: string): Pick<Name, 'kind' | 'doubts'> => {
  let found: MeetingKind | null = null;
  let last = -1;
  for (const [kind, words] of KIND_WORDS) {
    for (const match of name.matchAll(words)) {
      const end = match.index + match[0].length;
      if (end > last) {
        last = end;
        found = kind;
      }
    }
  }
  return found
    ? { kind: found, doubts: [] }
    : { kind: 'other', doubts: ['会合の種類を読み取れないため「その他」にします。'] };
};

/** A kind by its own word, as a column of kinds says it; null where the word is none. */
export const kindOfWord = (word: string): MeetingKind | null => {
  const kinds = Object.entries(MEETING_KIND_NAMES) as readonly [MeetingKind, string][];
  const exact = kinds.find(([, name]) => sameText(name, word));
  if (exact) return exact[0];
  const { kind, doubts } = kindOf(word);
  if (doubts.length === 0) return kind;
  return /支援$/.test(word) ? 'session' : null;
};
