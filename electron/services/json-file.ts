import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { writeWholeFile } from './whole-file.ts';

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
 * Replaces a JSON file as a whole.
 * @throws the system's error (ENOSPC …); the old file then stands untouched
 */
export const writeJsonFile = (file: string, value: unknown): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeWholeFile(file, `${JSON.stringify(value, undefined, 2)}\n`, 0o600);
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
