import { homedir } from 'node:os';
import { describeError } from './describe-error.ts';
import { createEarlyLog, type Facts, type Write } from './early-log.ts';
import { mainLog, makeWay, rotate, WRITE_OPTIONS } from './log-file.ts';

const MAX_BYTES = 5 * 1024 * 1024;

type State = { folder: string | undefined; hidden: readonly string[]; write: Write };

const state: State = {
  folder: undefined,
  hidden: [homedir()],
  write: createEarlyLog(undefined),
};

export const appLog = {
  info: (code: string, facts: Facts = {}): void => state.write('info', code, facts),
  warn: (code: string, facts: Facts = {}): void => state.write('warn', code, facts),
  /** Writes an error's name, code and place, never its message. */
  fault: (code: string, error: unknown, facts: Facts = {}): void =>
    state.write('error', code, { ...facts, ...describeError(error, state.hidden) }),
} as const;

/** Writes to main.log in this folder. */
export const setupAppLog = (folder: string, privateFolders: readonly string[]): void => {
  const file = mainLog(folder);
  const canWrite = makeWay(file);
  state.folder = canWrite ? folder : undefined;
  state.hidden = [homedir(), ...privateFolders];
  state.write = createEarlyLog(canWrite ? file : undefined);
};

/**
 * Hands over to electron-log, which keeps two older files of 5 MB beside main.log. Reading its program
 * would hold the window up, so this is for when the first screen stands.
 * @throws what reading a program throws; the early log then goes on, and only its file grows
 */
export const handOverAppLog = async (): Promise<void> => {
  const { default: log } = await import('electron-log/main');
  const { folder } = state;
  log.transports.ipc.level = false;
  log.transports.console.level = 'warn';
  log.transports.file.level = false;
  if (folder !== undefined) {
    log.transports.file.level = 'info';
    log.transports.file.maxSize = MAX_BYTES;
    log.transports.file.resolvePathFn = () => mainLog(folder);
    log.transports.file.archiveLogFn = () => rotate(folder);
    Object.assign(log.transports.file, { writeOptions: WRITE_OPTIONS });
  }
  state.write = (level, code, facts) => log[level](code, facts);
};
