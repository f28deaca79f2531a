import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTransaction,
  type ObservabilitySet,
  RangeSet,
} from 'dexie';

/** Where Dexie gathers what a transaction changes, to tell all threads of it when it is done. */
type Told = DBCoreTransaction & { mutatedParts?: ObservabilitySet };

/**
 * Has a database tell in few words what it writes: of keys that differ in their last part alone one range, and of
 * indexes that something has changed. Dexie names every key, and every value of every index: where documents are
 * written by the hundred, the window had to read and to sort two hundred of them for each, as many times as it
 * has questions open.
 */
export const tellCoarsely = (database: Dexie): void => {
  // It takes the place of Dexie's own of this name.
  database.use({ stack: 'dbcore', name: 'Observability', level: 0, create: coarsely });
};

const coarsely = (core: DBCore): DBCore => ({
  ...core,
  table: (name) => {
    const table = core.table(name);
    const { primaryKey, indexes } = table.schema;
    const part = (index: string): string => `idb://${core.schema.name}/${name}/${index}`;
    const keysOf = (request: DBCoreMutateRequest): readonly unknown[] => {
      if (request.type === 'deleteRange') return [undefined];
      const { type, keys } = request;
      if (type === 'delete') return keys;
      return keys ?? request.values.map((value) => primaryKey.extractKey?.(value));
    };
    const tell = (trans: Told, request: DBCoreMutateRequest): void => {
      const everything = (): RangeSet => new RangeSet(core.MIN_KEY, core.MAX_KEY);
      const written = runsOf(keysOf(request)) ?? everything();
      const parts: ObservabilitySet = { [part('')]: written, [part(':dels')]: written };
      for (const { name: index } of indexes) parts[part(index ?? '')] = everything();
      trans.mutatedParts = Dexie.extendObservabilitySet(trans.mutatedParts ?? {}, parts);
    };
    return {
      ...table,
      mutate: (request) =>
        table.mutate(request).then((done) => {
          tell(request.trans, request);
          return done;
        }),
    };
  },
});

/** Keys as ranges, one for all that differ in their last part alone; undefined where a key is not known. */
const runsOf = (keys: readonly unknown[]): RangeSet | undefined => {
  const runs = new Map<string, { from: string[]; to: string[] }>();
  const ranges = new RangeSet();
  for (const key of keys) {
    if (typeof key === 'string') ranges.addKey(key);
    else if (!isPath(key)) return undefined;
    else {
      const last = key.at(-1) ?? '';
      const run = runs.get(key.slice(0, -1).join(' '));
      if (run === undefined) runs.set(key.slice(0, -1).join(' '), { from: key, to: key });
      else if (last < (run.from.at(-1) ?? '')) run.from = key;
      else if (last > (run.to.at(-1) ?? '')) run.to = key;
    }
  }
  for (const run of runs.values()) ranges.add(run);
  return ranges;
};

const isPath = (key: unknown): key is string[] =>
  Array.isArray(key) && key.every((each) => typeof each === 'string');
