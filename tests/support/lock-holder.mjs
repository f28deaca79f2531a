/**
 * Takes the lock of the records folder that it is given, says in one word how that went, and keeps it
 * until it is ended: a second process for tests. The lock itself comes bundled, as `argv[2]`.
 */
const [, , module, folder] = process.argv;
const { takeLock } = await import(String(module));
const lock = takeLock(String(folder));
process.stdout.write(`${lock.kind}\n`);
if (lock.kind === 'held') setInterval(() => undefined, 60_000);
