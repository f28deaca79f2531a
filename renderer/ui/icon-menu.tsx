import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './icon-button.module.css';
import { MenuButton, type MenuButtonProps } from './menu-button.tsx';

type IconMenuProps = Pick<
  MenuButtonProps,
  'label' | 'items' | 'placement' | 'tabIndex' | 'className'
> & { readonly icon: ReactNode };

/** Actions behind an icon, whose name is its tooltip. */
export const IconMenu = ({ icon, className, ...menu }: IconMenuProps) => (
  <MenuButton
    {...menu}
    className={cx(styles.button, styles.small, styles.plain, className)}
    title={menu.label}
  >
    {icon}
  </MenuButton>
);
