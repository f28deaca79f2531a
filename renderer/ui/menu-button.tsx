import { type ReactNode, useRef, useState } from 'react';
import { type MenuAction, MenuList, type MenuPlacement } from './menu.tsx';

const OPENING = new Set(['ArrowDown', 'Enter', ' ']);

export type MenuButtonProps = {
  /** What the actions are about; read out: 取組み「試行」の操作. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  /** Where making them costs something, they are asked for when it opens. */
  readonly items: readonly MenuAction[] | (() => readonly MenuAction[]);
  /** The list's name; default: the button's. */
  readonly listLabel?: string | undefined;
  readonly placement?: MenuPlacement | undefined;
  readonly tabIndex?: number | undefined;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
};

/** Opens a list of actions, for rows of which there are many: nothing but a button until it is pressed. */
export const MenuButton = ({
  label,
  children,
  items,
  listLabel = label,
  placement,
  tabIndex,
  title,
  className,
}: MenuButtonProps) => {
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
        className={className}
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
        title={title}
        type="button"
      >
        {children}
      </button>
      {isOpen && (
        <MenuList
          items={(typeof items === 'function' ? items() : items).map(fromButton)}
          label={listLabel}
          onClose={() => setIsOpen(false)}
          placement={placement}
          trigger={button}
        />
      )}
    </>
  );
};
