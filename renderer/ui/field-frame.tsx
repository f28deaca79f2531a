import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What every field says about itself. */
export type FieldWords = {
  readonly label: string;
  /** Keeps the label for screen readers only, where a heading beside it says the same. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
  /** What is wrong and how to put it right; marks the field invalid. */
  readonly error?: string | undefined;
  /** A remark that does not hold anybody up, such as a weekday that disagrees. */
  readonly warning?: ReactNode;
  readonly isRequired?: boolean | undefined;
};

/** The label of the RAC field around it. */
export const FieldLabel = ({
  label,
  isLabelHidden = false,
  isRequired = false,
}: Pick<FieldWords, 'label' | 'isLabelHidden' | 'isRequired'>) =>
  isLabelHidden ? (
    <VisuallyHidden>
      <Label>{label}</Label>
    </VisuallyHidden>
  ) : (
    <Label className={styles.label ?? ''}>
      {label}
      {isRequired && <RequiredMark />}
    </Label>
  );

/** 「必須」, in a word. The control itself carries `required`, so it is not read out twice. */
export const RequiredMark = () => (
  <span aria-hidden="true" className={styles.required}>
    必須
  </span>
);

/** Description, warning and error under the control of the RAC field around it. */
export const FieldHelp = ({
  description,
  warning,
  error,
}: Pick<FieldWords, 'description' | 'warning' | 'error'>) => (
  <>
    {(description || warning) && (
      <Text className={styles.help ?? ''} slot="description">
        {warning && <span className={styles.warning}>△ {warning}</span>}
        {description && <span>{description}</span>}
      </Text>
    )}
    {error !== undefined && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
  </>
);
