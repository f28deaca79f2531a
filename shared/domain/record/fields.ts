import { z } from 'zod';

/** Field types that never fail: whatever stands in a document, a row comes out of it. */
export const textField = z.string().catch('');
export const flagField = z.boolean().catch(false);
/** A number, or null where nothing was entered. */
export const numberField = z.number().nullable().catch(null);
/** Fractional order key among siblings. */
export const orderField = z.string().catch('');

/** One of a fixed list of words; an unknown word reads as `fallback`. */
export const choiceField = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
) => z.enum(words).catch(fallback as never);
