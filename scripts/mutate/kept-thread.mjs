import { ThreadsPoolWorker } from 'vitest/node';

/** @typedef {import('vitest/node').WorkerRequest} Request */
/** @typedef {(argument: unknown) => void} Listener */

/**
 * One thread for all runs of a Vitest that is asked again and again. Vitest 4 ends its threads after every run, so
 * that each mutant would load all modules anew, which takes far longer than its tests. Here a thread is started once;
 * later starts and stops are answered as if they had happened, and the settings of a start go with the next run.
 * Between two runs Vitest loads the test files and their set-up anew, not what they import.
 */
class KeptThread extends ThreadsPoolWorker {
  name = 'kept-thread';
  #started = false;
  /** @type {unknown} */
  #config;
  /** @type {(readonly [string, Listener])[]} */
  #listeners = [];
  /** Those of a run that is being stopped; the next may have begun to listen before it is.
   * @type {(readonly [string, Listener])[]} */
  #leaving = [];

  /** @param {string} event @param {Listener} listener */
  on(event, listener) {
    this.#listeners.push([event, listener]);
    super.on(event, listener);
  }

  /** @param {Request} message */
  send(message) {
    if (message.type === 'start') this.#config = message.context.config;
    if (message.type === 'stop') {
      this.#leaving = this.#listeners;
      this.#listeners = [];
      answer(this.#leaving, 'stopped');
      return;
    }
    if (message.type === 'start' && this.#started) {
      answer(this.#listeners, 'started');
      return;
    }
    this.#started = true;
    const isRun = message.type === 'run';
    const { context } = message;
    super.send(isRun ? { ...message, context: { ...context, config: this.#config } } : message);
  }

  async start() {
    if (!this.#started) await super.start();
  }

  async stop() {
    for (const [event, listener] of this.#leaving) super.off(event, listener);
    this.#leaving = [];
  }

  async end() {
    if (this.#started) await super.stop();
  }
}

/** @param {readonly (readonly [string, Listener])[]} listeners @param {'started' | 'stopped'} type */
function answer(listeners, type) {
  queueMicrotask(() => {
    for (const [event, listener] of listeners) {
      if (event === 'message') listener({ __vitest_worker_response__: true, type });
    }
  });
}

/** Runs all tests of a Vitest in one thread that stays. @returns {import('vite').Plugin} */
export function keptThread() {
  /** @type {KeptThread | undefined} */
  let kept;
  return {
    name: 'kept-thread',
    configureVitest({ project }) {
      project.config.pool = 'kept-thread';
      project.config.poolRunner = {
        name: 'kept-thread',
        createPoolWorker: (options) => {
          kept ??= new KeptThread(options);
          return kept;
        },
      };
    },
    closeBundle: () => kept?.end(),
  };
}
