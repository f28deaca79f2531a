import { searchForm } from '../../text/search-form.ts';
import type { Collection } from '../record/collection.ts';
import type { CollectionName } from '../record/ids.ts';
import { VARIETY_FIELD } from './records.ts';

/**
 * Which records 種別 stands for: those that are called so (会合, 人), else those whose own kind is (課内協議,
 * 決定), else all of which it is a part (課題).
 * @param kind in its form; '' for all
 */
export const wantedKind = (
  collections: readonly Collection[],
  kind: string,
): ((collection: CollectionName, variety: string) => boolean) => {
  if (kind === '') return () => true;
  const called = new Map(collections.map(({ name, what }) => [name, searchForm(what)]));
  if ([...called.values()].includes(kind)) return (name) => called.get(name) === kind;
  const varieties = collections.flatMap(({ fields }) => {
    const field = fields[VARIETY_FIELD];
    return field?.kind === 'choice' ? Object.values(field.names ?? {}).map(searchForm) : [];
  });
  if (varieties.includes(kind)) return (_, variety) => variety === kind;
  return (name, variety) => called.get(name)?.includes(kind) === true || variety.includes(kind);
};
