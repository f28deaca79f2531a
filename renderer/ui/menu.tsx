import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  type Placement,
  Popover,
  Separator,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import list from './list.module.css';

export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Keys that do the same, shown only. */
  readonly shortcut?: string | undefined;
  readonly note?: string | undefined;
  readonly tone?: 'normal' | 'danger' | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A line above this item. */
  readonly startsGroup?: boolean | undefined;
  readonly onAction: () => void;
};

export type MenuPlacement = Placement;

type MenuProps = {
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly MenuAction[];
  readonly placement?: Placement | undefined;
};

/** A list of actions behind a button. */
export const Menu = ({ trigger, label, items, placement = 'bottom start' }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className={list.popover ?? ''} offset={4} placement={placement}>
      <Actions items={items} label={label} />
    </Popover>
  </MenuTrigger>
);

type MenuListProps = {
  readonly label: string;
  readonly items: readonly MenuAction[];
  /** The button beside which it opens, and which has the focus afterwards. */
  readonly trigger: RefObject<HTMLElement | null>;
  readonly placement?: Placement | undefined;
  readonly onClose: () => void;
};

/** The list alone, open while it is mounted. */
export const MenuList = ({
  label,
  items,
  trigger,
  placement = 'bottom start',
  onClose,
}: MenuListProps) => (
  <Popover
    aria-label={label}
    className={list.popover ?? ''}
    isOpen
    offset={4}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    placement={placement}
    triggerRef={trigger}
  >
    <Actions items={items} label={label} onClose={onClose} />
  </Popover>
);

type ActionsProps = Pick<MenuProps, 'label' | 'items'> & { readonly onClose?: () => void };

const Actions = ({ label, items, onClose }: ActionsProps) => {
  const menu = useRef<HTMLDivElement>(null);
  useFocusWithin(menu);
  return (
    <AriaMenu
      aria-label={label}
      ref={menu}
      // Without a trigger of its own it takes the focus, and closes, by itself.
      {...(onClose && { autoFocus: 'first', onClose })}
      className={cx(list.list, list.actions)}
      disabledKeys={items.filter((item) => item.isDisabled).map((item) => item.id)}
    >
      {items.flatMap((item) => [
        item.startsGroup && <Separator className={list.separator ?? ''} key={`${item.id}-line`} />,
        <MenuItem
          className={cx(list.item, item.tone === 'danger' && list.danger)}
          id={item.id}
          key={item.id}
          onAction={item.onAction}
          textValue={item.label}
        >
          {item.icon}
          <span className={list.words}>{item.label}</span>
          {item.note !== undefined && <span className={list.note}>{item.note}</span>}
          {item.shortcut !== undefined && <Kbd>{item.shortcut}</Kbd>}
        </MenuItem>,
      ])}
    </AriaMenu>
  );
};

/**
 * After a click that a screen reader makes, the list waits with the focus until nothing moves, and then leaves
 * it alone if it has gone elsewhere: to nothing, where the page behind was closed meanwhile.
 */
const useFocusWithin = (menu: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (menu.current === null || menu.current.contains(document.activeElement)) return;
        menu.current.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled])')?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [menu]);
};
