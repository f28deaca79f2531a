import { cpus, release, totalmem, type } from 'node:os';

/** @returns {{ system: string, processor: string, cores: number, memoryGiB: number, node: string }} */
export function describeMachine() {
  const processors = cpus();
  return {
    system: `${type()} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}

/** @param {import('../runtime/find.mjs').Runtime} runtime */
export const describeVersions = ({ source, version }) => ({ source, electron: version });

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0.95 for p95
 * @returns {number} the smallest value that so many of them do not exceed
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @typedef {{ id: string, what: string, value: number | null, unit: string, goal: number | null, holds: boolean | null }} Measured */

/** @param {{ machine: object, runtime: object, rows: readonly Measured[] }} result */
export function printTable({ machine, runtime, rows }) {
  console.log(`\n${Object.values(machine).join(' · ')}\n${Object.values(runtime).join(' · ')}\n`);
  const cells = [
    ['id', 'value', 'goal', 'holds', 'what'],
    ...rows.map(({ id, value, unit, goal, holds, what }) => [
      id,
      value === null ? 'not measured' : `${value} ${unit}`,
      goal === null ? '' : `≤ ${goal} ${unit}`,
      holds === null ? '' : holds ? 'yes' : 'NO',
      what,
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
