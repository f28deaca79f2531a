import type { Problem } from '#shared/result.ts';
import type { Database } from '../database.ts';
import { createSignal, type Signal } from '../signal.ts';

/** What somebody has typed into an input, and no record holds yet. */
export type Draft = {
  /** The input, the same after a restart: `meetings.<id>.place`. */
  readonly key: string;
  /** What staff call the input: 場所. */
  readonly label: string;
  readonly text: string;
  /** Where one input has several parts, each of them as JSON. */
  readonly parts?: Readonly<Record<string, string>> | undefined;
  /** What the record held when the typing began; null where there is no record yet. */
  readonly base: string | null;
  /** Where in the app the input stands, so that a list of drafts leads back to it. */
  readonly where: string;
  /** It is on its way to its record, and needs nobody. */
  readonly isOnItsWay: boolean;
};

/** Drafts of all inputs. They outlive the screen that they were typed on, and the run of the app. */
export type Drafts = {
  /** Reads what earlier runs have left; before the first screen, so that inputs find their text. */
  readonly restore: () => Promise<void>;
  readonly get: (key: string) => Draft | undefined;
  /** Those whose keys begin so, oldest first. */
  readonly under: (prefix: string) => readonly Draft[];
  readonly put: (draft: Draft) => void;
  readonly drop: (key: string) => void;
  /** Those that wait for somebody, oldest first. */
  readonly held: Signal<readonly Draft[]>;
  readonly isOnItsWay: () => boolean;
  /** Throws a draft away; an input that shows it goes back to what is stored. */
  readonly discard: (key: string) => void;
  /** An input that is shown. Returns what ends it. */
  readonly join: (input: ShownInput) => () => void;
  /** Has every input that is shown hand over what it can. */
  readonly commitAll: () => Promise<void>;
  /** Resolves when what is a draft stands in the cache. */
  readonly flush: () => Promise<void>;
};

export type ShownInput = {
  readonly key: string;
  /** Hands over what it can. */
  readonly commit: () => Promise<void>;
  /** Goes back to what is stored. */
  readonly discard: () => void;
};

type DraftsDependencies = {
  readonly database: Database;
  /** Told when what the save state has to say of drafts may have changed. */
  readonly onState: () => void;
  readonly report: (problem: Problem) => void;
};

/** Letters of one burst are written together; a slow disk must have them before 300 ms are over. */
const STORE_AFTER_MS = 60;
const PREFIX = 'draft ';

export const createDrafts = ({ database, onState, report }: DraftsDependencies): Drafts => {
  const drafts = new Map<string, Draft>();
  const held = createSignal<readonly Draft[]>([]);
  const inputs = new Set<ShownInput>();
  /** Keys whose entry in the cache is not what it should be. */
  const changed = new Set<string>();
  const stored = new Set<string>();
  /** Of these nothing is a draft any more, but the cache still says so: a power cut would bring them back. */
  const going = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const tell = (): void => {
    const next = [...drafts.values()].filter((draft) => !draft.isOnItsWay);
    const before = held.get();
    const isSame =
      next.length === before.length && next.every((draft, index) => draft === before[index]);
    if (!isSame) held.set(next);
    onState();
  };

  const write = async (): Promise<void> => {
    const keys = [...changed];
    changed.clear();
    if (keys.length === 0) return;
    const kept = keys.flatMap((key) => drafts.get(key) ?? []);
    const gone = keys.filter((key) => !drafts.has(key));
    // What is dropped while it is being written has to be taken out again.
    for (const { key } of kept) stored.add(key);
    try {
      await database.transaction('rw', database.meta, async () => {
        await database.meta.bulkDelete(gone.map((key) => PREFIX + key));
        await database.meta.bulkPut(
          kept.map((draft) => ({ key: PREFIX + draft.key, value: draft })),
        );
      });
      for (const key of gone) stored.delete(key);
    } catch {
      for (const key of keys) changed.add(key);
      if (kept.length > 0) report(notKeptProblem());
    }
    for (const key of gone) going.delete(key);
    if (gone.length > 0) tell();
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };

  const touch = (key: string): void => {
    // What came and went between two writings leaves no trace.
    if (!drafts.has(key) && !stored.has(key)) changed.delete(key);
    else changed.add(key);
    if (changed.size > 0) timer ??= setTimeout(() => void flush(), STORE_AFTER_MS);
    tell();
  };

  const drop = (key: string): void => {
    if (!drafts.delete(key)) return;
    if (stored.has(key)) going.add(key);
    touch(key);
    if (going.has(key)) void flush();
  };

  return {
    restore: async () => {
      const rows = await database.meta.where('key').startsWith(PREFIX).toArray();
      for (const { value } of rows) {
        const draft = readDraft(value);
        if (draft === undefined || drafts.has(draft.key)) continue;
        drafts.set(draft.key, { ...draft, isOnItsWay: false });
        stored.add(draft.key);
      }
      tell();
    },
    get: (key) => drafts.get(key),
    under: (prefix) => [...drafts.values()].filter(({ key }) => key.startsWith(prefix)),
    put: (draft) => {
      const before = drafts.get(draft.key);
      if (
        before !== undefined &&
        before.text === draft.text &&
        sameParts(before.parts, draft.parts) &&
        before.isOnItsWay === draft.isOnItsWay &&
        before.base === draft.base
      )
        return;
      drafts.set(draft.key, draft);
      going.delete(draft.key);
      touch(draft.key);
    },
    drop,
    held,
    isOnItsWay: () => going.size > 0 || [...drafts.values()].some((draft) => draft.isOnItsWay),
    discard: (key) => {
      for (const input of inputs) if (input.key === key) input.discard();
      drop(key);
    },
    join: (input) => {
      inputs.add(input);
      return () => inputs.delete(input);
    },
    commitAll: async () => {
      await Promise.allSettled([...inputs].map(({ commit }) => commit()));
    },
    flush,
  };
};

const sameParts = (a: Draft['parts'], b: Draft['parts']): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** A draft as the cache has it, or undefined for what is none. */
const readDraft = (value: unknown): Draft | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { key, label, text, parts, base, where } = value as Readonly<Record<string, unknown>>;
  if (typeof key !== 'string' || typeof label !== 'string' || typeof text !== 'string') {
    return undefined;
  }
  return {
    key,
    label,
    text,
    ...(isTexts(parts) && { parts }),
    base: typeof base === 'string' ? base : null,
    where: typeof where === 'string' ? where : '',
    isOnItsWay: false,
  };
};

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((part) => typeof part === 'string');

const notKeptProblem = (): Problem => ({
  code: 'disk-error',
  happened: '書きかけの入力を、このパソコンに残せませんでした。',
  safe: '画面に見えている文字は、アプリを閉じるまで残っています。保存済みの記録はそのままです。',
  todo: 'ディスクの空きを確かめ、入力を決めて（Enter）記録に入れてください。',
});
