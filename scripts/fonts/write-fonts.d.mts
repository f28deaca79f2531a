/** Types of write-fonts.mjs for the tests, which are TypeScript. */
export declare const FIRST_FONTS: RegExp;
export declare const writeFonts: (folder: string) => void;
