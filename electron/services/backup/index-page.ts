import { bytesOf, type Manifest } from '#shared/backup/manifest.ts';
import { CASE_FOLDER, titleOfFolder } from '#shared/backup/words.ts';
import type { Generation } from '#shared/ipc/backup.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

const when = (at: number): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024).toLocaleString('ja-JP')}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`;

const STATES = {
  whole: 'あり',
  incomplete: '一部のファイルがありません',
  newer: '新しい版の伴走ノートのもの',
  damaged: '読み取れません',
} as const;

/** What stands there of a folder that is sealed: nothing of the records. */
export const SEALED_PAGE = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>伴走ノートのバックアップ</title></head>
<body><h1>伴走ノートのバックアップ</h1>
<p>このバックアップには合言葉がかかっています。伴走ノートの「設定」→「バックアップ」→「別のフォルダーを開く」で、合言葉を入力して開いてください。</p>
</body></html>
`;

/**
 * What stands in the backup folder, for whoever opens it without the app: a page without any script,
 * whatever the titles say.
 */
export const indexPage = (newest: Manifest, generations: readonly Generation[]): string => {
  const cases = newest.documents.filter(({ folder }) => CASE_FOLDER.test(folder));
  const titles = newest.documents.map(({ folder, title }) => titleOfFolder(folder, title));
  const rows = generations.map(
    ({ at, by, cases: count, bytes, state }) =>
      `<tr><td>${when(at)}</td><td>${escaped(by)}</td><td>${count}件</td><td>${sizeOf(bytes)}</td><td>${STATES[state]}</td></tr>`,
  );
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>伴走ノートのバックアップ</title>
<style>
body{font-family:"Noto Sans JP","Yu Gothic","Hiragino Sans",sans-serif;line-height:1.7;margin:2rem auto;max-width:52rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left}
</style>
<h1>伴走ノートのバックアップ</h1>
<p>このフォルダーは、伴走ノートが自動でとった記録の控えです。<strong>中のファイルを動かしたり消したりしないでください。</strong></p>
<h2>元に戻すには</h2>
<ol>
<li>パソコンに伴走ノートを入れて開きます。</li>
<li>はじめての画面か「設定」の「バックアップ」で、「バックアップから戻す」を選びます。</li>
<li>この banso-backup というフォルダーを選び、戻したい日時を選びます。</li>
</ol>
<h2>いちばん新しい控え</h2>
<p>${when(newest.at)}　${escaped(newest.by)}　案件${cases.length}件　${sizeOf(bytesOf(newest))}　添付ファイル${newest.attachments.length}件（伴走ノート ${escaped(newest.app)}）</p>
<ul>
${titles.map((title) => `<li>${escaped(title)}</li>`).join('\n')}
</ul>
<h2>残っている控え</h2>
<table>
<tr><th>日時</th><th>だれのパソコン</th><th>案件</th><th>大きさ</th><th>状態</th></tr>
${rows.join('\n')}
</table>
</html>
`;
};
