import { type ComponentType, use } from 'react';

/** A component whose program is read when it is first wanted, or ahead of that. */
export type LazyPart<P> = ComponentType<P> & {
  /** Reads the program, if it is not there yet. It rejects when that can't be done. */
  readonly readAhead: () => Promise<unknown>;
};

type Reading<P> =
  | { readonly kind: 'none' }
  | { readonly kind: 'under-way'; readonly component: Promise<ComponentType<P>> }
  | { readonly kind: 'done'; readonly component: ComponentType<P> }
  | { readonly kind: 'failed'; readonly error: UnreadPart };

/** A part's program could not be read. */
export class UnreadPart extends Error {
  /**
   * It was asked for anew, in vain. Chromium remembers for as long as a window is open that a file could
   * not be read: only a new window then asks the disk.
   */
  readonly isRepeated: boolean;

  constructor(cause: unknown, isRepeated: boolean) {
    super('A part of the program could not be read', { cause });
    this.isRepeated = isRepeated;
  }
}

/** For each part that could not be read: how that is forgotten. */
const failures = new Set<() => void>();

/**
 * Has parts that could not be read asked for anew when they are next rendered. For the way to another
 * page: in the middle of a rendering React would ask again and again.
 */
export const retryParts = (): void => {
  for (const forget of failures) forget();
  failures.clear();
};

/**
 * Like React's `lazy`, except that a part which is there is rendered at once. `lazy` suspends on the first
 * rendering in any case, and React holds what was suspended back for 300 ms.
 */
export const lazyPart = <P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> => {
  const state: { reading: Reading<P>; hasFailed: boolean } = {
    reading: { kind: 'none' },
    hasFailed: false,
  };

  const begin = (): Promise<ComponentType<P>> => {
    const component = load().catch((error: unknown) => {
      const unread = new UnreadPart(error, state.hasFailed);
      state.hasFailed = true;
      state.reading = { kind: 'failed', error: unread };
      failures.add(() => {
        state.reading = { kind: 'none' };
      });
      throw unread;
    });
    state.reading = { kind: 'under-way', component };
    component.then(
      (found) => {
        state.reading = { kind: 'done', component: found };
      },
      // Whoever waits for it hears of it.
      () => undefined,
    );
    return component;
  };

  const Part = (props: P) => {
    const Component = now(state.reading, begin);
    return <Component {...props} />;
  };
  const readAhead = async (): Promise<unknown> => {
    switch (state.reading.kind) {
      case 'none':
        return begin();
      case 'under-way':
      case 'done':
        return state.reading.component;
      case 'failed':
        throw state.reading.error;
    }
  };
  return Object.assign(Part, { readAhead });
};

/** The component if it is there, else React waits for it. */
const now = <P,>(reading: Reading<P>, begin: () => Promise<ComponentType<P>>): ComponentType<P> => {
  switch (reading.kind) {
    case 'none':
      return use(begin());
    case 'under-way':
      return use(reading.component);
    case 'done':
      return reading.component;
    case 'failed':
      throw reading.error;
  }
};
