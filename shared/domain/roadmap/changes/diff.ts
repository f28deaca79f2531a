import type { Bar, Dependency, Lane, LaneGroup, Milestone, Roadmap } from '../model.ts';

/** The lists of a roadmap, by name. */
export type RoadmapLists = {
  readonly groups: LaneGroup;
  readonly lanes: Lane;
  readonly bars: Bar;
  readonly milestones: Milestone;
  readonly dependencies: Dependency;
};
export type ListName = keyof RoadmapLists;

/** All that a roadmap says beside its lists. */
export type Settings = Omit<Roadmap, ListName>;

type ItemChange<Item> =
  | { readonly kind: 'added'; readonly item: Item; readonly index: number }
  | { readonly kind: 'removed'; readonly item: Item }
  | { readonly kind: 'changed'; readonly before: Item; readonly after: Item }
  /** The order of all items afterwards, where those of both stand in another order. */
  | { readonly kind: 'reordered'; readonly ids: readonly string[] };

export type ListChange<Name extends ListName> = { readonly list: Name } & ItemChange<
  RoadmapLists[Name]
>;

export type SettingsChange = {
  readonly kind: 'settings';
  readonly before: Settings;
  readonly after: Settings;
};

/** One step from a roadmap to another. */
export type Change = SettingsChange | { [Name in ListName]: ListChange<Name> }[ListName];

/** What leads from one roadmap to another, item by item; nothing between equal ones. */
export const diffRoadmaps = (before: Roadmap, after: Roadmap): readonly Change[] => [
  ...diffSettings(before, after),
  ...diffList('groups', before.groups, after.groups),
  ...diffList('lanes', before.lanes, after.lanes),
  ...diffList('bars', before.bars, after.bars),
  ...diffList('milestones', before.milestones, after.milestones),
  ...diffList('dependencies', before.dependencies, after.dependencies),
];

/** The changes to one list. */
export const changesOf = <Name extends ListName>(
  changes: readonly Change[],
  list: Name,
): readonly ListChange<Name>[] =>
  changes.filter(
    (change): change is ListChange<Name> & Change =>
      change.kind !== 'settings' && change.list === list,
  );

/** The items of one list that another has not. */
export const missingIn = <Item extends WithId>(
  items: readonly Item[],
  others: readonly Item[],
): readonly Item[] => {
  const ids = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !ids.has(id));
};

type WithId = { readonly id: string };

const settingsOf = ({
  groups: _groups,
  lanes: _lanes,
  bars: _bars,
  milestones: _milestones,
  dependencies: _dependencies,
  ...settings
}: Roadmap): Settings => settings;

const diffSettings = (before: Roadmap, after: Roadmap): readonly SettingsChange[] => {
  const [from, to] = [settingsOf(before), settingsOf(after)];
  return isSame(from, to) ? [] : [{ kind: 'settings', before: from, after: to }];
};

/** Whether two plain values say the same, whatever the order of their keys. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [fromA, fromB] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    fromA.length === fromB.size &&
    fromA.every(([key, value]) => fromB.has(key) && isSame(value, fromB.get(key)))
  );
};

const diffList = <Name extends ListName>(
  list: Name,
  before: readonly RoadmapLists[Name][],
  after: readonly RoadmapLists[Name][],
): readonly ListChange<Name>[] => {
  const [old, now] = [byId(before), byId(after)];
  const changes: ItemChange<RoadmapLists[Name]>[] = [
    ...before.flatMap((item) => (now.has(item.id) ? [] : [{ kind: 'removed', item } as const])),
    ...after.flatMap((item) => {
      const was = old.get(item.id);
      if (was === undefined || isSame(was, item)) return [];
      return [{ kind: 'changed', before: was, after: item } as const];
    }),
    ...after.flatMap((item, index) =>
      old.has(item.id) ? [] : [{ kind: 'added', item, index } as const],
    ),
  ];
  const order = after.map(({ id }) => id);
  const all = isSame(order, orderBeside(before, after))
    ? changes
    : [...changes, { kind: 'reordered', ids: order } as const];
  return all.map((change) => ({ list, ...change }));
};

const byId = <Item extends WithId>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** The order to which what came and went alone would lead. */
const orderBeside = (before: readonly WithId[], after: readonly WithId[]): readonly string[] => {
  const [old, now] = [byId(before), byId(after)];
  const ids = before.flatMap(({ id }) => (now.has(id) ? [id] : []));
  for (const [index, { id }] of after.entries()) if (!old.has(id)) ids.splice(index, 0, id);
  return ids;
};
