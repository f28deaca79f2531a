import { useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { takeAlongCommand } from '../commands.ts';
import type { TakingRows } from '../queries.ts';
import { offerIn, type Taking, takenOptions, takingOf, USUAL_TAKING } from '../taking.ts';
import styles from './end-case-dialog.module.css';
import { TakingFields } from './taking-fields.tsx';

type TakeAlongDialogProps = {
  readonly caseId: CaseId;
  /** 令和4年度 */
  readonly year: string;
  readonly rows: TakingRows;
  readonly today: Day;
  readonly onClose: () => void;
};

/** 前の案件から引き継ぐ, for a case that is there already. */
export const TakeAlongDialog = ({ caseId, year, rows, today, onClose }: TakeAlongDialogProps) => {
  const [value, setValue] = useState<Taking>(USUAL_TAKING);
  const [isSaving, setIsSaving] = useState(false);
  const run = useRun();
  const undoToast = useUndoToast();
  const offer = offerIn(rows);
  const hasAny = takenOptions(offer).some(({ id }) => value.takes.includes(id));
  const taking = takingOf(rows, value, today);
  const take = async () => {
    if (taking === null) return;
    setIsSaving(true);
    const taken = await run(takeAlongCommand(caseId, taking));
    setIsSaving(false);
    if (!taken.ok) return;
    onClose();
    undoToast(`${year}の案件から引き継ぎました。`);
  };
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isSaving} onPress={onClose}>
            やめる
          </Button>
          <Button
            isDisabled={!hasAny}
            isPending={isSaving}
            onPress={() => void take()}
            variant="primary"
          >
            引き継ぐ
          </Button>
        </>
      }
      isBusy={isSaving}
      isOpen
      onClose={onClose}
      title="前の案件から引き継ぐ"
    >
      <div className={styles.form}>
        <TakingFields
          offer={offer}
          onChange={(part) => setValue((before) => ({ ...before, ...part }))}
          value={value}
          year={year}
        />
      </div>
    </Dialog>
  );
};
