import type { DocumentId } from '#shared/documents/document-id.ts';
import { bars, laneGroups, lanes } from '#shared/domain/roadmap/collections.ts';
import type { BarId, GroupId, LaneId } from '#shared/domain/roadmap/model.ts';
import type { PastedBar } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { Period } from '#shared/domain/roadmap/period.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft } from '../../records/draft.ts';
import { type BarValues, checkBar, createBar, monthsOf } from './bars.ts';
import { growPeriod, periodOf, reach } from './roadmap.ts';

/** A row that becomes a bar; its group and lane by their names. */
export type RoadmapRowValues = Omit<PastedBar, 'row' | 'doubts'>;

/** What came of pasted rows. */
export type Imported = {
  readonly bars: readonly BarId[];
  readonly groups: number;
  readonly lanes: number;
  /** Rows that are on the roadmap already: same lane, label and months. */
  readonly known: number;
  /** Rows that could not be taken, by their index among those given. */
  readonly refused: readonly { readonly index: number; readonly problem: Problem }[];
};

/**
 * Adds rows of a table, in their order, with the groups and lanes that they name and that are not there
 * (names are compared apart from width and case). A row that is refused does not keep the others back;
 * when all are, the import is.
 * @param document the case's document
 */
export const importRoadmapRows = (
  draft: Draft,
  document: DocumentId,
  rows: readonly RoadmapRowValues[],
): Result<Imported> => {
  const context = contextOf(draft, document);
  const before = { groups: context.groups.size, lanes: context.lanes.size };
  const made: BarId[] = [];
  const refused: { readonly index: number; readonly problem: Problem }[] = [];
  for (const [index, row] of rows.entries()) {
    const added = addRow(context, row);
    if (!added.ok) refused.push({ index, problem: added.error });
    else if (added.value !== null) made.push(added.value);
  }
  const [first] = refused;
  if (first && refused.length === rows.length) return fail(first.problem);
  const grown = growPeriod(draft, document, [context.period.firstMonth, context.period.lastMonth]);
  if (!grown.ok) return grown;
  return ok({
    bars: made,
    groups: context.groups.size - before.groups,
    lanes: context.lanes.size - before.lanes,
    known: rows.length - made.length - refused.length,
    refused,
  });
};

/** The new bar, or null for a row that is on the roadmap already. */
const addRow = (context: Context, row: RoadmapRowValues): Result<BarId | null> => {
  const { draft, document } = context;
  const { group, lane, span } = row;
  const bar = checkBar(valuesOf(row));
  if (!bar.ok) return bar;
  const names = checkNames(group, lane);
  if (!names.ok) return names;
  const period = reach(context.period, monthsOf(span.start, span.end));
  if (!period.ok) return period;
  context.period = period.value;
  const checked = { ...bar.value, lane: laneFor(context, names.value) };
  const key = barKey(checked);
  if (context.bars.has(key)) return ok(null);
  context.bars.add(key);
  return ok(createBar(draft, document, checked));
};

/** What of a row goes into its bar; a reader's notes on it do not. Its lane is found later. */
const valuesOf = (row: RoadmapRowValues): BarValues => ({
  lane: '' as LaneId,
  label: row.label,
  start: row.span.start,
  end: row.span.end,
  kind: row.kind,
  state: row.state,
  progress: row.progress,
  owner: row.owner,
  note: row.note,
  actualStart: row.actualStart,
  actualEnd: row.actualEnd,
});

type Names = { readonly group: string; readonly lane: string };

const checkNames = (group: string, lane: string): Result<Names> => {
  const checked = checkName(group, '分野の名前');
  if (!checked.ok) return checked;
  const named = checkName(lane, '取組みの名前');
  return named.ok ? ok({ group: checked.value, lane: named.value }) : named;
};

type Context = {
  readonly draft: Draft;
  readonly document: DocumentId;
  /** By folded name; lanes by their group and theirs. */
  readonly groups: Map<string, GroupId>;
  readonly lanes: Map<string, LaneId>;
  readonly bars: Set<string>;
  /** As far as the rows reach until now. */
  period: Period;
};

const nameKey = (name: string): string => fold(name).trim();
const laneKey = (group: string, name: string): string => `${group} ${nameKey(name)}`;
const barKey = ({ lane, label, start, end }: BarValues): string =>
  [lane, start, end, nameKey(label)].join(' ');

const contextOf = (draft: Draft, document: DocumentId): Context => ({
  draft,
  document,
  period: periodOf(draft, document),
  // The first of two groups or lanes that bear one name takes the rows.
  groups: new Map(
    draft
      .rows(document, laneGroups)
      .toReversed()
      .map(({ id, name }) => [nameKey(name), id as GroupId]),
  ),
  lanes: new Map(
    draft
      .rows(document, lanes)
      .toReversed()
      .map(({ id, group, name }) => [laneKey(group, name), id as LaneId]),
  ),
  bars: new Set(
    draft.rows(document, bars).map((bar) => barKey({ ...bar, lane: bar.lane as LaneId })),
  ),
});

const laneFor = (context: Context, names: Names): LaneId => {
  const group = groupFor(context, names.group);
  const key = laneKey(group, names.lane);
  const known = context.lanes.get(key);
  if (known !== undefined) return known;
  const { draft, document } = context;
  const id = draft.create(document, lanes, { group, name: names.lane });
  context.lanes.set(key, id);
  return id;
};

const groupFor = ({ draft, document, groups }: Context, name: string): GroupId => {
  const known = groups.get(nameKey(name));
  if (known !== undefined) return known;
  const id = draft.create(document, laneGroups, { name });
  groups.set(nameKey(name), id);
  return id;
};
