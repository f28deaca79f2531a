import { useMemo, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { Versions } from './use-versions.ts';
import styles from './versions.module.css';
import { comparisonOf } from './versions-model.ts';

type ChangeListProps = {
  readonly versions: Versions;
  /** A press on a change of something that still stands in what is shown, by its id. */
  readonly onGoTo?: ((id: string) => void) | undefined;
};

/** More of them stand behind a button, so that the chart keeps its room. */
const SHOWN = 12;

/** 「「第2回支援前」からの変更 3件」 as sentences; nothing while nothing is compared. */
export const ChangeList = ({ versions: { list, shown, compared }, onGoTo }: ChangeListProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const comparison = useMemo(
    () => (compared === null ? null : comparisonOf(list, compared, shown)),
    [list, compared, shown],
  );
  const standing = useMemo(() => {
    const { bars, milestones } = shown.roadmap;
    return new Set<string>([...bars, ...milestones].map(({ id }) => id));
  }, [shown.roadmap]);
  if (comparison === null) return null;
  const { title, sentences } = comparison;
  const visible = isWhole ? sentences : sentences.slice(0, SHOWN);
  return (
    <Card title={`${title} ${sentences.length.toLocaleString('ja-JP')}件`}>
      {sentences.length === 0 && <p className={styles.none}>変更はありません。</p>}
      <ul className={styles.changes}>
        {visible.map(({ text, ids }) => {
          const target = ids.find((id) => standing.has(id));
          return (
            <li key={`${ids.join(' ')} ${text}`}>
              {onGoTo === undefined || target === undefined ? (
                text
              ) : (
                <LinkButton onPress={() => onGoTo(target)} weight="text">
                  {text}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
      {visible.length < sentences.length && (
        <Button onPress={() => setIsWhole(true)} size="small" variant="quiet">
          {`すべて見る（あと${(sentences.length - visible.length).toLocaleString('ja-JP')}件）`}
        </Button>
      )}
    </Card>
  );
};
