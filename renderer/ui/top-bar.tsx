import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import styles from './top-bar.module.css';

type TopBarProps = {
  /** A SearchTrigger or SearchField. */
  readonly search: ReactNode;
  /** Behind the search: undo and redo. */
  readonly actions?: ReactNode;
  /** At the far end: the save state. Announced when it changes. */
  readonly status?: ReactNode;
};

/** The bar above the page, in AppFrame. */
export const TopBar = ({ search, actions, status }: TopBarProps) => (
  <header className={styles.bar}>
    <div className={styles.search}>{search}</div>
    <div className={styles.actions}>{actions}</div>
    <div className={styles.status} role="status">
      {status}
    </div>
  </header>
);

type SearchTriggerProps = {
  /** 会合、人、ノウハウをさがす */
  readonly label: string;
  /** Ctrl K */
  readonly shortcut?: string | undefined;
  readonly onPress: () => void;
};

/** Looks like a search field and opens the search. */
export const SearchTrigger = ({ label, shortcut, onPress }: SearchTriggerProps) => (
  <Button className={styles.trigger ?? ''} onPress={onPress}>
    <Search aria-hidden="true" />
    <span className={styles.words}>{label}</span>
    {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
  </Button>
);
