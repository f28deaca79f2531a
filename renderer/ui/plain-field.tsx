import { type ReactNode, type RefObject, useEffect, useId } from 'react';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { type FieldWords, RequiredMark } from './field-frame.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What ties a control to the words around it. */
export type PlainControl = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

type PlainFieldProps = FieldWords & {
  readonly children: (control: PlainControl, labelId: string) => ReactNode;
  readonly className?: string | undefined;
  /** The name of its draft. */
  readonly 'data-field'?: string | undefined;
};

/**
 * Label and help around a control of the browser's own. Pages have dozens of them: a field of React Aria is a
 * dozen components, and is drawn twice before it stands.
 */
export const PlainField = ({
  label,
  isLabelHidden = false,
  isRequired = false,
  description,
  warning,
  error,
  children,
  className,
  'data-field': field,
}: PlainFieldProps) => {
  const id = useId();
  const [controlId, labelId] = [`${id}control`, `${id}label`];
  const hasHelp = Boolean(description) || Boolean(warning);
  const described = [hasHelp && `${id}help`, error !== undefined && `${id}error`].filter(Boolean);
  return (
    <div
      className={cx(styles.field, className)}
      data-field={field}
      data-invalid={error !== undefined || undefined}
      data-required={isRequired || undefined}
    >
      {isLabelHidden ? (
        <VisuallyHidden>
          <label htmlFor={controlId} id={labelId}>
            {label}
          </label>
        </VisuallyHidden>
      ) : (
        <label className={styles.label} htmlFor={controlId} id={labelId}>
          {label}
          {isRequired && <RequiredMark />}
        </label>
      )}
      {children(
        {
          id: controlId,
          'aria-describedby': described.join(' ') || undefined,
          'aria-invalid': error !== undefined || undefined,
          'aria-required': isRequired || undefined,
        },
        labelId,
      )}
      {hasHelp && (
        <span className={styles.help} id={`${id}help`}>
          {warning && <span className={styles.warning}>△ {warning}</span>}
          {description && <span>{description}</span>}
        </span>
      )}
      {error !== undefined && (
        <span className={styles.error} id={`${id}error`}>
          {error}
        </span>
      )}
    </div>
  );
};

type Looks = {
  readonly problem: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
};

/** The frame around what is typed. */
export const boxLooks = ({ problem, isDisabled, isReadOnly }: Looks): string =>
  cx(
    styles.box,
    problem !== undefined && styles.invalid,
    isDisabled && styles.disabled,
    isReadOnly && styles['read-only'],
  );

/** Gives a control the focus when it comes. */
export const useAutoFocus = (
  control: RefObject<HTMLElement | null>,
  isWanted: boolean | undefined,
): void => {
  useEffect(() => {
    if (isWanted === true) control.current?.focus();
  }, [control, isWanted]);
};
