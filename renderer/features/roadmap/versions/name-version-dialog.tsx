import { useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { RoadmapVersionRow } from '#shared/domain/roadmap/collections.ts';
import { problemWords } from '#shared/result.ts';
import { checkName, clip, NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { nameVersionCommand } from '../commands.ts';
import styles from './versions.module.css';
import { parseVersionDate } from './versions-model.ts';

type NameVersionDialogProps = {
  readonly caseId: CaseId;
  /** All cases that show the roadmap. */
  readonly shownBy: readonly CaseId[];
  readonly today: Day;
  readonly taken: readonly Pick<RoadmapVersionRow, 'name'>[];
  readonly onClose: () => void;
};

type Errors = { readonly name?: string; readonly date?: string };

/** 版に名前をつける: name, date and reason; the roadmap as it stands now is kept under them. */
export const NameVersionDialog = ({
  caseId,
  shownBy,
  today,
  taken,
  onClose,
}: NameVersionDialogProps) => {
  const workspace = useWorkspace();
  const undoToast = useUndoToast();
  const draft = useDraftForm(`add.version.${caseId}`, '版に名前をつける', {
    name: freeName(today, taken),
    date: formatPartialDate(today, 'dotted'),
    reason: '',
  });
  const { name, date, reason } = draft.values;
  const [errors, setErrors] = useState<Errors>({});
  const [isPending, setIsPending] = useState(false);

  const close = (): void => {
    draft.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    const named = checkName(name, '版の名前');
    const dated = parseVersionDate(date, fiscalYearOf(today));
    if (!named.ok || !dated.ok) {
      setErrors({
        ...(!named.ok && { name: problemWords(named.error) }),
        ...(!dated.ok && { date: problemWords(dated.error) }),
      });
      return;
    }
    setIsPending(true);
    const values = { name: named.value, date: dated.value, reason };
    const done = await workspace.run(nameVersionCommand(caseId, values, shownBy));
    setIsPending(false);
    if (!done.ok) {
      setErrors({ name: problemWords(done.error) });
      return;
    }
    undoToast(`版「${clip(named.value, 30)}」を残しました。`);
    close();
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>やめる</Button>
          <Button isPending={isPending} onPress={() => void save()} variant="primary">
            この名前で残す
          </Button>
        </>
      }
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      size="small"
      title="版に名前をつける"
    >
      <div className={styles.form}>
        <p>いまのロードマップを、この名前で残します。あとから見たり、くらべたりできます。</p>
        <TextField
          autoFocus
          error={errors.name}
          isRequired
          label="名前"
          maxLength={NAME_LIMIT}
          onChange={(text) => {
            draft.set({ name: text });
            setErrors({ ...(errors.date && { date: errors.date }) });
          }}
          onEnter={() => void save()}
          placeholder="第2回支援前"
          value={name}
        />
        <TextField
          error={errors.date}
          isRequired
          label="日付"
          onChange={(text) => {
            draft.set({ date: text });
            setErrors({ ...(errors.name && { name: errors.name }) });
          }}
          onEnter={() => void save()}
          value={date}
        />
        <TextArea
          label="理由・メモ"
          maxLength={1000}
          onChange={(text) => draft.set({ reason: text })}
          placeholder="第2回支援で市町村と見直すため"
          value={reason}
        />
      </div>
    </Dialog>
  );
};

/** 12月版, or 12月版（2） where there is one. */
const freeName = (today: Day, taken: readonly { readonly name: string }[]): string => {
  const base = `${Number(today.slice(5, 7))}月版`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}（${count}）`;
    if (!taken.some((other) => other.name === name)) return name;
  }
};
