import type { ReactElement, ReactNode } from 'react';
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  Heading,
  type Placement,
} from 'react-aria-components';
import { defined } from './defined.ts';
import styles from './popover.module.css';

type PopoverProps = {
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly title: string;
  readonly isTitleHidden?: boolean | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: Placement | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

/** A small window at its trigger; Escape or a press outside closes it. */
export const Popover = ({
  trigger,
  title,
  isTitleHidden = false,
  children,
  placement = 'bottom start',
  ...rest
}: PopoverProps) => (
  <DialogTrigger {...defined(rest)}>
    {trigger}
    <AriaPopover className={styles.popover ?? ''} offset={6} placement={placement}>
      <Dialog className={styles.dialog ?? ''} {...(isTitleHidden && { 'aria-label': title })}>
        {({ close }) => (
          <>
            {!isTitleHidden && (
              <Heading className={styles.title ?? ''} slot="title">
                {title}
              </Heading>
            )}
            {typeof children === 'function' ? children(close) : children}
          </>
        )}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
);
