import { cx } from './class-names.ts';
import styles from './link-button.module.css';
import { MenuButton, type MenuButtonProps } from './menu-button.tsx';

type MenuLinkProps = Pick<
  MenuButtonProps,
  'label' | 'listLabel' | 'items' | 'children' | 'className'
>;

/** Looks like a LinkButton and opens a menu. */
export const MenuLink = ({ className, ...menu }: MenuLinkProps) => (
  <MenuButton {...menu} className={cx(styles.link, className)} />
);
