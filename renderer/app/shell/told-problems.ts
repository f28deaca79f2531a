import type { Problem, ProblemCode } from '#shared/result.ts';

/** Troubles of the disk come together; the worst explains the others. */
const DISK: readonly ProblemCode[] = ['disk-full', 'disk-error'];

export const isOfDisk = ({ code }: Problem): boolean => DISK.includes(code);

/** One message, however often it is reported. */
export const keyOf = ({ code, happened }: Problem): string => `${code} ${happened}`;

/** Each of these would end the window that alone holds what is not saved. */
const ENDS_THE_APP = /開き直|再起動|起動し直|終了し/;

const STAY = '保存できるまで、伴走ノートを閉じずにお待ちください。';

/** The problem without advice that would cost what is not saved yet. */
export const whileUnsaved = (problem: Problem): Problem =>
  ENDS_THE_APP.test(problem.todo) ? { ...problem, todo: STAY } : problem;

/**
 * What is told above the page: of the disk's troubles the worst alone, before all else.
 * @param unsaved why the last edits cannot be saved, when they cannot
 */
export const toldProblems = (
  problems: readonly Problem[],
  unsaved: Problem | undefined,
): readonly Problem[] => {
  const all =
    unsaved === undefined
      ? problems
      : [unsaved, ...problems.filter((problem) => keyOf(problem) !== keyOf(unsaved))];
  // What cannot be saved stands in memory only: no other message of the disk is worse.
  const worst =
    unsaved !== undefined && isOfDisk(unsaved)
      ? unsaved
      : DISK.flatMap((code) => all.filter((problem) => problem.code === code))[0];
  const others = all.filter((problem) => !isOfDisk(problem));
  const told = worst === undefined ? others : [worst, ...others];
  return unsaved === undefined ? told : told.map(whileUnsaved);
};
