import type { DiffPart } from '#shared/text/diff-texts.ts';
import styles from './diff-text.module.css';

type DiffTextProps = {
  readonly parts: readonly DiffPart[];
  /** Leaves out the middle of long stretches that are the same. */
  readonly shortens?: boolean;
};

/** Of what is the same so much is kept on either side of a change, in characters. */
const AROUND = 40;

const shortened = ({ kind, text }: DiffPart): string =>
  kind !== 'same' || text.length <= AROUND * 3
    ? text
    : `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}`;

/** A text with what was taken out struck through and what came underlined. */
export const DiffText = ({ parts, shortens = false }: DiffTextProps) => (
  <p className={styles.text}>
    {parts.map((part, index) => {
      const text = shortens ? shortened(part) : part.text;
      // Parts have nothing else that tells them apart, and never move.
      const key = `${index}`;
      if (part.kind === 'removed') return <del key={key}>{text}</del>;
      if (part.kind === 'added') return <ins key={key}>{text}</ins>;
      return <span key={key}>{text}</span>;
    })}
  </p>
);
