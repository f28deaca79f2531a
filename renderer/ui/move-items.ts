import type { MenuAction } from './menu.tsx';

type Moves = {
  /** undefined for the first row. */
  readonly up: (() => void) | undefined;
  /** undefined for the last row. */
  readonly down: (() => void) | undefined;
  /** A line above the two. */
  readonly startsGroup?: boolean | undefined;
};

const NOTHING = (): void => undefined;

/** The two items of a row's menu that change its place in the list. */
export const moveItems = ({ up, down, startsGroup }: Moves): readonly MenuAction[] => [
  {
    id: 'up',
    label: '上へ移す',
    startsGroup,
    isDisabled: up === undefined,
    onAction: up ?? NOTHING,
  },
  { id: 'down', label: '下へ移す', isDisabled: down === undefined, onAction: down ?? NOTHING },
];
