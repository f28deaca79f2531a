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
};

/** Between writing and paper. */
export const BookViewChoice = ({ view, onView }: BookViewProps) => (
  <SegmentedControl label="表示" onChange={onView} options={VIEWS} value={view} />
);
