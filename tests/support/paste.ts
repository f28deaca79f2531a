import type { Locator } from '@playwright/test';

/** Pastes what another program would have put on the clipboard, by kind. */
export const paste = (
  target: Locator,
  content: Readonly<Record<'text/html' | 'text/plain', string>> | { 'text/plain': string },
): Promise<void> =>
  target.evaluate((element, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) clipboardData.setData(kind, text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, content);
