type PageLine = { readonly name: string; readonly words: string };

/** A record as the readable copy shows it. */
export type PageRecord = { readonly title: string; readonly lines: readonly PageLine[] };

export type PageDocument = {
  readonly title: string;
  /** Its 引継書, section by section; none for what has none. */
  readonly book: readonly PageLine[];
  readonly sections: readonly { readonly what: string; readonly records: readonly PageRecord[] }[];
};

/** 引継書 of the whole office, which stands before all documents. */
export type PageOfficeBook = { readonly title: string; readonly sections: readonly PageLine[] };

export type PageHead = {
  /** 内部用 */
  readonly variant: string;
  /** 2027年3月31日 17:00 */
  readonly when: string;
  readonly by: string;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as a page may hold it, whatever stands in it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

/**
 * What Windows, macOS and Linux have: fonts of its own would make the page five megabytes longer. The page says
 * that it is Japanese, so the last choice is whatever the system shows Japanese with.
 */
const FONTS =
  '"Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Hiragino Kaku Gothic ProN",IPAexGothic,TakaoPGothic,sans-serif';

const STYLE = `body{color:#1a1a1c;font-family:${FONTS};line-height:1.7;margin:2rem auto;max-width:64rem;padding:0 1rem}
h2{border-bottom:2px solid #333;margin-top:3rem}
h3{margin:2rem 0 .4rem}
h4{margin:1rem 0 .2rem}
dl{display:grid;grid-template-columns:10rem minmax(0,1fr);margin:0;gap:.1rem .8rem}
dt{color:#555}
dd,td,th{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
.book{background:#f3f5fa;border-left:4px solid #3a5bc7;padding:.2rem 1rem 1rem}
.book h3{margin-top:.6rem}
.book dl{gap:.6rem .8rem}
.book dt{color:inherit;font-weight:bold}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.2rem .5rem;text-align:left;vertical-align:top}
th{background:#f3f5fa;font-weight:bold;min-width:4rem}
nav{margin:1rem 0}
nav a{margin-right:1rem}
td:first-child{min-width:6rem}
@media (max-width:40rem){dl{grid-template-columns:minmax(0,1fr)}table{display:block;overflow-x:auto}}
@media print{h2{break-before:page}h3,h4{break-after:avoid}tr{break-inside:avoid}nav{display:none}}`;

/**
 * A document's part of the readable copy of a hand-over file: one page that any browser opens, without any
 * script, and with nothing that it would fetch. A case begins with its 引継書; all its records follow. The first
 * part begins the page, and the last one ends it.
 * @param titles of all documents
 * @param whole for the first part
 */
export const pagePart = (
  head: PageHead,
  titles: readonly string[],
  document: PageDocument,
  at: number,
  whole?: PageOfficeBook,
): string => {
  const start = at === 0 ? startOf(head, titles, whole) : '';
  const end = at === titles.length - 1 ? '</main>\n</html>\n' : '';
  return `${start}${documentOf(document, at)}\n${end}`;
};

const startOf = (
  head: PageHead,
  titles: readonly string[],
  whole: PageOfficeBook | undefined,
): string => {
  const contents = titles.map((title, at) => `<li><a href="#d${at}">${escapeHtml(title)}</a></li>`);
  const book = whole === undefined || whole.sections.length === 0 ? '' : officeBookOf(whole);
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>引継ぎの控え</title>
<style>
${STYLE}
</style>
<main>
<h1>引継ぎの控え（${escapeHtml(head.variant)}）</h1>
<p>${escapeHtml(head.when)}　${escapeHtml(head.by)}</p>
<p>この控えは読むためのものです。続きを書くには、引継ぎファイルを伴走ノートで開いてください。</p>
${book === '' ? '' : `<p><a href="#book">課全体の引継書</a></p>\n`}<ol>
${contents.join('\n')}
</ol>
${book}`;
};

const officeBookOf = ({ title, sections }: PageOfficeBook): string =>
  `<h2 id="book">引継書　${escapeHtml(title)}</h2>\n<section class="book">\n${listOf(sections)}</section>\n`;

type PageSection = PageDocument['sections'][number];

const documentOf = ({ title, book, sections }: PageDocument, at: number): string => {
  const links = sections.map(
    ({ what, records }, index) =>
      `<a href="#d${at}-${index}">${escapeHtml(what)}（${records.length}件）</a>`,
  );
  return [
    `<h2 id="d${at}">${escapeHtml(title)}</h2>`,
    book.length === 0 ? '' : `<section class="book"><h3>引継書</h3>\n${listOf(book)}</section>`,
    `<nav aria-label="${escapeHtml(title)}の記録">${links.join('\n')}</nav>`,
    ...sections.map((section, index) => sectionOf(section, `d${at}-${index}`)),
  ].join('\n');
};

const sectionOf = ({ what, records }: PageSection, id: string): string => {
  const heading = `<h3 id="${id}">${escapeHtml(what)}（${records.length}件）</h3>`;
  const columns = columnsOf(records);
  // Names alone: 総合事業、通所型サービスC.
  if (columns.length === 1 && records.every((record) => isShort(record) && saysTitle(record))) {
    const names = records.flatMap(({ lines }) => lines.map(({ words }) => words));
    return `${heading}\n<p>${escapeHtml(names.join('、'))}</p>`;
  }
  if (records.length > 1 && columns.length <= MOST_COLUMNS && records.every(isShort)) {
    return `${heading}\n${tableOf(what, columns, records)}`;
  }
  return `${heading}\n${records.map(recordOf).join('\n')}`;
};

/** As a table wider than this, or with longer texts in it, records are harder to read than one below another. */
const MOST_COLUMNS = 7;
const LONG = 120;

const isShort = ({ lines }: PageRecord): boolean =>
  lines.every(({ words }) => words.length <= LONG && !words.includes('\n'));

const columnsOf = (records: readonly PageRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ lines }) => lines.map(({ name }) => name))),
];

const tableOf = (
  what: string,
  columns: readonly string[],
  records: readonly PageRecord[],
): string => {
  const isNamed = records.some((record) => !saysTitle(record));
  const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`;
  const rows = records.map(({ title, lines }) => {
    const byName = new Map(lines.map(({ name, words }) => [name, words]));
    return cells('td', [
      ...(isNamed ? [title] : []),
      ...columns.map((name) => byName.get(name) ?? ''),
    ]);
  });
  const head = cells('th', [...(isNamed ? [what] : []), ...columns]);
  return `<table><thead>${head}</thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
};

/** Whether what a record is called stands among what it says. */
const saysTitle = ({ title, lines }: PageRecord): boolean =>
  title === '' || lines.some(({ words }) => words === title);

const recordOf = ({ title, lines }: PageRecord): string => {
  const heading = title === '' ? '' : `<h4>${escapeHtml(title)}</h4>\n`;
  return `${heading}${listOf(lines)}`;
};

const listOf = (lines: readonly PageLine[]): string => {
  const pairs = lines.map(
    ({ name, words }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(words)}</dd>`,
  );
  return `<dl>${pairs.join('\n')}</dl>`;
};
