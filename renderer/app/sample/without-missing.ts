type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what the source does not say. */
export const withoutMissing = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<T>;
