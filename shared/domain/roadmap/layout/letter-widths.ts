/** Widths of the letters from space to ~ in Noto Sans JP, in hundredths of the font's size. */
const LATIN = [
  22, 32, 47, 55, 55, 92, 68, 28, 34, 34, 47, 55, 28, 35, 28, 39, 55, 55, 55, 55, 55, 55, 55, 55,
  55, 55, 28, 28, 55, 55, 55, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 53, 65, 54, 81, 72, 74,
  63, 74, 63, 60, 60, 72, 57, 88, 57, 53, 60, 34, 39, 34, 55, 56, 61, 56, 62, 51, 62, 55, 32, 56,
  61, 27, 27, 55, 28, 93, 61, 61, 62, 62, 39, 47, 38, 61, 52, 80, 50, 52, 47, 34, 27, 34, 55,
];
const FIRST_LATIN = 0x20;
const OTHER_ALPHABETS_END = 0x2010;
const HALF_KANA = { first: 0xff61, last: 0xff9f } as const;
const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

const unitWidth = (unit: number): number => {
  const latin = LATIN[unit - FIRST_LATIN];
  if (latin !== undefined) return latin / 100;
  if (unit < OTHER_ALPHABETS_END) return 0.65;
  // Two of them are one letter.
  if (unit >= SURROGATES.first && unit <= SURROGATES.last) return 0.5;
  return unit >= HALF_KANA.first && unit <= HALF_KANA.last ? 0.5 : 1;
};

/**
 * How wide a text is in the app's font, in its size: known, not measured, since the part of the font that has
 * its letters may not be loaded yet, and screen and paper shall break lines alike. Never too little for
 * Japanese text.
 */
export const textWidth = (text: string): number => {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += unitWidth(text.charCodeAt(index));
  return width;
};
