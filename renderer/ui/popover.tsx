import { type ReactElement, type ReactNode, useContext, useId } from 'react';
import {
  Popover as AriaPopover,
  DialogTrigger,
  OverlayTriggerStateContext,
  type Placement,
} from 'react-aria-components';
import { defined } from './defined.ts';
import styles from './popover.module.css';

type PopoverProps = {
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly title: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: Placement | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

/**
 * A small window at its trigger; Escape or a press outside closes it. The popover is the dialog itself:
 * with a Dialog in it, the buttons that close it for screen readers would lie outside of any landmark.
 */
export const Popover = ({
  trigger,
  title,
  children,
  placement = 'bottom start',
  ...rest
}: PopoverProps) => {
  const id = useId();
  return (
    <DialogTrigger {...defined(rest)}>
      {trigger}
      <AriaPopover
        aria-labelledby={id}
        className={styles.popover ?? ''}
        offset={6}
        placement={placement}
      >
        <div className={styles.dialog}>
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
          <Content>{children}</Content>
        </div>
      </AriaPopover>
    </DialogTrigger>
  );
};

const Content = ({ children }: Pick<PopoverProps, 'children'>) => {
  const state = useContext(OverlayTriggerStateContext);
  return typeof children === 'function' ? children(() => state?.close()) : children;
};
