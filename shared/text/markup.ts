/** One piece of XML or HTML, in the order of the text. */
export type Piece =
  /** As it stands in the source; `isLiteral` where & means itself (CDATA, the inside of a style). */
  | { readonly kind: 'text'; readonly raw: string; readonly isLiteral: boolean }
  | {
      readonly kind: 'open';
      readonly name: string;
      /** What stands between name and end; see `attributesOf`. */
      readonly attributes: string;
      readonly isClosed: boolean;
    }
  | { readonly kind: 'close'; readonly name: string };

const NAME = /[A-Za-z_][\w:.-]*/y;

/**
 * Takes markup apart without building anything of it, in time that grows with its length alone, however
 * broken it is. Comments, declarations and instructions are left out; what is no tag is text.
 * @param rawTexts names of elements, in small letters, whose inside is text up to their end (style)
 */
export function* piecesOf(text: string, rawTexts: readonly string[] = []): Generator<Piece> {
  const endOfTag = tagEnds(text);
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next < 0) break;
    if (next > at) yield { kind: 'text', raw: text.slice(at, next), isLiteral: false };
    const second = text[next + 1] ?? '';
    if (second === '!' || second === '?') {
      const passed = passedOver(text, next);
      if (passed.literal !== '') yield { kind: 'text', raw: passed.literal, isLiteral: true };
      at = passed.end;
      continue;
    }
    const isEnd = second === '/';
    NAME.lastIndex = next + (isEnd ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      yield { kind: 'text', raw: '<', isLiteral: false };
      at = next + 1;
      continue;
    }
    const from = NAME.lastIndex;
    const end = endOfTag(from);
    at = end + 1;
    if (isEnd) {
      yield { kind: 'close', name };
      continue;
    }
    const isClosed = text[end - 1] === '/';
    yield { kind: 'open', name, attributes: text.slice(from, isClosed ? end - 1 : end), isClosed };
    if (isClosed || !rawTexts.includes(name.toLowerCase())) continue;
    const inside = endOfRaw(text, at, name);
    yield { kind: 'text', raw: text.slice(at, inside), isLiteral: true };
    at = inside;
  }
  if (at < text.length) yield { kind: 'text', raw: text.slice(at), isLiteral: false };
}

/** Finds the > that ends a tag; one within quotes does not. A quote that never closes is a letter. */
const tagEnds = (text: string): ((from: number) => number) => {
  // Once no such quote follows any more, none is looked for again: else broken text would cost its square.
  const isGone = { '"': false, "'": false };
  return (from) => {
    for (let at = from; at < text.length; at += 1) {
      const letter = text[at];
      if (letter === '>') return at;
      if ((letter !== '"' && letter !== "'") || isGone[letter]) continue;
      const close = text.indexOf(letter, at + 1);
      if (close < 0) isGone[letter] = true;
      else at = close;
    }
    return text.length;
  };
};

const passedOver = (
  text: string,
  at: number,
): { readonly end: number; readonly literal: string } => {
  const behind = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return { end: behind('-->', at + 4), literal: '' };
  if (!text.startsWith('<![CDATA[', at)) return { end: behind('>', at), literal: '' };
  const end = behind(']]>', at + 9);
  return { end, literal: text.slice(at + 9, text.startsWith(']]>', end - 3) ? end - 3 : end) };
};

const endOfRaw = (text: string, from: number, name: string): number => {
  let at = text.indexOf('</', from);
  while (at >= 0) {
    if (text.slice(at + 2, at + 2 + name.length).toLowerCase() === name.toLowerCase()) return at;
    at = text.indexOf('</', at + 2);
  }
  return text.length;
};

const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** The attributes of a tag by name, names in small letters; values as they stand in the source. */
export const attributesOf = (attributes: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, double ?? single ?? bare ?? '');
  }
  return found;
};

/** Those that Office and browsers write; others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  yen: '¥',
  copy: '©',
  reg: '®',
  deg: '°',
  plusmn: '±',
  times: '×',
  divide: '÷',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  larr: '←',
  rarr: '→',
  sect: '§',
  para: '¶',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,6}));/g;

const letterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';

/** Text of HTML or XML with its entities resolved. */
export const decodeEntities = (text: string): string =>
  text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return letterOf(Number(decimal));
    if (hex !== undefined) return letterOf(Number.parseInt(hex, 16));
    return (name === undefined ? undefined : NAMED[name]) ?? whole;
  });
