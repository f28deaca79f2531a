import styles from './marked-text.module.css';

type MarkedTextProps = {
  readonly pieces: readonly { readonly text: string; readonly isHit: boolean }[];
};

/** A text with what was looked for marked in it. */
export const MarkedText = ({ pieces }: MarkedTextProps) =>
  pieces.map(({ text, isHit }, at) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have nothing else
      <mark className={styles.mark} key={at}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
