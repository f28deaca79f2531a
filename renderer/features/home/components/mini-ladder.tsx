import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Step } from '../model.ts';
import styles from './mini-ladder.module.css';

/** The flow in a line: numbered rounds and small pre-meetings, filled when held. */
export const MiniLadder = ({ steps }: { readonly steps: readonly Step[] }) =>
  steps.length === 0 ? (
    <span className={styles.none}>まだ計画がありません</span>
  ) : (
    <ol className={styles.ladder}>
      {steps.map((step) => (
        <li className={styles.step} data-state={step.state} key={step.id} title={step.words}>
          <span aria-hidden="true" className={step.number === null ? styles.dot : styles.rung}>
            {step.number}
          </span>
          <VisuallyHidden>{step.words}</VisuallyHidden>
        </li>
      ))}
    </ol>
  );
