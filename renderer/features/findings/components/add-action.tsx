import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { SENTENCE_LIMIT } from '#data/operations/sentence.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { TextField } from '#ui/text-field.tsx';
import { addActionCommand } from '../commands.ts';
import { readDue } from '../due.ts';
import styles from './findings-page.module.css';

const EMPTY = { text: '', owner: '', due: '' };

type AddActionProps = { readonly caseId: CaseId; readonly fiscalYear: number | null };

/** A line for the next action. */
export const AddAction = ({ caseId, fiscalYear }: AddActionProps) => {
  const run = useRun();
  const [typed, setTyped] = useState(EMPTY);
  const [isTried, setIsTried] = useState(false);
  const due = readDue(typed.due, fiscalYear);
  const add = async () => {
    setIsTried(true);
    if (typed.text.trim() === '' || !due.ok) return;
    const added = await run(addActionCommand(caseId, { ...typed, due: due.value }));
    if (!added.ok) return;
    setIsTried(false);
    setTyped(EMPTY);
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: (text: string) => setTyped({ ...typed, [name]: text }),
    onEnter: () => void add(),
  });
  return (
    <div className={cx(styles.add, styles['add-action'])}>
      <TextField
        {...field('text')}
        error={isTried && typed.text.trim() === '' ? '内容を入力してください。' : undefined}
        label="対応事項"
        maxLength={SENTENCE_LIMIT}
      />
      <TextField {...field('owner')} label="担当" maxLength={NAME_LIMIT} />
      <TextField
        {...field('due')}
        error={isTried && !due.ok ? `${due.error.happened}${due.error.todo}` : undefined}
        label="期限"
        placeholder="R5.3.31"
      />
      <Button icon={<Plus aria-hidden="true" size={16} />} onPress={() => void add()}>
        加える
      </Button>
    </div>
  );
};
