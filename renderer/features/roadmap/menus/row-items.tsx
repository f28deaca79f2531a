import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { MenuAction } from '#ui/menu.tsx';

type RowItems = {
  /** 取組み, 分野. */
  readonly what: string;
  /** Where it stands among its siblings, and how many these are. */
  readonly index: number;
  readonly count: number;
  /** It holds what has lost its place, and has none of its own. */
  readonly isLost: boolean;
  readonly onMove: (index: number) => void;
  readonly onRemove: () => void;
};

/** The end of a row's menu: up, down, remove. */
export const rowItems = ({
  what,
  index,
  count,
  isLost,
  onMove,
  onRemove,
}: RowItems): readonly MenuAction[] => [
  {
    id: 'up',
    label: '上へ',
    icon: <ArrowUp aria-hidden="true" />,
    isDisabled: isLost || index <= 0,
    startsGroup: true,
    onAction: () => onMove(index - 1),
  },
  {
    id: 'down',
    label: '下へ',
    icon: <ArrowDown aria-hidden="true" />,
    isDisabled: isLost || index >= count - 1,
    onAction: () => onMove(index + 1),
  },
  {
    id: 'remove',
    label: `${what}を削除`,
    icon: <Trash2 aria-hidden="true" />,
    tone: 'danger',
    startsGroup: true,
    onAction: onRemove,
  },
];
