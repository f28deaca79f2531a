import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** One focusable react-aria element, such as a Button. */
  readonly children: ReactElement;
};

/** Says what a control does, on hover and on keyboard focus. Never the only place of a fact. */
export const Tooltip = ({ text, shortcut, children }: TooltipProps) => (
  <TooltipTrigger closeDelay={0} delay={500}>
    {children}
    <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
      {text}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </AriaTooltip>
  </TooltipTrigger>
);
