import { clip } from '../../text/limits.ts';
import { quote as quoteTyped } from '../../text/typed.ts';
import { isBlank } from '../record/row-values.ts';

const LISTED = 3;

/** Names as 「基本的あり方」 bring their own brackets. */
const quote = (name: string): string =>
  /^「[^「」]{1,30}」$/.test(name.trim()) ? name.trim() : quoteTyped(name);

/** A thing of the roadmap inside a sentence: 「試行」, 節目「議会」, 名前のない帯. */
export const nameIn = (label: string, what: '帯' | '節目' | '取組み' | '分野'): string => {
  if (isBlank(label)) return `名前のない${what}`;
  return what === '帯' ? quote(label) : `${what}${quote(label)}`;
};

/** 「作成」「周知」「評価」ほか2本: no more than three by name. */
export const listNames = (labels: readonly string[], what: '帯' | '節目'): string => {
  const quoted = labels
    .slice(0, LISTED)
    .map((label) => (isBlank(label) ? '（名前なし）' : quote(label)));
  const more = labels.length - quoted.length;
  return `${quoted.join('')}${more > 0 ? `ほか${more}${what === '帯' ? '本' : '件'}` : ''}`;
};

/** The lane right before a bar's name: 通所型サービスC「試行」. */
export const laneIn = (name: string): string =>
  isBlank(name) ? '名前のない取組み' : clip(name.trim(), 30);

/** A text that somebody changed to: 「第3期」, 空欄. */
export const orNothing = (text: string): string => (isBlank(text) ? '空欄' : quote(text));

/** The lane as a place: 「通所型サービスC」へ. */
export const laneAt = (name: string): string => (isBlank(name) ? '名前のない取組み' : quote(name));
