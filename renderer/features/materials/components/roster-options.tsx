import type { TableRows } from '#shared/domain/tables/entries.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';
import { rosterMeeting } from '#shared/domain/tables/roster.ts';
import type { Result } from '#shared/result.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import { HONORIFIC_OPTIONS, rosterOptions } from '../model.ts';

type RosterOptionsProps = {
  readonly options: TableOptions;
  readonly rows: TableRows;
  readonly onChange: (change: Partial<TableOptions>) => Promise<Result<unknown>>;
};

/** Of which meeting the list of names is, and how people are called in it. */
export const RosterOptions = ({ options, rows, onChange }: RosterOptionsProps) => {
  const meeting = rosterMeeting(rows, options);
  if (meeting === undefined) return null;
  return (
    <>
      <Select
        label="会合"
        onChange={(id) => void onChange({ meeting: id })}
        options={rosterOptions(rows, options)}
        value={meeting.id as string}
      />
      <RadioGroup
        label="敬称"
        onChange={(honorific) => onChange({ honorific })}
        options={HONORIFIC_OPTIONS}
        value={options.honorific}
      />
    </>
  );
};
