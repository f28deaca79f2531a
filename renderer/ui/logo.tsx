import styles from './logo.module.css';

type LogoProps = { readonly size?: number | undefined };

/** The ladder mark. Decorative: the app's name stands beside it. `size` in px. */
export const Logo = ({ size = 22 }: LogoProps) => (
  <svg
    aria-hidden="true"
    className={styles.logo}
    fill="none"
    height={size}
    viewBox="0 0 24 24"
    width={size}
  >
    <rect className={styles.ground} height="24" rx="5.5" width="24" />
    <g className={styles.ladder} strokeLinecap="round" strokeWidth="2">
      <path d="M7.5 5v14M16.5 5v14" />
      <path d="M7.5 9h9M7.5 15h9" />
    </g>
  </svg>
);
