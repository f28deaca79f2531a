import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { ACTION_FATES, MEETING_FATES } from '#data/operations/meeting/case-end.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import { problemWords } from '#shared/result.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  ACTION_FATE_NAMES,
  actionLines,
  emptyEndForm,
  MEETING_FATE_NAMES,
  meetingLines,
  readEnd,
} from '../case-end-form.ts';
import { endCaseCommand } from '../commands.ts';
import { openRows } from '../queries.ts';
import styles from './end-case-dialog.module.css';
import { FateList } from './fate-list.tsx';

type EndCaseDialogProps = {
  readonly row: CaseRow;
  readonly today: Day;
  readonly onClose: () => void;
};

/** 案件を終える: when, and what becomes of what is open. Nothing is decided by itself: what is not chosen stays. */
export const EndCaseDialog = ({ row, today, onClose }: EndCaseDialogProps) => {
  const [empty] = useState(() => emptyEndForm(today));
  const form = useDraftForm(`end.${row.id}`, '案件を終える', empty);
  const loaded = useLive(useMemo(() => openRows(row.id), [row.id]));
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const run = useRun();
  const undoToast = useUndoToast();
  const { values, set } = form;
  const end = readEnd(values, row.fiscalYear);
  const rows = loaded.state === 'ready' ? loaded.value : undefined;

  const close = (): void => {
    form.reset();
    onClose();
  };
  const save = async () => {
    setIsTried(true);
    if (!end.ok) return;
    setIsSaving(true);
    const result = await run(endCaseCommand(row.id, end.value));
    setIsSaving(false);
    if (!result.ok) return;
    close();
    undoToast(`${row.municipalityName}の案件を終了しました。`);
  };

  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isSaving} onPress={close}>
            やめる
          </Button>
          <Button
            isDisabled={rows === undefined}
            isPending={isSaving}
            onPress={() => void save()}
            variant="primary"
          >
            終了する
          </Button>
        </>
      }
      isBusy={isSaving}
      isFilled={form.isFilled}
      isOpen
      onClose={close}
      size="large"
      title="案件を終える"
    >
      <div className={styles.form}>
        <p>
          終了した案件は、次の会合や連絡を求めなくなります。記録はそのまま残り、いつでも再開できます。
        </p>
        <TextField
          className={styles.date}
          error={isTried && !end.ok ? problemWords(end.error) : undefined}
          isRequired
          label="終了日"
          onChange={(endedOn) => set({ endedOn })}
          value={values.endedOn}
        />
        {rows === undefined ? (
          <Awaiting state={loaded.state} what="対応事項と予定" />
        ) : (
          <>
            <FateList
              fates={ACTION_FATES}
              lines={actionLines(rows)}
              names={ACTION_FATE_NAMES}
              nothing="未の対応事項はありません。"
              onChange={(actions) => set({ actions })}
              title="対応事項（未・進行中）"
              values={values.actions}
            />
            <FateList
              fates={MEETING_FATES}
              lines={meetingLines(rows)}
              names={MEETING_FATE_NAMES}
              nothing="予定・延期のままの会合はありません。"
              onChange={(meetings) => set({ meetings })}
              title="予定・延期の会合"
              values={values.meetings}
            />
            {rows.owed.length > 0 && (
              <RadioGroup
                direction="column"
                label={`記録がまだの会合が${rows.owed.length}件あります`}
                onChange={(id) => set({ waivesRecords: id === 'waive' })}
                options={[
                  { id: 'ask', label: 'あとで書く（ホームの「気になること」に残す）' },
                  { id: 'waive', label: 'もう書かない（「気になること」に出さない）' },
                ]}
                value={values.waivesRecords ? 'waive' : 'ask'}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
};
