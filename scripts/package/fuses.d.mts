/** Types of fuses.mjs for the tests, which are TypeScript. */
export declare const SEALED: Readonly<Record<string, 'on' | 'off'>>;
export declare function readFuses(executable: string): Readonly<Record<string, string>>;
export declare function openFuses(fuses: Readonly<Record<string, string>>): readonly string[];
