import { useMemo, useState } from 'react';
import { useLive, useRun, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type FieldFate, mergedFields, type WhoKind } from '#shared/domain/office/merged-fields.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { fromHere } from '#ui/from-here.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { mergeCommand } from '../commands.ts';
import { type DoubleLine, type FollowLine, referencesOf } from '../merging.ts';
import { referringRows } from '../queries.ts';
import styles from './merging.module.css';

type MergeDialogProps = {
  readonly kind: WhoKind;
  readonly double: DoubleLine;
  /** What beside a name tells who is meant, by id. */
  readonly notes: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  /** They are one now: the id of the one that stays. */
  readonly onMerged?: ((id: string) => void) | undefined;
};

const FATES: Readonly<Record<FieldFate['fate'], string>> = {
  taken: '空いているところに入ります',
  joined: '続けて書きます',
  noted: '備考に残します',
  formerName: '以前の名前に残します',
};

/** まとめる: says all that will change before it does, and for which of the two. */
export const MergeDialog = ({ kind, double, notes, onClose, onMerged }: MergeDialogProps) => {
  const { one, other } = double;
  const [keepId, setKeepId] = useState<string>(one.id);
  const [isSaving, setIsSaving] = useState(false);
  const run = useRun();
  const workspace = useWorkspace();
  const undoToast = useUndoToast();
  const [keep, gone] = keepId === one.id ? [one, other] : [other, one];
  const question = useMemo(() => referringRows(kind), [kind]);
  const loaded = useLive(question);
  const found = useMemo(
    () =>
      loaded.state === 'ready'
        ? referencesOf(loaded.value, kind, { keep: keep.id, gone: gone.id })
        : undefined,
    [loaded, kind, keep.id, gone.id],
  );
  const { fates } = useMemo(() => mergedFields(kind, keep, gone), [kind, keep, gone]);
  const merge = async () => {
    setIsSaving(true);
    const leadOn = fromHere();
    const pair = { kind, keep: keep.id, gone: gone.id };
    // As things stand now: somebody may have written on since the window opened.
    const now = referencesOf(await workspace.ask(question), kind, pair);
    const merged = await run(mergeCommand(pair, now.documents));
    setIsSaving(false);
    if (!merged.ok) return;
    onClose();
    leadOn(() => onMerged?.(keep.id));
    undoToast(`「${gone.name}」を「${keep.name}」にまとめました。`);
  };
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isSaving} onPress={onClose}>
            やめる
          </Button>
          <Button
            isDisabled={found === undefined}
            isPending={isSaving}
            onPress={() => void merge()}
            variant="primary"
          >
            まとめる
          </Button>
        </>
      }
      isBusy={isSaving}
      isOpen
      onClose={onClose}
      title={kind === 'people' ? '2人の記録を1つにまとめる' : '2つの機関を1つにまとめる'}
    >
      <div className={styles.form}>
        <RadioGroup
          label="残すほう"
          onChange={setKeepId}
          options={[one, other].map(({ id, name, kana }) => ({
            id: id as string,
            label: name,
            note: [kana, notes.get(id)].filter(Boolean).join(' ・ '),
          }))}
          value={keepId}
        />
        <section>
          <h3 className={styles.head}>「{keep.name}」に変わる記録</h3>
          {found === undefined ? (
            <Awaiting state={loaded.state} what="変わる記録" />
          ) : (
            <Follows lines={found.lines} />
          )}
          {found !== undefined && found.lists > 0 && (
            <p className={styles.warning}>
              両方が書かれている会合・案件が{found.lists}
              件あります。行はどちらも残るので、まとめたあと人数を確かめてください。
            </p>
          )}
        </section>
        <section>
          <h3 className={styles.head}>「{gone.name}」の項目</h3>
          {fates.length === 0 ? (
            <p className={styles.quiet}>違う内容はありません。</p>
          ) : (
            <Fates fates={fates} gone={gone.name} keep={keep.name} />
          )}
        </section>
        <p className={styles.quiet}>
          会合の記録や支援者の欄に書かれた名前は、書いたときのまま残ります。まとめたあとも「元に戻す」1回で、すべて元に戻せます。
        </p>
      </div>
    </Dialog>
  );
};

const Follows = ({ lines }: { readonly lines: readonly FollowLine[] }) =>
  lines.length === 0 ? (
    <p className={styles.quiet}>ありません。</p>
  ) : (
    <ul className={styles.follows}>
      {lines.map(({ words, records, cases }) => (
        <li key={words}>
          {words} {records}件{cases > 0 && `（${cases}案件）`}
        </li>
      ))}
    </ul>
  );

type FatesProps = {
  readonly fates: readonly FieldFate[];
  readonly keep: string;
  readonly gone: string;
};

const Fates = ({ fates, keep, gone }: FatesProps) => (
  <table className={styles.fates}>
    <thead>
      <tr>
        <th scope="col">項目</th>
        <th scope="col">残す「{keep}」</th>
        <th scope="col">まとめる「{gone}」</th>
        <th scope="col">まとめたあと</th>
      </tr>
    </thead>
    <tbody>
      {fates.map(({ name, kept, other, fate }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{kept}</td>
          <td>{other}</td>
          <td>{FATES[fate]}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
