import { describe, expect, test } from 'vitest';
import { toldProblems, whileUnsaved } from '#app/shell/told-problems.ts';
import type { Problem, ProblemCode } from '#shared/result.ts';

const problem = (code: ProblemCode, happened: string, todo = ''): Problem => ({
  ...{ code, happened, todo },
  safe: '',
});
const cache = problem('disk-error', '控え', '伴走ノートを開き直してください。');
const full = problem('disk-full', '空きがない', '不要なファイルを消してください。');
const log = problem('disk-error', '書き込めない', 'お待ちください。');
const damaged = problem('damaged', '壊れていた', 'パソコンを再起動してください。');

const happened = (told: readonly Problem[]): readonly string[] => told.map((each) => each.happened);

describe('what is told above the page', () => {
  test('is of the disk’s troubles the worst alone, and all others', () => {
    expect(happened(toldProblems([cache, damaged, full, log], undefined))).toEqual([
      '空きがない',
      '壊れていた',
    ]);
    expect(happened(toldProblems([cache, log], undefined))).toEqual(['控え']);
    expect(happened(toldProblems([], undefined))).toEqual([]);
  });

  test('is first why the last edits cannot be saved', () => {
    expect(happened(toldProblems([full, damaged], log))).toEqual(['書き込めない', '壊れていた']);
    expect(happened(toldProblems([cache], full))).toEqual(['空きがない']);
    expect(happened(toldProblems([cache, damaged], damaged))).toEqual(['控え', '壊れていた']);
  });

  test('never advises to end the app while edits are in memory only', () => {
    const told = toldProblems([damaged, cache], damaged);
    expect(told.every(({ todo }) => todo.includes('閉じずに'))).toBe(true);
    expect(toldProblems([damaged], undefined)).toEqual([damaged]);
  });

  test.each(['開き直してください', 'アプリを終了してください', '再起動してください'])(
    'knows %s as such advice',
    (todo) => expect(whileUnsaved(problem('unexpected', '', todo)).todo).toContain('閉じずに'),
  );
});
