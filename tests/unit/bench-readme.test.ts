import { describe, expect, test } from 'vitest';
import { BEGIN, END, updateReadme } from '../../scripts/bench/readme.mjs';

const known = [
  { id: 'start', what: 'process start to home', goal: 1.6 },
  { id: 'memory', what: 'PSS of all processes', goal: 1.8 },
  { id: 'start-median', what: 'only explains' },
];
const start = (value: number | null) => ({
  id: 'start',
  what: 'process start to home',
  value,
  unit: '×',
  goal: 1.6,
  holds: value !== null && value <= 1.6,
});
const memory = { id: 'memory', what: 'x', value: 1.5, unit: '×', goal: 1.8, holds: true };
const explaining = { id: 'start-median', what: 'x', value: 3, unit: 'ms', goal: null, holds: null };
const empty = `# App\n\nBefore.\n\n${BEGIN}\n${END}\n\nAfter.\n`;

describe('README’s table of figures', () => {
  const first = updateReadme(empty, {
    measured: [start(2.23), memory, explaining],
    known,
    run: 'a slow PC',
  });

  test('has a row for each figure with a goal, and says of which run it is', () => {
    expect(first).toContain('| `start` | process start to home | ≤ 1.6 × | 2.23 × | no | 1 |');
    expect(first).toContain('| `memory` | PSS of all processes | ≤ 1.8 × | 1.5 × | yes | 1 |');
    expect(first).toContain('1. a slow PC');
    expect(first).not.toContain('start-median');
  });

  test('keeps the words around it', () => {
    expect(first.startsWith('# App\n\nBefore.\n')).toBe(true);
    expect(first.endsWith(`${END}\n\nAfter.\n`)).toBe(true);
  });

  test('keeps what a later run did not measure, with the run that did', () => {
    const second = updateReadme(first, { measured: [start(1.5)], known, run: 'a fast PC' });
    expect(second).toContain('| 1.5 × | yes | 1 |');
    expect(second).toContain('1. a fast PC\n2. a slow PC');
    expect(second).toMatch(/`memory`.*\| 1\.5 × \| yes \| 2 \|/);
    const third = updateReadme(second, { measured: [memory], known, run: 'a fast PC' });
    expect(third).not.toContain('a slow PC');
  });

  test('keeps a row that this run tried in vain', () => {
    const second = updateReadme(first, { measured: [start(null)], known, run: 'a fast PC' });
    expect(second).toBe(first);
  });

  test('drops a row that the bench no longer has', () => {
    const second = updateReadme(first, { measured: [], known: known.slice(1), run: 'a fast PC' });
    expect(second).not.toContain('`start`');
    expect(second).toContain('`memory`');
  });

  test('is nowhere put where nobody made room for it', () => {
    expect(() => updateReadme('# App\n', { measured: [memory], known, run: 'x' })).toThrow();
  });
});
