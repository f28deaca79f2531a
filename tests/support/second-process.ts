import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

/** Bundles a module of the project for plain Node. @returns the file's path */
export const bundleForNode = async (module: string, folder: string): Promise<string> => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#shared': join(ROOT, 'shared') } },
    build: {
      ssr: join(ROOT, module),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'bundled.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'bundled.mjs');
};

const bundleService = async (folder: string, ...service: readonly string[]): Promise<string> =>
  pathToFileURL(await bundleForNode(join('electron', 'services', ...service), folder)).href;

/** Bundles the lock for plain Node. @returns the module's address */
export const buildLock = (folder: string): Promise<string> =>
  bundleService(folder, 'identity', 'lock.ts');

/** Bundles what makes backups. @returns the module's address */
export const buildBackup = (folder: string): Promise<string> =>
  bundleService(folder, 'backup', 'make-backup.ts');

/** A process that makes one backup after the other until it is killed. */
export const startBackups = (module: string, job: unknown) => {
  const script = join(import.meta.dirname, 'backup-maker.mjs');
  const child = spawn(process.execPath, [script, module, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  return {
    /** Resolves when it begins its next backup. */
    begun: async (): Promise<void> => {
      await once(child.stdout, 'data');
    },
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};

/** Another process that has tried to take a records folder. */
export type Holder = {
  readonly pid: number;
  /** What came of it: held, taken or impossible. */
  readonly outcome: string;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
};

export const startHolder = async (lock: string, recordsFolder: string): Promise<Holder> => {
  const script = join(import.meta.dirname, 'lock-holder.mjs');
  const child = spawn(process.execPath, [script, lock, recordsFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const [word] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    pid: pidOf(child),
    outcome: word.toString().trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};

const pidOf = ({ pid }: ChildProcess): number => {
  if (pid === undefined) throw new Error('the process did not start');
  return pid;
};
