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

/** A long text as its parts, so that only the app and not the test's own wire has to carry it. */
export type LongText = {
  readonly begin?: string;
  readonly part: string;
  readonly times: number;
  readonly end?: string;
};

/** Pastes what is too long to be sent to the page. */
export const pasteLong = (
  target: Locator,
  content: Readonly<Partial<Record<'text/html' | 'text/plain', LongText>>>,
): Promise<void> =>
  target.evaluate((element, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, { begin = '', part, times, end = '' }] of Object.entries(kinds)) {
      clipboardData.setData(kind, begin + part.repeat(times) + end);
    }
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, content);

/** What a program that pastes would get of what is selected in an editor. */
export const copied = (
  target: Locator,
): Promise<Readonly<Record<'text/html' | 'text/plain', string>>> =>
  target.evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return {
      'text/html': clipboardData.getData('text/html'),
      'text/plain': clipboardData.getData('text/plain'),
    };
  });
