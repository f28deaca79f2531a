import { plainOf } from '../../text/folded.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { CHANGED_MARK } from '../tables/words.ts';
import { lastBrackets } from './brackets.ts';

const STATES: readonly (readonly [string, MeetingState])[] = [
  ['予定', 'planned'],
  ['延期', 'postponed'],
  ['中止', 'cancelled'],
  ['取りやめ', 'cancelled'],
  ['取り止め', 'cancelled'],
];

/** A text without the state that it says, and why it is so. */
export type Stated = {
  readonly text: string;
  readonly state: MeetingState | null;
  /** コロナのため延期, where more than the bare word stands there. */
  readonly reason: string;
};

/** No remark on a state is longer. */
const INSIDE_LIMIT = 60;

/** The state that a word or remark names by its end: 予定, コロナのため延期. */
export const stateOfWords = (words: string): MeetingState | null =>
  STATES.find(([word]) => words.trim().endsWith(word))?.[1] ?? null;

const isBare = (words: string): boolean => STATES.some(([word]) => words.trim() === word);

/** A remark that begins with its state stands before the name: 【中止】視察. */
const FIRST =
  /^[(（【［[〔＜<〈《]([^()（）【】［\]［］〔〕＜＞<>〈〉《》]{1,30})[)）】］\]〕＞>〉》](?=[\s\S])/;
/** Without brackets, something has to part the state from what it is said of. */
const BEHIND = /(?<=[\s※→⇒\d日旬)）])(予定|延期|中止|取りやめ|取り止め)$/;
/** 10/14予定: what is left beside the state is a date. */
const DATE_LETTERS = /^[\dRrSsHh令和平成元年月日火水木金土祝曜./\-~〜()（）・:時分\s]+$/;

/** What our own tables say of a confirmed record is no part of its name. */
const withoutMark = (text: string): string =>
  text.endsWith(CHANGED_MARK) ? text.slice(0, -CHANGED_MARK.length) : text;

/**
 * Parts a text from the state that it says: 第3回支援【中止】, （コロナのため延期）, (10/14予定), 8/24 中止.
 * A name that only speaks of something called off (中止になった研修の代替) has none.
 * @param isAlone whether the bare word may be the whole text, as in a column of dates
 */
export const splitState = (text: string, isAlone = false): Stated => {
  const bare = withoutMark(text);
  const none: Stated = { text: bare, state: null, reason: '' };
  const trimmed = bare.trim();
  if (isAlone && isBare(trimmed)) return { text: '', state: stateOfWords(trimmed), reason: '' };
  const last = lastBrackets(trimmed, INSIDE_LIMIT);
  const state = last === null ? null : stateOfWords(last.inside);
  if (last !== null && state !== null && (last.from > 0 || isAlone)) {
    return stated(withoutMark(trimmed.slice(0, last.from).trimEnd()), last.inside, state);
  }
  const first = FIRST.exec(trimmed);
  const before = first === null ? null : stateOfWords(first[1] ?? '');
  if (first !== null && before !== null) {
    return stated(trimmed.slice(first[0].length).trim(), first[1] ?? '', before);
  }
  const sign = trimmed.lastIndexOf('※');
  const remark = sign > 0 ? trimmed.slice(sign + 1).trim() : '';
  const remarked = remark.length <= INSIDE_LIMIT ? stateOfWords(remark) : null;
  if (remarked !== null) return stated(trimmed.slice(0, sign).trimEnd(), remark, remarked);
  const behind = BEHIND.exec(trimmed);
  if (behind === null) return none;
  const rest = trimmed
    .slice(0, behind.index)
    .replace(/[\s※→⇒]$/, '')
    .trimEnd();
  return { text: rest, state: stateOfWords(behind[0]), reason: '' };
};

const stated = (name: string, inside: string, state: MeetingState): Stated => {
  if (isBare(inside)) return { text: name, state, reason: '' };
  const word = STATES.find(([each]) => inside.trim().endsWith(each))?.[0] ?? '';
  const more = plainOf(inside.trim().slice(0, -word.length));
  // (8/10に延期) was moved to that day.
  if (/\d[日)）]?に$/.test(more))
    return { text: `${name}(→${more.slice(0, -1)})`, state: null, reason: '' };
  // (10/14予定) is a date with its state.
  const date = more.replace(/→$/, '');
  if (/\d/.test(date) && DATE_LETTERS.test(date)) {
    return { text: `${name}(${date})`, state, reason: '' };
  }
  return { text: name, state, reason: inside.trim() };
};
