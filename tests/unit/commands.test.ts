import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts');

it.each(['bench', 'package', 'smoke', 'test', 'torture'])(
  '%s does nothing where it is given an option that it does not know, and tells those that it knows',
  (name) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(SCRIPTS, `${name}.mjs`), '--help'],
      { encoding: 'utf8', timeout: 30_000 },
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Unknown option '--help'\nOptions: --\w+/);
  },
);
