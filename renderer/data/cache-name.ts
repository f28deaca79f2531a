/** Which database is the cache: one that was set aside keeps its name, and the next one gets another. */
export type CacheName = {
  readonly get: () => string;
  readonly set: (name: string) => void;
};

const FIRST = 'banso-note';
const KEY = 'banso-cache';

/** The name as the browser remembers it; forgotten, it is found again from the first one on. */
export const rememberedName = (storage: Pick<Storage, 'getItem' | 'setItem'>): CacheName => ({
  get: () => {
    const name = storage.getItem(KEY);
    return name?.match(/^banso-note(~\d+)?$/) ? name : FIRST;
  },
  set: (name) => {
    try {
      storage.setItem(KEY, name);
    } catch {
      // A full disk: the next start passes over the same databases again.
    }
  },
});

/** The name that follows: banso-note, banso-note~2, banso-note~3 … */
export const nextName = (name: string): string => {
  const [base = name, number = '1'] = name.split('~');
  return `${base}~${Number(number) + 1}`;
};
