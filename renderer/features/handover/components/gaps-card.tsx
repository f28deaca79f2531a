import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { type Aspect, GAP_NAMES, type Gap, progressOf } from '#shared/domain/handover/readiness.ts';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import styles from './handover.module.css';
import { goTo, type HandoverWays } from './ways.ts';

type GapsCardProps = {
  readonly ways: HandoverWays;
  readonly title: string;
  readonly aspects: readonly Aspect[];
  /** Whether it has to be said of which case each is. */
  readonly namesCases: boolean;
};

/** More of one kind would hide the others. */
const FIRST = 5;

/** 足りないもの: what a successor would miss, kind by kind, each with the way to where it is closed. */
export const GapsCard = ({ title, aspects, ...rest }: GapsCardProps) => (
  <Card title={title}>
    {aspects
      .filter(({ total }) => total > 0)
      .map((aspect) => (
        <AspectPart {...rest} aspect={aspect} key={aspect.kind} />
      ))}
  </Card>
);

type AspectPartProps = Pick<GapsCardProps, 'ways' | 'namesCases'> & { readonly aspect: Aspect };

const AspectPart = ({ aspect, ways, namesCases }: AspectPartProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const { kind, gaps } = aspect;
  const { done, total } = progressOf([aspect]);
  const shown = isWhole ? gaps : gaps.slice(0, FIRST);
  const place = useFocusKept<HTMLElement>(String(isWhole));
  return (
    <section aria-label={GAP_NAMES[kind]} className={styles.aspect} ref={place} tabIndex={-1}>
      <div className={styles.aspectHead}>
        <h3>{GAP_NAMES[kind]}</h3>
        {gaps.length === 0 ? (
          <Status icon={<CircleCheck aria-hidden="true" size={16} />} tone="success">
            そろっています
          </Status>
        ) : (
          <span className={styles.quiet}>
            {done} / {total}
          </span>
        )}
      </div>
      {shown.length > 0 && (
        <ul className={styles.gaps}>
          {shown.map((gap, at) => {
            const words = wordsOf(gap, namesCases);
            return (
              <li key={gap.id} {...(at === FIRST && { 'data-comes': '', tabIndex: -1 })}>
                <span className={styles.words}>{words}</span>
                <Button
                  aria-label={`${words}：${gap.place.kind === 'tacit' ? '答える' : '開く'}`}
                  onPress={() => goTo(ways, gap.caseId, gap.place)}
                  size="small"
                >
                  {gap.place.kind === 'tacit' ? '答える' : '開く'}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < gaps.length && (
        <LinkButton onPress={() => setIsWhole(true)}>
          {`ほか${gaps.length - shown.length}件を見る`}
        </LinkButton>
      )}
    </section>
  );
};

const wordsOf = ({ caseName, words }: Gap, namesCases: boolean): string =>
  namesCases ? `${caseName}　${words}` : words;
