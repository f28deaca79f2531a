import { constants, fstatSync, fsyncSync, lstatSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { FILE_MODE, isFault, setAsideName } from './safe-files.ts';
import { makeFolderSync, syncFolderSync, withFileSync } from './safe-files-sync.ts';
import { writeWholeFile } from './whole-file.ts';

export type JsonFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** Ours hold a few hundred bytes; what is larger is none of ours and is not read. */
const MAX_BYTES = 1024 * 1024;

/** A JSON file lies in one of the data folder's own folders; neither may be a link. */
const dataFolderOf = (file: string): string => path.dirname(path.dirname(file));

/** Reads a JSON file; its absence, its damage or a link in its place is no exception. */
export const readJsonFile = (file: string): JsonFile => {
  try {
    return withFileSync(file, dataFolderOf(file), constants.O_RDONLY, (handle) =>
      fstatSync(handle).size > MAX_BYTES
        ? { kind: 'corrupt' }
        : parse(readFileSync(handle, 'utf8')),
    );
  } catch (error) {
    return isFault(error, 'ENOENT') ? { kind: 'missing' } : { kind: 'unreadable', error };
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
 * @throws the system's error (ENOSPC …, ELOOP for a linked folder); the old file then stands untouched
 */
export const writeJsonFile = (file: string, value: unknown): void => {
  makeFolderSync(path.dirname(file), dataFolderOf(file));
  writeWholeFile(file, `${JSON.stringify(value, undefined, 2)}\n`, FILE_MODE);
};

/**
 * Moves a file we cannot use out of the way, for somebody to look at.
 * @returns its new path
 * @throws when the file can't be moved
 */
export const setAside = (file: string, now: Date): string => {
  const target = setAsideName(file, 'corrupt', now);
  renameSync(file, target);
  // What was damaged by a power cut may not be on the disk yet.
  if (lstatSync(target).isFile()) {
    withFileSync(target, dataFolderOf(file), constants.O_RDWR, fsyncSync);
  }
  syncFolderSync(path.dirname(file));
  return target;
};
