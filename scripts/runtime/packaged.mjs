import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { launchOptions, sandboxSwitches } from './launch.mjs';

const WINDOW_MS = 60_000;
const LOOK_AGAIN_MS = 50;
const TAKE_HOLD_MS = 15_000;
const ATTEMPTS = 3;

/**
 * Starts the packaged app and takes hold of its window. A package is sealed: Node's inspector, through
 * which Playwright drives Electron, does not open, so only Chromium's own port is left, and main is out of reach.
 * @param {object} wishes
 * @param {string} wishes.dataDir the app's data folder
 * @param {string} [wishes.executable] another than the one in out/package
 * @param {readonly string[]} [wishes.args] further arguments
 * @param {Record<string, string>} [wishes.env] further environment
 */
export async function startPackaged({ dataDir, executable, args = [], env = {} }) {
  const options = launchOptions({ dataDir, packaged: true, executable, args, env });
  const switches = ['--remote-debugging-port=0', ...sandboxSwitches(), ...options.args];
  const child = spawn(options.executablePath ?? '', switches, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { text: '' };
  const gone = once(child, 'close');
  const stop = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  try {
    const address = await new Promise((resolve, reject) => {
      const listen = (/** @type {Buffer} */ chunk) => {
        output.text += chunk;
        const [, found] = /DevTools listening on (ws:\S+)/.exec(output.text) ?? [];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', reject);
      child.on('close', () => reject(new Error(`The packaged app has ended:\n${output.text}`)));
    });
    await windowOf(address);
    const browser = await takeHold(address);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The packaged app has no session.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, context, stop, output: () => output.text };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits until Chromium lists the app's own page. Whoever takes hold while the window is being born
 * waits for answers of a target that is replaced meanwhile, and those never come.
 * @param {string} address ws:// of the browser
 */
async function windowOf(address) {
  const { host } = new URL(address);
  const until = Date.now() + WINDOW_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://${host}/json/list`).catch(() => undefined);
    /** @type {readonly { readonly type: string; readonly url: string }[]} */
    const targets = (await answer?.json()) ?? [];
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app://'))) return;
    await setTimeout(LOOK_AGAIN_MS);
  }
  throw new Error('The packaged app shows no window.');
}

/**
 * @param {string} address ws:// of the browser
 * @returns {Promise<import('@playwright/test').Browser>}
 */
async function takeHold(address, attempts = ATTEMPTS) {
  try {
    return await chromium.connectOverCDP(address, { timeout: TAKE_HOLD_MS });
  } catch (error) {
    if (attempts <= 1) throw error;
    return takeHold(address, attempts - 1);
  }
}
