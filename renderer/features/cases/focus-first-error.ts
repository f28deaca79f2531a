import type { RefObject } from 'react';

/** Moves the focus to the first field that is marked as wrong, once it has been painted so. */
export const focusFirstError = (container: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => {
    const field = container.current?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], textarea[aria-invalid="true"], [data-invalid] button',
    );
    field?.focus();
  });
};
