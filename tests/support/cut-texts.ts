import type { Page } from '@playwright/test';

/**
 * The texts on the screen of which something cannot be read: what sticks out of a box that hides it, out
 * of the window where nothing scrolls, or of a field of one line, and what something else in the flow of the
 * page lies over. Each as its words and where they are.
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

    /** What is drawn over a point, though it is no menu, toast or bar that is meant to float or to stick. */
    const floats = (element: Element, beside: Element): boolean => {
      for (
        let each: Element | null = element;
        each !== null && !each.contains(beside);
        each = each.parentElement
      ) {
        if (/^(?:fixed|absolute|sticky)$/.test(getComputedStyle(each).position)) return true;
      }
      return false;
    };
    const holdsWordsAt = (element: Element, x: number, y: number): boolean =>
      [...element.childNodes].some((node) => {
        if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') return false;
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].some(
          (line) => x > line.left && x < line.right && y > line.top && y < line.bottom,
        );
      });
    const isOpaque = (element: Element): boolean =>
      !/(?:,\s*0\)|transparent)$/.test(getComputedStyle(element).backgroundColor);
    /** The part of the window in which an element is seen at all, whatever scrolls or hides around it. */
    const seenPart = (element: Element): readonly [number, number, number, number] => {
      let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = each.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      return [left, top, right, bottom];
    };
    /** Whether something else in the flow lies over these words, at the ends or in the middle of a line. */
    const checkCover = (range: Range, element: Element, words: string): void => {
      const [fromX, fromY, toX, toY] = seenPart(element);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width < 4) continue;
        const y = (top + bottom) / 2;
        for (const x of [left + 2, (left + right) / 2, right - 2]) {
          if (x <= fromX || x >= toX || y <= fromY || y >= toY) continue;
          const first = document.elementFromPoint(x, y);
          if (first === null || first === element || element.contains(first)) continue;
          const stack = document.elementsFromPoint(x, y);
          // Words beyond their own box are not found at the point: what is no part of the way to them counts.
          const at = stack.findIndex((each) => each === element || each.contains(element));
          const over = stack.slice(0, Math.max(0, at));
          const cover = over.find((each) => isOpaque(each) || holdsWordsAt(each, x, y));
          if (cover === undefined || element.contains(cover) || cover.contains(element)) continue;
          if (floats(cover, element)) continue;
          const own = (cover.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
          tell(words, element, `lies under 「${own}」`);
          return;
        }
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
      if (rect.width > 0 && rect.bottom > 0) {
        check(rect, element, words);
        checkCover(range, element, words);
      }
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
