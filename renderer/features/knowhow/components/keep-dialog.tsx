import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { FINDING_KIND_NAMES, FINDING_KINDS } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { fromHere } from '#ui/from-here.ts';
import { keepAsKnowHowCommand } from '../commands.ts';
import { findingsOf } from '../queries.ts';
import styles from './know-how-page.module.css';

type KeepDialogProps = {
  readonly caseId: CaseId;
  /** The finding that is chosen to begin with. */
  readonly finding: string;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onKept: (id: string) => void;
};

/** まとめてノウハウにする: several findings of a case become one lesson. */
export const KeepDialog = ({ caseId, finding, today, onClose, onKept }: KeepDialogProps) => {
  const loaded = useLive(useMemo(() => findingsOf(caseId), [caseId]));
  const run = useRun();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([finding]));
  const [isKeeping, setIsKeeping] = useState(false);
  const found = groupBy(loaded.state === 'ready' ? loaded.value : [], ({ kind }) => kind);
  const choose = (id: string, isChosen: boolean): void =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const keep = async () => {
    setIsKeeping(true);
    const leadOn = fromHere();
    const kept = await run(keepAsKnowHowCommand(caseId, [...chosen], today));
    setIsKeeping(false);
    if (kept.ok) leadOn(() => onKept(kept.value));
  };
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isKeeping} onPress={onClose}>
            やめる
          </Button>
          <Button
            isDisabled={chosen.size === 0}
            isPending={isKeeping}
            onPress={() => void keep()}
            variant="primary"
          >
            {chosen.size > 1 ? `${chosen.size}件を1つのノウハウにする` : 'ノウハウにする'}
          </Button>
        </>
      }
      isBusy={isKeeping}
      isOpen
      onClose={onClose}
      title="まとめてノウハウにする"
    >
      <Awaiting state={loaded.state} what="課題・気づき" />
      {FINDING_KINDS.map((kind) => {
        const rows = found.get(kind);
        return (
          rows !== undefined && (
            <fieldset className={styles.group} key={kind}>
              <legend>{FINDING_KIND_NAMES[kind]}</legend>
              {rows.map(({ id, text }) => (
                <Checkbox
                  isSelected={chosen.has(id)}
                  key={id}
                  onChange={(isChosen) => choose(id, isChosen)}
                >
                  {text}
                </Checkbox>
              ))}
            </fieldset>
          )
        );
      })}
    </Dialog>
  );
};
