import { X } from 'lucide-react';
import { TagList as AriaTagList, Button, Tag, TagGroup } from 'react-aria-components';
import { defined } from './defined.ts';
import type { Option } from './option.ts';
import styles from './tag-list.module.css';

type TagListProps = {
  readonly label: string;
  readonly items: readonly Option[];
  /** With it each tag has a cross, and Delete and Backspace remove. */
  readonly onRemove?: ((id: string) => void) | undefined;
};

/** Chips that can be walked through with the arrow keys and removed. Nothing when empty. */
export const TagList = ({ label, items, onRemove }: TagListProps) =>
  items.length === 0 ? null : (
    <TagGroup
      aria-label={label}
      {...defined({
        onRemove:
          onRemove &&
          ((keys: Iterable<string | number>) => {
            for (const key of keys) onRemove(String(key));
          }),
      })}
    >
      <AriaTagList className={styles.list ?? ''} items={items}>
        {(item) => (
          <Tag className={styles.tag ?? ''} id={item.id} textValue={item.label}>
            {item.label}
            {item.note !== undefined && <span className={styles.note}>{item.note}</span>}
            {onRemove !== undefined && (
              <Button
                aria-label={`${item.label}を外す`}
                className={styles.remove ?? ''}
                slot="remove"
              >
                <X aria-hidden="true" />
              </Button>
            )}
          </Tag>
        )}
      </AriaTagList>
    </TagGroup>
  );
