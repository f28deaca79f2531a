/** README's table of what is measured: a run replaces the rows that it measured, the others stay. */

export const BEGIN = '<!-- bench: written by npm run bench -- --readme -->';
export const END = '<!-- bench: end -->';

const HEAD = ['row', 'what', 'goal', 'measured', 'holds', 'run'];

/**
 * @param {string} text of README.md
 * @param {object} update
 * @param {readonly import('./report.mjs').Measured[]} update.measured the rows of this run
 * @param {readonly { id: string, what: string, goal?: number }[]} update.known all rows that there are, in
 *   their order; one that is no longer among them is left out
 * @param {string} update.run when, on what machine and with what this run was made
 * @returns {string} the text with the table brought up to date
 * @throws where the markers are missing
 */
export function updateReadme(text, { measured, known, run }) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error('README.md has no place for the table');
  const before = readRows(text.slice(from, to));
  const now = new Map(
    measured
      .filter(({ value, goal }) => value !== null && goal !== null)
      .map((row) => [row.id, { ...cellsOf(row), run }]),
  );
  const rows = known
    .filter(({ goal }) => goal !== undefined)
    .map(({ id, what }) => ({ id, what, found: now.get(id) ?? before.get(id) }))
    .filter(({ found }) => found !== undefined);
  const runs = [...new Set(rows.map(({ found }) => found.run))];
  const lines = [
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...rows.map(({ id, what, found }) =>
      line([
        `\`${id}\``,
        what,
        found.goal,
        found.measured,
        found.holds,
        String(runs.indexOf(found.run) + 1),
      ]),
    ),
  ];
  const list = runs.map((name, index) => `${index + 1}. ${name}`);
  return `${text.slice(0, from)}${[BEGIN, '', ...lines, '', 'Runs:', '', ...list, '', ''].join('\n')}${text.slice(to)}`;
}

/**
 * @param {object} facts
 * @param {Date} facts.date
 * @param {number} facts.pairs
 * @param {ReturnType<typeof import('./report.mjs').describeMachine>} facts.machine
 * @param {ReturnType<typeof import('./report.mjs').describeVersions>} facts.runtime
 * @returns {string} a run in one line
 */
export const describeRun = ({ date, pairs, machine, runtime }) =>
  [
    date.toISOString().slice(0, 10),
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.system.split(' ')[0]}`,
    `Electron ${runtime.electron} (${runtime.source})`,
    `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`,
  ].join('; ');

/** @param {import('./report.mjs').Measured} row */
const cellsOf = ({ value, unit, goal, holds }) => ({
  goal: `≤ ${goal} ${unit}`.trim(),
  measured: `${value} ${unit}`.trim(),
  holds: holds ? 'yes' : 'no',
});

/** @param {readonly string[]} cells */
const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/**
 * @param {string} table what stood between the markers
 * @returns {Map<string, { goal: string, measured: string, holds: string, run: string }>} by row
 */
function readRows(table) {
  const runs = new Map(
    [...table.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, name]) => [number, name]),
  );
  const rows = [...table.matchAll(/^\| `([\w-]+)` \|(.+)\|$/gm)].map(([, id, rest]) => {
    const [, goal, measured, holds, run] = rest.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return [id, { goal, measured, holds, run: runs.get(run) ?? 'unknown' }];
  });
  return new Map(rows);
}
