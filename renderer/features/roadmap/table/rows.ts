import { formatMonth, formatPartialDate } from '#shared/dates/format.ts';
import { isThird, monthOfEdge, type SpanEdge, THIRD_NAMES } from '#shared/dates/thirds.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '#shared/domain/roadmap/collections.ts';
import type { Bar, Lane, LaneGroup, Milestone, Roadmap } from '#shared/domain/roadmap/model.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { assertNever } from '#shared/result.ts';

/** One row of the table view. What has no bar yet has a row all the same, to be written on. */
export type TableRow =
  | { readonly kind: 'bar'; readonly id: string; readonly bar: Bar; readonly at: Place }
  | {
      readonly kind: 'milestone';
      readonly id: string;
      readonly milestone: Milestone;
      readonly at: Place;
    }
  /** A lane in which nothing stands. */
  | { readonly kind: 'lane'; readonly id: string; readonly at: Place }
  /** A group without lanes. */
  | { readonly kind: 'group'; readonly id: string; readonly group: LaneGroup }
  /** Being written: nothing is stored of it yet. */
  | { readonly kind: 'new'; readonly id: string };

export type Place = { readonly group: LaneGroup; readonly lane: Lane };

/** A row that becomes a bar or a milestone once enough stands in it. */
export type DraftRow = Extract<TableRow, { readonly kind: 'lane' | 'group' | 'new' }>;

export const isDraftRow = (row: TableRow): row is DraftRow =>
  row.kind === 'lane' || row.kind === 'group' || row.kind === 'new';

/** What the column 種類 says of a milestone. */
export const MILESTONE_WORD = '節目';

/** The rows of a roadmap by group and lane; bars before milestones. */
export const rowsOf = (roadmap: Roadmap): readonly TableRow[] => {
  const bars = grouped(roadmap.bars, ({ lane }) => lane);
  const milestones = grouped(roadmap.milestones, ({ lane }) => lane);
  const lanes = grouped(roadmap.lanes, ({ group }) => group);
  return roadmap.groups.flatMap((group): readonly TableRow[] => {
    const own = lanes.get(group.id) ?? [];
    if (own.length === 0) return [{ kind: 'group', id: `group:${group.id}`, group }];
    return own.flatMap((lane): readonly TableRow[] => {
      const at = { group, lane };
      const rows: readonly TableRow[] = [
        ...(bars.get(lane.id) ?? []).map((bar) => ({ kind: 'bar', id: bar.id, bar, at }) as const),
        ...(milestones.get(lane.id) ?? []).map(
          (milestone) => ({ kind: 'milestone', id: milestone.id, milestone, at }) as const,
        ),
      ];
      return rows.length > 0 ? rows : [{ kind: 'lane', id: `lane:${lane.id}`, at }];
    });
  });
};

const grouped = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/**
 * Keeps rows of one lane in the order in which they stood, so that a month that is typed does not make
 * its row jump away; new ones stand where the roadmap has them.
 * @param before ids in the order shown until now
 */
export const keepOrder = (
  rows: readonly TableRow[],
  before: readonly string[],
): readonly TableRow[] => {
  const places = new Map(before.map((id, index) => [id, index]));
  const result: TableRow[] = [];
  for (let from = 0; from < rows.length; ) {
    const lane = laneIdOf(rows[from]);
    let end = from + 1;
    while (end < rows.length && lane !== undefined && laneIdOf(rows[end]) === lane) end += 1;
    const run = rows.slice(from, end);
    const known = run
      .filter(({ id }) => places.has(id))
      .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    let next = 0;
    for (const row of run) {
      const kept = places.has(row.id) ? known[next++] : row;
      if (kept) result.push(kept);
    }
    from = end;
  }
  return result;
};

const laneIdOf = (row: TableRow | undefined): string | undefined =>
  row !== undefined && 'at' in row ? row.at.lane.id : undefined;

/** R5.2, R5.2中旬: short, and read back as it stands. */
export const edgeText = (edge: SpanEdge | ''): string => {
  if (edge === '') return '';
  const month = formatMonth(monthOfEdge(edge), 'dotted');
  return isThird(edge) ? `${month}${THIRD_NAMES[Number(edge.slice(-1)) - 1] ?? ''}` : month;
};

/** A cell's text as it is stored; what is typed over it stands elsewhere. */
export const cellText = (row: TableRow, column: RoadmapColumn): string => {
  switch (row.kind) {
    case 'bar':
      return barText(row.bar, row.at, column);
    case 'milestone':
      return milestoneText(row.milestone, row.at, column);
    case 'lane':
      return column === 'group' || column === 'lane' ? placeText(row.at, column) : '';
    case 'group':
      return column === 'group' ? row.group.name : '';
    case 'new':
      return '';
    default:
      return assertNever(row);
  }
};

const placeText = ({ group, lane }: Place, column: 'group' | 'lane'): string =>
  column === 'group' ? group.name : lane.name;

const barText = (bar: Bar, at: Place, column: RoadmapColumn): string => {
  switch (column) {
    case 'group':
    case 'lane':
      return placeText(at, column);
    case 'label':
    case 'owner':
      return bar[column];
    // A cell is one line; the panel shows the lines.
    case 'note':
      return bar.note.replaceAll('\n', ' ');
    case 'start':
    case 'end':
      return bar.span === null ? '' : edgeText(bar.span[column]);
    case 'actualStart':
    case 'actualEnd':
      return edgeText(bar[column]);
    case 'kind':
      return BAR_KIND_NAMES[bar.kind];
    case 'state':
      return BAR_STATE_NAMES[bar.state];
    case 'progress':
      return bar.progress === null ? '' : `${bar.progress}%`;
    default:
      return assertNever(column);
  }
};

const milestoneText = (milestone: Milestone, at: Place, column: RoadmapColumn): string => {
  switch (column) {
    case 'group':
    case 'lane':
      return placeText(at, column);
    case 'label':
      return milestone.label;
    case 'start':
      return milestone.date === '' ? '日付未定' : formatPartialDate(milestone.date, 'dotted');
    case 'kind':
      return MILESTONE_WORD;
    case 'note':
      return milestone.note.replaceAll('\n', ' ');
    default:
      return '';
  }
};

/** Why a cell cannot be written on, or undefined when it can. */
export const lockedWords = (row: TableRow, column: RoadmapColumn): string | undefined => {
  const note =
    row.kind === 'bar' ? row.bar.note : row.kind === 'milestone' ? row.milestone.note : '';
  if (column === 'note' && note.includes('\n'))
    return '改行のある備考です。「くわしく」で直せます。';
  if (row.kind !== 'milestone') return undefined;
  if (row.milestone.derived) {
    return '支援の流れの会合に連動しています。日付や名前は支援の流れで直せます。';
  }
  if (column === 'start' && row.milestone.meeting !== '') {
    return '会合の日付に連動しています。連動は「くわしく」で外せます。';
  }
  return MILESTONE_COLUMNS.has(column) ? undefined : '節目にはこの欄はありません。';
};

const MILESTONE_COLUMNS: ReadonlySet<RoadmapColumn> = new Set([
  'group',
  'lane',
  'label',
  'start',
  'note',
]);

/** A row in a few words, for messages and screen readers: 「試行」, 通所型サービスC（帯なし）. */
export const rowWords = (row: TableRow): string => {
  switch (row.kind) {
    case 'bar':
      return `「${row.bar.label}」`;
    case 'milestone':
      return `節目「${row.milestone.label}」`;
    case 'lane':
      return `取組み「${row.at.lane.name}」`;
    case 'group':
      return `分野「${row.group.name}」`;
    case 'new':
      return '新しい行';
    default:
      return assertNever(row);
  }
};
