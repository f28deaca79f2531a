import type { TableRows } from '#shared/domain/tables/entries.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';
import type { Result } from '#shared/result.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import { HONORIFIC_OPTIONS, meetingOptions } from '../model.ts';

type OneMeetingOptionsProps = {
  readonly table: TableId;
  readonly options: TableOptions;
  readonly rows: TableRows;
  readonly onChange: (change: Partial<TableOptions>) => Promise<Result<unknown>>;
};

/** Of which meeting the table is, and how people are called in a list of names. */
export const OneMeetingOptions = ({ table, options, rows, onChange }: OneMeetingOptionsProps) => {
  const { chosen, options: meetings } = meetingOptions(table, rows, options);
  if (chosen === undefined) return null;
  return (
    <>
      <Select
        label="会合"
        onChange={(id) => void onChange({ meeting: id })}
        options={meetings}
        value={chosen as string}
      />
      {table === 'roster' && (
        <RadioGroup
          label="敬称"
          onChange={(honorific) => onChange({ honorific })}
          options={HONORIFIC_OPTIONS}
          value={options.honorific}
        />
      )}
    </>
  );
};
