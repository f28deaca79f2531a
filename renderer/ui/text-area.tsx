import { useRef, useState } from 'react';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import type { FieldWords } from './field-frame.tsx';
import { boxLooks, PlainField, useAutoFocus } from './plain-field.tsx';
import { tooLong } from './text-length.ts';

type TextAreaProps = FieldWords & {
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  /** Told when an input method begins and ends to convert. */
  readonly onComposing?: ((isComposing: boolean) => void) | undefined;
  readonly placeholder?: string | undefined;
  /** In characters. Longer text stays as typed and is reported as an error; nothing is cut off. */
  readonly maxLength?: number | undefined;
  /** Lines shown when empty; default 2. It grows with its text. */
  readonly minRows?: number | undefined;
  /** Lines after which it scrolls; default 20. */
  readonly maxRows?: number | undefined;
  readonly name?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly className?: string | undefined;
  /** The name of its draft. */
  readonly 'data-field'?: string | undefined;
};

/** Text of several lines, as high as what is written in it. */
export const TextArea = ({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  'data-field': field,
  className,
  ...area
}: TextAreaProps) => {
  const { maxLength, isDisabled, isReadOnly, onComposing, minRows = 2, maxRows = 20 } = area;
  const [typed, setTyped] = useState(area.defaultValue ?? '');
  const text = area.value ?? typed;
  const problem = error ?? tooLong(text, maxLength);
  const element = useRef<HTMLTextAreaElement>(null);
  useAutoFocus(element, area.autoFocus);
  return (
    <PlainField
      {...{ label, isLabelHidden, description, warning, isRequired, className }}
      data-field={field}
      error={problem}
    >
      {(control) => (
        <div className={boxLooks({ problem, isDisabled, isReadOnly })}>
          <textarea
            {...control}
            className={cx(styles.input, styles.area)}
            disabled={isDisabled}
            name={area.name}
            onBlur={area.onBlur}
            onChange={(event) => {
              setTyped(event.target.value);
              area.onChange?.(event.target.value);
            }}
            onCompositionEnd={() => onComposing?.(false)}
            onCompositionStart={() => onComposing?.(true)}
            onFocus={area.onFocus}
            placeholder={area.placeholder}
            readOnly={isReadOnly}
            ref={element}
            style={{
              minHeight: `calc(${minRows}lh + 12px)`,
              maxHeight: `calc(${maxRows}lh + 12px)`,
            }}
            value={text}
          />
        </div>
      )}
    </PlainField>
  );
};
