import { EllipsisVertical, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { useLive, useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type AssignmentRow, assignments, inOrderOfTime } from '#shared/domain/case/assignment.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { MemberField } from '#ui/member-field.tsx';
import { assignmentActs } from '../commands.ts';
import { dotted } from '../model.ts';
import { assignmentRows } from '../queries.ts';
import styles from './staff.module.css';

type AssignmentsCardProps = {
  readonly caseId: CaseId;
  /** What was changed since the case was taken over. */
  readonly onOpenChanges: () => void;
};

/** 担当の履歴 on 概要: who of the office was in charge of the case, by name as it was then. */
export const AssignmentsCard = ({ caseId, onOpenChanges }: AssignmentsCardProps) => {
  const loaded = useLive(useMemo(() => assignmentRows(caseId), [caseId]));
  const run = useRun();
  if (loaded.state !== 'ready') return null;
  const { staff, assignments: own } = loaded.value;
  const acts = assignmentActs(caseId);
  const rows = inOrderOfTime(own);
  return (
    <Card
      actions={rows.length > 0 && <LinkButton onPress={onOpenChanges}>前任からの変更点</LinkButton>}
      title="担当の履歴"
    >
      {rows.length === 0 && (
        <p className={styles.quiet}>
          担当者がまだ決まっていません。異動のときは「案件」の画面の「担当替え」で、まとめて渡せます。
        </p>
      )}
      <ol className={styles.list}>
        {rows.map((row) => (
          <AssignmentLine caseId={caseId} key={row.id} row={row} />
        ))}
      </ol>
      <div className={styles.add}>
        <MemberField
          draftKey={`add.assignment.${caseId}`}
          label="担当者を加える"
          members={[]}
          onAdd={(id) => {
            const picked = staff.find((each) => each.id === id);
            if (picked) void run(acts.add({ id: picked.id, name: picked.name }));
          }}
          onCreate={(name) => void run(acts.add({ name }))}
          onRemove={() => undefined}
          options={staff.map(({ id, name, duty }) => ({ id, label: name, note: duty }))}
          placeholder="課の職員の名前で探す、または新しく入力"
        />
      </div>
    </Card>
  );
};

type AssignmentLineProps = { readonly caseId: CaseId; readonly row: AssignmentRow };

const AssignmentLine = ({ caseId, row }: AssignmentLineProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const acts = assignmentActs(caseId);
  const bound: Bound<typeof assignments> = {
    collection: assignments,
    row,
    store: (values, burst) => store(acts.set(row.id, values), burst),
  };
  const remove = async () => {
    const removed = await run(acts.remove(row.id));
    if (removed.ok) undoToast(`${row.name}を担当の履歴から外しました。`);
  };
  return (
    <li className={styles.assignment}>
      <span className={styles.name}>{row.name}</span>
      <div className={styles.span}>
        <BoundText
          {...bound}
          field="from"
          label={`${row.name}の担当の始まり`}
          placeholder="始まり（R5.4.1）"
          shown={dotted(row.from)}
        />
        <span aria-hidden="true">～</span>
        <BoundText
          {...bound}
          field="until"
          label={`${row.name}の担当の終わり`}
          placeholder="終わり"
          shown={dotted(row.until)}
        />
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={[
          {
            id: 'remove',
            label: '外す',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger',
            onAction: () => void remove(),
          },
        ]}
        label={`${row.name}の担当の操作`}
        placement="bottom end"
      />
    </li>
  );
};
