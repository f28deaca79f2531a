import { plainOf } from '../../text/folded.ts';
import { lengthOf } from '../../text/limits.ts';
import { MODE_NAMES, type Mode } from '../meeting/meeting.ts';
import { isNone } from './ditto.ts';
import { splitOutside } from './split-names.ts';

/** Splits a programme at ・ and line breaks, not inside brackets. */
export const splitItems = (text: string): readonly string[] => {
  const isList = text.includes('\n');
  return splitOutside(text, isList ? /\n/ : /[・\n]/).map((item) =>
    item.replace(/^[・○●◎◯•\-－]\s*|^[①-⑳]\s*|^\d+[.．)）](?!\d)\s*/, '').trim(),
  );
};

const MODE_WORDS: readonly (readonly [RegExp, readonly Mode[]])[] = [
  [/^(?:現地|対面|訪問|集合|集合型|参集)(?:開催)?$/, ['onsite']],
  [/^(?:オンライン|web|ウェブ|リモート|zoom|teams)(?:会議|開催)?$/i, ['online']],
  [/^ハイブリッド(?:開催|形式)?$/, ['hybrid']],
  [/^(?:e?メール|mail)$/i, ['mail']],
  [/^(?:電話|tel)$/i, ['phone']],
  [/^(?:県庁|来庁|本庁)$/, ['office']],
];

const modesOfWord = (word: string): readonly Mode[] | undefined =>
  MODE_WORDS.find(([pattern]) => pattern.test(plainOf(word).replace(/等$|など$/, '')))?.[1];

/** 現地（町役場）: a word with more in brackets behind it. */
const WITH_MORE = /^([^(（]{1,40})[(（]([^()（）]{1,60})[)）]$/;

/** A 備考 that names no mode is what the list of modes can't say, unless it is a whole story. */
const NOTE_LIMIT = 60;

/** How people met; `note` keeps what the list of modes can't say, `rest` what is no mode at all. */
export type ReadModes = {
  readonly modes: readonly Mode[];
  readonly note: string;
  readonly rest: string;
};

const NOTHING: ReadModes = { modes: [], note: '', rest: '' };

const wordsOf = (text: string): readonly string[] => splitOutside(text, /[・･、,，\n/／＋+]/);

/** Reads 現地・オンライン, メール等, 集合型, 現地（町役場）; words that name no mode are a remark. */
export const readModes = (text: string): ReadModes => {
  if (text === '' || isNone(text)) return NOTHING;
  const read = wordsOf(text).map((word) => ({
    word,
    modes: modesOfWord(word) ?? modesOfWord(WITH_MORE.exec(word)?.[1] ?? ''),
  }));
  const modes = [...new Set(read.flatMap((each) => each.modes ?? []))];
  if (modes.length === 0) {
    const isShort = !text.includes('\n') && lengthOf(text) <= NOTE_LIMIT;
    return { modes: [], note: isShort ? text : '', rest: isShort ? '' : text };
  }
  // メール等 says more than メール; what names no mode stands beside those that do.
  const more = read.filter(({ word, modes: own }) => {
    const known = own?.map((mode) => MODE_NAMES[mode]).join('・');
    return (
      known === undefined ||
      WITH_MORE.test(word) ||
      (known !== plainOf(word) && /等$|など$|型$/.test(word))
    );
  });
  return { modes, note: more.map(({ word }) => word).join('・'), rest: '' };
};

/** Reads a column that has both, 場所・方法: 町役場（対面）, 県庁・オンライン. What names no mode is a place. */
export const readPlaceAndModes = (
  text: string,
): { readonly place: string; readonly modes: readonly Mode[] } => {
  const modes: Mode[] = [];
  const places: string[] = [];
  for (const word of isNone(text) ? [] : wordsOf(text)) {
    const [, before = '', inside = ''] = WITH_MORE.exec(word) ?? [];
    const own = modesOfWord(word) ?? modesOfWord(before);
    const within = modesOfWord(inside);
    modes.push(...(own ?? within ?? []));
    if (own === undefined) places.push(within === undefined ? word : before);
    else if (modesOfWord(word) === undefined) places.push(inside);
  }
  return { place: places.join('・'), modes: [...new Set(modes)] };
};
