import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu } from '#ui/menu.tsx';

type RowMenuProps = {
  /** What the row is called: 総人口. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number) => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
};

/** What can be done with a row of a list that people order themselves. */
export const RowMenu = ({ name, index, count, onMove, removeLabel, onRemove }: RowMenuProps) => (
  <Menu
    items={[
      {
        id: 'up',
        label: '上へ',
        icon: <ArrowUp aria-hidden="true" />,
        isDisabled: index === 0,
        onAction: () => onMove(index - 1),
      },
      {
        id: 'down',
        label: '下へ',
        icon: <ArrowDown aria-hidden="true" />,
        isDisabled: index === count - 1,
        onAction: () => onMove(index + 1),
      },
      {
        id: 'remove',
        label: removeLabel,
        icon: <Trash2 aria-hidden="true" />,
        tone: 'danger',
        startsGroup: true,
        onAction: onRemove,
      },
    ]}
    label={`${name}の操作`}
    placement="bottom end"
    trigger={
      <IconButton
        icon={<EllipsisVertical aria-hidden="true" />}
        label={`${name}の操作`}
        size="small"
      />
    }
  />
);
