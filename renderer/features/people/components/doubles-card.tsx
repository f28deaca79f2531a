import { useMemo, useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Day } from '#shared/dates/types.ts';
import type { WhoKind } from '#shared/domain/office/merged-fields.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { keepApartCommand } from '../commands.ts';
import { type DoubleLine, doubleLines } from '../merging.ts';
import { whoLines } from '../model.ts';
import type { OfficeRows } from '../queries.ts';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './merging.module.css';

type DoublesCardProps = {
  readonly office: OfficeRows;
  readonly kind: WhoKind;
  readonly today: Day;
};

/** As many pairs stand above the list unless more are asked for. */
const FIRST = 2;

/** Those who may be one: told above the list, merged by staff alone. Nothing stands here when there are none. */
export const DoublesCard = ({ office, kind, today }: DoublesCardProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const [merging, setMerging] = useState<DoubleLine>();
  const [isWhole, setIsWhole] = useState(false);
  const doubles = useMemo(() => doubleLines(office, kind), [office, kind]);
  const notes = useMemo(
    () => new Map(whoLines(office, today)[kind].map((line) => [line.id, line.where])),
    [office, kind, today],
  );
  const what = kind === 'people' ? '人' : '機関';
  const apart = async ({ one, other }: DoubleLine) => {
    const kept = await run(keepApartCommand(kind, one.id, other.id));
    if (kept.ok) undoToast(`「${one.name}」と「${other.name}」は別の${what}として残しました。`);
  };
  return (
    <>
      {doubles.length > 0 && (
        <Card
          className={styles.card}
          note={`${doubles.length}組`}
          title={kind === 'people' ? '同じ人かもしれません' : '同じ機関かもしれません'}
        >
          <ul className={styles.pairs}>
            {doubles.slice(0, isWhole ? undefined : FIRST).map((double) => (
              <li className={styles.pair} key={double.id}>
                <span className={styles.names}>
                  <Who name={double.one.name} note={notes.get(double.one.id)} />
                  <span className={styles.quiet}>と</span>
                  <Who name={double.other.name} note={notes.get(double.other.id)} />
                </span>
                <span className={styles.quiet}>{double.reason}</span>
                <Button
                  aria-label={`${double.one.name}と${double.other.name}は別の${what}`}
                  onPress={() => void apart(double)}
                  size="small"
                  variant="quiet"
                >
                  別の{what}
                </Button>
                <Button
                  aria-label={`${double.one.name}と${double.other.name}をまとめる`}
                  onPress={() => setMerging(double)}
                  size="small"
                >
                  まとめる…
                </Button>
              </li>
            ))}
          </ul>
          {doubles.length > FIRST && (
            <Button onPress={() => setIsWhole(!isWhole)} size="small" variant="quiet">
              {isWhole ? '少なく表示' : `ほか${doubles.length - FIRST}組を表示`}
            </Button>
          )}
        </Card>
      )}
      {merging && (
        <MergeDialog
          double={merging}
          key={merging.id}
          kind={kind}
          notes={notes}
          onClose={() => setMerging(undefined)}
        />
      )}
    </>
  );
};

type WhoProps = { readonly name: string; readonly note: string | undefined };

const Who = ({ name, note = '' }: WhoProps) => (
  <span>
    {name}
    {note !== '' && <span className={styles.quiet}>（{note}）</span>}
  </span>
);
