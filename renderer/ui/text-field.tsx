import {
  type FocusEvent,
  type HTMLInputTypeAttribute,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import type { FieldWords } from './field-frame.tsx';
import { isImeKey, onEnter } from './ime.ts';
import { boxLooks, PlainField, useAutoFocus } from './plain-field.tsx';
import { tooLong } from './text-length.ts';

type TextFieldProps = FieldWords & {
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: ((event: FocusEvent) => void) | undefined;
  /** Told when an input method begins and ends to convert. */
  readonly onComposing?: ((isComposing: boolean) => void) | undefined;
  /** Enter, but never the Enter that ends a conversion. */
  readonly onEnter?: (() => void) | undefined;
  /** Escape, but never the Escape of a conversion. */
  readonly onEscape?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  /** In characters. Longer text stays as typed and is reported as an error; nothing is cut off. */
  readonly maxLength?: number | undefined;
  readonly type?: HTMLInputTypeAttribute | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
  readonly name?: string | undefined;
  /** What is typed is stored as it is typed: undo is the app's, not the input's own. */
  readonly isLive?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  readonly icon?: ReactNode;
  /** A unit behind the value: 人, 円. */
  readonly suffix?: ReactNode;
  /** The name of its draft. */
  readonly 'data-field'?: string | undefined;
  readonly className?: string | undefined;
};

/** One line of text. Numbers and dates are typed here too, full-width digits and all. */
export const TextField = ({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  'data-field': field,
  className,
  ...input
}: TextFieldProps) => {
  const { maxLength, isDisabled, isReadOnly, icon, suffix, onComposing } = input;
  const [typed, setTyped] = useState(input.defaultValue ?? '');
  const text = input.value ?? typed;
  const problem = error ?? tooLong(text, maxLength);
  const element = useRef<HTMLInputElement>(null);
  useAutoFocus(element, input.autoFocus);
  return (
    <PlainField
      {...{ label, isLabelHidden, description, warning, isRequired, className }}
      data-field={field}
      error={problem}
    >
      {(control) => (
        <div className={boxLooks({ problem, isDisabled, isReadOnly })}>
          {icon}
          <input
            {...control}
            autoComplete={input.autoComplete}
            className={cx(styles.input, input.align === 'end' && styles.end)}
            data-live={input.isLive || undefined}
            disabled={isDisabled}
            inputMode={input.inputMode}
            name={input.name}
            onBlur={input.onBlur}
            onChange={(event) => {
              setTyped(event.target.value);
              input.onChange?.(event.target.value);
            }}
            onCompositionEnd={() => onComposing?.(false)}
            onCompositionStart={() => onComposing?.(true)}
            onFocus={input.onFocus}
            onKeyDown={(event) => {
              if (input.onEnter) onEnter(input.onEnter)(event);
              if (!input.onEscape || event.key !== 'Escape' || isImeKey(event)) return;
              // A panel around the field stays open.
              event.preventDefault();
              input.onEscape();
            }}
            placeholder={input.placeholder}
            readOnly={isReadOnly}
            ref={element}
            type={input.type ?? 'text'}
            value={text}
          />
          {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
        </div>
      )}
    </PlainField>
  );
};
