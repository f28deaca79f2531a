import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStoreField } from '#adapters/store/store.tsx';
import type { MunicipalityCode } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { sendTaken, useDraftForm } from '#ui/commit/use-draft-form.ts';
import { TextField } from '#ui/text-field.tsx';
import { figureCommands } from '../commands.ts';
import styles from './overview-page.module.css';

const EMPTY = { label: '', value: '', asOf: '', source: '' };

/** A line to type the next figure into; date and source stay for the one after it. */
export const AddFigure = ({ municipality }: { readonly municipality: MunicipalityCode }) => {
  const store = useStoreField();
  const form = useRef<HTMLDivElement>(null);
  const line = useDraftForm(`add.figure.${municipality}`, '数値を加える', EMPTY);
  const typed = line.values;
  const [isTried, setIsTried] = useState(false);
  const missing = (field: 'label' | 'value', name: string) =>
    isTried && typed[field].trim() === '' ? `${name}を入力してください。` : undefined;
  const add = async () => {
    setIsTried(true);
    if (typed.label.trim() === '' || typed.value.trim() === '') return;
    setIsTried(false);
    form.current?.querySelector('input')?.focus();
    await sendTaken(line.take(['asOf', 'source']), (values) =>
      store(figureCommands.add({ ...values, municipality })),
    );
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: (text: string) => line.set({ [name]: text }),
    onEnter: () => void add(),
    maxLength: NAME_LIMIT,
  });
  return (
    <div className={styles.add} ref={form}>
      <TextField
        {...field('label')}
        error={missing('label', '項目') ?? line.problem}
        label="項目"
        placeholder="総人口"
      />
      <TextField
        {...field('value')}
        error={missing('value', '値')}
        label="値"
        placeholder="33,749人"
      />
      <TextField {...field('asOf')} label="時点" placeholder="R5.1" />
      <TextField {...field('source')} label="出典" placeholder="町の報告" />
      <Button icon={<Plus aria-hidden="true" size={16} />} onPress={() => void add()}>
        数値を加える
      </Button>
    </div>
  );
};
