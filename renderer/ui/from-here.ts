/**
 * For whoever leads on once something is done: remembers the address at which it was asked for.
 * @returns acts, unless staff have gone elsewhere meanwhile
 */
export const fromHere = (): ((act: () => void) => void) => {
  const { href } = window.location;
  return (act) => {
    if (window.location.href === href) act();
  };
};
