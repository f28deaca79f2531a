import { ListChecks } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLive, useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { ACTION_STATE_NAMES, type ActionState } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { Select } from '#ui/select.tsx';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import { reassignCommand, settleCommand } from '../commands.ts';
import { ALL, filterOpen, type OpenLine, openLines, ownersOf, SPANS, type Span } from '../model.ts';
import { openPromises } from '../queries.ts';
import styles from './handover.module.css';
import { HandoverFrame } from './handover-frame.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';

type OpenPromisesPageProps = {
  readonly today: Day;
  readonly tabs: ReactNode;
  /** 課題と対応 of a case, with the action marked. */
  readonly onOpenFindings: (caseId: CaseId, actionId: string) => void;
};

/** 引継ぎの約束: what is not kept yet is given to others or closed, several at once. */
export const OpenPromisesPage = ({ tabs, ...props }: OpenPromisesPageProps) => {
  const loaded = useLive(openPromises);
  return (
    <HandoverFrame loaded={loaded} tabs={tabs}>
      {(digests) => <OpenPromises {...props} digests={digests} />}
    </HandoverFrame>
  );
};

type OpenPromisesProps = Omit<OpenPromisesPageProps, 'tabs'> & {
  readonly digests: readonly CaseDigest[];
};

const OpenPromises = ({ digests, today, onOpenFindings }: OpenPromisesProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const [owner, setOwner] = useState(ALL);
  const [span, setSpan] = useState<Span>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setIsAsking] = useState(false);
  const all = useMemo(() => openLines(digests, today), [digests, today]);
  const lines = filterOpen(all, owner, span);
  const picked = lines.filter(({ key }) => chosen.has(key));
  const places = picked.map(({ caseId, id }) => ({ document: caseDocument(caseId), id }));
  const none = picked.length === 0;
  // What is done with the chosen ones leaves none: the buttons rest, and the next is chosen in the table.
  const place = useFocusKept<HTMLDivElement>(`${isAsking} ${none} ${lines.length}`);
  const settle = async (state: ActionState): Promise<void> => {
    const settled = await run(settleCommand(places, state));
    if (!settled.ok) return;
    setChosen(new Set());
    undoToast(`${picked.length}件を${ACTION_STATE_NAMES[state]}にしました。`);
  };
  const reassign = async (next: string) => {
    const done = await store(reassignCommand(places, next));
    if (done.ok) {
      setChosen(new Set());
      undoToast(`${picked.length}件の担当を付け替えました。`);
    }
    return done;
  };
  return (
    <div ref={place} tabIndex={-1}>
      <div className={styles.tools}>
        <SegmentedControl label="期限で絞り込む" onChange={setSpan} options={SPANS} value={span} />
        <Select
          isLabelHidden
          label="担当で絞り込む"
          onChange={setOwner}
          options={ownersOf(all)}
          value={owner}
        />
        <div className={styles.acts}>
          <span className={styles.quiet} role="status">
            {none
              ? '付け替えるもの、終えるものを選んでください'
              : `${picked.length}件を選んでいます`}
          </span>
          <Button isDisabled={none} onPress={() => setIsAsking(true)} size="small">
            担当を付け替える
          </Button>
          <Button isDisabled={none} onPress={() => void settle('done')} size="small">
            済にする
          </Button>
          <Button isDisabled={none} onPress={() => void settle('dropped')} size="small">
            中止にする
          </Button>
        </div>
      </div>
      <div data-comes>
        <Card className={styles.tableCard} padding="none">
          <DataTable
            chosen={chosen}
            columns={COLUMNS}
            empty={
              <EmptyState
                icon={<ListChecks aria-hidden="true" />}
                title={
                  all.length === 0 ? '残っている対応事項はありません' : 'あてはまるものがありません'
                }
              >
                会合の記録や「課題と対応」で加えた対応事項が、済・中止になるまでここに並びます。
              </EmptyState>
            }
            label="残っている対応事項"
            onChoose={setChosen}
            onRowAction={({ caseId, id }) => onOpenFindings(caseId, id)}
            rowId={({ key }) => key}
            rows={lines}
            rowText={({ text }) => text}
          />
        </Card>
      </div>
      {isAsking && (
        <ReassignDialog
          count={picked.length}
          onClose={() => setIsAsking(false)}
          onSave={reassign}
        />
      )}
    </div>
  );
};

const COLUMNS: readonly TableColumn<OpenLine>[] = [
  {
    id: 'due',
    label: '期限',
    width: '150px',
    cell: ({ dueText, isLate }) =>
      isLate ? <Status tone="warning">{`${dueText} 期限切れ`}</Status> : dueText || 'なし',
  },
  { id: 'text', label: '対応事項', isRowHeader: true, cell: ({ text }) => text },
  { id: 'owner', label: '担当', width: '18%', cell: ({ owner }) => owner },
  { id: 'case', label: '案件', width: '20%', cell: ({ caseName }) => caseName },
];
