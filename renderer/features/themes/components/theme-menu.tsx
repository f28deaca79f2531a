import { Combine, EllipsisVertical, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { sortThemes } from '#shared/domain/knowhow/theme-lines.ts';
import type { ThemeRow } from '#shared/domain/office/office.ts';
import { quote } from '#shared/text/typed.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { fromHere } from '#ui/from-here.ts';
import { historyItem } from '#ui/history-item.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { PickField } from '#ui/pick-field.tsx';
import type { themeCommands } from '../commands.ts';
import styles from './themes-page.module.css';

type Counts = { readonly cases: number; readonly knowHows: number };

type ThemeMenuProps = {
  readonly theme: ThemeRow;
  readonly others: readonly ThemeRow[];
  /** How many carry it. */
  readonly counts: Counts;
  readonly commands: () => Promise<ReturnType<typeof themeCommands>>;
  readonly onMerged: (into: string) => void;
  readonly onRemoved: () => void;
  readonly onOpenHistory: () => void;
};

/** Makes one theme of two, or removes one. */
export const ThemeMenu = ({ theme, others, counts, commands, ...places }: ThemeMenuProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const [asks, setAsks] = useState<'merge' | 'remove'>();
  const [into, setInto] = useState<string | null>(null);
  const name = quote(theme.name);
  const close = (): void => setAsks(undefined);
  const merge = async () => {
    const target = others.find(({ id }) => id === into);
    if (target === undefined) return;
    const leadOn = fromHere();
    const merged = await run((await commands()).mergeInto(target.id));
    close();
    if (!merged.ok) return;
    leadOn(() => places.onMerged(target.id));
    undoToast(`${name}を${quote(target.name)}にまとめました。`);
  };
  const remove = async () => {
    const leadOn = fromHere();
    const removed = await run((await commands()).remove());
    close();
    if (!removed.ok) return;
    leadOn(places.onRemoved);
    undoToast(`${name}を削除しました。`);
  };
  return (
    <>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={[
          {
            id: 'merge',
            label: '別のテーマにまとめる…',
            icon: <Combine aria-hidden="true" />,
            isDisabled: others.length === 0,
            onAction: () => {
              setInto(null);
              setAsks('merge');
            },
          },
          historyItem(places.onOpenHistory),
          {
            id: 'remove',
            label: '削除…',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger',
            startsGroup: true,
            onAction: () => setAsks('remove'),
          },
        ]}
        label={`テーマ${name}の操作`}
        placement="bottom end"
      />
      <ConfirmDialog
        confirmLabel="まとめる"
        isOpen={asks === 'merge'}
        onCancel={close}
        onConfirm={() => void merge()}
        title={`${name}を別のテーマにまとめる`}
      >
        <div className={styles.asked}>
          <PickField
            label="まとめる先"
            onChange={setInto}
            options={sortThemes(others).map((each) => ({
              id: each.id as string,
              label: each.name,
            }))}
            placeholder="名前で探す"
            value={into}
          />
          <p>{`${carriedBy(counts)}は、選んだテーマのものになります。元に戻せます。`}</p>
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        confirmLabel="削除する"
        isOpen={asks === 'remove'}
        onCancel={close}
        onConfirm={() => void remove()}
        title={`${name}を削除しますか`}
        tone="danger"
      >
        <p>{`${carriedBy(counts)}から、このテーマが外れます。案件とノウハウは残ります。元に戻せます。`}</p>
      </ConfirmDialog>
    </>
  );
};

const carriedBy = ({ cases, knowHows }: Counts): string =>
  `${cases}件の案件と${knowHows}件のノウハウ`;
