import { useEffect, useRef } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type FiscalYear, isPartialDate } from '#shared/dates/types.ts';
import { type PreparationRow, preparations } from '#shared/domain/case/case.ts';
import type { PreparationBlock } from '#shared/domain/ladder/preparations.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { clip } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { preparationCommands } from '../commands.ts';
import styles from './ladder.module.css';

type PreparationsProps = {
  readonly block: PreparationBlock;
  readonly caseId: CaseId;
  readonly fiscalYear: FiscalYear;
  /** It was asked for, to be written in; anew with each object. */
  readonly opened: object | null;
};

/** 【第2回支援に向けて】: steps between rounds that are no meetings, written where they stand. */
export const Preparations = ({ block, caseId, fiscalYear, opened }: PreparationsProps) => {
  const { towards, steps } = block;
  const store = useStoreField();
  const title = `第${towards}回支援に向けて`;
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (opened === null) return;
    // Behind the menu, which gives the focus back to its button when it closes.
    const frame = requestAnimationFrame(() => {
      own.current?.scrollIntoView({ block: 'nearest' });
      [...(own.current?.querySelectorAll<HTMLElement>('input, textarea') ?? [])].at(-1)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [opened]);
  return (
    <li className={styles.preparations} data-preparations={towards} ref={own}>
      <section aria-label={title}>
        <h3 className={styles['preparations-title']}>【{title}】</h3>
        <ul className={styles.steps}>
          {steps.map((step, index) => (
            <Step
              caseId={caseId}
              count={steps.length}
              fiscalYear={fiscalYear}
              index={index}
              key={step.id}
              neighbours={steps}
              step={step}
            />
          ))}
        </ul>
        <AddField
          draftKey={`add.preparation.${caseId}.${towards}`}
          label={`${title}の取組みを加える`}
          maxLength={preparations.fields.text.limit}
          onAdd={(text) => store(preparationCommands(caseId).add({ towards, text }))}
          placeholder="取組みを加える（例：対象者の選定）"
        />
      </section>
    </li>
  );
};

type StepProps = Omit<PreparationsProps, 'block' | 'opened'> & {
  readonly step: PreparationRow;
  readonly neighbours: readonly PreparationRow[];
  readonly index: number;
  readonly count: number;
};

const Step = ({ step, neighbours, index, count, caseId, fiscalYear }: StepProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const commands = preparationCommands(caseId);
  const name = clip(step.text, 30);
  const bound = {
    collection: preparations,
    row: step,
    store: (values: Parameters<typeof commands.set>[1], burst?: string) =>
      store(commands.set(step.id, values), burst),
  };
  const leads = (by: -1 | 1) => {
    const towards = (step.towards ?? 1) + by;
    return {
      id: `towards ${by}`,
      label: `第${towards}回支援に向けての取組みにする`,
      startsGroup: by === -1,
      isDisabled: towards < 1,
      onAction: () => void run(commands.set(step.id, { towards })),
    };
  };
  return (
    <li className={styles.step}>
      <BoundText
        {...bound}
        context={{ fiscalYear }}
        field="date"
        label={`「${name}」の日付`}
        placeholder="日付"
        shown={
          step.date !== '' && isPartialDate(step.date) ? formatPartialDate(step.date, 'short') : ''
        }
      />
      <BoundText {...bound} field="text" label={`取組み${index + 1}`} wraps />
      <RowMenu
        count={count}
        index={index}
        more={[leads(-1), leads(1)]}
        name={name}
        onMove={(to) => {
          const id = neighbours[to]?.id ?? '';
          void run(commands.moveBeside(step.id, to < index ? { before: id } : { after: id }));
        }}
        onRemove={() =>
          void run(commands.remove(step.id)).then((removed) => {
            if (removed.ok) undoToast(`「${name}」を削除しました。`);
          })
        }
        removeLabel="削除"
      />
    </li>
  );
};
