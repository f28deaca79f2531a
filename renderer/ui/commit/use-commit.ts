import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { afterPress } from '../after-press.ts';
import { tooLong } from '../text-length.ts';
import { useDraftDesk, whereNow } from './drafts.ts';
import { type CommitMode, type CommitPorts, createCommitEngine } from './engine.ts';

export type CommitProps<T> = {
  /** The input, the same after a restart: `meetings.<id>.place`. */
  readonly draftKey: string;
  /** The stored value as it reads; what is typed and cannot be stored stays beside it. */
  readonly value: string;
  /** Reads what was typed; what it refuses stays in the input, with the reason, and is not handed on. */
  readonly parse: (text: string) => Result<T>;
  /**
   * Stores it; a refusal is shown at the input. `burst` goes into the command, so that what is typed in one
   * go is one step of undo.
   */
  readonly onCommit: (value: T, burst: string, text: string) => Promise<Result<unknown>>;
  /** Default `typing`; `leaving` where half a text means something else. */
  readonly mode?: CommitMode | undefined;
  readonly maxLength?: number | undefined;
  /** The text is stored as it is, blanks and lines too; default false. */
  readonly isVerbatim?: boolean | undefined;
};

/** Takes any text. */
export const asTyped = (text: string): Result<string> => ok(text);

/** Binds an input to the commit engine. What it gives back goes onto the input. */
export const useCommit = <T>(label: string, props: CommitProps<T>) => {
  const { draftKey: key, value, mode = 'typing', maxLength } = props;
  const desk = useDraftDesk();
  const ports: CommitPorts<T> = {
    label,
    parse: (text) => {
      const long = tooLong(text, maxLength);
      if (long === undefined) return props.parse(text);
      return { ok: false, error: { code: 'invalid-input', happened: long, safe: '', todo: '' } };
    },
    store: props.onCommit,
    settle: mode === 'leaving' || props.isVerbatim ? (text) => text : cleanLine,
    where: whereNow,
    remark: afterPress,
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine is told of values and ports below
  const engine = useMemo(
    () => createCommitEngine({ key, mode, value, desk, ports }),
    [key, mode, desk],
  );
  useLayoutEffect(() => {
    engine.use(ports);
    engine.stored(value);
  });
  useEffect(() => {
    engine.resume();
    const quit = desk.join({ key, commit: engine.handOver, discard: engine.discard });
    return () => {
      quit();
      // Another page, or another record in this place: no blur is told of.
      void engine.leave();
    };
  }, [desk, engine, key]);
  const state = useSyncExternalStore(engine.subscribe, engine.get);
  const text = state.text ?? value;
  return {
    text,
    problem: tooLong(state.text ?? '', maxLength) ?? state.problem,
    canCancel: state.canCancel,
    isLive: mode === 'typing',
    type: engine.type,
    enter: engine.enter,
    leave: () => void engine.leave(),
    commit: () => void engine.commit(),
    cancel: engine.cancel,
    compose: engine.compose,
  };
};
