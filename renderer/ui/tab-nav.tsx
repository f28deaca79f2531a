import { useRef } from 'react';
import { cx } from './class-names.ts';
import styles from './tab-nav.module.css';

export type TabNavItem = {
  readonly id: string;
  readonly label: string;
  /** Behind the word, such as a count of open things. */
  readonly count?: number | undefined;
  readonly href?: string | undefined;
  readonly onPress: () => void;
};

type TabNavProps = {
  /** What the tabs belong to, for screen readers. */
  readonly label: string;
  readonly items: readonly TabNavItem[];
  readonly currentId: string;
};

/** The pages of one thing, as links in a row; left and right arrows move between them. */
export const TabNav = ({ label, items, currentId }: TabNavProps) => {
  const row = useRef<HTMLUListElement>(null);
  const move = (from: HTMLAnchorElement, step: 1 | -1) => {
    const all = [...(row.current?.querySelectorAll('a') ?? [])];
    const at = all.indexOf(from);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul className={styles.row} ref={row}>
        {items.map((item) => (
          <li key={item.id}>
            <a
              aria-current={item.id === currentId ? 'page' : undefined}
              className={cx(styles.tab, item.id === currentId && styles.current)}
              href={item.href ?? `#${item.id}`}
              onClick={(event) => {
                event.preventDefault();
                item.onPress();
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') move(event.currentTarget, 1);
                if (event.key === 'ArrowLeft') move(event.currentTarget, -1);
              }}
            >
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
