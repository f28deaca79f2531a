import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

/** Bundles the lock for plain Node. @returns the module's address */
export const buildLock = async (folder: string): Promise<string> => {
  const file = await bundleForNode(join('electron', 'services', 'identity', 'lock.ts'), folder);
  return pathToFileURL(file).href;
};

/** Bundles a module of the project for plain Node. @returns the file's path */
export const bundleForNode = async (module: string, folder: string): Promise<string> => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, module),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'bundled.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'bundled.mjs');
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
