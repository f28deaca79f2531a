import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { cx } from './class-names.ts';
import { type HeadingLevel, SectionHeading } from './section-heading.tsx';

type CardProps = {
  readonly title?: string | undefined;
  /** Small words behind the title: 5市町村. */
  readonly note?: ReactNode;
  /** At the end of the title's line: a link, a button. */
  readonly actions?: ReactNode;
  readonly level?: HeadingLevel | undefined;
  /** `none` lets a table reach the edges. */
  readonly padding?: 'normal' | 'none' | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A white card on the grey ground; with a title it is a named region. */
export const Card = ({
  title,
  note,
  actions,
  level = 2,
  padding = 'normal',
  children,
  className,
}: CardProps) => {
  const id = useId();
  const isNamed = title !== undefined;
  return (
    <section
      aria-labelledby={isNamed ? id : undefined}
      className={cx(styles.card, padding === 'normal' && styles.padded, className)}
    >
      {isNamed && (
        <SectionHeading actions={actions} id={id} level={level} note={note} title={title} />
      )}
      {children}
    </section>
  );
};
