import { fail, type Problem, type Result } from '../result.ts';

/** Refuses typed input, saying what is wrong with it and what to type instead. */
export const refuse = (happened: string, todo: string): Result<never, Problem> =>
  fail({
    code: 'invalid-input',
    happened,
    safe: 'ほかの入力はそのまま残っています。',
    todo,
  });
