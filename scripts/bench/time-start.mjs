import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../ready/root.mjs';
import { launchOptions, sandboxSwitches } from '../runtime/launch.mjs';

const LIMIT = 60_000;

/**
 * Starts an app, waits until an element stands painted, and ends it.
 * @param {{ dataDir: string, appPath?: string, ready: string }} wishes `ready` is a selector
 * @returns {Promise<number>} milliseconds from the process's start
 * @throws when the element does not appear within a minute
 */
export async function timeStart({ ready, ...wishes }) {
  const { executablePath, args, env, cwd } = launchOptions({ ...wishes, unhindered: true });
  const hook = inRoot('scripts', 'bench', 'ready-hook.cjs');
  const start = Date.now();
  const child = spawn(executablePath, [...sandboxSwitches(), '-r', hook, ...args], {
    cwd,
    env: { ...env, BENCH_READY_SELECTOR: ready },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    return (await reportedTime(child, ready)) - start;
  } finally {
    child.kill();
    const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatience);
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {string} ready @returns {Promise<number>} epoch milliseconds */
function reportedTime(child, ready) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`${ready} did not appear`)), LIMIT);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`The app ended before ${ready} appeared`));
    });
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const found = /^bench-ready ([\d.]+)$/m.exec(text);
      if (found === null) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    });
  });
}
