import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the fuses inside an Electron binary: https://www.electronjs.org/docs/latest/tutorial/fuses */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses in the order in which they stand in the binary. */
const NAMES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

const STATES = new Map([
  [0x30, 'off'],
  [0x31, 'on'],
  [0x72, 'removed'],
]);

/** How a package of ours must stand; electron-builder.yml sets them, and package.mjs reads them back. */
export const SEALED = {
  runAsNode: 'off',
  enableCookieEncryption: 'off',
  enableNodeOptionsEnvironmentVariable: 'off',
  enableNodeCliInspectArguments: 'off',
  enableEmbeddedAsarIntegrityValidation: 'on',
  onlyLoadAppFromAsar: 'on',
  loadBrowserProcessSpecificV8Snapshot: 'off',
  grantFileProtocolExtraPrivileges: 'off',
};

/**
 * Reads the fuses out of a packaged app.
 * @param {string} executable of the app
 * @returns {Record<string, string>} each fuse and its state: on, off or removed
 * @throws when the binary has none, or two halves that differ (a universal app of macOS)
 */
export function readFuses(executable) {
  const bytes = readFileSync(binaryWithFuses(executable));
  const wires = [];
  for (let at = bytes.indexOf(SENTINEL); at >= 0; at = bytes.indexOf(SENTINEL, at + 1)) {
    const wire = at + SENTINEL.length;
    if (bytes[wire] !== 1) throw new Error(`Fuses of an unknown version: ${bytes[wire]}`);
    wires.push([...bytes.subarray(wire + 2, wire + 2 + (bytes[wire + 1] ?? 0))]);
  }
  const [first, ...others] = wires;
  if (first === undefined) throw new Error('The binary has no fuses.');
  if (others.some((other) => String(other) !== String(first))) {
    throw new Error('The binary’s halves have different fuses.');
  }
  return Object.fromEntries(
    NAMES.map((name, at) => [name, STATES.get(first[at] ?? 0) ?? 'missing']),
  );
}

/** @param {Record<string, string>} fuses @returns {string[]} what stands otherwise than it must */
export const openFuses = (fuses) =>
  Object.entries(SEALED)
    .filter(([name, state]) => fuses[name] !== state)
    .map(([name, state]) => `${name} is ${fuses[name]}, not ${state}`);

/** @param {string} executable */
const binaryWithFuses = (executable) =>
  process.platform === 'darwin'
    ? join(
        ...[executable, '..', '..', 'Frameworks'],
        ...['Electron Framework.framework', 'Electron Framework'],
      )
    : executable;
