/** Types of read-cmap.mjs for the tests, which are TypeScript. */
export declare const readCmap: (cmap: Buffer) => ReadonlyMap<number, number>;
