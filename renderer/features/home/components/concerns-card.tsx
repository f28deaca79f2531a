import { useEffect, useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Loading } from '#ui/loading.tsx';
import { painted } from '#ui/painted.ts';
import { concernsOf } from '../concerns.ts';
import { go } from '../go.ts';
import type { HomePlaces } from '../places.ts';
import { concernRows } from '../queries.ts';
import styles from './home-lists.module.css';

type ConcernsProps = HomePlaces & {
  readonly today: Day;
  /** Told how many there are, for whoever shows the number elsewhere. */
  readonly onCount?: ((count: number) => void) | undefined;
};

/** More than these would hide the rest of the desk. */
const SHOWN_AT_FIRST = 6;

/** The card asks for its rows once the year's table stands: it looks at the cases of all years. */
export const Concerns = (props: ConcernsProps) => {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    let isGone = false;
    painted().then(() => {
      if (!isGone) setIsTime(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (isTime) return <AskedConcerns {...props} />;
  return (
    <Card title="気になること">
      <Loading />
    </Card>
  );
};

/** 気になること: what is owed, silent, late, or contradicts itself; each with the way to it. */
const AskedConcerns = ({ today, onCount, ...places }: ConcernsProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const loaded = useLive(concernRows);
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  const concerns = useMemo(() => rows && concernsOf(rows, today), [rows, today]);
  const count = concerns?.length;
  useEffect(() => {
    if (count !== undefined) onCount?.(count);
  }, [count, onCount]);
  const shown = isWhole ? concerns : concerns?.slice(0, SHOWN_AT_FIRST);
  const hidden = (concerns?.length ?? 0) - (shown?.length ?? 0);
  return (
    <Card
      actions={<LinkButton onPress={places.onOpenPromises}>対応事項（全案件）</LinkButton>}
      note={concerns && concerns.length > 0 ? `全年度 ・ ${concerns.length}件` : '全年度'}
      title="気になること"
    >
      <Awaiting state={loaded.state} what="気になること" />
      {shown?.length === 0 && (
        <p className={styles.quiet}>
          いまはありません。すべての年度の記録・予定・約束と、今年度の連絡・確認事項を見ました。
        </p>
      )}
      {shown !== undefined && shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((concern) => (
            <li className={styles.concern} key={concern.id}>
              <span className={styles.kind}>{concern.kind}</span>
              <div className={styles.words}>
                <p className={styles.title}>{concern.title}</p>
                {concern.detail !== '' && <p className={styles.small}>{concern.detail}</p>}
              </div>
              <Button
                aria-label={`${concern.title}：${concern.button}`}
                onPress={() => go(places, concern)}
                size="small"
              >
                {concern.button}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <LinkButton onPress={() => setIsWhole(true)}>{`ほか${hidden}件を見る`}</LinkButton>
      )}
    </Card>
  );
};
