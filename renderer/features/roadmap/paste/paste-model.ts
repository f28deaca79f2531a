import type { Imported } from '#data/operations/roadmap/import.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '#shared/domain/roadmap/collections.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import type { PastedBar, PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import { fold } from '#shared/text/fold.ts';
import { clip } from '#shared/text/limits.ts';
import { tsvCell } from '#shared/text/tsv-cell.ts';
import { edgeText } from '../table/rows.ts';

/** A pasted row as it is looked at before it is taken in. */
export type PreviewRow = {
  /** From 0, as it was pasted. */
  readonly row: number;
  /** What is wrong with it, or was read only in part. */
  readonly remarks: readonly string[];
} & (
  | {
      readonly kind: 'good';
      readonly group: string;
      readonly lane: string;
      readonly place: string;
      readonly label: string;
      readonly period: string;
      readonly more: string;
    }
  | { readonly kind: 'refused'; readonly cells: string; readonly source: readonly string[] }
);

/** The rows in the order in which they were pasted, good ones and refused ones. */
export const previewOf = ({ rows, refused }: PastedRows) => ({
  good: rows.length,
  refused: refused.length,
  rows: [
    ...rows.map(
      (row): PreviewRow => ({
        kind: 'good',
        row: row.row,
        remarks: row.doubts,
        group: row.group,
        lane: row.lane,
        place: `${clip(row.group, 30)} › ${clip(row.lane, 40)}`,
        label: clip(row.label, 80),
        period: `${edgeText(row.span.start)}～${edgeText(row.span.end)}`,
        more: moreOf(row),
      }),
    ),
    ...refused.map(
      ({ row, cells, reasons }): PreviewRow => ({
        kind: 'refused',
        row,
        remarks: reasons,
        source: cells,
        cells: clip(cells.filter((cell) => cell !== '').join(' ｜ '), 200),
      }),
    ),
  ].sort((a, b) => a.row - b.row),
});

const moreOf = (bar: PastedBar): string =>
  [
    BAR_KIND_NAMES[bar.kind],
    BAR_STATE_NAMES[bar.state],
    bar.progress === null ? '' : `${bar.progress}%`,
    clip(bar.owner, 30),
    bar.actualStart === '' && bar.actualEnd === ''
      ? ''
      : `実績 ${edgeText(bar.actualStart)}～${edgeText(bar.actualEnd)}`,
    clip(bar.note, 40),
  ]
    .filter((words) => words !== '')
    .join('・');

/** Groups and lanes that the rows name and that are not there, in words; the first few of them. */
export const newPlaces = (roadmap: Roadmap, rows: readonly PreviewRow[]): readonly string[] => {
  const key = (...names: readonly string[]): string =>
    names.map((name) => fold(name).trim()).join('\n');
  const groupName = new Map(roadmap.groups.map(({ id, name }) => [id, name]));
  const known = new Set([
    ...roadmap.groups.map(({ name }) => key(name)),
    ...roadmap.lanes.map(({ group, name }) => key(groupName.get(group) ?? '', name)),
  ]);
  const found: string[] = [];
  const note = (words: string, ...names: readonly string[]): void => {
    if (known.has(key(...names))) return;
    known.add(key(...names));
    found.push(words);
  };
  for (const row of rows) {
    if (row.kind === 'refused') continue;
    note(`分野「${clip(row.group, 20)}」`, row.group);
    note(`取組み「${clip(row.lane, 20)}」`, row.group, row.lane);
  }
  return found.length > NAMED ? [...found.slice(0, NAMED), `ほか${found.length - NAMED}件`] : found;
};

const NAMED = 6;

/** Refused rows as cells again, to be put right where they came from. */
export const refusedText = (rows: readonly PreviewRow[]): string =>
  rows
    .flatMap((row) => (row.kind === 'refused' ? [row.source.map(tsvCell).join('\t')] : []))
    .join('\n');

/** What came of it, in a line. */
export const takenWords = ({ bars, known, refused }: Imported, unread: number): string =>
  [
    `${bars.length.toLocaleString('ja-JP')}本の帯を取り込みました。`,
    known > 0 ? `${known}行は同じ帯がすでにあります。` : '',
    refused.length > 0
      ? `${refused.length}行は入りませんでした（${refused[0]?.problem.happened ?? ''}）。`
      : '',
    unread > 0 ? `読み取れない${unread}行は入れていません。` : '',
  ].join('');
