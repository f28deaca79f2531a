import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project; every script works from here, wherever it was called. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts a path below the top folder */
export const inRoot = (...parts) => join(root, ...parts);
