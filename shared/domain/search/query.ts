import { parseFiscalYear, parsePartialDate } from '../../dates/parse.ts';
import type { FiscalYear, PartialDate } from '../../dates/types.ts';
import { searchForm } from '../../text/search-form.ts';

/** A word as it is looked for: a record has it that holds one of its forms. */
export type Word = {
  /** What has to be looked through for: none of them holds another. */
  readonly forms: readonly string[];
  /** What is marked where it stands. */
  readonly marked: readonly string[];
};

/** What narrows a search beside its words; '' and null narrow nothing. */
export type Filters = {
  readonly year: FiscalYear | null;
  /** A part of its name, in its form; so is the theme. */
  readonly municipality: string;
  readonly theme: string;
  /** A part of what its records are called, in its form: 会合. */
  readonly kind: string;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** A part of the name of somebody who wrote in it, in its form. */
  readonly writer: string;
};

export const NO_FILTERS: Filters = {
  ...{ year: null, municipality: '', theme: '', kind: '', from: '', to: '', writer: '' },
};

export type SearchQuery = {
  readonly words: readonly Word[];
  readonly filters: Filters;
  /** Filters whose value could not be read: 年度:来年. */
  readonly unread: readonly string[];
};

/** The filters as they are typed: 年度:R4. */
export const FILTER_KEYS = ['年度', '市町村', '種別', 'テーマ', '期間', '書いた人'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Quotes end a word; one that nobody closes goes on to the end, as while it is being typed. */
const QUOTED = /["＂“”„]([^"＂“”„]*)(?:["＂“”„]|$)|[^\s"＂“”„]+/g;
const FILTER = new RegExp(`^(${FILTER_KEYS.join('|')})[:：](.*)$`);

/** Reads what somebody typed: words, "several words in a row", and filters. Never fails. */
export const parseQuery = (typed: string): SearchQuery => {
  const words = new Map<string, Word>();
  const unread: string[] = [];
  let filters = NO_FILTERS;
  for (const { token, quoted } of tokensOf(typed)) {
    const [, key, value = ''] = (quoted === undefined ? FILTER.exec(token) : null) ?? [];
    if (key !== undefined) {
      if (value === '') continue;
      const read = readFilter(key as FilterKey, value);
      if (read === null) unread.push(token);
      else filters = { ...filters, ...read };
      continue;
    }
    const word = wordOf(quoted ?? token);
    if (word !== null) words.set(word.forms.join('\n'), word);
  }
  // The longest is the rarest, as a rule: what lacks it need not be asked for the others.
  const longestFirst = [...words.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
  return { words: longestFirst, filters, unread };
};

const lengthOf = ({ forms }: Word): number => forms[0]?.length ?? 0;

const readFilter = (key: FilterKey, value: string): Partial<Filters> | null => {
  switch (key) {
    case '年度': {
      const year = parseFiscalYear(value);
      return year.ok ? { year: year.value } : null;
    }
    case '期間':
      return readPeriod(value);
    case '市町村':
      return { municipality: searchForm(value) };
    case 'テーマ':
      return { theme: searchForm(value) };
    case '種別':
      return { kind: searchForm(value) };
    case '書いた人':
      return { writer: searchForm(value) };
  }
};

/** R4.4〜R4.9, 2022/4～, ～2022/9/30, R4.8. */
const readPeriod = (value: string): Pick<Filters, 'from' | 'to'> | null => {
  const [from = '', to = from, ...more] = value.split(/[〜～~]|\.\.\.?|…/);
  const [first, last] = [readDate(from), readDate(to)];
  if (first === null || last === null || more.length > 0) return null;
  return first === '' && last === '' ? null : { from: first, to: last };
};

const readDate = (text: string): PartialDate | null => {
  if (text.trim() === '') return '';
  const parsed = parsePartialDate(text, {});
  return parsed.ok ? parsed.value.date : null;
};

/** A run of kana, as it is written. */
const KANA = /[ァ-ヺぁ-ゖｦ-ﾟー]+/g;
const KATAKANA_END = /[ァ-ヺｦ-ﾟー]$/;
/** Words of English in -er, -or, -ar, -ry: サーバ, メモリ. Of no others (サービス) is the mark left out. */
const MAY_BE_LONG =
  /[アカサタナハマヤラワガザダバパァャヮリあかさたなはまやらわがざだばぱぁゃゎり]$/;
/** サーバ is the word that サーバー is; キ is none that キー is. */
const LEAST_BEFORE_LONG = 3;
/** Each such place doubles the forms. */
const MOST_PLACES = 2;

/** A word with the long mark at the end of its parts, and without: サーバー登録, サーバ登録. */
const wordOf = (typed: string): Word | null => {
  const form = searchForm(typed);
  if (form === '') return null;
  let written = [typed];
  let places = 0;
  // From the end, so that places before stay where they are.
  for (const { 0: run, index } of [...typed.matchAll(KANA)].reverse()) {
    const end = index + run.length;
    const stem = run.replace(/[ーｰ]$/, '');
    const isLast = end === typed.length;
    const isWord = stem.length >= LEAST_BEFORE_LONG && MAY_BE_LONG.test(stem.normalize('NFKC'));
    // ー may stand there only behind katakana; what ends the word is found whatever follows it.
    const mayLack = stem !== run || (!isLast && KATAKANA_END.test(run));
    if (!isWord || !mayLack || places === MOST_PLACES) continue;
    places += 1;
    written = written.flatMap((text) => [
      `${text.slice(0, index)}${stem}${text.slice(end)}`,
      `${text.slice(0, index)}${stem}ー${text.slice(end)}`,
    ]);
  }
  const all = [...new Set([form, ...written.map(searchForm)])];
  const forms = all.filter((each) => !all.some((other) => other !== each && each.includes(other)));
  return { forms, marked: all };
};

/** A filter as it stands in what was typed. */
export type TypedFilter = { readonly key: FilterKey; readonly value: string };

/** The filters in what was typed, in their order. */
export const typedFilters = (typed: string): readonly TypedFilter[] =>
  tokensOf(typed).flatMap(({ token, quoted }) => {
    const [, key, value = ''] = (quoted === undefined ? FILTER.exec(token) : null) ?? [];
    return key === undefined || value === '' ? [] : [{ key: key as FilterKey, value }];
  });

/** What was typed with another value of a filter, behind all else; without it where there is none. */
export const withFilter = (typed: string, key: FilterKey, value: string | null): string => {
  const others = tokensOf(typed)
    .filter(({ token, quoted }) => quoted !== undefined || FILTER.exec(token)?.[1] !== key)
    .map(({ token }) => token);
  // A blank would end it; folding leaves blanks out of both sides.
  const own = value === null ? [] : [`${key}:${value.replace(/[\s"＂“”„]+/gu, '')}`];
  return [...others, ...own].join(' ');
};

const tokensOf = (typed: string) =>
  [...typed.matchAll(QUOTED)].map(({ 0: token, 1: quoted }) => ({ token, quoted }));
