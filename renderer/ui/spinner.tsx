import styles from './spinner.module.css';

type SpinnerProps = { readonly size?: number | undefined };

/** A turning ring, decorative: say in words beside it what is going on. `size` in px. */
export const Spinner = ({ size = 20 }: SpinnerProps) => (
  <svg aria-hidden="true" className={styles.spinner} height={size} viewBox="0 0 24 24" width={size}>
    <circle className={styles.track} cx="12" cy="12" r="9" />
    <path className={styles.arc} d="M12 3a9 9 0 0 1 9 9" />
  </svg>
);
