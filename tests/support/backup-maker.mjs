/**
 * Makes one backup after the other, a day apart, and says so as each begins: a process for tests to kill. What makes
 * them comes bundled, as `argv[2]`; `argv[3]` is the first one's job.
 */
const [, , module, given] = process.argv;
const { makeBackup } = await import(String(module));
const job = JSON.parse(String(given));
const follow = { signal: new AbortController().signal, onProgress: () => undefined };
for (let day = 0; ; day += 1) {
  process.stdout.write('.');
  await makeBackup({ ...job, at: job.at + day * 24 * 60 * 60 * 1000 }, follow);
}
