/**
 * Does the same to many things, a few at a time: a flush on a file server is mostly waiting. The first
 * that fails ends it, after those under way have ended.
 */
export const inParallel = async <T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  let next = 0;
  let failed: { readonly error: unknown } | undefined;
  const walk = async (): Promise<void> => {
    while (failed === undefined) {
      const item = items[next];
      if (next >= items.length || item === undefined) return;
      next += 1;
      await work(item).catch((error: unknown) => {
        failed ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: width }, walk));
  if (failed !== undefined) throw failed.error;
};
