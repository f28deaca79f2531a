/** A character of each file that every screen needs: Latin, kana, punctuation, ideographs. */
const ONE_OF_EACH = 'Aあ「会';
/** Words in another font are better than none. */
const PATIENCE_MS = 1000;

/**
 * Reads the fonts that the first screen is written in. Laying words out without them takes longer than
 * reading them: the browser asks the system for each character that it has not met yet.
 */
export const readFirstFonts = (): Promise<unknown> =>
  Promise.race([
    document.fonts.load('1em "Noto Sans JP Variable"', ONE_OF_EACH).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
