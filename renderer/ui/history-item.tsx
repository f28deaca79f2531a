import { History } from 'lucide-react';
import type { MenuAction } from './menu.tsx';

/** The item of a row's menu that leads to what was done to the row. */
export const historyItem = (onAction: () => void): MenuAction => ({
  id: 'history',
  label: '変更履歴',
  icon: <History aria-hidden="true" />,
  startsGroup: true,
  onAction,
});
