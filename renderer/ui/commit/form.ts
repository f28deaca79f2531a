import type { DraftDesk, InputDraft } from './drafts.ts';

/** What a form holds: anything that JSON holds, by its parts. */
export type FormValues = Readonly<Record<string, unknown>>;

export type FormState<F extends FormValues> = {
  readonly values: F;
  /** Something stands in it that did not when it was opened. */
  readonly isFilled: boolean;
  /** Why what was sent came back. */
  readonly problem: string | undefined;
};

/** Values on their way; the form is free for the next. */
export type Taken<F extends FormValues> = {
  readonly values: F;
  readonly done: () => void;
  /** Refused: they come back as soon as nothing else stands in the form. */
  readonly giveBack: (problem: string) => void;
};

export type DraftForm<F extends FormValues> = {
  readonly get: () => FormState<F>;
  readonly subscribe: (listener: () => void) => () => void;
  /** How the form is called in a list of drafts. */
  readonly describe: (label: string) => void;
  readonly set: (patch: Partial<F>) => void;
  /** Takes what is filled in, and empties the form at once; `keep` stays for the next. */
  readonly take: (keep?: readonly (keyof F)[]) => Taken<F>;
  /** Empties the form for good. */
  readonly reset: () => void;
  /** What stands in it was left by an earlier run, and nobody has touched it since. */
  readonly isLeftOver: () => boolean;
};

type FormStart<F extends FormValues> = {
  readonly key: string;
  readonly label: string;
  readonly empty: F;
  readonly desk: DraftDesk;
  readonly where: () => string;
  /** Whether there is something to lose; default: anything that is not as in an empty form. */
  readonly hasText?: ((values: F) => boolean) | undefined;
};

/**
 * The one way of what is filled in before it becomes a record: a dialog, a line that adds. It is a draft
 * from its first letter on, and one that is on its way until its command has returned.
 */
export const createDraftForm = <F extends FormValues>({
  key,
  label: first,
  empty,
  desk,
  where,
  hasText,
}: FormStart<F>): DraftForm<F> => {
  const listeners = new Set<() => void>();
  const sentPrefix = `${key}#`;
  let label = first;
  let base = empty;
  let values = empty;
  let problem: string | undefined;
  let isLeftOver = false;
  let state: FormState<F>;
  /** What came back, or was left by a run that ended: each gets its turn. */
  let waiting: readonly { readonly key: string; readonly problem: string | undefined }[] = desk
    .under(sentPrefix)
    .filter((draft) => !draft.isOnItsWay)
    .map((draft) => ({ key: draft.key, problem: undefined }));

  const isFilled = (): boolean =>
    hasText?.(values) ?? JSON.stringify(values) !== JSON.stringify(base);

  const tell = (): void => {
    state = { values, isFilled: isFilled(), problem };
    for (const listener of listeners) listener();
  };

  const draftOf = (draftKey: string, isOnItsWay: boolean): InputDraft => ({
    key: draftKey,
    label,
    text: textOf(values, base),
    parts: partsOf(values, base),
    base: null,
    where: desk.get(draftKey)?.where ?? where(),
    isOnItsWay,
  });

  /** The next of those that wait takes the place of an empty form. */
  const next = (): void => {
    const [waits, ...rest] = waiting;
    if (waits === undefined || isFilled()) return;
    waiting = rest;
    const draft = desk.get(waits.key);
    if (draft === undefined) {
      next();
      return;
    }
    values = valuesOf(draft, base);
    problem = waits.problem;
    isLeftOver = waits.problem === undefined;
    desk.put(draftOf(key, false));
    desk.drop(waits.key);
  };

  const left = desk.get(key);
  if (left !== undefined) {
    values = valuesOf(left, empty);
    isLeftOver = true;
  }
  state = { values, isFilled: isFilled(), problem };

  const empties = (): void => {
    values = base;
    problem = undefined;
    isLeftOver = false;
    desk.drop(key);
    next();
    tell();
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      // Not while the screen is being drawn: it moves drafts.
      if (waiting.length > 0) {
        next();
        tell();
      }
      return () => listeners.delete(listener);
    },
    describe: (now) => {
      label = now;
    },
    set: (patch) => {
      values = { ...values, ...patch };
      problem = undefined;
      isLeftOver = false;
      if (isFilled()) desk.put(draftOf(key, false));
      else {
        desk.drop(key);
        next();
      }
      tell();
    },
    take: (keep = []) => {
      const sent = sentPrefix + crypto.randomUUID();
      const taken = values;
      desk.put(draftOf(sent, true));
      base = { ...base, ...Object.fromEntries(keep.map((part) => [part, taken[part]])) };
      empties();
      return {
        values: taken,
        done: () => desk.drop(sent),
        giveBack: (reason) => {
          const draft = desk.get(sent);
          if (draft === undefined) return;
          desk.put({ ...draft, isOnItsWay: false });
          waiting = [...waiting, { key: sent, problem: reason }];
          if (isFilled()) problem = reason;
          else next();
          tell();
        },
      };
    },
    reset: empties,
    isLeftOver: () => isLeftOver,
  };
};

/** What was filled in, as one line. */
const textOf = <F extends FormValues>(values: F, base: F): string =>
  Object.entries(values)
    .filter(([part, value]) => typeof value === 'string' && value !== '' && value !== base[part])
    .map(([, value]) => String(value))
    .join(' / ');

/** Only what was filled in: the rest may change until it is sent. */
const partsOf = (values: FormValues, base: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([part, value]) => {
      const json = JSON.stringify(value);
      return json === undefined || json === JSON.stringify(base[part]) ? [] : [[part, json]];
    }),
  );

/** What a draft holds of a form, part by part; what does not fit is as in an empty one. */
const valuesOf = <F extends FormValues>(draft: InputDraft, empty: F): F =>
  Object.fromEntries(
    Object.entries(empty).map(([part, value]) => {
      const json = draft.parts?.[part];
      const read = json === undefined ? undefined : readJson(json);
      const fits = typeof read === typeof value && Array.isArray(read) === Array.isArray(value);
      return [part, fits ? read : value];
    }),
  ) as F;

const readJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
