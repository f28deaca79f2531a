import { cx } from './class-names.ts';
import { LinkButton } from './link-button.tsx';
import styles from './link-trail.module.css';

export type TrailLink = {
  readonly id: string;
  readonly words: string;
  /** Smaller words behind: 町・R5.1.31・未. */
  readonly note?: string | undefined;
  /** Where it leads; words alone where that is gone. */
  readonly onPress?: (() => void) | undefined;
  /** Struck out, as what is settled. */
  readonly isDone?: boolean | undefined;
};

type LinkTrailProps = {
  /** What the links are, shown before them: 対応. */
  readonly label: string;
  readonly links: readonly TrailLink[];
};

/** The other ends of a record's links, in a line or a few below it. Nothing when empty. */
export const LinkTrail = ({ label, links }: LinkTrailProps) =>
  links.length === 0 ? null : (
    <div className={styles.trail}>
      <span aria-hidden="true" className={styles.label}>
        {label}
      </span>
      <ul aria-label={label} className={styles.list}>
        {links.map(({ id, words, note, onPress, isDone }) => (
          <li key={id}>
            {onPress === undefined ? (
              <span className={styles.lost}>{words}</span>
            ) : (
              <LinkButton
                className={cx(styles.link, isDone && styles.done)}
                onPress={onPress}
                weight="text"
              >
                {words}
              </LinkButton>
            )}
            {note !== undefined && note !== '' && <span className={styles.note}>{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
