import { useState } from 'react';
import { fold } from '#shared/text/fold.ts';
import { ComboBox } from './combo-box.tsx';
import type { FieldWords } from './field-frame.tsx';
import type { Option } from './option.ts';

type PickFieldProps<Id extends string> = FieldWords & {
  /** A `note` (a reading, say) is searched too. */
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
};

/** One of many known options, found by typing a part of its label or note. */
export const PickField = <Id extends string>({
  options,
  value,
  onChange,
  ...rest
}: PickFieldProps<Id>) => {
  const chosen = options.find((option) => option.id === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed === null || typed === chosen ? '' : fold(typed.trim());
  return (
    <ComboBox
      {...rest}
      inputValue={typed ?? chosen}
      takesLone
      // A page that opens with the focus here does not open with a list over it.
      menuTrigger={rest.autoFocus ? 'input' : 'focus'}
      onBlur={() => setTyped(null)}
      onInputChange={(text) => {
        setTyped(text);
        // A name typed to its end is as good as picked.
        const whole = options.find((option) => fold(option.label) === fold(text.trim()));
        if (whole !== undefined && whole.id !== value) onChange(whole.id);
        if (text === '' && value !== null) onChange(null);
      }}
      onPick={(id) => {
        if (id === null) return;
        setTyped(null);
        onChange(id);
      }}
      options={options.filter((option) =>
        fold(`${option.label} ${option.note ?? ''}`).includes(wanted),
      )}
      value={value}
    />
  );
};
