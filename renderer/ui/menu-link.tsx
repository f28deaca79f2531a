import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './link-button.module.css';

type MenuLinkProps = {
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
  readonly className?: string | undefined;
};

/** Looks like a LinkButton and opens a menu: a Menu's trigger must be a button of React Aria's. */
export const MenuLink = ({ children, className, ...rest }: MenuLinkProps) => (
  <Button {...defined(rest)} className={cx(styles.link, className)}>
    {children}
  </Button>
);
