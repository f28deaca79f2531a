/**
 * What a bare Electron runtime runs first: it loads the app whose path stands on the command line,
 * after the modules named by `-r`. Node's `await import` at the top level keeps Electron from
 * becoming ready before the app has registered its schemes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** @returns {{ modules: string[], path: string | undefined }} */
function readArguments() {
  const modules = [];
  const args = process.argv.slice(1);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-r' || arg === '--require') {
      at += 1;
      modules.push(args[at]);
    } else if (!arg.startsWith('-')) {
      return { modules, path: arg };
    }
  }
  return { modules, path: undefined };
}

/** @param {string} path the app's folder, or one file @returns {string} the file to run */
function adopt(path) {
  const file = join(path, 'package.json');
  if (!existsSync(file)) {
    app.setAppPath(dirname(path));
    return createRequire(pathToFileURL(path)).resolve(path);
  }
  const description = JSON.parse(readFileSync(file, 'utf8'));
  app.setAppPath(path);
  app.name = description.productName ?? description.name ?? app.name;
  if (description.version) app.setVersion(description.version);
  return createRequire(file).resolve(resolve(path, description.main ?? 'index.js'));
}

const { modules, path } = readArguments();
Object.defineProperty(process, 'defaultApp', {
  value: true,
  configurable: false,
  enumerable: true,
});
const require = createRequire(pathToFileURL(join(process.cwd(), 'loader.js')));
for (const module of modules) require(resolve(module));
if (path === undefined) {
  process.stderr.write('No app was named on the command line.\n');
  app.exit(1);
} else {
  try {
    await import(pathToFileURL(adopt(resolve(path))).href);
  } catch (error) {
    process.stderr.write(`The app could not be started: ${error?.stack ?? error}\n`);
    app.exit(1);
  }
}
