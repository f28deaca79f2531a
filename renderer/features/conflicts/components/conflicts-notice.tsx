import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { type Decision, decideConflict } from '#data/operations/record/decide-conflict.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import { type ConflictLine, conflictLines } from '../model.ts';
import { conflictRows } from '../queries.ts';
import styles from './conflicts.module.css';

/** So many are in sight at first: the page below is what staff came for. */
const FIRST = 3;

type ConflictsNoticeProps = {
  readonly document: DocumentId;
  /** It stands above a page that scrolls by itself, and leaves it room. */
  readonly isBesidePage?: boolean;
};

/** 確認してください: what two desks wrote without having seen each other, each with both values. */
export const ConflictsNotice = ({ document, isBesidePage = false }: ConflictsNoticeProps) => {
  const loaded = useLive(useMemo(() => conflictRows(document), [document]));
  const [isWhole, setIsWhole] = useState(false);
  const lines = useMemo(
    () => (loaded.state === 'ready' ? conflictLines(loaded.value) : []),
    [loaded],
  );
  const place = useFocusKept<HTMLDivElement>(lines.map(({ id }) => id).join(' '));
  if (lines.length === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, FIRST);
  const notice = (
    <Notice
      happened={`確認してください（別々に書きかえられた内容 ${lines.length}件）`}
      safe="どちらの内容も残っています。決めるまでは「いまの表示」の内容が使われます。"
      tone="warning"
    >
      <ul className={styles.list}>
        {shown.map((line) => (
          <ConflictItem key={line.id} line={line} />
        ))}
      </ul>
      {lines.length > FIRST && (
        <LinkButton onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? '少なく表示' : `ほか${lines.length - FIRST}件を表示`}
        </LinkButton>
      )}
    </Notice>
  );
  return (
    <div className={isBesidePage ? styles.above : undefined} ref={place} tabIndex={-1}>
      {notice}
    </div>
  );
};

const ConflictItem = ({ line }: { readonly line: ConflictLine }) => {
  const run = useRun();
  const [isDeciding, setIsDeciding] = useState(false);
  const { conflict, title, sides, merged } = line;
  const decide = async (decision: Decision): Promise<void> => {
    setIsDeciding(true);
    await run(decideConflict(conflict, decision));
    setIsDeciding(false);
  };
  const isMixed = merged !== undefined && !sides.some(({ isShown }) => isShown);
  return (
    <li className={styles.item}>
      <p className={styles.title}>{title}</p>
      <ul className={styles.sides}>
        {sides.map(({ words, who, isShown }, index) => (
          // Sides have no id of their own: their order is that of the entry.
          <li className={styles.side} key={`${who} ${words}`}>
            <div className={styles.words}>
              <span className={styles.value}>{words}</span>
              <span className={styles.who}>
                {who}
                {index === 0 && sides.length > 1 ? '・後から（提案）' : ''}
                {isShown ? '・いまの表示' : ''}
              </span>
            </div>
            <Button
              aria-label={`こちらにする：${title}は「${words}」`}
              isDisabled={isDeciding}
              onPress={() => void decide({ kind: 'side', index })}
              size="small"
            >
              こちらにする
            </Button>
          </li>
        ))}
        {isMixed && (
          <li className={styles.side}>
            <div className={styles.words}>
              <span className={styles.value}>{merged}</span>
              <span className={styles.who}>合わさった文・いまの表示</span>
            </div>
            <Button
              aria-label={`このままでよい：${title}は「${merged}」`}
              isDisabled={isDeciding}
              onPress={() => void decide({ kind: 'keep' })}
              size="small"
            >
              このままでよい
            </Button>
          </li>
        )}
      </ul>
    </li>
  );
};
