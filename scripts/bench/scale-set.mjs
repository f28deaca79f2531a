import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { inRoot, root } from '../ready/root.mjs';
import { NotReady, run, say } from '../ready/run.mjs';

const PROGRAM = 'write-scale-set.js';
const PREFIX = 'scale-set-';

/**
 * The data folder of the scale set as its generator writes it: logs and settings, no cache of the app.
 * It is made once and kept until the generator, or what it takes from the app, changes.
 * @returns {Promise<string>} the folder
 */
export async function ensureScaleSet() {
  await bundle();
  const program = inRoot('out', 'bench', PROGRAM);
  const hash = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12);
  const folder = inRoot('.cache', `${PREFIX}${hash}`);
  if (existsSync(folder)) return folder;
  say('Writing the scale set …');
  removeOlder();
  // Renamed when it is whole: an interrupted run leaves nothing that looks finished.
  const draft = `${folder}.part`;
  mkdirSync(draft, { recursive: true });
  if (run(process.execPath, [program, draft]) !== 0) {
    throw new NotReady('The scale set could not be written; the message is above.');
  }
  renameSync(draft, folder);
  return folder;
}

function removeOlder() {
  mkdirSync(inRoot('.cache'), { recursive: true });
  for (const name of readdirSync(inRoot('.cache'))) {
    if (name.startsWith(PREFIX)) rmSync(inRoot('.cache', name), { recursive: true, force: true });
  }
}

/** The generator is TypeScript on top of the app's own data core, which plain Node can't run. */
const bundle = () =>
  build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: inRoot('tests', 'bench', 'scale-set', 'write.ts'),
      outDir: inRoot('out', 'bench'),
      emptyOutDir: true,
      target: 'node20',
      // Comments would carry paths of this machine into the hash.
      minify: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: PROGRAM } },
    },
  });
