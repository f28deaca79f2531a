import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { SENTENCE_LIMIT } from '#data/operations/sentence.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { FINDING_KIND_NAMES, FINDING_KINDS, type FindingKind } from '#shared/domain/meeting.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { addFindingCommand } from '../commands.ts';
import type { Birthplace } from '../model.ts';
import styles from './findings-page.module.css';

const WHOLE_CASE = 'case';

type AddFindingProps = { readonly caseId: CaseId; readonly places: readonly Birthplace[] };

/** A line for the next finding; kind and meeting stay for the one after it. */
export const AddFinding = ({ caseId, places }: AddFindingProps) => {
  const run = useRun();
  const [kind, setKind] = useState<FindingKind>('issue');
  const [text, setText] = useState('');
  const [place, setPlace] = useState(WHOLE_CASE);
  const [error, setError] = useState<string | undefined>();
  const add = async () => {
    if (text.trim() === '') {
      setError('内容を入力してください。');
      return;
    }
    const meeting = places.some(({ id }) => id === place) ? place : '';
    const added = await run(addFindingCommand(caseId, { kind, text, meeting }));
    setError(added.ok ? undefined : added.error.happened);
    if (added.ok) setText('');
  };
  return (
    <div className={styles.add}>
      <Select
        label="種類"
        onChange={setKind}
        options={FINDING_KINDS.map((id) => ({ id, label: FINDING_KIND_NAMES[id] }))}
        value={kind}
      />
      <TextField
        error={error}
        label="内容"
        maxLength={SENTENCE_LIMIT}
        onChange={(next) => {
          setError(undefined);
          setText(next);
        }}
        onEnter={() => void add()}
        value={text}
      />
      <Select
        label="生まれた会合"
        onChange={setPlace}
        options={[
          { id: WHOLE_CASE, label: '案件全体' },
          ...places.map(({ id, short }) => ({ id, label: short })),
        ]}
        value={place}
      />
      <Button icon={<Plus aria-hidden="true" size={16} />} onPress={() => void add()}>
        加える
      </Button>
    </div>
  );
};
