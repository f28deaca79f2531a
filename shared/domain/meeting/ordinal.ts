import { ok, type Result } from '../../result.ts';
import { refuse } from '../../text/refuse.ts';
import { normalizeTyped, quote } from '../../text/typed.ts';

declare const brand: unique symbol;

/**
 * A pre-meeting's number as it was typed: '0.5', '1.25'. A free decimal kept as a text;
 * `n < ordinal < n + 1` stands before round n + 1.
 */
export type Ordinal = string & { readonly [brand]: 'Ordinal' };

const TYPED = /^第?(\d*(?:\.\d*)?)(?:次(?:ミーティング|MTG|会議)?)?$/i;
const MAX_TYPED_DIGITS = 9;

/** Whether a text is a decimal that lies between two rounds. */
export const isOrdinal = (text: string): text is Ordinal =>
  /^(0|[1-9]\d{0,2})\.(?=\d*[1-9])\d+$/.test(text);

/** Reads '1.5', '１．５次', '第0.5次ミーティング', '.5'. Between two rounds there is no integer. */
export const parseOrdinal = (text: string): Result<Ordinal> => {
  const todo = '「0.5」「1.25」のように、回と回の間の小数で入力してください。';
  if (text.trim() === '') return refuse('ミーティングの番号が入っていません。', todo);
  const typed = TYPED.exec(normalizeTyped(text))?.[1];
  const [whole = '', fraction = ''] = (typed ?? '').split('.');
  if (whole + fraction === '' || whole.length > 3) {
    return refuse(`${quote(text)}はミーティングの番号として読み取れません。`, todo);
  }
  if (fraction.length > MAX_TYPED_DIGITS) {
    return refuse(
      `${quote(text)}は小数の桁が多すぎます。`,
      `小数は${MAX_TYPED_DIGITS}桁までで入力してください。`,
    );
  }
  const ordinal = `${Number(whole)}.${fraction}`;
  if (isOrdinal(ordinal)) return ok(ordinal);
  return refuse(
    `${quote(text)}は整数です。整数は支援の回（第N回支援）の番号で、その前のミーティングには使えません。`,
    todo,
  );
};

const partsOf = (ordinal: Ordinal): readonly [whole: number, fraction: string] => {
  const [whole = '', fraction = ''] = ordinal.split('.');
  return [Number(whole), fraction.replace(/(?<!0)0+$/, '')];
};

/** Order by value, digit by digit: '1.5' and '1.50' are one number, and no rounding error joins others. */
export const compareOrdinals = (a: Ordinal, b: Ordinal): number => {
  const [[wholeA, fractionA], [wholeB, fractionB]] = [partsOf(a), partsOf(b)];
  if (wholeA !== wholeB) return wholeA - wholeB;
  if (fractionA === fractionB) return 0;
  return fractionA < fractionB ? -1 : 1;
};

/** Whether a number is used already, however it is written. */
export const isTaken = (taken: readonly Ordinal[], ordinal: Ordinal): boolean =>
  taken.some((other) => compareOrdinals(other, ordinal) === 0);

/** The number of the round that a pre-meeting prepares: 1 for 0.5, 2 for 1.75. */
export const roundAfter = (ordinal: Ordinal): number => partsOf(ordinal)[0] + 1;

/** The `step`-th fraction of ½, ¾, ⅞ … as exact decimal digits: 5, 75, 875 …. */
const halfwayDigits = (step: number): string =>
  (10n ** BigInt(step) - 5n ** BigInt(step)).toString();

/**
 * The next free number before a round: 0.5 before the first, then 0.75, then 0.875 …,
 * each halfway from the one before it to the round.
 * @param round the number of the round to prepare, from 1
 */
export const suggestOrdinal = (taken: readonly Ordinal[], round: number): Ordinal => {
  const at = (step: number): Ordinal => `${round - 1}.${halfwayDigits(step)}` as Ordinal;
  const steps = Array.from({ length: taken.length + 1 }, (_, index) => index + 1);
  // Among one more candidates than numbers taken, one is free.
  return at(steps.find((step) => !isTaken(taken, at(step))) ?? 1);
};

/** 1.5次ミーティング, the number as it was typed. */
export const formatOrdinal = (ordinal: Ordinal): string => `${ordinal}次ミーティング`;

/** An ordinal by its value: 1.50 is 1.5. */
export const ordinalKey = (ordinal: string): string => ordinal.replace(/(?<!0)0+$/, '');
