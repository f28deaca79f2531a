import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { cx } from './class-names.ts';
import styles from './icon-button.module.css';
import { type MenuAction, MenuList, type MenuPlacement } from './menu.tsx';

const OPENING = new Set(['ArrowDown', 'Enter', ' ']);

type IconMenuProps = {
  /** What the actions are about; read out, and shown as a tooltip: 取組み「試行」の操作. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Where making them costs something, they are asked for when it opens. */
  readonly items: readonly MenuAction[] | (() => readonly MenuAction[]);
  readonly placement?: MenuPlacement | undefined;
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
};

/**
 * Actions behind an icon, for rows of which there are many: nothing but a button until it is pressed.
 */
export const IconMenu = ({ label, icon, items, placement, tabIndex, className }: IconMenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** What opens a window is done from the button, so that the focus comes back to it afterwards. */
  const fromButton = (item: MenuAction): MenuAction => ({
    ...item,
    onAction: () => {
      setIsOpen(false);
      requestAnimationFrame(() => {
        button.current?.focus();
        item.onAction();
      });
    },
  });
  return (
    <>
      <button
        aria-expanded={isOpen}
        aria-haspopup="menu"
        aria-label={label}
        className={cx(styles.button, styles.small, styles.plain, className)}
        onClick={() => setIsOpen(true)}
        onKeyDown={(event) => {
          // A click that a key makes counts as one of a screen reader, for which lists wait with the focus.
          if (!OPENING.has(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          setIsOpen(true);
        }}
        ref={button}
        tabIndex={tabIndex}
        title={label}
        type="button"
      >
        {icon}
      </button>
      {isOpen && (
        <MenuList
          items={(typeof items === 'function' ? items() : items).map(fromButton)}
          label={label}
          onClose={() => setIsOpen(false)}
          placement={placement}
          trigger={button}
        />
      )}
    </>
  );
};
