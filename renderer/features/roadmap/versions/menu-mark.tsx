import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './versions.module.css';

/** What stands before the words of a choice in a menu; the chosen one says so in a word too. */
export const mark = (isChosen: boolean): ReactNode =>
  isChosen ? (
    <Check aria-label="選択中" role="img" />
  ) : (
    <span aria-hidden="true" className={styles.unmarked} />
  );
