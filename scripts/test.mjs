/**
 * `npm test`: all checks in order; a failed stage does not stop the next. The last line is the sum,
 * `N passed, N failed`. `--only types,unit` runs some of them.
 */
import { stages, sum } from './checks/stages.mjs';
import { optionsOf } from './ready/options.mjs';

const wanted = optionsOf({ only: { type: 'string' } }).only?.split(',');
const unknown = wanted?.filter((id) => !stages.some((stage) => stage.id === id)) ?? [];
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}: ${stages.map(({ id }) => id).join(', ')}`,
  );
  process.exit(2);
}

const lines = [];
const counts = [];
for (const { id, what, run } of stages) {
  if (wanted !== undefined && !wanted.includes(id)) continue;
  console.log(`\n── ${id}: ${what}`);
  const start = performance.now();
  const count = await run().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  counts.push(count);
  lines.push(
    `${id.padEnd(6)} ${seconds.padStart(7)} s  ${count.passed} passed, ${count.failed} failed`,
  );
}

const { passed, failed } = sum(counts);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
