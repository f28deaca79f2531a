import { fold } from '../../../text/fold.ts';
import { quote } from '../../../text/typed.ts';
import {
  BAR_KIND_NAMES,
  BAR_KINDS,
  BAR_STATE_NAMES,
  BAR_STATES,
  type BarKind,
  type BarState,
} from '../collections.ts';

/** What a cell says, and in sentences what of it could not be read. */
export type Read<Value> = { readonly value: Value; readonly doubts: readonly string[] };

const KIND_WORDS: readonly (readonly [BarKind, RegExp])[] = [
  ['preparation', /検討|準備|策定|見直し|作成|調整/],
  ['trial', /試行|モデル|トライアル/],
  ['planPeriod', /計画期間|計画/],
  ['operation', /実施|運用|本格|継続|推進/],
];
const STATE_WORDS: readonly (readonly [BarState, RegExp])[] = [
  ['cancelled', /中止|取りやめ|取止/],
  ['done', /完了|済|終了/],
  ['planned', /予定|未着手|未実施|これから/],
  ['running', /進行|実施中|着手|継続/],
];

/** 検討・準備, 試行 …, or a word that means one; nothing is 実施, an unknown word その他. */
export const readKind = (text: string): Read<BarKind> => {
  if (text.trim() === '') return { value: 'operation', doubts: [] };
  const found = choose(text, BAR_KINDS, BAR_KIND_NAMES, KIND_WORDS);
  if (found !== null) return { value: found, doubts: [] };
  return { value: 'other', doubts: [`種類${quote(text)}は「その他」にしました。`] };
};

/** 予定, 進行中, 完了, 中止, or a word that means one; nothing and an unknown word are 予定. */
export const readState = (text: string): Read<BarState> => {
  if (text.trim() === '') return { value: 'planned', doubts: [] };
  const found = choose(text, BAR_STATES, BAR_STATE_NAMES, STATE_WORDS);
  if (found !== null) return { value: found, doubts: [] };
  return { value: 'planned', doubts: [`状態${quote(text)}は「予定」にしました。`] };
};

const choose = <Word extends string>(
  text: string,
  words: readonly Word[],
  names: Readonly<Record<Word, string>>,
  patterns: readonly (readonly [Word, RegExp])[],
): Word | null => {
  const typed = fold(text).trim();
  const named = words.find((word) => fold(names[word]) === typed || word.toLowerCase() === typed);
  return named ?? patterns.find(([, pattern]) => pattern.test(text.normalize('NFKC')))?.[0] ?? null;
};

/** 40, 40%, ４０％ or Excel's 0.4 under a % format, as it copies it; nothing is null. */
export const readProgress = (text: string): Read<number | null> => {
  const typed = text.normalize('NFKC').replace(/\s|%$/g, '');
  if (typed === '') return { value: null, doubts: [] };
  const progress = /^\d{1,3}(?:\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (progress <= 100) return { value: progress, doubts: [] };
  return {
    value: null,
    doubts: [`進み${quote(text)}は0～100の数として読み取れません。空のままにします。`],
  };
};
