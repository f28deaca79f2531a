import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { type BinLine, detailItems, ownWords, referenceWords } from '../model.ts';
import { detailQuery } from '../queries.ts';
import styles from './bin-page.module.css';

type BinPeekProps = {
  readonly line: BinLine;
  readonly onClose: () => void;
  readonly onRestore: () => void;
};

/** What was deleted, before it is taken back: its words, what comes with it, what still names it. */
export const BinPeek = ({ line, onClose, onRestore }: BinPeekProps) => {
  const { document, head } = line;
  const loaded = useLive(useMemo(() => detailQuery(document, head), [document, head]));
  const detail = loaded.state === 'ready' ? loaded.value : undefined;
  const items = detailItems(head);
  const own = [line.together, detail && ownWords(detail)].filter(Boolean).join('、');
  return (
    <PeekPanel
      actions={
        <Button icon={<RotateCcw aria-hidden="true" />} onPress={onRestore} variant="primary">
          元に戻す
        </Button>
      }
      kicker={`${line.kind}・${line.place}`}
      onClose={onClose}
      title={line.name}
    >
      <PeekSection>
        <DescriptionList
          items={[
            { label: '削除した日', value: line.day },
            ...items.map((item, index) => ({ ...item, id: `${index}` })),
          ]}
          labelWidth={110}
        />
      </PeekSection>
      <Awaiting state={loaded.state} what="ごみ箱の中身" />
      {own !== '' && <PeekSection title="いっしょに戻るもの">{own}</PeekSection>}
      {detail !== undefined && detail.note !== '' && (
        <PeekSection title="記録の本文">
          <p className={styles.note}>{detail.note}</p>
        </PeekSection>
      )}
      {detail !== undefined && (
        <PeekSection title="いまも使っているところ">
          {detail.references.length === 0 ? (
            <p className={styles.quiet}>ありません</p>
          ) : (
            <ul className={styles.references}>
              {referenceWords(detail.references).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </PeekSection>
      )}
    </PeekPanel>
  );
};
