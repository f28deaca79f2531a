/**
 * Makes a clone ready to run: dependencies, system libraries, an Electron, the built app.
 * Runs before `npm start` and `npm test`; when nothing is missing it costs well under two seconds.
 * Plain Node, no dependencies. `--retry-electron` asks for the official binary again.
 */
import { ensureBuild } from './ready/build.mjs';
import { ensureDependencies } from './ready/dependencies.mjs';
import { NotReady, say } from './ready/run.mjs';
import { ensureRuntime } from './ready/runtime.mjs';
import { ensureSystem } from './ready/system.mjs';
import { needsVirtualDisplay } from './runtime/display.mjs';

const OLDEST_NODE = [20, 19];

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new NotReady(
    `Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.\nNode.js を新しい版に更新してください。`,
  );
}

try {
  ensureNode();
  ensureDependencies();
  ensureSystem();
  await ensureRuntime({ retry: process.argv.includes('--retry-electron') });
  ensureBuild();
  if (needsVirtualDisplay()) say('There is no display: windows open on a virtual one (Xvfb).');
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
