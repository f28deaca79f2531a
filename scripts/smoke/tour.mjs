/**
 * The walk through the screens: each step goes on from the one before and leaves its screen ready for
 * a picture.
 * @typedef {{ readonly name: string, readonly go: (page: import('@playwright/test').Page) => Promise<void> }} Step
 * @type {readonly Step[]}
 */
export const tour = [
  {
    name: '01-first-window',
    go: async (page) => {
      await page.locator('#root > *').first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    },
  },
];
