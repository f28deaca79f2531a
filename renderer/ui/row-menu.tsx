import { EllipsisVertical } from 'lucide-react';
import { IconMenu } from './icon-menu.tsx';
import type { MenuAction } from './menu.tsx';
import { moveItems } from './move-items.ts';

type RowMenuProps = {
  /** The row in words: 民生委員. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number) => void;
  /** What else can be done with the row. */
  readonly more?: readonly MenuAction[] | undefined;
  /** Default 外す. */
  readonly removeLabel?: string | undefined;
  readonly onRemove: () => void;
};

/** Moves a row up and down, and takes it out. */
export const RowMenu = ({
  name,
  index,
  count,
  onMove,
  more = [],
  removeLabel = '外す',
  onRemove,
}: RowMenuProps) => (
  <IconMenu
    icon={<EllipsisVertical aria-hidden="true" />}
    items={() => [
      ...moveItems({
        up: index === 0 ? undefined : () => onMove(index - 1),
        down: index === count - 1 ? undefined : () => onMove(index + 1),
      }),
      ...more,
      { id: 'remove', label: removeLabel, tone: 'danger', startsGroup: true, onAction: onRemove },
    ]}
    label={`${name}の操作`}
    placement="bottom end"
  />
);
