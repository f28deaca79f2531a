import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export type JsonFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** Reads a JSON file; neither its absence nor its damage is an exception. */
export const readJsonFile = (file: string): JsonFile => {
  if (!existsSync(file)) return { kind: 'missing' };
  try {
    const text = readFileSync(file, 'utf8');
    return parse(text);
  } catch (error) {
    return { kind: 'unreadable', error };
  }
};

const parse = (text: string): JsonFile => {
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch {
    return { kind: 'corrupt' };
  }
};

/**
 * Replaces a file as a whole: after a power cut the old or the new content stands there.
 * @throws the system's error (ENOSPC …); the old file then stands untouched
 */
export const writeJsonFile = (file: string, value: unknown): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(handle, `${JSON.stringify(value, undefined, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(path.dirname(file));
};

/** Makes the renaming itself durable; Windows neither needs nor allows it. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Moves a file we cannot use out of the way, for somebody to look at: settings.corrupt-<time>.json
 * @returns its new path
 * @throws when the file can't be moved
 */
export const setAside = (file: string, now: Date): string => {
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().replaceAll(/[-:.]/g, '');
  const free = (attempt: number): string => {
    const suffix = attempt === 0 ? '' : `-${attempt}`;
    const target = path.join(dir, `${name}.corrupt-${stamp}${suffix}${ext}`);
    return existsSync(target) ? free(attempt + 1) : target;
  };
  const target = free(0);
  renameSync(file, target);
  return target;
};
