/** Types of packages.mjs for the tests, which are TypeScript. */
export declare function packageFolderOf(id: string): string | undefined;
export declare function noticeOf(folder: string): {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
};
