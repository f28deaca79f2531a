import { spawnSync } from 'node:child_process';
import { bundle } from '../../scripts/bench/bundle.mjs';
import { inRoot } from '../../scripts/ready/root.mjs';

/** Plain Node, on the app's own log store and its worker. */
async function run() {
  const program = await bundle('log-figures', 'measure');
  const worker = inRoot('out', 'app', 'main', 'log-worker.js');
  const { stdout, status, stderr } = spawnSync(process.execPath, [program, worker], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

export const rows = [
  {
    id: 'log-growth',
    what: 'bytes on disk per byte of updates, 50,000 frames of a case typed letter by letter',
    unit: '×',
    goal: 3,
    run,
  },
  {
    id: 'read-log',
    what: 'the same log read and its hashes checked, off the main thread, median of 5',
    unit: 's',
    goal: 0.5,
    run,
  },
  {
    id: 'typed-note',
    what: 'a note of 500 letters in commits of four, bytes on disk',
    unit: 'KB',
    goal: 15,
    run,
  },
  {
    id: 'read-log-whole',
    what: 'the same, every frame handed over, as history needs',
    unit: 's',
    run,
  },
  { id: 'log-checkpoints', what: "checkpoints' share of that log", unit: '', run },
  { id: 'log-update', what: 'bytes of an update as Yjs makes it, mean', unit: 'bytes', run },
  { id: 'log-update-stored', what: 'bytes of it as the log holds it, mean', unit: 'bytes', run },
];
