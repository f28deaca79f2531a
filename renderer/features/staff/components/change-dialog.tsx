import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { StaffPick } from '#data/operations/case/assignments.ts';
import type { Day } from '#shared/dates/types.ts';
import type { StaffRow } from '#shared/domain/office/staff.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { problemWords } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { nameKey } from '#shared/text/same-name.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { changeStaffCommand } from '../commands.ts';
import {
  casesInCharge,
  type DutyLine,
  dotted,
  dutyLines,
  type Leaver,
  readFirstDay,
  usualFirstDay,
} from '../model.ts';
import { type DutyRows, dutyRows } from '../queries.ts';
import styles from './staff.module.css';

type ChangeDialogProps = { readonly today: Day; readonly onClose: () => void };

/** What is filled in. All listed cases go over, except those that are kept back. */
type ChangeForm = {
  readonly leaver: Leaver;
  readonly successor: string;
  readonly from: string;
  readonly kept: readonly string[];
};

/** 担当替え: a leaver's cases, those that go over, to whom and from when; one step, which one undo takes back. */
export const ChangeDialog = ({ today, onClose }: ChangeDialogProps) => {
  const [empty] = useState<ChangeForm>(() => ({
    leaver: 'all',
    successor: '',
    from: dotted(usualFirstDay(today)),
    kept: [],
  }));
  const form = useDraftForm<ChangeForm>('change.staff', '担当替え', empty);
  const loaded = useLive(dutyRows);
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const run = useRun();
  const undoToast = useUndoToast();
  const { values, set } = form;
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  const from = readFirstDay(values.from);
  const day = from.ok ? from.value : today;
  const lines = useMemo(
    () => (rows === undefined ? [] : dutyLines(rows, values.leaver, day)),
    [rows, values.leaver, day],
  );
  const chosen = lines.filter(({ id }) => !values.kept.includes(id));
  const name = values.successor.trim();

  const close = (): void => {
    form.reset();
    onClose();
  };
  const save = async () => {
    setIsTried(true);
    if (!from.ok || name === '' || rows === undefined || chosen.length === 0) return;
    setIsSaving(true);
    const { leaver } = values;
    const changed = await run(
      changeStaffCommand({
        cases: chosen.map(({ id }) => id),
        leaver: leaver === 'all' || leaver === 'nobody' ? null : leaver,
        successor: pickOf(rows.staff, name),
        from: from.value,
      }),
    );
    setIsSaving(false);
    if (!changed.ok) return;
    close();
    undoToast(
      `${chosen.length}案件を${dotted(from.value)}から${changed.value.name}の担当にしました。`,
    );
  };

  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isSaving} onPress={close}>
            やめる
          </Button>
          <Button
            isDisabled={rows === undefined || chosen.length === 0}
            isPending={isSaving}
            onPress={() => void save()}
            variant="primary"
          >
            {`${chosen.length}案件の担当を替える`}
          </Button>
        </>
      }
      isBusy={isSaving}
      isFilled={form.isFilled}
      isOpen
      onClose={close}
      size="large"
      title="担当替え"
    >
      {rows === undefined ? (
        <Awaiting state={loaded.state} what="担当の案件" />
      ) : (
        <div className={styles.form}>
          <div className={styles.fields}>
            <Select
              autoFocus
              label="前任"
              onChange={(leaver) => set({ leaver, kept: [] })}
              options={leaverOptions(rows, today)}
              value={values.leaver}
            />
            <Successor
              error={isTried && name === '' ? '後任の名前を入力してください。' : undefined}
              onChange={(successor) => set({ successor })}
              staff={rows.staff.filter(({ id }) => id !== values.leaver)}
              typed={values.successor}
            />
            <TextField
              error={isTried && !from.ok ? problemWords(from.error) : undefined}
              isRequired
              label="いつから"
              onChange={(next) => set({ from: next })}
              value={values.from}
            />
          </div>
          <p className={styles.quiet}>
            前日までの担当の履歴には、前任の名前がそのまま残ります。会合の記録や対応事項は変わりません。
          </p>
          <CaseList kept={values.kept} lines={lines} onKept={(kept) => set({ kept })} />
        </div>
      )}
    </Dialog>
  );
};

const pickOf = (rows: readonly StaffRow[], name: string): StaffPick => {
  const known = rows.find((row) => nameKey(row.name) === nameKey(name));
  return known === undefined ? { name } : { id: known.id, name: known.name };
};

const leaverOptions = ({ staff, cases }: DutyRows, today: Day) => {
  const counts = casesInCharge(cases, today);
  return [
    { id: 'all' as const, label: '前任を問わない（続いている全案件）' },
    { id: 'nobody' as const, label: '担当者が決まっていない案件' },
    ...staff.map(({ id, name }) => ({ id, label: name, note: `${counts.get(id) ?? 0}案件` })),
  ];
};

type SuccessorProps = {
  readonly staff: readonly StaffRow[];
  readonly typed: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
};

/** One of the office's staff, or the name of somebody new. */
const Successor = ({ staff, typed, error, onChange }: SuccessorProps) => {
  const wanted = nameKey(typed);
  const isNamed = staff.some(({ name }) => name === typed);
  return (
    <ComboBox
      allowsCustomValue
      emptyText={typed.trim() === '' ? '名前を入力してください' : '新しい職員として加えます'}
      error={error}
      inputValue={typed}
      isRequired
      label="後任"
      maxLength={NAME_LIMIT}
      onInputChange={(next) => {
        if (next !== typed) onChange(next);
      }}
      onPick={(id) => {
        const picked = staff.find((row) => row.id === id);
        if (picked !== undefined) onChange(picked.name);
      }}
      options={staff
        .filter(({ name }) => isNamed || nameKey(name).includes(wanted))
        .map(({ id, name, duty }) => ({ id, label: name, note: duty }))}
      placeholder="名前で探す、または新しく入力"
      value={staff.find(({ name }) => name === typed)?.id ?? null}
    />
  );
};

type CaseListProps = {
  readonly lines: readonly DutyLine[];
  readonly kept: readonly string[];
  readonly onKept: (kept: readonly CaseId[]) => void;
};

const CaseList = ({ lines, kept, onKept }: CaseListProps) => {
  const keptIds = lines.map(({ id }) => id).filter((id) => kept.includes(id));
  if (lines.length === 0) {
    return <p className={styles.quiet}>あてはまる案件がありません。前任を選び直してください。</p>;
  }
  return (
    <fieldset className={styles.chosen}>
      <legend>{`渡す案件（${lines.length - keptIds.length}／${lines.length}件）`}</legend>
      {lines.length > 1 && (
        <>
          <LinkButton onPress={() => onKept([])} weight="text">
            すべて選ぶ
          </LinkButton>{' '}
          <LinkButton onPress={() => onKept(lines.map(({ id }) => id))} weight="text">
            すべて外す
          </LinkButton>
        </>
      )}
      {lines.map(({ id, name, inCharge }) => (
        <div className={styles.case} key={id}>
          <Checkbox
            isSelected={!kept.includes(id)}
            onChange={(goes) =>
              onKept(goes ? keptIds.filter((each) => each !== id) : [...keptIds, id])
            }
          >
            {name}
          </Checkbox>
          <span className={styles.quiet}>
            {inCharge === '' ? '担当者なし' : `いま ${inCharge}`}
          </span>
        </div>
      ))}
    </fieldset>
  );
};
