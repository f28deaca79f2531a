import { keyed } from '#adapters/paper/sheet.ts';
import { NARROWEST, type TableOptions, withWidth } from '#shared/domain/tables/options.ts';
import type { Table } from '#shared/domain/tables/table.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { normalizeTyped } from '#shared/text/typed.ts';
import { Button } from '#ui/button.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import styles from './materials-page.module.css';

type WidthFieldsProps = {
  readonly table: Table;
  readonly options: TableOptions;
  readonly onChange: (widths: readonly number[]) => Promise<Result<unknown>>;
};

/** The columns' shares of the width; what one takes, the others give. */
export const WidthFields = ({ table, options, onChange }: WidthFieldsProps) => {
  const widths = table.columns.map(({ width }) => width);
  const most = 100 - NARROWEST * (widths.length - 1);
  if (widths.length < 2) return null;
  return (
    <fieldset className={styles.widths}>
      <legend>列の幅</legend>
      {keyed(table.columns).map(({ item: { id, label }, index }) => (
        <CommitField
          align="end"
          draftKey={`widths.${table.id}.${id}`}
          inputMode="numeric"
          key={id}
          label={label === '' ? '見出し' : label}
          mode="leaving"
          onCommit={(share: number) => onChange(withWidth(widths, index, share))}
          parse={(text) => parseShare(text, most)}
          suffix="%"
          value={String(Math.round(widths[index] ?? 0))}
        />
      ))}
      <Button
        isDisabled={options.widths.length === 0}
        onPress={() => void onChange([])}
        size="small"
      >
        元の幅に戻す
      </Button>
    </fieldset>
  );
};

const parseShare = (text: string, most: number): Result<number> => {
  const share = Number(normalizeTyped(text).replace(/%$/, '') || Number.NaN);
  if (share >= NARROWEST && share <= most) return ok(share);
  return fail({
    code: 'invalid-input',
    happened: '列の幅として読み取れません。',
    safe: 'ほかの設定はそのままです。',
    todo: `${NARROWEST}から${Math.floor(most)}までの数字で入力してください。`,
  });
};
