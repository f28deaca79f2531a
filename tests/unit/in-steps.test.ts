import { expect, it } from 'vitest';
import { inSteps } from '#data/startup/in-steps.ts';

const toldOf = (all: number): readonly number[] => {
  const told: number[] = [];
  const tell = inSteps((done) => told.push(done));
  for (let done = 0; done <= all; done += 1) tell(done, all);
  return told;
};

it('Progress is told from the first to the last, of many documents in a hundred steps at most', () => {
  expect(toldOf(0)).toEqual([0]);
  expect(toldOf(3)).toEqual([0, 1, 2, 3]);
  const told = toldOf(451);
  expect([told[0], told.at(-1)]).toEqual([0, 451]);
  expect(told.length).toBeLessThanOrEqual(102);
});
