/** Types of gather.mjs for the tests, which are TypeScript. */
import type { Plugin } from 'vite';

export declare function gatherLicences(): {
  readonly plugin: (name: string, after?: readonly string[]) => Plugin;
};
