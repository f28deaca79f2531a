import { type Problem, problemWords, type Result } from '#shared/result.ts';
import type { DraftDesk } from './drafts.ts';

/**
 * When an input hands over what is typed. `typing`: as it is typed, where every beginning of a text is a
 * text. `leaving`: on Enter and on leaving, where half a text means something else: 8/2 on the way to 8/24.
 */
export type CommitMode = 'typing' | 'leaving';

export type CommitPorts<T> = {
  /** Reads what was typed; what it refuses stays in the input, with the reason. */
  readonly parse: (text: string) => Result<T>;
  /** Stores it. `burst` names the input, so that its letters are one step of undo. */
  readonly store: (value: T, burst: string, text: string) => Promise<Result<unknown>>;
  /** How a text reads once it is stored. */
  readonly settle: (text: string) => string;
  readonly label: string;
  readonly where: () => string;
  /** Shows a remark; it may have to wait until nothing is being pressed. */
  readonly remark: (show: () => void) => void;
};

export type CommitState = {
  /** What stands in the input; undefined while it is what is stored. */
  readonly text: string | undefined;
  readonly problem: string | undefined;
  /** Whether Escape has something to take back. */
  readonly canCancel: boolean;
};

export type CommitEngine<T> = {
  readonly get: () => CommitState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What changes from picture to picture. */
  readonly use: (ports: CommitPorts<T>) => void;
  /** The input is shown: what an earlier screen or run had left is handed over, where it can be. */
  readonly resume: () => void;
  /** The stored value has come, or come back. */
  readonly stored: (value: string) => void;
  readonly type: (text: string) => void;
  readonly compose: (isComposing: boolean) => void;
  readonly enter: () => void;
  /**
   * Enter: hands over what is typed, if it can be read; Escape takes it back no more. Resolves when it is
   * stored, or refused.
   */
  readonly commit: () => Promise<void>;
  /** As `commit`, but decides nothing in staff's place: the window closes, or something else wants all. */
  readonly handOver: () => Promise<void>;
  /** The focus has gone. */
  readonly leave: () => Promise<void>;
  /** Forgets what is typed and not stored. */
  readonly discard: () => void;
  /** Takes back what was typed since the focus came. */
  readonly cancel: () => void;
};

type EngineStart<T> = {
  readonly key: string;
  readonly mode: CommitMode;
  readonly value: string;
  readonly desk: DraftDesk;
  readonly ports: CommitPorts<T>;
};

/** So long typing waits for its next letter before it is handed over. */
const TYPING_MS = 100;

/**
 * The one way from an input into a record: what is typed is handed over, or is a draft that the save state
 * counts and that stays, with the reason why it could not be stored. Knows no React and no record.
 */
export const createCommitEngine = <T>({
  key,
  mode,
  value,
  desk,
  ports: first,
}: EngineStart<T>): CommitEngine<T> => {
  const listeners = new Set<() => void>();
  let ports = first;
  let stored = value;
  /** What was stored when the focus came. */
  let before = value;
  let isFocused = false;
  let isComposing = false;
  let text: string | undefined;
  let problem: string | undefined;
  /** A draft of an earlier screen or run whose record has changed since: nobody but staff can say. */
  let isInDoubt = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Texts that are stored or about to be, in turn, whose rows have not come back. */
  let sent: readonly string[] = [];
  /** Something was stored that reads as nobody knows, and its row has not come back. */
  let isBehind = false;
  let flight: Promise<void> | undefined;
  /** What Enter has sent, on its way: Escape right behind it is for what stands around the input. */
  let entered: string | undefined;
  let state: CommitState = { text: undefined, problem: undefined, canCancel: false };

  const tell = (): void => {
    const isChanged = desk.get(key) !== undefined || (sent.at(-1) ?? stored) !== before;
    const canCancel = text !== undefined && text !== entered && isChanged;
    state = { text, problem, canCancel };
    for (const listener of listeners) listener();
  };

  const hold = (isOnItsWay: boolean): void => {
    if (text === undefined) return;
    const draft = desk.get(key);
    const base = draft?.base ?? stored;
    // By the time a page goes, the address is that of the next.
    const where = draft?.where ?? ports.where();
    desk.put({ key, label: ports.label, text, base, where, isOnItsWay });
  };

  /** All that was typed is stored. */
  const done = (): void => {
    desk.drop(key);
    problem = undefined;
    isInDoubt = false;
    if (mode === 'leaving' || (!isFocused && sent.length === 0)) text = undefined;
    tell();
  };

  const refuse = (reason: Problem): void => {
    const words = problemWords(reason);
    const refused = text;
    hold(false);
    ports.remark(() => {
      if (text !== refused) return;
      problem = words;
      tell();
    });
  };

  const send = async (): Promise<void> => {
    if (text === undefined || isComposing) return;
    const mine = text;
    const settled = ports.settle(mine);
    if (!isBehind && settled === (sent.at(-1) ?? stored)) return done();
    const parsed = ports.parse(mine);
    if (!parsed.ok) return refuse(parsed.error);
    hold(true);
    if (mode === 'typing') sent = [...sent, settled];
    else isBehind = true;
    const result = await ports.store(parsed.value, key, mine).catch(unexpected);
    if (!result.ok) {
      sent = sent.filter((each) => each !== settled);
      if (text === mine) return refuse(result.error);
    } else if (text === mine) return done();
    // What was typed on meanwhile follows by itself, or waits for the end of its typing.
    return mode === 'typing' ? send() : undefined;
  };

  const handOver = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (text === undefined || isComposing || isInDoubt) return flight ?? Promise.resolve();
    const after = flight ?? Promise.resolve();
    const mine = (flight === undefined ? send() : after.then(send)).finally(() => {
      if (flight === mine) flight = undefined;
    });
    flight = mine;
    return mine;
  };

  const commit = async (): Promise<void> => {
    isInDoubt = false;
    const mine = text;
    const earlier = before;
    if (mine !== undefined && ports.parse(mine).ok) {
      entered = mine;
      before = ports.settle(mine);
      tell();
    }
    await handOver();
    if (entered !== mine || mine === undefined) return;
    entered = undefined;
    const isRefused = text === mine && desk.get(key) !== undefined;
    if (isRefused) before = earlier;
    tell();
  };

  const schedule = (): void => {
    if (mode === 'typing' && !isComposing) timer ??= setTimeout(() => void handOver(), TYPING_MS);
  };

  const type = (next: string): void => {
    text = next;
    problem = undefined;
    isInDoubt = false;
    hold(mode === 'typing');
    schedule();
    tell();
  };

  const restore = (): void => {
    const draft = desk.get(key);
    if (draft === undefined || ports.settle(draft.text) === stored) return;
    text = draft.text;
    isInDoubt = draft.base !== null && draft.base !== stored;
    const parsed = ports.parse(text);
    if (isInDoubt) problem = CHANGED;
    else if (!parsed.ok) problem = problemWords(parsed.error);
    state = { text, problem, canCancel: true };
  };
  restore();

  const discard = (): void => {
    clearTimeout(timer);
    timer = undefined;
    text = undefined;
    problem = undefined;
    isInDoubt = false;
    desk.drop(key);
    tell();
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use: (next) => {
      ports = next;
    },
    resume: () => {
      if (desk.get(key) === undefined) return;
      if (text === undefined) desk.drop(key);
      else if (problem === undefined) schedule();
    },
    stored: (next) => {
      if (next === stored) return;
      stored = next;
      isBehind = false;
      if (problem !== undefined && text !== undefined && saysSame(ports, text, next))
        return discard();
      const at = sent.indexOf(next);
      sent = at >= 0 ? sent.slice(at + 1) : [];
      // From elsewhere: undo, another desk. What is being typed stays.
      const isClean = desk.get(key) === undefined;
      if (isClean && (at < 0 || (!isFocused && sent.length === 0))) text = undefined;
      tell();
    },
    type,
    compose: (next) => {
      isComposing = next;
      clearTimeout(timer);
      timer = undefined;
      if (!next && text !== undefined && desk.get(key) !== undefined) schedule();
    },
    enter: () => {
      isFocused = true;
      if (desk.get(key) === undefined) before = stored;
    },
    commit,
    handOver,
    leave: () => {
      isFocused = false;
      isComposing = false;
      return handOver();
    },
    discard,
    cancel: () => {
      const isUntouched = (sent.at(-1) ?? stored) === before;
      if (isUntouched || mode === 'leaving' || isInDoubt) {
        discard();
        return;
      }
      type(before);
      void handOver();
    },
  };
};

/**
 * Whether two texts stand for one value: 第2回 and 2. What was refused may come to stand by itself, where two
 * rounds take each other's numbers.
 */
const saysSame = <T>({ parse, settle }: CommitPorts<T>, a: string, b: string): boolean => {
  const [one, other] = [parse(a), parse(b)];
  return settle(a) === settle(b) || (one.ok && other.ok && Object.is(one.value, other.value));
};

const CHANGED =
  'この欄は、書きかけのあいだに変わりました。書きかけのほうを残すときはEnter、やめるときはEscを押してください。';

const unexpected = (): Result<never> => ({
  ok: false,
  error: {
    code: 'unexpected',
    happened: '保存できませんでした。',
    safe: '入力した文字はこの欄に残っています。',
    todo: 'Enterを押して、もう一度保存してください。',
  },
});
