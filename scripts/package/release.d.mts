/** Types of release.mjs for the tests, which are TypeScript. */
import type { Runtime } from '../runtime/launch.mjs';

export declare function whyOldPictures(version: string, file?: string): string | undefined;
export declare function whyNoRelease(runtime: Runtime, wanted: string): string | undefined;
