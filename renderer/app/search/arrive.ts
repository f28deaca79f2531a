import type { Hit } from '#shared/domain/search/hit.ts';
import { rangesOf } from '#shared/domain/search/marks.ts';
import type { Word } from '#shared/domain/search/query.ts';
import { searchForm } from '#shared/text/search-form.ts';

/** A page that has not come by then is not waited for. */
const PATIENCE_MS = 6_000;
const HIGHLIGHT = 'found';
/** Several places on a page are marked; thousands would take long. */
const MOST_MARKS = 50;

type Mark = { readonly element: Element; readonly isSure: boolean };

let leaveLast: (() => void) | undefined;

/** Before that, what was found is looked for where it surely stands: a note may take a moment to come. */
const SURE_UNTIL_MS = 700;
/** So long the address may take to change; what changes it later is somebody who goes elsewhere. */
const UNDER_WAY_MS = 1_000;

/**
 * Waits for the page that was gone to, brings what was found into view and marks it: the field by its name,
 * words in a text without touching the text. The marks stay until somebody edits, or goes elsewhere.
 */
export const arrive = (hit: Hit, words: readonly Word[]): void => {
  leaveLast?.();
  const begun = performance.now();
  let mark: Mark | null = null;
  let frame = 0;
  const look = (): void => {
    frame = 0;
    // The page before may still stand there: what was marked on it goes with it.
    if (mark?.element.isConnected === true && mark.isSure) return;
    const isPatient = performance.now() - begun < SURE_UNTIL_MS;
    const next = findSure(hit, words) ?? (isPatient ? null : findAnywhere(words));
    if (next === null || (mark?.element === next.element && mark.element.isConnected)) return;
    clearMarks();
    mark = next;
    show(next, words);
  };
  const lookSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document.body, { childList: true, subtree: true });
  const stop = (): void => observer.disconnect();
  const timers = [setTimeout(stop, PATIENCE_MS), setTimeout(lookSoon, SURE_UNTIL_MS)];
  const leave = (): void => {
    stop();
    for (const timer of timers) clearTimeout(timer);
    cancelAnimationFrame(frame);
    clearMarks();
    removeEventListener('input', leave, true);
    removeEventListener('hashchange', onMove);
    leaveLast = undefined;
  };
  const onMove = (): void => {
    if (performance.now() - begun > UNDER_WAY_MS) leave();
    else lookSoon();
  };
  addEventListener('input', leave, true);
  addEventListener('hashchange', onMove);
  leaveLast = leave;
  lookSoon();
};

const clearMarks = (): void => {
  CSS.highlights.delete(HIGHLIGHT);
  for (const element of document.querySelectorAll('[data-found]')) {
    element.removeAttribute('data-found');
  }
};

/** The field, the heading or the note that a find names. */
const findSure = ({ collection, id, field, excerpt }: Hit, words: readonly Word[]): Mark | null => {
  const main = document.querySelector('main');
  if (main === null) return null;
  const own = main.querySelector(`[data-field="${CSS.escape(`${collection}.${id}.${field}`)}"]`);
  if (own !== null) return { element: own, isSure: true };
  const heading = excerpt === null ? main.querySelector('h1') : null;
  if (heading !== null && rangesOf(heading.textContent, words).length > 0) {
    return { element: heading, isSure: true };
  }
  const note = field === 'note' ? main.querySelector('.ProseMirror') : null;
  if (note !== null && rangesOf(note.textContent, words).length > 0) {
    return { element: note, isSure: true };
  }
  return null;
};

/** Wherever on the page the words stand: for what has no input of its own, as who attended. */
const findAnywhere = (words: readonly Word[]): Mark | null => {
  const main = document.querySelector('main');
  const element = main === null ? null : mostWords(textHolders(main), words);
  return element === null ? null : { element, isSure: false };
};

/** The element with most of the words; of equals the first. */
const mostWords = (elements: readonly Element[], words: readonly Word[]): Element | null => {
  let best: Element | null = null;
  let most = 0;
  for (const element of elements) {
    const form = searchForm(textOf(element));
    const count = words.filter(({ forms }) => forms.some((each) => form.includes(each))).length;
    if (count > most) [best, most] = [element, count];
  }
  return best;
};

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

const textOf = (element: Element): string =>
  isField(element) ? element.value : element.textContent;

/** Elements with words of their own, in the order of the page. */
const textHolders = (main: Element): readonly Element[] =>
  [...main.querySelectorAll('*')].filter(
    (element) =>
      isField(element) ||
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
      ),
  );

const show = ({ element, isSure }: Mark, words: readonly Word[]): void => {
  const ranges = isField(element) ? [] : textRanges(element, words);
  if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  else element.setAttribute('data-found', '');
  const [first] = ranges;
  const seen = first?.startContainer.parentElement ?? element;
  seen.scrollIntoView({ block: 'center' });
  // Where it may be another's words, the keyboard stays where it is.
  if (!isSure) return;
  if (isField(element)) element.focus({ preventScroll: true });
  else element.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
};

/** The words in the texts below an element, each block of which is looked through as one text. */
const textRanges = (element: Element, words: readonly Word[]): readonly Range[] => {
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  const place = (
    at: number,
    isEnd: boolean,
  ): { readonly node: Text; readonly at: number } | null => {
    const found = nodes.findLast(({ start }) => (isEnd ? start < at : start <= at));
    return found === undefined ? null : { node: found.node, at: at - found.start };
  };
  return rangesOf(text, words)
    .slice(0, MOST_MARKS)
    .flatMap(({ from, to }) => {
      const [start, end] = [place(from, false), place(to, true)];
      if (start === null || end === null) return [];
      const range = new Range();
      range.setStart(start.node, start.at);
      range.setEnd(end.node, end.at);
      return [range];
    });
};
