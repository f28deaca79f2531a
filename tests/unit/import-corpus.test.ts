import { describe, expect, it } from 'vitest';
import {
  type CorpusCase,
  corpus,
  type RowExpected,
  readCase,
  saidBy,
} from '#tests/support/import-corpus/corpus.ts';

/** Only what a case names is compared; remarks and reasons are compared by a part of them. */
const narrowed = (row: ReturnType<typeof saidBy>, expected: RowExpected | undefined): unknown =>
  Object.fromEntries(
    Object.entries(expected ?? row).map(([key, value]) => {
      const said = row[key as keyof typeof row];
      if (key === 'remarks') return [key, String(said).includes(String(value)) ? value : said];
      if (key !== 'says') return [key, said];
      const parts = value as readonly string[];
      const isSaid = parts.every((part) => row.says.some((reason) => reason.includes(part)));
      return [key, isSaid ? parts : row.says];
    }),
  );

const check = async (one: CorpusCase): Promise<void> => {
  const { problem, opened, meetings } = await readCase(one);
  const { expected } = one;
  if (expected.problem !== undefined) {
    expect(problem).toContain(expected.problem);
    return;
  }
  expect(problem).toBe('');
  if (expected.sheets) expect(opened?.sheets.map(({ name }) => name)).toEqual(expected.sheets);
  if (expected.proposed) {
    expect(opened?.sheets[opened.index]?.name).toBe(expected.proposed);
  }
  const shape = meetings?.shape;
  if (expected.form) expect(shape?.kind === 'rows' ? shape.form : shape?.kind).toBe(expected.form);
  if (expected.rows) {
    const said = (meetings?.rows ?? []).map(saidBy);
    expect(said.map((row, index) => narrowed(row, expected.rows?.[index]))).toEqual(expected.rows);
  }
  const notes = meetings?.notes ?? [];
  for (const part of expected.notes ?? []) {
    expect(notes.filter((note) => note.includes(part)).length, notes.join(' ')).toBeGreaterThan(0);
  }
};

const files = corpus();

describe.each(files)('tables as offices have them: %s', (_, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => check(one));
});

describe('the corpus', () => {
  const all = files.flatMap(([, cases]) => cases);

  it('holds at least 60 tables of several writers, each by a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(6);
  });

  it('never calls a value good that it has something to say about', async () => {
    for (const one of all) {
      const { meetings } = await readCase(one);
      for (const row of meetings?.rows ?? []) {
        const hasDoubts = row.doubts.length + row.problems.length > 0;
        expect(hasDoubts, `${one.id} ${row.meeting.title}`).toBe(row.verdict !== 'ok');
      }
    }
  });
});
