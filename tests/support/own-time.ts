/**
 * Milliseconds of processor time that this process has had. Only a difference says anything: how much work was
 * done in between, however busy the machine is with others.
 */
export const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * The least of three tries: garbage of what ran before may be collected during one of them, in threads of this very
 * process.
 */
export const leastOwnTime = async (run: () => unknown): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const begun = ownTime();
    await run();
    least = Math.min(least, ownTime() - begun);
  }
  return least;
};
