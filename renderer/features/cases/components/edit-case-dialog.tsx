import { useRef, useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { caseFormOf } from '../case-form.ts';
import { updateCaseCommand } from '../commands.ts';
import { focusFirstError } from '../focus-first-error.ts';
import type { CaseHead } from '../queries.ts';
import { useCaseForm } from '../use-case-form.ts';
import { CaseFormFields } from './case-form-fields.tsx';

type EditCaseDialogProps = {
  readonly caseId: CaseId;
  readonly head: CaseHead;
  readonly today: Day;
  readonly prefecture: string;
  readonly onClose: () => void;
};

/** 案件の情報を編集; mounted while it is open, so that it begins with what the case has then. */
export const EditCaseDialog = ({
  caseId,
  head,
  today,
  prefecture,
  onClose,
}: EditCaseDialogProps) => {
  const [start] = useState(() => caseFormOf(head.row, head.municipality, head.themeNames));
  const [isSaving, setIsSaving] = useState(false);
  const state = useCaseForm(start, fiscalYearOf(today), caseId);
  const fields = useRef<HTMLDivElement>(null);
  const run = useRun();

  const close = (): void => {
    state.reset();
    onClose();
  };
  const save = async () => {
    const values = state.read();
    if (values === undefined) {
      focusFirstError(fields);
      return;
    }
    setIsSaving(true);
    // What brought the case about has its place on 概要.
    const { entry: _, entryDate: __, entryReason: ___, ...head } = values;
    const result = await run(updateCaseCommand(caseId, head));
    setIsSaving(false);
    if (result.ok) close();
  };

  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isSaving} onPress={close}>
            やめる
          </Button>
          <Button isPending={isSaving} onPress={() => void save()} variant="primary">
            保存する
          </Button>
        </>
      }
      isBusy={isSaving}
      isOpen
      isFilled={state.isFilled}
      onClose={close}
      size="large"
      title="案件の情報を編集"
    >
      <div ref={fields}>
        <CaseFormFields prefecture={prefecture} state={state} />
      </div>
    </Dialog>
  );
};
