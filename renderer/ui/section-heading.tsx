import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './section-heading.module.css';

export type HeadingLevel = 2 | 3 | 4;

type SectionHeadingProps = {
  readonly title: string;
  readonly level?: HeadingLevel | undefined;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string | undefined;
};

/** A heading with small words behind it and actions at the end of its line. */
export const SectionHeading = ({ title, level = 2, note, actions, id }: SectionHeadingProps) => {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.row}>
      <Heading className={cx(styles.heading, styles[`level-${level}`])} id={id}>
        {title}
      </Heading>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
};
