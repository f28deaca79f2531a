/** What can fail returns a `Result`; exceptions are left for bugs. */
export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/**
 * A failure as a member of staff reads it, in Japanese:
 * what happened, what is safe all the same, and what to do now.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  /** The field of a record that it is about. */
  readonly field?: string;
  /** For the log file only; never shown, holds no personal data. */
  readonly detail?: string;
};

export type ProblemCode =
  | 'invalid-input'
  | 'not-found'
  | 'taken'
  | 'locked'
  | 'disk-full'
  | 'disk-error'
  | 'damaged'
  | 'newer-format'
  | 'too-large'
  | 'cancelled'
  | 'unexpected';

/** What is wrong and what to do, as a field or a toast says it. */
export const problemWords = ({ happened, todo }: Pick<Problem, 'happened' | 'todo'>): string =>
  `${happened}${todo}`;

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The compiler proves a switch complete by calling this in its default branch. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
