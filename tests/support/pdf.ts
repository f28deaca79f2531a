import { inflateSync } from 'node:zlib';

/** A page of a PDF as Chromium writes them. */
export type PdfPage = {
  /** Its letters in the order in which they are drawn, without spaces between words. */
  readonly text: string;
  /** In points, 72 to the inch. */
  readonly width: number;
  readonly height: number;
  /** Whether the outlines of each of its fonts are in the file. */
  readonly embedded: readonly boolean[];
};

type PdfObject = { readonly dictionary: string; readonly stream: Buffer | undefined };

/**
 * Reads what Chromium prints: objects that stand plainly in the file, streams that are deflated or
 * plain, fonts that say which letters they draw. No reader of PDFs at large.
 */
export const readPdf = (file: Buffer): readonly PdfPage[] => {
  const objects = objectsOf(file);
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map((page) => readPage(page, objects));
};

const objectsOf = (file: Buffer): ReadonlyMap<string, PdfObject> => {
  const text = file.toString('latin1');
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [id, objectOf(body)]));
};

const objectOf = (body: string): PdfObject => {
  const start = /stream\r?\n/.exec(body);
  if (start === null) return { dictionary: body, stream: undefined };
  const dictionary = body.slice(0, start.index);
  const length = Number(/\/Length (\d+)\b(?! 0 R)/.exec(dictionary)?.[1] ?? body.length);
  const from = start.index + start[0].length;
  const raw = Buffer.from(body.slice(from, from + length), 'latin1');
  return { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw };
};

const readPage = (page: PdfObject, objects: ReadonlyMap<string, PdfObject>): PdfPage => {
  const box = /\/MediaBox \[\S+ \S+ (\S+) (\S+)\]/.exec(page.dictionary);
  const contents = /\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1] ?? '';
  const resources = /\/Font <<([\s\S]*?)>>/.exec(page.dictionary)?.[1] ?? '';
  const fonts = new Map(
    [...resources.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      fontOf(objects.get(id), objects),
    ]),
  );
  const drawn = objects.get(contents)?.stream?.toString('latin1') ?? '';
  return {
    text: textOf(drawn, fonts),
    width: Number(box?.[1]),
    height: Number(box?.[2]),
    embedded: [...fonts.values()].map(({ isEmbedded }) => isEmbedded),
  };
};

type Font = {
  readonly letters: ReadonlyMap<string, string>;
  /** How many hexadecimal digits one letter takes. */
  readonly digits: number;
  readonly isEmbedded: boolean;
};

const fontOf = (font: PdfObject | undefined, objects: ReadonlyMap<string, PdfObject>): Font => {
  const { dictionary } = font ?? { dictionary: '' };
  const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1] ?? '';
  const unicode = objects.get(map)?.stream?.toString('latin1') ?? '';
  const inner = /\/DescendantFonts \[(\d+) 0 R\]/.exec(dictionary)?.[1];
  const holder = inner === undefined ? dictionary : (objects.get(inner)?.dictionary ?? '');
  const descriptor = /\/FontDescriptor (\d+) 0 R/.exec(holder)?.[1] ?? '';
  return {
    letters: lettersOf(unicode),
    digits: /begincodespacerange\s*<(\w+)>/.exec(unicode)?.[1]?.length ?? 4,
    isEmbedded:
      dictionary.includes('/CharProcs') ||
      /\/FontFile/.test(objects.get(descriptor)?.dictionary ?? ''),
  };
};

const hex = (text: string): number => Number.parseInt(text, 16);

const fromUtf16 = (digits: string): string =>
  (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(hex(unit))).join('');

const lettersOf = (unicode: string): ReadonlyMap<string, string> => {
  const letters = new Map<string, string>();
  for (const [, body = ''] of unicode.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      letters.set(code.toUpperCase(), fromUtf16(to));
    }
  }
  for (const [, body = ''] of unicode.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = hex(low); code <= hex(high); code += 1) {
        const key = code.toString(16).toUpperCase().padStart(low.length, '0');
        letters.set(key, String.fromCharCode(hex(to) + code - hex(low)));
      }
    }
  }
  return letters;
};

/** What is drawn, font by font; where a span says what it means (ActualText), that instead. */
const PIECES = /\/ActualText <FEFF([0-9A-F]*)>|\b(EMC)\b|\/(\w+) [\d.]+ Tf|<([0-9A-F]+)>/gi;

const textOf = (drawn: string, fonts: ReadonlyMap<string, Font>): string => {
  const words: string[] = [];
  let font: Font | undefined;
  let isTold = false;
  for (const [, actual, end, name, codes] of drawn.matchAll(PIECES)) {
    if (actual !== undefined) {
      words.push(fromUtf16(actual));
      isTold = true;
    }
    if (end !== undefined) isTold = false;
    if (name !== undefined) font = fonts.get(name);
    if (codes === undefined || isTold) continue;
    const letters = codes.toUpperCase().match(new RegExp(`.{${font?.digits ?? 4}}`, 'g')) ?? [];
    words.push(...letters.map((code) => font?.letters.get(code) ?? '\uFFFD'));
  }
  return words.join('');
};
