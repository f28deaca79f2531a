import { AUDIENCE_NAMES, type Audience } from '#shared/domain/record/audience.ts';
import styles from './audience.module.css';

/** On paper: for whom it is. */
export const Stamp = ({ audience }: { readonly audience: Audience }) => (
  <span className={styles.stamp}>{AUDIENCE_NAMES[audience]}</span>
);
