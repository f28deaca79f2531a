import { keyed } from '#adapters/paper/sheet.ts';
import { MEETING_KINDS } from '#shared/domain/meeting/meeting.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';
import { offeredFields } from '#shared/domain/tables/shown-fields.ts';
import type { Table } from '#shared/domain/tables/table.ts';
import type { Result } from '#shared/result.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import {
  DATE_OPTIONS,
  fieldOptions,
  isOfOneMeeting,
  KIND_OPTIONS,
  ORIENTATION_OPTIONS,
  PAPER_OPTIONS,
  roundOptions,
} from '../model.ts';
import styles from './materials-page.module.css';
import { OneMeetingOptions } from './one-meeting-options.tsx';
import { WidthFields } from './width-fields.tsx';

type OptionsPanelProps = {
  readonly table: Table<TableId>;
  readonly options: TableOptions;
  readonly rows: TableRows;
  /** Stores it; what is refused has been told. */
  readonly onChange: (change: Partial<TableOptions>) => Promise<Result<unknown>>;
};

/** What is either so or not. */
type CheckField = Exclude<
  { [K in keyof TableOptions]: TableOptions[K] extends boolean ? K : never }[keyof TableOptions],
  undefined
>;

/** How the table is to look; kept with the case. */
export const OptionsPanel = (props: OptionsPanelProps) => {
  const { table, options, rows, onChange } = props;
  return (
    <>
      <div className={styles.pair}>
        <RadioGroup
          label="用紙"
          onChange={(paper) => onChange({ paper })}
          options={PAPER_OPTIONS}
          value={options.paper}
        />
        <RadioGroup
          label="向き"
          onChange={(orientation) => onChange({ orientation })}
          options={ORIENTATION_OPTIONS}
          value={options.orientation}
        />
      </div>
      <RadioGroup
        direction="column"
        label="日付の書き方"
        onChange={(dates) => onChange({ dates })}
        options={DATE_OPTIONS}
        value={options.dates}
      />
      {isOfOneMeeting(table.id) ? (
        <OneMeetingOptions onChange={onChange} options={options} rows={rows} table={table.id} />
      ) : (
        <MeetingOptions {...props} />
      )}
      <fieldset className={styles.checks}>
        <legend>書き方</legend>
        {!isOfOneMeeting(table.id) && <MeetingChecks {...props} />}
        {table.id === 'record' && (
          <>
            <Check field="marks" onChange={onChange} options={options}>
              確定後の変更に印を付ける
            </Check>
            <Check field="sources" onChange={onChange} options={options}>
              表の下に出典を載せる
            </Check>
          </>
        )}
        <Check field="fit" onChange={onChange} options={options}>
          文字を少し小さくして1枚に収める
        </Check>
      </fieldset>
      <WidthFields onChange={(widths) => onChange({ widths })} options={options} table={table} />
      {table.remarks.length > 0 && (
        <div className={styles.remarks}>
          <h2>資料によって違う欄</h2>
          <ul>
            {keyed(table.remarks).map(({ item, key }) => (
              <li key={key}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

/** Which meetings are in it, and what is told of them. */
const MeetingOptions = ({ table, options, rows, onChange }: OptionsPanelProps) => {
  const rounds = roundOptions(rows);
  const shownRounds = rounds.map(({ id }) => id).filter((id) => !options.hiddenRounds.includes(id));
  return (
    <>
      {rounds.length > 0 && (
        <CheckboxGroup
          label="載せる回"
          onChange={(ids) =>
            onChange({ hiddenRounds: rounds.map(({ id }) => id).filter((id) => !ids.includes(id)) })
          }
          options={rounds}
          value={shownRounds}
        />
      )}
      {table.id !== 'comparison' && (
        <CheckboxGroup
          label="載せる会合の種類"
          onChange={(kinds) =>
            onChange({ hiddenKinds: MEETING_KINDS.filter((kind) => !kinds.includes(kind)) })
          }
          options={KIND_OPTIONS}
          value={MEETING_KINDS.filter((kind) => !options.hiddenKinds.includes(kind))}
        />
      )}
      <CheckboxGroup
        label={table.id === 'comparison' ? '加える行' : '加える列'}
        onChange={(ids) =>
          onChange({
            shownFields: offeredFields(table.id)
              .map(({ id }) => id)
              .filter((id) => ids.includes(id)),
          })
        }
        options={fieldOptions(table.id)}
        value={options.shownFields}
      />
    </>
  );
};

const MeetingChecks = ({ table, options, onChange }: OptionsPanelProps) => {
  const check = (field: CheckField, label: string) => (
    <Check field={field} onChange={onChange} options={options}>
      {label}
    </Check>
  );
  return (
    <>
      {table.id === 'detail' && check('ditto', '上と同じ欄は「〃」にする')}
      {table.id === 'comparison' && check('names', '参加者を名前で載せる')}
      {check('planned', '予定と延期の会合も載せる')}
      {options.planned && check('reasons', '延期の理由も載せる')}
      {table.id === 'flow' && check('titles', '会合の名称も載せる')}
      {table.id === 'flow' && check('entry', '手挙げ・プッシュ型などのきっかけも載せる')}
      {check('parts', '部の名前を載せる')}
      {table.id === 'comparison' && check('bullets', '部を【】の見出しに、次第を箇条書きにする')}
      {check('marks', '確定後の変更に印を付ける')}
      {check('sources', '表の下に出典を載せる')}
    </>
  );
};

type CheckProps = Pick<OptionsPanelProps, 'options' | 'onChange'> & {
  readonly field: CheckField;
  readonly children: string;
};

const Check = ({ field, options, onChange, children }: CheckProps) => (
  <Checkbox
    isSelected={options[field]}
    onChange={(isSelected) => onChange({ [field]: isSelected })}
  >
    {children}
  </Checkbox>
);
