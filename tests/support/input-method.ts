import type { Page } from '@playwright/test';

/** Japanese typed through an input method, as Chromium gets it from the system. */
export const inputMethodOf = async (page: Page) => {
  const client = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  /** While an input method has the keys, the page sees each as the key 229, whatever it is. */
  const key = async (name: string): Promise<void> => {
    const event = { key: name, code: name, windowsVirtualKeyCode: 229 } as const;
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  return {
    /** Types a reading letter by letter, converts it, and confirms the conversion with Enter. */
    convert: async (reading: string, words: string): Promise<void> => {
      for (let length = 1; length <= reading.length; length += 1) {
        await key('Process');
        await compose(reading.slice(0, length));
      }
      await key(' ');
      await compose(words);
      await key('ArrowDown');
      await compose(words);
      await key('Enter');
      await client.send('Input.insertText', { text: words });
    },
    /** Types a reading and takes it back with Escape. */
    giveUp: async (reading: string): Promise<void> => {
      await key('Process');
      await compose(reading);
      await key('Escape');
      await compose('');
    },
  };
};
