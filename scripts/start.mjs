/** `npm start`: opens the built app. What follows `--` goes to the app. */
import { spawn } from 'node:child_process';
import { root } from './ready/root.mjs';
import { findRuntime, sandboxSwitches, startDisplay } from './runtime/launch.mjs';

const display = await startDisplay();
const env = { ...process.env };
// An editor's terminal may set it; Electron would then be a plain Node.
delete env.ELECTRON_RUN_AS_NODE;
const args = [...sandboxSwitches(), root, ...process.argv.slice(2)];
const app = spawn(findRuntime().executable, args, { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal));
app.on('error', (error) => {
  console.error(`The app could not be started: ${error.message}`);
  display.stop();
  process.exitCode = 1;
});
app.on('exit', (code, signal) => {
  display.stop();
  process.exitCode = code ?? (signal === null ? 1 : 0);
});
