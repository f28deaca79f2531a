import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useStoreField } from '#adapters/store/store.tsx';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { problemWords } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { sendTaken, useDraftForm } from '#ui/commit/use-draft-form.ts';
import { TextField } from '#ui/text-field.tsx';
import { findingCommands } from '../commands.ts';
import { readDue } from '../due.ts';
import styles from './findings-page.module.css';

const EMPTY = { text: '', owner: '', due: '' };

type AddActionProps = { readonly caseId: CaseId; readonly fiscalYear: number | null };

/** A line for the next action. */
export const AddAction = ({ caseId, fiscalYear }: AddActionProps) => {
  const store = useStoreField();
  const line = useDraftForm(`add.action.${caseId}`, '対応事項を加える', EMPTY);
  const typed = line.values;
  const [isTried, setIsTried] = useState(false);
  const due = readDue(typed.due, fiscalYear);
  const add = async () => {
    setIsTried(true);
    if (typed.text.trim() === '' || !due.ok) return;
    setIsTried(false);
    await sendTaken(line.take(), (values) =>
      store(findingCommands(caseId).actions.add({ ...values, due: due.value })),
    );
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: (text: string) => line.set({ [name]: text }),
    onEnter: () => void add(),
  });
  return (
    <div className={cx(styles.add, styles['add-action'])}>
      <TextField
        {...field('text')}
        error={isTried && typed.text.trim() === '' ? '内容を入力してください。' : line.problem}
        label="対応事項"
        maxLength={SENTENCE_LIMIT}
      />
      <TextField {...field('owner')} label="担当" maxLength={NAME_LIMIT} />
      <TextField
        {...field('due')}
        error={isTried && !due.ok ? problemWords(due.error) : undefined}
        label="期限"
        placeholder="R5.3.31"
      />
      <Button icon={<Plus aria-hidden="true" size={16} />} onPress={() => void add()}>
        加える
      </Button>
    </div>
  );
};
