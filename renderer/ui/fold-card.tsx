import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import card from './card.module.css';
import { cx } from './class-names.ts';
import styles from './fold-card.module.css';

type FoldCardProps = {
  /** Under this name this PC remembers whether it is open. */
  readonly name: string;
  readonly title: string;
  /** Small words behind the title: 3件. */
  readonly note?: ReactNode;
  /** `tall`: until somebody opens it, only where the window has room for it. Default: open. */
  readonly opens?: 'tall' | undefined;
  readonly children: ReactNode;
};

const TALL = '(min-height: 800px)';
const keyOf = (name: string): string => `folded.${name}`;

const isOpenAtFirst = (name: string, opens: FoldCardProps['opens']): boolean => {
  const kept = localStorage.getItem(keyOf(name));
  if (kept !== null) return kept === 'open';
  return opens !== 'tall' || window.matchMedia(TALL).matches;
};

/** A card of a column, of which its title alone is left when it is folded away. */
export const FoldCard = ({ name, title, note, opens, children }: FoldCardProps) => {
  const id = useId();
  const [isOpen, setIsOpen] = useState(() => isOpenAtFirst(name, opens));
  const fold = (): void => {
    setIsOpen(!isOpen);
    localStorage.setItem(keyOf(name), isOpen ? 'folded' : 'open');
  };
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-labelledby={id} className={cx(card.card, styles.card)}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <button aria-expanded={isOpen} className={styles.fold} onClick={fold} type="button">
            <Chevron aria-hidden="true" />
            <span id={id}>{title}</span>
          </button>
        </h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {isOpen && <div className={styles.body}>{children}</div>}
    </section>
  );
};
