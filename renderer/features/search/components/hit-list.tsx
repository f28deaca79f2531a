import type { KeyboardEvent, RefObject } from 'react';
import type { Hit } from '#shared/domain/search/hit.ts';
import { Chip } from '#ui/chip.tsx';
import { MarkedText } from '#ui/marked-text.tsx';
import styles from './search-page.module.css';

type HitListProps = {
  readonly hits: readonly Hit[];
  readonly listRef: RefObject<HTMLOListElement | null>;
  readonly onOpen: (hit: Hit) => void;
};

/** What was found, the best first; the arrow keys walk from one to the next. */
export const HitList = ({ hits, listRef, onOpen }: HitListProps) => (
  <ol aria-label="見つかったもの" className={styles.hits} onKeyDown={walk} ref={listRef}>
    {hits.map((hit) => (
      <li className={styles.hit} key={hit.key}>
        <button className={styles.link} onClick={() => onOpen(hit)} type="button">
          <span className={styles.head}>
            <Chip variant="outline">{hit.what}</Chip>
            {hit.title.length > 0 && (
              <span className={styles.title}>
                <MarkedText pieces={hit.title} />
              </span>
            )}
            <span className={styles.where}>{hit.where}</span>
          </span>
          {hit.excerpt !== null && (
            <span className={styles.excerpt}>
              {hit.title.length > 0 && <span>{hit.excerpt.name}：</span>}
              <MarkedText pieces={hit.excerpt.pieces} />
            </span>
          )}
        </button>
      </li>
    ))}
  </ol>
);

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const walk = (event: KeyboardEvent<HTMLOListElement>): void => {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('button')];
  const at = links.indexOf(event.target as HTMLButtonElement);
  if (at < 0) return;
  event.preventDefault();
  const next = links[at + step];
  if (next !== undefined) next.focus();
  else if (at === 0) document.querySelector<HTMLInputElement>('search input')?.focus();
};
