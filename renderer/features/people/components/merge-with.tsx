import { Merge } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import type { WhoKind, WhoRow } from '#shared/domain/office/merged-fields.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { whoLines } from '../model.ts';
import type { OfficeRows } from '../queries.ts';
import { MergeDialog } from './merge-dialog.tsx';

type MergeWithProps = {
  readonly office: OfficeRows;
  readonly kind: WhoKind;
  /** The one whose page this is. */
  readonly row: WhoRow;
  readonly today: Day;
  /** To the page of the one that stays. */
  readonly onKept: (id: string) => void;
};

/** Merges the one of this page with any other that staff choose, with the same preview as a proposed pair. */
export const MergeWith = ({ office, kind, row, today, onKept }: MergeWithProps) => {
  const [isChoosing, setIsChoosing] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState<WhoRow>();
  const lines = useMemo(() => whoLines(office, today)[kind], [office, today, kind]);
  const notes = useMemo(() => new Map(lines.map((line) => [line.id, line.where])), [lines]);
  const all: readonly WhoRow[] = office[kind];
  const what = kind === 'people' ? '人' : '機関';
  const close = (): void => {
    setIsChoosing(false);
    setChosen(null);
    setOther(undefined);
  };
  return (
    <>
      <Button
        icon={<Merge aria-hidden="true" size={16} />}
        onPress={() => setIsChoosing(true)}
        size="small"
        variant="quiet"
      >
        ほかの記録とまとめる…
      </Button>
      {isChoosing && other === undefined && (
        <Dialog
          actions={
            <>
              <Button onPress={close}>やめる</Button>
              <Button
                isDisabled={chosen === null}
                onPress={() => setOther(all.find(({ id }) => id === chosen))}
                variant="primary"
              >
                次へ
              </Button>
            </>
          }
          isOpen
          onClose={close}
          title={`「${row.name}」とまとめる${what}`}
        >
          <PickField
            autoFocus
            description={`同じ${what}を二重に登録していたときに使います。次の画面で、変わる記録を確かめられます。`}
            label={`まとめる${what}`}
            onChange={setChosen}
            options={lines
              .filter(({ id }) => id !== row.id)
              .map(({ id, name, kana, where }) => ({
                id,
                label: name,
                note: [kana, where].filter(Boolean).join(' ・ '),
              }))}
            placeholder="名前やよみで探す"
            value={chosen}
          />
        </Dialog>
      )}
      {other !== undefined && (
        <MergeDialog
          double={{ id: `${row.id} ${other.id}`, one: row, other, reason: '' }}
          kind={kind}
          notes={notes}
          onClose={close}
          onMerged={onKept}
        />
      )}
    </>
  );
};
