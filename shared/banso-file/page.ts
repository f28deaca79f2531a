/** A record as the readable copy shows it. */
export type PageRecord = {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly words: string }[];
};

export type PageDocument = {
  readonly title: string;
  readonly sections: readonly { readonly what: string; readonly records: readonly PageRecord[] }[];
};

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

const STYLE = `body{font-family:"Noto Sans JP","Yu Gothic","Hiragino Sans",sans-serif;line-height:1.7;margin:2rem auto;max-width:56rem;padding:0 1rem}
h2{border-bottom:2px solid #333;margin-top:2.5rem}
h3{margin-top:1.8rem}
h4{margin:1rem 0 .2rem}
dl{display:grid;grid-template-columns:9rem 1fr;margin:0;gap:.1rem .8rem}
dt{color:#555}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
@media print{h2{break-before:page}}`;

/**
 * The readable copy of a hand-over file: one page that any browser opens, without any script, and with
 * nothing that it would fetch.
 */
export const readablePage = (head: PageHead, documents: readonly PageDocument[]): string => {
  const contents = documents.map(
    ({ title }, at) => `<li><a href="#d${at}">${escapeHtml(title)}</a></li>`,
  );
  const parts = documents.map(
    ({ title, sections }, at) =>
      `<h2 id="d${at}">${escapeHtml(title)}</h2>\n${sections.map(sectionOf).join('\n')}`,
  );
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>引継ぎの控え</title>
<style>
${STYLE}
</style>
<h1>引継ぎの控え（${escapeHtml(head.variant)}）</h1>
<p>${escapeHtml(head.when)}　${escapeHtml(head.by)}</p>
<p>この控えは読むためのものです。続きを書くには、引継ぎファイルを伴走ノートで開いてください。</p>
<ol>
${contents.join('\n')}
</ol>
${parts.join('\n')}
</html>
`;
};

const sectionOf = ({ what, records }: PageDocument['sections'][number]): string =>
  `<h3>${escapeHtml(what)}（${records.length}件）</h3>\n${records.map(recordOf).join('\n')}`;

const recordOf = ({ title, lines }: PageRecord): string => {
  const heading = title === '' ? '' : `<h4>${escapeHtml(title)}</h4>\n`;
  const pairs = lines.map(
    ({ name, words }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(words)}</dd>`,
  );
  return `${heading}<dl>${pairs.join('\n')}</dl>`;
};
