import { EOL } from 'node:os';
import { inspect } from 'node:util';
import type { ErrorFacts } from './describe-error.ts';
import { appendLine } from './log-file.ts';

export type Level = 'info' | 'warn' | 'error';

/** Codes, counts and versions; the types leave no room for what staff wrote. */
export type Facts = Readonly<Record<string, number | boolean | string>>;

/** Writes one entry. */
export type Write = (level: Level, code: string, facts: Facts | ErrorFacts) => void;

/** The columns of electron-log's own lines: what stands behind the level begins at one place. */
const LEVEL_WIDTH = '[error] '.length;

/**
 * Writes as electron-log does, before that has been read: each line reaches the file before the call ends,
 * so nothing is lost when the app quits or crashes in its first moment.
 * @param file undefined where none can be written
 */
export const createEarlyLog =
  (file: string | undefined, now: () => Date = () => new Date()): Write =>
  (level, code, facts) => {
    const words = `${code} ${inspect(facts, { depth: 5 })}`;
    // biome-ignore lint/suspicious/noConsole: for whoever started it from a terminal, as electron-log does
    if (level !== 'info') console.error(level, words);
    if (file === undefined) return;
    try {
      appendLine(file, `[${moment(now())}] ${`[${level}]`.padEnd(LEVEL_WIDTH)}${words}${EOL}`);
    } catch {
      // A log that cannot be written must not end what it tells of.
    }
  };

/** 2026-04-01 09:05:00.007, in the PC's own time. */
const moment = (at: Date): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return `${day} ${time}.${String(at.getMilliseconds()).padStart(3, '0')}`;
};
