import { RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Loading } from '#ui/loading.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { restoreCaseCommand } from '../commands.ts';
import { type BinnedCase, binnedCases } from '../queries.ts';
import styles from './settings-page.module.css';

type BinCardProps = {
  /** undefined where the documents could not be listed. */
  readonly listDocuments: () => Promise<readonly DocumentId[] | undefined>;
};

/** ごみ箱: deleted cases, each with its way back. */
export const BinCard = ({ listDocuments }: BinCardProps) => {
  const [documents, setDocuments] = useState<readonly DocumentId[] | 'unknown'>();
  // Asked once, when the page opens, however often its parent makes the function anew.
  const list = useRef(listDocuments);
  useEffect(() => {
    let isWanted = true;
    void list.current().then((listed) => {
      if (isWanted) setDocuments(listed ?? 'unknown');
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <Card title="ごみ箱">
      {documents === undefined && <Loading />}
      {documents === 'unknown' && <BinUnknown />}
      {Array.isArray(documents) && <BinnedCases documents={documents} />}
    </Card>
  );
};

const BinUnknown = () => (
  <p className={styles.quiet}>
    ごみ箱を読み込めませんでした。中身はそのまま残っています。「設定」を開き直してください。
  </p>
);

const BinnedCases = ({ documents }: { readonly documents: readonly DocumentId[] }) => {
  const binned = useLive(useMemo(() => binnedCases(documents), [documents]));
  if (binned.state === 'loading') return <Loading />;
  if (binned.state === 'failed') return <BinUnknown />;
  if (binned.value.length === 0) {
    return <p className={styles.quiet}>ごみ箱は空です。削除した案件はここから元に戻せます。</p>;
  }
  return (
    <ul className={styles.bin}>
      {binned.value.map((each) => (
        <BinnedLine binned={each} key={each.id} />
      ))}
    </ul>
  );
};

const BinnedLine = ({ binned }: { readonly binned: BinnedCase }) => {
  const run = useRun();
  const restore = async () => {
    const result = await run(restoreCaseCommand(binned.id, binned.name));
    if (result.ok) showToast(`${binned.name}の案件を元に戻しました。`);
  };
  return (
    <li className={styles.binned}>
      <span className={styles.name}>
        <strong>{binned.name}</strong>
        {binned.note}
      </span>
      <span className={styles.quiet}>{binned.deletedOn}に削除</span>
      <Button
        aria-label={`${binned.name}（${binned.note}）を元に戻す`}
        icon={<RotateCcw aria-hidden="true" size={16} />}
        onPress={() => void restore()}
        size="small"
      >
        元に戻す
      </Button>
    </li>
  );
};
