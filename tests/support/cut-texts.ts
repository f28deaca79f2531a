import type { Page } from '@playwright/test';

/**
 * The texts on the screen of which something cannot be read: what sticks out of a box that hides it, out
 * of the window where nothing scrolls, or of a field of one line. Each as its words and where they are.
 */
export const cutTexts = async (page: Page): Promise<readonly string[]> => {
  await page.mouse.move(0, 0);
  return page.evaluate(() => {
    const SLACK = 1.5;
    const found = new Set<string>();
    const nameOf = (element: Element): string => {
      const label = element.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
      const kind = [...element.classList].map((name) => name.replace(/^_|_[\w-]+_\d+$/g, ''));
      return `${element.tagName.toLowerCase()}.${kind.join('.')}${label === '' ? '' : ` in 「${label}」`}`;
    };
    const tell = (words: string, element: Element, why: string): void => {
      found.add(
        `「${words.trim().replace(/\s+/g, ' ').slice(0, 30)}」 ${why} (${nameOf(element)})`,
      );
    };
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('[inert], [aria-hidden="true"], svg, [data-live-announcer]') !== null ||
      // A cell of a grid whose rows are all of one height shows the whole of it under the cursor.
      element.closest('[data-row] > :not([data-cursor])') !== null;
    // What only screen readers hear lies in a box of a pixel.
    const isForEars = (element: Element): boolean => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { width, height } = each.getBoundingClientRect();
        const { overflow } = getComputedStyle(each);
        if (overflow !== 'visible' && width <= 1 && height <= 1) return true;
      }
      return false;
    };
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';

    const check = (rect: DOMRect, element: Element, words: string): void => {
      // A font's own box is higher than a line that is set tightly; nothing of its letters is.
      const tight = Number.parseFloat(getComputedStyle(element).fontSize) * 0.4;
      let [isFreeX, isFreeY] = [false, false];
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(each);
        const box = each.getBoundingClientRect();
        if (!isFreeX && hides(overflowX)) {
          if (rect.right > box.right + SLACK || rect.left < box.left - SLACK) {
            tell(words, each, 'is cut at its side');
            return;
          }
        }
        if (!isFreeY && hides(overflowY)) {
          if (rect.bottom > box.bottom + tight || rect.top < box.top - tight) {
            tell(words, each, 'is cut below or above');
            return;
          }
        }
        if (scrolls(overflowX)) isFreeX = true;
        if (scrolls(overflowY)) isFreeY = true;
        if (position === 'fixed') break;
      }
      if (!isFreeX && (rect.right > innerWidth + SLACK || rect.left < -SLACK)) {
        tell(words, element, 'lies beside the window');
      }
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent ?? '';
      if (element === null || words.trim() === '' || isHidden(element) || isForEars(element)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      // A link to the main part waits above the window until it is focused.
      if (rect.width > 0 && rect.bottom > 0) check(rect, element, words);
    }
    // Nothing tells how wide the words are that stand in an empty field: they are measured apart.
    const pen = document.createElement('canvas').getContext('2d');
    const widthOf = (words: string, font: CSSStyleDeclaration): number => {
      if (pen === null) return 0;
      pen.font = `${font.fontWeight} ${font.fontSize} ${font.fontFamily}`;
      return pen.measureText(words).width;
    };
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'input[type="text"], input[type="search"], input:not([type])',
    )) {
      if (field.value === '' && field.placeholder !== '' && !isHidden(field) && !isForEars(field)) {
        const style = getComputedStyle(field);
        const padding =
          Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
        if (widthOf(field.placeholder, style) > field.clientWidth - padding + 1) {
          tell(field.placeholder, field, 'does not fit into its empty field');
        }
      }
      if (field.value !== '' && !isHidden(field) && field.scrollWidth > field.clientWidth + 1) {
        tell(field.value, field, 'does not fit into its field');
      }
    }
    for (const field of document.querySelectorAll('textarea')) {
      if (field.value === '' && field.placeholder !== '' && !isHidden(field)) {
        // A twin of its size that holds the words as text says how high they are.
        const twin = field.cloneNode() as HTMLTextAreaElement;
        twin.value = field.placeholder;
        const { width, height } = field.getBoundingClientRect();
        twin.style.cssText = `position: absolute; visibility: hidden; box-sizing: border-box;
          field-sizing: fixed; min-height: 0; width: ${width}px; height: ${height}px`;
        field.after(twin);
        const isCut = twin.scrollHeight > twin.clientHeight + 2;
        twin.remove();
        if (isCut) tell(field.placeholder, field, 'does not fit into its empty field');
      }
      const isScrolling = scrolls(getComputedStyle(field).overflowY);
      if (!isHidden(field) && !isScrolling && field.scrollHeight > field.clientHeight + 2) {
        tell(field.value, field, 'does not fit into its field');
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      found.add(`the window scrolls sideways by ${scrollWidth - clientWidth} px`);
    return [...found];
  });
};
