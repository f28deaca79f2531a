import { useEffect } from 'react';
import { UnreadPart } from '#ui/lazy-part.tsx';
import { Loading } from '#ui/loading.tsx';
import { Broken } from './error-boundary.tsx';

type BrokenPageProps = {
  readonly error: unknown;
  /** Loads the window again, at the page's address. */
  readonly onReopen: () => void;
};

/** What stands in the place of a page that has failed, or whose program could not be read. */
export const BrokenPage = ({ error, onReopen }: BrokenPageProps) =>
  // Whoever comes here again wants the page. A window that has been loaded again starts as the first did.
  error instanceof UnreadPart && error.isRepeated ? (
    <Reopen onReopen={onReopen} />
  ) : (
    <Broken onReopen={onReopen} />
  );

const Reopen = ({ onReopen }: Pick<BrokenPageProps, 'onReopen'>) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the page fails
  useEffect(onReopen, []);
  return <Loading />;
};
