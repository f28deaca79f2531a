import { type ReactNode, useState } from 'react';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './beside.module.css';

type ShortListProps<T> = {
  readonly items: readonly T[];
  readonly first: number;
  readonly render: (item: T) => ReactNode;
};

/** The first few of a list; the others come by a press. */
export const ShortList = <T extends { readonly id: string }>({
  items,
  first,
  render,
}: ShortListProps<T>) => {
  const [hasAll, setHasAll] = useState(false);
  const shown = hasAll ? items : items.slice(0, first);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id}>{render(item)}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <LinkButton className={styles.more} onPress={() => setHasAll(true)} weight="text">
          ほかの{items.length - shown.length}件も見る
        </LinkButton>
      )}
    </>
  );
};
