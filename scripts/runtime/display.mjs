import { spawn } from 'node:child_process';

/** @returns {boolean} whether a window can only be opened on a virtual screen */
export function needsVirtualDisplay() {
  if (process.platform !== 'linux') return false;
  return !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Makes sure that windows can be opened: without a screen it starts Xvfb and sets DISPLAY for this
 * process and all that it starts.
 * @returns {Promise<{ stop: () => void }>} `stop` ends the Xvfb that was started, if any
 * @throws when Xvfb does not come up within ten seconds
 */
export async function startDisplay() {
  if (!needsVirtualDisplay()) return { stop: () => {} };
  const screen = ['-screen', '0', '2000x1200x24'];
  // Without -noreset it starts anew whenever its last window goes, and refuses who comes meanwhile.
  const args = ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await displayNumber(server);
  process.env.DISPLAY = `:${number}`;
  const stop = () => {
    server.kill();
    delete process.env.DISPLAY;
    process.off('exit', stop);
  };
  process.on('exit', stop);
  server.unref();
  server.stdio[3].unref?.();
  return { stop };
}

/**
 * Runs a task where windows can be opened.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withDisplay(task) {
  const display = await startDisplay();
  try {
    return await task();
  } finally {
    display.stop();
  }
}

/**
 * Xvfb picks a free number itself and writes it to the pipe when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time')), 10_000);
    const end = (/** @type {() => void} */ answer) => {
      clearTimeout(timer);
      answer();
    };
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) end(() => resolve(text.trim()));
    });
    server.once('error', (error) => end(() => reject(error)));
    server.once('exit', (code) => end(() => reject(new Error(`Xvfb ended with code ${code}`))));
  });
}
