import type { Result } from '#shared/result.ts';
import { asTyped, useCommit } from './commit/use-commit.ts';
import { TextArea } from './text-area.tsx';

type CommitAreaProps = {
  /** The input, the same after a restart: `meetings.<id>.remarks`. */
  readonly draftKey: string;
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly value: string;
  /** What it refuses stays in the input, with the reason; default: takes any text. */
  readonly parse?: (text: string) => Result<string>;
  readonly onCommit: (text: string, burst: string) => Promise<Result<unknown>>;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Lines shown when empty; default 1. */
  readonly minRows?: number;
  readonly maxRows?: number | undefined;
};

/** Lines that are stored as they are typed. */
export const CommitArea = ({
  draftKey,
  label,
  value,
  parse = asTyped,
  onCommit,
  maxLength,
  minRows = 1,
  ...rest
}: CommitAreaProps) => {
  const input = useCommit(label, {
    draftKey,
    value,
    parse,
    onCommit,
    maxLength,
    isVerbatim: true,
  });
  return (
    <TextArea
      {...rest}
      data-field={draftKey}
      error={input.problem}
      label={label}
      minRows={minRows}
      onBlur={input.leave}
      onChange={input.type}
      onComposing={input.compose}
      onFocus={input.enter}
      value={input.text}
    />
  );
};
