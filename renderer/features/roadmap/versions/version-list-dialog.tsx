import { Trash2 } from 'lucide-react';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { type Day, isDay } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { RoadmapVersionRow } from '#shared/domain/roadmap/collections.ts';
import { checkName, clip, NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitField } from '#ui/commit-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { removeVersionCommand, renameVersionCommand } from '../commands.ts';
import styles from './versions.module.css';
import { parseVersionDate, versionDate } from './versions-model.ts';

type VersionListDialogProps = {
  readonly caseId: CaseId;
  readonly list: readonly RoadmapVersionRow[];
  readonly onClose: () => void;
};

/** The named versions: their words can be changed, what they hold cannot. */
export const VersionListDialog = ({ caseId, list, onClose }: VersionListDialogProps) => (
  <Dialog
    actions={<Button onPress={onClose}>閉じる</Button>}
    isOpen
    onClose={onClose}
    size="large"
    title="残した版"
  >
    {list.length === 0 ? (
      <p className={styles.none}>残した版はありません。</p>
    ) : (
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">日付</th>
            <th scope="col">理由・メモ</th>
            <th scope="col">
              <VisuallyHidden>削除</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((row) => (
            <VersionLine caseId={caseId} key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    )}
  </Dialog>
);

type VersionLineProps = { readonly caseId: CaseId; readonly row: RoadmapVersionRow };

const VersionLine = ({ caseId, row }: VersionLineProps) => {
  const undoToast = useUndoToast();
  const run = useRun();
  const store = useStoreField();
  const change = (patch: Parameters<typeof renameVersionCommand>[2], burst?: string) =>
    store(renameVersionCommand(caseId, row.id, patch), burst);
  const remove = async (): Promise<void> => {
    const done = await run(removeVersionCommand(caseId, row.id, row.name));
    if (!done.ok) return;
    undoToast(`版「${clip(row.name, 30)}」を削除しました。`);
  };
  return (
    <tr>
      <td>
        <CommitField
          draftKey={`roadmapVersions.${row.id}.name`}
          isLabelHidden
          label={`「${row.name}」の名前`}
          maxLength={NAME_LIMIT}
          mode="leaving"
          onCommit={(name: string) => change({ name })}
          parse={(text) => checkName(text, '版の名前')}
          value={row.name}
        />
      </td>
      <td>
        <CommitField
          draftKey={`roadmapVersions.${row.id}.date`}
          isLabelHidden
          label={`「${row.name}」の日付`}
          mode="leaving"
          onCommit={(date: Day) => change({ date })}
          parse={(text) => parseVersionDate(text, isDay(row.date) ? fiscalYearOf(row.date) : null)}
          value={versionDate(row)}
        />
      </td>
      <td>
        <CommitField
          draftKey={`roadmapVersions.${row.id}.reason`}
          isLabelHidden
          label={`「${row.name}」の理由・メモ`}
          maxLength={1000}
          onCommit={(reason, burst) => change({ reason }, burst)}
          parse={asTyped}
          value={row.reason}
        />
      </td>
      <td>
        <IconButton
          icon={<Trash2 aria-hidden="true" />}
          label={`版「${row.name}」を削除`}
          onPress={() => void remove()}
          tone="danger"
        />
      </td>
    </tr>
  );
};
