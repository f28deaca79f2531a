import type { Step } from '#shared/domain/digest/digest.ts';
import styles from './mini-ladder.module.css';

/** The flow in a line: numbered rounds and small pre-meetings, filled when held. */
export const MiniLadder = ({ steps }: { readonly steps: readonly Step[] }) =>
  steps.length === 0 ? (
    <span className={styles.none}>まだ計画がありません</span>
  ) : (
    <ol className={styles.ladder}>
      {steps.map((step) => (
        // One box a step, named by itself: a year of an office has a thousand steps, and each is laid out.
        <li
          aria-label={step.words}
          className={step.number === null ? styles.dot : styles.rung}
          data-state={step.state}
          key={step.id}
          title={step.words}
        >
          {step.number}
        </li>
      ))}
    </ol>
  );
