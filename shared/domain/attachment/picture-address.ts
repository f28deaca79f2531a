/** Where the page finds attached pictures: /attached/<SHA-256>. */
export const PICTURE_PATH = '/attached/';

/** The address of an attached picture for the page. @param hash SHA-256, 64 hexadecimal digits */
export const pictureAddress = (hash: string): string => `${PICTURE_PATH}${hash}`;
