import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly label: string;
  /** 0 to `max`; without it the end is not known. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** In words instead of percent: 「120 / 450件」. */
  readonly valueLabel?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
};

/** How far long work has come, and the way to stop it. */
export const ProgressBar = ({
  label,
  value,
  max = 100,
  valueLabel,
  onCancel,
}: ProgressBarProps) => (
  <div className={styles.row}>
    <AriaProgressBar
      className={styles.progress ?? ''}
      isIndeterminate={value === undefined}
      maxValue={max}
      {...defined({ value, valueLabel })}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            {!isIndeterminate && <span className={styles.value}>{valueText}</span>}
          </div>
          <div className={styles.track}>
            <div
              className={cx(styles.bar, isIndeterminate && styles.unknown)}
              // Moved, and at once: widened by and by, it would lay out the page anew in each frame of long work.
              style={
                isIndeterminate ? {} : { transform: `translateX(${(percentage ?? 0) - 100}%)` }
              }
            />
          </div>
        </>
      )}
    </AriaProgressBar>
    {onCancel !== undefined && <Button onPress={onCancel}>やめる</Button>}
  </div>
);
