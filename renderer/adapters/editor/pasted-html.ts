import { isBeside, isDeleted, lookOf, readClassRules } from '#shared/domain/import/html-styles.ts';
import { attributesOf, type Piece, piecesOf } from '#shared/text/markup.ts';
import { LINK_ATTRIBUTE } from './linked-record.ts';
import { MENTION_ATTRIBUTE } from './mention.ts';
import { createHiddenColumns } from './pasted-columns.ts';
import { createPastedLists } from './pasted-lists.ts';
import { PICTURE_ATTRIBUTE } from './picture.ts';

/** HTML as a note takes it in, and whether words were left out that the source does not show. */
export type CleanHtml = { readonly html: string; readonly hasHidden: boolean };

/** Fonts of pictures: a letter of theirs before an item is its bullet. */
const PICTURES = /font-family\s?:\s?["']?(?:symbol|wingdings|webdings)/i;
/** Elements whose inside is no part of a text. */
const DROPPED = new Set([
  ...[
    'style',
    'script',
    'title',
    'head',
    'xml',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
  ],
  ...['svg', 'math', 'canvas', 'audio', 'video', 'select', 'textarea'],
]);
const RAW_TEXTS = ['style', 'script', 'title', 'textarea', 'iframe', 'noscript'];
/** Elements that have no inside and no end. */
const VOID = new Set([
  ...['br', 'hr', 'img', 'input', 'col', 'meta', 'link', 'base', 'wbr', 'area', 'source', 'embed'],
]);
const KEPT_VOID = new Set(['br', 'hr', 'input']);
/** All that the schema of a note reads from attributes. */
const KEPT_ATTRIBUTES = [
  ...['href', 'colspan', 'rowspan', 'start', 'type', 'checked', 'data-type', 'data-checked'],
  ...['data-pm-slice', MENTION_ATTRIBUTE],
];
/** What names a record or a picture of the case that the note is of. */
const OWN_ATTRIBUTES = [LINK_ATTRIBUTE, PICTURE_ATTRIBUTE];
const KEPT_STYLES = /(?<![\w-])(?:font-weight|font-style|text-decoration(?:-line)?)\s*:[^;"<>&]*/gi;

/**
 * Takes out of pasted HTML what is no text of a note: scripts, style sheets and handlers (the schema and
 * the content security policy refuse them anyway; this spares the policy's error messages), and what
 * its source does not show: passages that tracked changes have deleted, comments, hidden text and
 * columns, readings above letters.
 * Word's paragraphs that look like a list become one.
 * @param isOwn whether a linked record or a picture is one that this note may show; the words stay of any other
 */
export const cleanHtml = (
  html: string,
  isOwn: (name: string) => boolean = () => false,
): CleanHtml => {
  const cleaning = createCleaning(isOwn);
  for (const piece of piecesOf(html, RAW_TEXTS)) cleaning.take(piece);
  return cleaning.end();
};

type Skipped = { readonly name: string; depth: number };

const createCleaning = (isOwn: (name: string) => boolean) => {
  const out: string[] = [];
  const lists = createPastedLists(out);
  const columns = createHiddenColumns();
  const rules = new Map<string, string>();
  let skipped: Skipped | null = null;
  let hasHidden = false;

  const skip = (name: string): void => {
    skipped = { name, depth: 1 };
  };
  const open = (name: string, raw: string, isClosed: boolean): void => {
    if (name.includes(':') || name === 'html' || name === 'body') return;
    const attributes = attributesOf(raw);
    const isReading = name === 'rt' || name === 'rp';
    const isHidden =
      columns.open(name, attributes) ||
      isDeleted(name, raw) ||
      lookOf(name, raw, rules).isHidden ||
      (isBeside(name, raw) && !isReading);
    if (VOID.has(name)) {
      if (KEPT_VOID.has(name) && !isHidden) out.push(tagOf(name, attributes));
      return;
    }
    if (isHidden) hasHidden = true;
    if (isClosed) return;
    if (isHidden || isReading || DROPPED.has(name)) {
      skip(name);
      return;
    }
    const style = attributes.get('style') ?? '';
    if (lists.open(name, style, attributes.get('class') ?? '')) return;
    if (/mso-list\s*:\s*ignore/i.test(style) || (lists.isAtStart() && PICTURES.test(style))) {
      lists.beginMark();
      skip(name);
      return;
    }
    const own = OWN_ATTRIBUTES.find((key) => attributes.has(key));
    const value = own === undefined ? '' : (attributes.get(own) ?? '');
    out.push(
      own === undefined || !isOwn(value)
        ? tagOf(name, attributes)
        : `<p ${own}="${value.replaceAll('"', '&quot;')}">`,
    );
  };
  const close = (name: string): void => {
    columns.close(name);
    if (name.includes(':') || name === 'html' || name === 'body' || VOID.has(name)) return;
    if (lists.close(name)) return;
    out.push(`</${name}>`);
  };

  return {
    take: (piece: Piece): void => {
      if (piece.kind === 'text') {
        if (skipped === null && !piece.isLiteral) {
          if (piece.raw.trim() !== '') lists.text();
          out.push(piece.raw);
        } else if (skipped?.name === 'style') readClassRules(piece.raw, rules);
        else if (skipped !== null) lists.mark(piece.raw);
        return;
      }
      const name = piece.name.toLowerCase();
      if (skipped !== null && endsUnsaid(skipped, piece.kind, name)) skipped = null;
      if (skipped !== null) {
        if (name !== skipped.name || (piece.kind === 'open' && piece.isClosed)) return;
        skipped.depth += piece.kind === 'open' ? 1 : -1;
        if (skipped.depth > 0) return;
        skipped = null;
        lists.endMark();
        return;
      }
      if (piece.kind === 'open') open(name, piece.attributes, piece.isClosed);
      else close(name);
    },
    end: (): CleanHtml => {
      lists.end();
      return { html: out.join(''), hasHidden: hasHidden || columns.hasHidden() };
    },
  };
};

/** Whether an element that says nothing of its end has ended: Excel closes no cell before the next. */
const endsUnsaid = ({ name, depth }: Skipped, kind: 'open' | 'close', next: string): boolean => {
  if (depth > 1) return false;
  switch (name) {
    case 'p':
    case 'li':
    case 'tr':
      return kind === 'open' ? next === name : next === 'table';
    case 'td':
    case 'th':
      return kind === 'open' ? /^(?:td|th|tr)$/.test(next) : /^(?:tr|table)$/.test(next);
    default:
      return false;
  }
};

const tagOf = (name: string, attributes: ReadonlyMap<string, string>): string => {
  const kept = KEPT_ATTRIBUTES.flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [` ${key}="${value.replaceAll('"', '&quot;')}"`];
  });
  const style = (attributes.get('style') ?? '').match(KEPT_STYLES)?.join(';') ?? '';
  return `<${name}${kept.join('')}${style === '' ? '' : ` style="${style}"`}>`;
};
