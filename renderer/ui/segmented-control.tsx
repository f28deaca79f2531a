import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Option } from './option.ts';
import styles from './segmented-control.module.css';

type SegmentedControlProps<Id extends string> = {
  /** What is being switched, for screen readers: 表示. */
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
};

/** Switches between views of the same thing: はしご｜表. */
export const SegmentedControl = <Id extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    className={styles.group ?? ''}
    disallowEmptySelection
    onSelectionChange={(keys) => {
      const chosen = options.find((option) => keys.has(option.id));
      if (chosen !== undefined) onChange(chosen.id);
    }}
    selectedKeys={[value]}
    selectionMode="single"
  >
    {options.map((option) => (
      <ToggleButton
        className={styles.segment ?? ''}
        id={option.id}
        isDisabled={option.isDisabled ?? false}
        key={option.id}
      >
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
