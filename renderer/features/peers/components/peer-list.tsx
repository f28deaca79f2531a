import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import {
  PEER_STATE_NAMES,
  PEER_STATES,
  type PeerSupportRow,
  peerSupports,
} from '#shared/domain/office/peer-support.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { peerCommands } from '../commands.ts';
import styles from './peers.module.css';

type PeerListProps = {
  readonly peers: readonly PeerSupportRow[];
  /** What the place in which the list stands does not say already. */
  readonly note?: ((row: PeerSupportRow) => ReactNode) | undefined;
};

const STATES = PEER_STATES.map((id) => ({ id, label: PEER_STATE_NAMES[id] }));

/** Who helps whom, with what, and whether it was asked: each edited where it stands. */
export const PeerList = ({ peers, note }: PeerListProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const remove = async (row: PeerSupportRow, name: string): Promise<void> => {
    const removed = await run(peerCommands.remove(row.id));
    if (removed.ok) undoToast(`${name}のピアサポートを削除しました。`);
  };
  return (
    <ul aria-label="ピアサポート" className={styles.list}>
      {peers.map((row) => {
        const name = `${row.helperName}から${row.helpedName}へ`;
        return (
          <li aria-label={name} className={styles.peer} key={row.id}>
            <span className={styles.names}>
              {row.helperName} → {row.helpedName}
            </span>
            {note?.(row)}
            <span className={styles.subject}>
              <BoundText
                collection={peerSupports}
                field="text"
                label={`${name}の内容`}
                row={row}
                store={(values, burst) => store(peerCommands.set(row.id, values), burst)}
                wraps
              />
            </span>
            <Select
              className={styles.state}
              isLabelHidden
              label={`${name}の状態`}
              onChange={(state) => void run(peerCommands.set(row.id, { state }))}
              options={STATES}
              value={row.state}
            />
            <IconButton
              icon={<Trash2 aria-hidden="true" />}
              label={`${name}を削除`}
              onPress={() => void remove(row, name)}
            />
          </li>
        );
      })}
    </ul>
  );
};
