/** Word's mark of a paragraph in a list: mso-list:l0 level2 lfo1. */
const LIST = /mso-list\s*:\s*l\d+\s+level(\d)/i;
const NUMBERED =
  /^[\s(（]*(?:[\d０-９]{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝ])[.．)）、]/;
/** These stand within a paragraph: they do not end a list. */
const BLOCKS = new Set(['p', 'div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

type List = { at: number; name: 'ul' | 'ol' };

/**
 * Makes lists of what Word puts on the clipboard as paragraphs with a sign before them.
 * @param out where the HTML is gathered; the beginning of a list is put right once its sign is known
 */
export const createPastedLists = (out: string[]) => {
  const lists: List[] = [];
  /** The element that is an item of a list. */
  let item = '';
  let sign: string | null = null;

  const endLast = (): void => {
    const list = lists.pop();
    if (list !== undefined) out.push(`</li></${list.name}>`);
  };
  const endAll = (): void => {
    while (lists.length > 0) endLast();
    item = '';
  };
  const begin = (): void => {
    lists.push({ at: out.length, name: 'ul' });
    out.push('<ul>');
  };

  return {
    /** @returns whether the element is an item and has been written */
    open: (name: string, style: string): boolean => {
      const level = Number(LIST.exec(style)?.[1] ?? 0);
      const isItem = level > 0 && /^(?:p|h[1-6])$/.test(name);
      if (!isItem) {
        if (BLOCKS.has(name) && lists.length > 0) endAll();
        return false;
      }
      while (lists.length > level) endLast();
      // A list within the one before; Word may leave a level out, a note may not.
      if (lists.length < level) begin();
      else out.push('</li>');
      out.push('<li><p>');
      item = name;
      return true;
    },
    /** @returns whether this was the end of an item's words */
    close: (name: string): boolean => {
      if (item === '' || name !== item) return false;
      item = '';
      out.push('</p>');
      return true;
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
    },
    end: endAll,
  };
};
