import { Combine, Lightbulb } from 'lucide-react';
import type { MenuAction } from '#ui/menu.tsx';

/** How a row of a list becomes a lesson: alone, or with others. */
export type Keeping = {
  readonly keep: (id: string) => void;
  readonly gather: (id: string) => void;
};

/** The items of a row's menu that make a lesson of it. */
export const keepItems = (id: string, { keep, gather }: Keeping): readonly MenuAction[] => [
  {
    id: 'keep',
    label: 'ノウハウにする',
    icon: <Lightbulb aria-hidden="true" />,
    startsGroup: true,
    onAction: () => keep(id),
  },
  {
    id: 'gather',
    label: 'まとめてノウハウにする…',
    icon: <Combine aria-hidden="true" />,
    onAction: () => gather(id),
  },
];
