import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useStoreField } from '#adapters/store/store.tsx';
import {
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type FindingKind,
} from '#shared/domain/meeting/meeting.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { sendTaken, useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { findingCommands } from '../commands.ts';
import type { Birthplace } from '../model.ts';
import styles from './findings-page.module.css';

const WHOLE_CASE = 'case';

const EMPTY: { readonly kind: FindingKind; readonly text: string; readonly place: string } = {
  kind: 'issue',
  text: '',
  place: WHOLE_CASE,
};

const hasText = ({ text }: typeof EMPTY): boolean => text !== '';

type AddFindingProps = { readonly caseId: CaseId; readonly places: readonly Birthplace[] };

/** A line for the next finding; kind and meeting stay for the one after it. */
export const AddFinding = ({ caseId, places }: AddFindingProps) => {
  const store = useStoreField();
  const line = useDraftForm(`add.finding.${caseId}`, '課題・気づきを加える', EMPTY, hasText);
  const { kind, text, place } = line.values;
  const [isTried, setIsTried] = useState(false);
  const add = async () => {
    setIsTried(text.trim() === '');
    if (text.trim() === '') return;
    const meeting = places.find(({ id }) => id === place)?.id ?? NO_ID;
    await sendTaken(line.take(['kind', 'place']), (values) =>
      store(
        findingCommands(caseId).findings.add({ kind: values.kind, text: values.text, meeting }),
      ),
    );
  };
  return (
    <div className={styles.add}>
      <Select
        label="種類"
        onChange={(next) => line.set({ kind: next })}
        options={FINDING_KINDS.map((id) => ({ id, label: FINDING_KIND_NAMES[id] }))}
        value={kind}
      />
      <TextField
        error={isTried && text.trim() === '' ? '内容を入力してください。' : line.problem}
        label="内容"
        maxLength={SENTENCE_LIMIT}
        onChange={(next) => {
          setIsTried(false);
          line.set({ text: next });
        }}
        onEnter={() => void add()}
        value={text}
      />
      <Select
        label="生まれた会合"
        onChange={(next) => line.set({ place: next })}
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
