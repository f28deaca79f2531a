/**
 * A value in which all that says the same as before is the very object that it was, so that who looks at a part
 * of it can tell by `===` that nothing of it has changed: the old value itself where all of it is alike.
 * Lists are matched by the ids of what is in them, else by place. Nothing of either value is written to.
 *
 * @param before an earlier value of the same kind, or anything
 * @param now plain data: texts, numbers, lists, objects, maps and sets of them; what else there is stays as it is
 */
export const unchanged = <T>(before: unknown, now: T): T =>
  // What comes back says the same as `now` says.
  sameAs(before, now) as T;

const sameAs = (before: unknown, now: unknown): unknown => {
  if (Object.is(before, now) || !isObject(before) || !isObject(now)) return now;
  if (Array.isArray(now)) return Array.isArray(before) ? sameList(before, now) : now;
  if (now instanceof Map) return before instanceof Map ? sameMap(before, now) : now;
  if (now instanceof Set) return before instanceof Set ? sameSet(before, now) : now;
  return isPlain(before) && isPlain(now) ? sameFields(before, now) : now;
};

const sameList = (before: readonly unknown[], now: readonly unknown[]): readonly unknown[] => {
  let byId: ReadonlyMap<string | null, unknown> | undefined;
  const list = now.map((each, index) => {
    const [id, inPlace] = [idOf(each), before[index]];
    if (id === null || id === idOf(inPlace)) return sameAs(inPlace, each);
    byId ??= new Map(before.map((old) => [idOf(old), old]));
    return sameAs(byId.get(id), each);
  });
  return isSameList(before, list) ? before : list;
};

const sameMap = (before: ReadonlyMap<unknown, unknown>, now: ReadonlyMap<unknown, unknown>) => {
  const map = new Map([...now].map(([key, value]) => [key, sameAs(before.get(key), value)]));
  const isSame =
    isSameList([...before.keys()], [...map.keys()]) &&
    isSameList([...before.values()], [...map.values()]);
  return isSame ? before : map;
};

const sameSet = (before: ReadonlySet<unknown>, now: ReadonlySet<unknown>) =>
  isSameList([...before], [...now]) ? before : now;

type Fields = Readonly<Record<string, unknown>>;

const sameFields = (before: Fields, now: Fields): Fields => {
  const names = Object.keys(now);
  let isSame = names.length === Object.keys(before).length;
  let shared: Record<string, unknown> | undefined;
  for (const name of names) {
    const [old, next] = [before[name], now[name]];
    // Most fields are texts that say the same: nothing more is asked of those.
    if (Object.is(old, next) && old !== undefined) continue;
    const kept = sameAs(old, next);
    if (kept !== next) {
      shared ??= { ...now };
      shared[name] = kept;
    }
    isSame &&= Object.hasOwn(before, name) && Object.is(kept, old);
  }
  return isSame ? before : (shared ?? now);
};

const isSameList = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && now.every((each, index) => Object.is(each, before[index]));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlain = (value: object): value is Fields =>
  Object.getPrototypeOf(value) === Object.prototype;

const idOf = (value: unknown): string | null =>
  isObject(value) && 'id' in value && typeof value.id === 'string' ? value.id : null;
