/** What a picture in a note says wherever it cannot be seen: in search, in history, in a mail. */
export const pictureWords = (name: string): string => `［図：${name}］`;

/** The file's name in such words. */
export const nameInWords = (words: string): string => /^［図：(.*)］$/su.exec(words)?.[1] ?? words;

/** What stands in the place of a picture whose file is gone, or is another one by now. */
export const lostPictureWords = (name: string): string => `写真が見つかりません：${name}`;
