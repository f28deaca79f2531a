import { spawn, spawnSync } from 'node:child_process';
import { root } from './root.mjs';

/** What a script says when it cannot go on: the text is for the reader, no stack trace follows. */
export class NotReady extends Error {}

/** @param {string} line one plain line of progress */
export const say = (line) => console.log(`• ${line}`);

/**
 * Runs a program to its end, its output going straight to the terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} [options] `timeout` in milliseconds
 * @returns {number} the exit code; 1 when it was killed or could not be started
 */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: options.quiet === true ? 'ignore' : 'inherit',
    env: options.env ?? process.env,
    timeout: options.timeout,
  });
  return done.status ?? 1;
}

/**
 * Runs npm, with the same npm that started us where there is one (on Windows `npm` is no program of its own).
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean }} [options]
 */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  if (process.platform !== 'win32') return run('npm', args, options);
  return run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/c', 'npm', ...args], options);
}

/**
 * Runs a program without waiting in the way of others.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, capture?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` only when captured
 */
export function runAsync(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: options.capture === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
