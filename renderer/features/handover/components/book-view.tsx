import { useEffect, useRef } from 'react';
import { SegmentedControl } from '#ui/segmented-control.tsx';

/** How a 引継書 is looked at: to write in it, or as it prints. */
export type BookView = 'write' | 'paper';

const VIEWS: readonly { readonly id: BookView; readonly label: string }[] = [
  { id: 'write', label: '書く' },
  { id: 'paper', label: '紙面' },
];

export type BookViewProps = {
  readonly view: BookView;
  readonly onView: (view: BookView) => void;
  /** Somebody has chosen this view, and did not come to it with the page. */
  readonly isChosen: boolean;
};

/** Between writing and paper. Each of them has one of its own, and whoever goes over finds the focus on it. */
export const BookViewChoice = ({ view, onView, isChosen }: BookViewProps) => {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it has come with the view, and goes with it
  useEffect(() => {
    if (isChosen) place.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, []);
  return (
    <div ref={place}>
      <SegmentedControl label="表示" onChange={onView} options={VIEWS} value={view} />
    </div>
  );
};
