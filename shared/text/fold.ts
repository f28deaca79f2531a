const SMALL_KE = /[ゕゖ]/g;

const hiragana = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0x60);

/**
 * The form in which texts are searched and compared, never shown: NFKC (full and half width, ㈱,
 * half-width kana), lower case, katakana as hiragana, one space for any white space, and
 * ヶ and ヵ as ケ and カ (鶴ヶ丘 finds 鶴ケ丘). Voicing, long marks and kanji variants stay apart.
 * Folding twice changes nothing.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶヽヾ]/g, hiragana)
    .replace(SMALL_KE, (letter) => (letter === 'ゕ' ? 'か' : 'け'))
    .replace(/\s+/g, ' ')
    .normalize('NFKC');

/** Whether two texts are the same to a reader who searches. */
export const sameText = (a: string, b: string): boolean => fold(a).trim() === fold(b).trim();
