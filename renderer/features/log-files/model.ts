import type { FileCheck, FileHealth, FileOwner, ListedFile } from '#data/log-files/log-files.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { Damage } from '#shared/documents/frame.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import { assertNever, type Problem } from '#shared/result.ts';
import type { Tone } from '#ui/tone.ts';

/** What became of looking at a file. */
export type Checked =
  | { readonly kind: 'check'; readonly check: FileCheck }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type FileLine = {
  readonly id: string;
  readonly file: ListedFile;
  /** 益城町（令和4年度）, 共通の記録 */
  readonly document: string;
  readonly owner: string;
  /** 1.2 MB */
  readonly size: string;
  readonly state: { readonly words: string; readonly tone: Tone };
  readonly checked: Checked | undefined;
};

export const fileId = ({ document, source }: Pick<ListedFile, 'document' | 'source'>): string =>
  `${document} ${source}`;

const OWNERS: Readonly<Record<FileOwner, string>> = {
  own: 'このパソコン',
  other: 'ほかのパソコン',
  fork: '分かれた写し',
};

export const sizeWords = (bytes: number | undefined): string => {
  if (bytes === undefined) return '';
  if (bytes < 1_000_000)
    return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('ja-JP')} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

const HEALTH: Readonly<Record<FileHealth, FileLine['state']>> = {
  sound: { words: '異常なし', tone: 'success' },
  torn: { words: '異常なし（書きかけの終わりあり）', tone: 'success' },
  healed: { words: '壊れた部分を控えで補いました', tone: 'warning' },
  lost: { words: '読めない編集があります', tone: 'danger' },
  newer: { words: '新しい版で書かれた部分があります', tone: 'warning' },
  misplaced: { words: '別の案件のファイルです', tone: 'danger' },
};

const NOT_CHECKED: FileLine['state'] = { words: '未確認', tone: 'neutral' };
const UNREADABLE: FileLine['state'] = { words: '読み取れません', tone: 'danger' };

const stateOf = (file: ListedFile, checked: Checked | undefined): FileLine['state'] => {
  if (checked?.kind === 'check') return HEALTH[checked.check.health];
  if (checked?.kind === 'failed' || file.problem !== undefined) return UNREADABLE;
  return file.isNewer === true ? HEALTH.newer : NOT_CHECKED;
};

/** Files with those that need looking after first, then by what they belong to. */
export const fileLines = (
  files: readonly ListedFile[],
  rows: readonly CaseRow[],
  checked: ReadonlyMap<string, Checked>,
): readonly FileLine[] => {
  const names = new Map(rows.map((row) => [row.document, caseTitle(row)]));
  return files
    .map((file): FileLine => {
      const id = fileId(file);
      const own = checked.get(id);
      return {
        id,
        file,
        document:
          file.document === OFFICE
            ? '共通の記録'
            : (names.get(file.document) ?? `${cases.what}（名前なし）`),
        owner: OWNERS[file.owner],
        size: sizeWords(file.size),
        state: stateOf(file, own),
        checked: own,
      };
    })
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        Number(b.file.document === OFFICE) - Number(a.file.document === OFFICE) ||
        (a.document < b.document ? -1 : a.document > b.document ? 1 : 0),
    );
};

const RANKS: Partial<Record<Tone, number>> = { danger: 0, warning: 1 };
const rankOf = ({ state }: FileLine): number => RANKS[state.tone] ?? 2;

/** One part that could not be read, in words. */
export const damageWords = (damage: Damage): string => {
  switch (damage.kind) {
    case 'unreadable':
      return `編集 ${damage.after + 1}〜${damage.before - 1} の場所が読めません（${sizeWords(damage.to - damage.from)}）`;
    case 'missing-frames':
      return `編集 ${damage.after + 1}〜${damage.before - 1} がありません`;
    case 'broken-chain':
      return `編集 ${damage.seq} が前の編集につながりません（2か所で書かれたファイルです）`;
    case 'torn-tail':
      return `終わりの ${sizeWords(damage.to - damage.from)} は、書き終わらなかった編集です（「保存済み」になる前のもの）`;
    case 'no-header':
      return 'ファイルの見出しが読めません';
    default:
      return assertNever(damage);
  }
};
