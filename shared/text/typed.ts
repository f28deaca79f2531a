import { plainOf } from './folded.ts';
import { clip } from './limits.ts';

/**
 * Typed text in the one form that parsers read: half-width digits and signs, one kind of dash and
 * wave, no white space. (NFKC also turns ㋿ into 令和 and ㈬ into (水); ① and ² stay what they are.)
 */
export const normalizeTyped = (text: string): string =>
  plainOf(text)
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]|(?<=[\d時分半])ー/g, '-')
    .replace(/[〜～∼]/g, '~');

/** Typed text as a message may quote it. */
export const quote = (text: string): string => `「${clip(text.trim(), 30)}」`;
