import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { launchOptions, sandboxSwitches } from './launch.mjs';

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
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The packaged app has no session.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, context, stop, output: () => output.text };
  } catch (error) {
    await stop();
    throw error;
  }
}
