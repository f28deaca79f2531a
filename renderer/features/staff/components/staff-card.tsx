import { useMemo } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { useLive, useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import { type StaffRow, staff } from '#shared/domain/office/staff.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { staffActs } from '../commands.ts';
import { casesInCharge, dotted } from '../model.ts';
import { dutyRows } from '../queries.ts';
import { ChangeButton } from './change-button.tsx';
import styles from './staff.module.css';

/** 課の職員: who runs the support, from when to when, and of how many cases each is in charge today. */
export const StaffCard = ({ today }: { readonly today: Day }) => {
  const loaded = useLive(dutyRows);
  const store = useStoreField();
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  const counts = useMemo(
    () => (rows === undefined ? undefined : casesInCharge(rows.cases, today)),
    [rows, today],
  );
  const count = rows?.staff.length ?? 0;
  return (
    <Card
      actions={<ChangeButton size="small" today={today} />}
      note={count > 0 ? `${count}人` : undefined}
      title="課の職員"
    >
      <p className={styles.quiet}>
        だれが、いつからいつまで、どの案件を担当するかを残せます。異動のときは「担当替え」で、案件をまとめて後任に渡します。着任と離任は「R5.4.1」のように入力します。
      </p>
      {rows !== undefined && count > 0 && (
        <ol className={styles.list}>
          {rows.staff.map((row, index) => (
            <StaffLine
              cases={counts?.get(row.id) ?? 0}
              count={count}
              index={index}
              key={row.id}
              row={row}
            />
          ))}
        </ol>
      )}
      <div className={styles.add}>
        <AddField
          draftKey="add.staff"
          label="職員を加える"
          maxLength={NAME_LIMIT}
          onAdd={(name) => store(staffActs.add({ name }))}
          placeholder="職員を加える（名前）"
        />
      </div>
    </Card>
  );
};

type StaffLineProps = {
  readonly row: StaffRow;
  readonly index: number;
  readonly count: number;
  /** Of how many cases they are in charge today. */
  readonly cases: number;
};

const StaffLine = ({ row, index, count, cases }: StaffLineProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const bound: Bound<typeof staff> = {
    collection: staff,
    row,
    store: (values, burst) => store(staffActs.set(row.id, values), burst),
  };
  const remove = async () => {
    const removed = await run(staffActs.remove(row.id));
    if (removed.ok) undoToast(`${row.name}を課の職員から外しました。案件の担当の履歴は残ります。`);
  };
  return (
    <li className={styles.line}>
      <BoundText {...bound} field="name" label={`職員${index + 1}の名前`} />
      <BoundText {...bound} field="duty" label={`${row.name}の分担`} placeholder="分担" />
      <div className={styles.span}>
        <BoundText
          {...bound}
          field="from"
          label={`${row.name}の課への着任`}
          placeholder="着任"
          shown={dotted(row.from)}
        />
        <span aria-hidden="true">～</span>
        <BoundText
          {...bound}
          field="to"
          label={`${row.name}の課からの離任`}
          placeholder="離任"
          shown={dotted(row.to)}
        />
      </div>
      <span className={styles.count}>{cases > 0 ? `${cases}案件` : ''}</span>
      <RowMenu
        count={count}
        index={index}
        name={row.name}
        onMove={(to) => void run(staffActs.move(row.id, to))}
        onRemove={() => void remove()}
      />
    </li>
  );
};
