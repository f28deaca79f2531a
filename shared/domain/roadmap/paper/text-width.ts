/**
 * Widths of letters without a screen to measure on. Japanese letters are one em wide; for the others this
 * holds Noto Sans JP's bold advances, which no lighter weight exceeds, in thousandths of an em from U+0020.
 */
const LATIN: readonly number[] = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
  590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
  585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
  580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
  315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

const widthOfLetter = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  const latin = LATIN[code - 0x20];
  if (latin !== undefined) return latin / 1000;
  if (code >= 0xff61 && code <= 0xff9f) return 0.5;
  if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(letter)) return 0;
  // Pictures stand wider than an em in the fonts that have them.
  if (code > 0x1f000 && code < 0x20000) return 1.4;
  return code > 0x00ff ? 1 : 0.75;
};

const known = new Map<string, number>();

/** A text's width in em: never less than what Noto Sans JP takes. */
export const emWidth = (text: string): number => {
  const found = known.get(text);
  if (found !== undefined) return found;
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  if (known.size > 20_000) known.clear();
  known.set(text, width);
  return width;
};
