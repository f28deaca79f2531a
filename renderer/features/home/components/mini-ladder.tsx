import type { Step } from '#shared/domain/digest/digest.ts';
import styles from './mini-ladder.module.css';

/** The flow in a line: numbered rounds and small pre-meetings, filled when held. */
export const MiniLadder = ({ steps }: { readonly steps: readonly Step[] }) =>
  steps.length === 0 ? (
    <span className={styles.none}>まだ計画がありません</span>
  ) : (
    <ol className={styles.ladder}>
      {steps.map((step) => (
        <li className={styles.step} data-state={step.state} key={step.id} title={step.words}>
          {/* A name instead of hidden words: a year has a thousand steps, and each would be laid out. */}
          <span
            aria-label={step.words}
            className={step.number === null ? styles.dot : styles.rung}
            role="img"
          >
            {step.number}
          </span>
        </li>
      ))}
    </ol>
  );
