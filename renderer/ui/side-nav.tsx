import type { ReactNode } from 'react';
import { CountBadge } from './badge.tsx';
import { cx } from './class-names.ts';
import { Logo } from './logo.tsx';
import styles from './side-nav.module.css';

export type SideNavItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly href?: string | undefined;
  readonly onPress: () => void;
  /** A number that asks for attention, and what it counts. */
  readonly count?: { readonly value: number; readonly label: string } | undefined;
};

type SideNavProps = {
  /** The app's name beside its mark. */
  readonly title: string;
  readonly items: readonly SideNavItem[];
  /** Items at the foot, such as 設定. */
  readonly footItems?: readonly SideNavItem[] | undefined;
  readonly currentId: string | null;
};

/** The app's places, at the left of AppFrame. */
export const SideNav = ({ title, items, footItems = [], currentId }: SideNavProps) => (
  <nav aria-label="メイン" className={styles.nav}>
    <div className={styles.brand}>
      <Logo />
      <span>{title}</span>
    </div>
    <NavList currentId={currentId} items={items} />
    {footItems.length > 0 && (
      <div className={styles.foot}>
        <NavList currentId={currentId} items={footItems} />
      </div>
    )}
  </nav>
);

const NavList = ({ items, currentId }: Pick<SideNavProps, 'items' | 'currentId'>) => (
  <ul className={styles.list}>
    {items.map((item) => (
      <li key={item.id}>
        <a
          aria-current={item.id === currentId ? 'page' : undefined}
          className={cx(styles.item, item.id === currentId && styles.current)}
          href={item.href ?? `#${item.id}`}
          onClick={(event) => {
            event.preventDefault();
            item.onPress();
          }}
        >
          {item.icon}
          <span className={styles.label}>{item.label}</span>
          {item.count !== undefined && (
            <CountBadge count={item.count.value} label={item.count.label} />
          )}
        </a>
      </li>
    ))}
  </ul>
);
