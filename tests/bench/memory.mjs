import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { comparePairs } from '../../scripts/bench/pairs.mjs';

const IDLE = 30_000;

/** @param {number} root @returns {number[]} the process and all that descend from it */
function processTree(root) {
  const parents = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // The name in brackets may hold anything; the parent is the second word after it.
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we were reading.
    }
  }
  const tree = new Set([root]);
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child);
  }
  return [...tree];
}

/** @param {number} pid @returns {number} MiB: its own pages and its share of common ones */
function proportionalSize(pid) {
  const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/**
 * @param {() => Promise<import('../../scripts/bench/context.mjs').Opened>} open
 * @param {boolean} isCounted the pair that is dropped only warms the disk cache: it need not idle
 */
async function memoryOf(open, isCounted) {
  const { app } = await open();
  try {
    if (isCounted) await wait(IDLE);
    const root = app.process().pid;
    if (root === undefined) throw new Error('The app has ended');
    return processTree(root).reduce((total, pid) => total + proportionalSize(pid), 0);
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'memory',
    what: 'summed PSS of all processes after 30 s idle, against a bare window',
    unit: '×',
    goal: 1.8,
    run: async (/** @type {import('../../scripts/bench/context.mjs').Context} */ context) => {
      if (process.platform !== 'linux') throw new Error('PSS is read from /proc: Linux only');
      const dataDir = await context.scaleCopy();
      return comparePairs({
        pairs: context.pairs,
        unit: 'MiB',
        bare: (isCounted) => memoryOf(context.openBare, isCounted),
        app: (isCounted) => memoryOf(() => context.openApp({ dataDir }), isCounted),
      });
    },
  },
];
