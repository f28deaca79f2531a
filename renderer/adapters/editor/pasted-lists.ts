/** Word's mark of a paragraph in a list: mso-list:l0 level2 lfo1, or a style that is one: MsoListBullet2. */
const LIST = /mso-list\s?:\s?(l\d{1,4})\s{1,3}level(\d)/i;
const STYLE = /(?<!\w)MsoList(?:Bullet|Number)(\d?)(?!\w)/i;
const NUMBERED =
  /^[\s(（]*(?:[①-⑳]|(?:[\d０-９]{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝ])[.．)）、])/;
/** These stand within a paragraph: they do not end a list. */
const BLOCKS = new Set([
  ...['p', 'div', 'table', 'tr', 'td', 'th', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
]);
/** Where one of these ends, a list within it has ended. */
const AROUND = new Set(['td', 'th', 'tr', 'table', 'div', 'blockquote', 'li']);

type List = { at: number; name: 'ul' | 'ol'; readonly id: string };

/**
 * Makes lists of what Word puts on the clipboard as paragraphs with a sign before them.
 * @param out where the HTML is gathered; the beginning of a list is put right once its sign is known
 */
export const createPastedLists = (out: string[]) => {
  const lists: List[] = [];
  /** The element that is an item of a list. */
  let item = '';
  let sign: string | null = null;
  /** Whether nothing of the item's words has come yet. */
  let isStart = false;

  const endLast = (): void => {
    const list = lists.pop();
    if (list !== undefined) out.push(`</li></${list.name}>`);
  };
  const endAll = (): void => {
    while (lists.length > 0) endLast();
    item = '';
  };
  const begin = (id: string): void => {
    lists.push({ at: out.length, name: 'ul', id });
    out.push('<ul>');
  };

  return {
    /** @returns whether the element is an item and has been written */
    open: (name: string, style: string, classes: string): boolean => {
      const [, id = '', own = ''] = LIST.exec(style) ?? [];
      const named = STYLE.exec(classes);
      const level = own === '' ? (named === null ? 0 : Number(named[1] || 1)) : Number(own);
      const isItem = level > 0 && /^(?:p|h[1-6])$/.test(name);
      if (!isItem) {
        if (BLOCKS.has(name) && lists.length > 0) endAll();
        return false;
      }
      while (lists.length > level) endLast();
      // A list within the one before; Word may leave a level out, a note may not.
      // Another list may follow at once, with other signs.
      if (lists.length === level && lists.at(-1)?.id !== id) endLast();
      if (lists.length < level) begin(id);
      else out.push('</li>');
      out.push('<li><p>');
      item = name;
      isStart = true;
      return true;
    },
    /** @returns whether this was the end of an item's words */
    close: (name: string): boolean => {
      if (AROUND.has(name) && lists.length > 0) endAll();
      if (item === '' || name !== item) return false;
      item = '';
      out.push('</p>');
      return true;
    },
    /** Whether a bullet may still come. */
    isAtStart: (): boolean => item !== '' && isStart,
    text: (): void => {
      isStart = false;
    },
    beginMark: (): void => {
      sign = '';
    },
    mark: (raw: string): void => {
      if (sign !== null) sign += raw;
    },
    endMark: (): void => {
      const list = lists.at(-1);
      if (sign !== null && list !== undefined && NUMBERED.test(sign)) {
        list.name = 'ol';
        out[list.at] = '<ol>';
      }
      sign = null;
      isStart = false;
    },
    end: endAll,
  };
};
