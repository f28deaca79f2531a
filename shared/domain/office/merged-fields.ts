import { lengthOf, NAME_LIMIT } from '../../text/limits.ts';
import type { Member, Row } from '../record/collection.ts';
import type { ValueField } from '../record/field.ts';
import { valueIn } from '../record/row-values.ts';
import { formerNamesOf } from './former-names.ts';
import { organizations, people } from './office.ts';

/** The collections of whose records two may be of the same one. */
export const WHO = { people, organizations } as const;
export type WhoKind = keyof typeof WHO;
export type WhoRow = Row<(typeof WHO)[WhoKind]>;

/** What becomes of a field in which the two are not alike. */
export type FieldFate = {
  /** 電話 */
  readonly name: string;
  /** What the record that is kept says by itself; '' for nothing. */
  readonly kept: string;
  /** What the other says. */
  readonly other: string;
  /** Taken over, since nothing stood here; put below what stands here; or noted in 備考 or 以前の名前. */
  readonly fate: 'taken' | 'joined' | 'noted' | 'formerName';
};

export type MergedFields = {
  /** What is written to the record that is kept. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The members of each set of it. */
  readonly sets: Readonly<Record<string, readonly Member[]>>;
  readonly fates: readonly FieldFate[];
};

const textIn = (row: object, field: string): string => String(valueIn(row, field) ?? '');

/** A value and its words; of a reference both halves. One that names either of the two says nothing. */
const saidIn = (
  row: WhoRow,
  [name, field]: readonly [string, ValueField],
  own: ReadonlySet<string>,
) => {
  const value = valueIn(row, name);
  if (field.kind !== 'reference') {
    const isEmpty = value === field.type.parse(undefined);
    return { values: { [name]: value }, words: isEmpty ? '' : field.words(value) };
  }
  const isOwn = own.has(String(value));
  const words = isOwn || field.named === undefined ? '' : textIn(row, field.named);
  return {
    values: {
      [name]: isOwn ? '' : value,
      ...(field.named !== undefined && { [field.named]: words }),
    },
    words,
  };
};

/** Fields with a rule of their own below. */
const OWN_RULE: ReadonlySet<string> = new Set(['name', 'formerNames', 'remarks']);

/**
 * What the record that is kept says once another of the same person or body is merged into it. Nothing of
 * either is lost: what stands in only one of them is kept, texts are joined, and where they differ the other's
 * words go to 備考, its name to 以前の名前.
 */
export const mergedFields = (kind: WhoKind, keep: WhoRow, gone: WhoRow): MergedFields => {
  const { fields, values: declared, sets } = WHO[kind];
  const own = new Set<string>([keep.id, gone.id]);
  const halves = new Set(declared.flatMap(([, { named }]) => (named === undefined ? [] : [named])));
  const values: Record<string, unknown> = {};
  const fates: FieldFate[] = [];
  const notes: string[] = [];
  for (const each of declared) {
    const [field, { name, kind: what }] = each;
    if (OWN_RULE.has(field) || halves.has(field)) continue;
    const [here, there] = [saidIn(keep, each, own), saidIn(gone, each, own)];
    const [kept, other] = [here.words, there.words];
    // A reference of one to the other would be one to itself.
    if (what === 'reference') Object.assign(values, here.values);
    if (other === '' || other === kept) continue;
    const tell = (fate: FieldFate['fate']) => fates.push({ name, kept, other, fate });
    if (kept === '') {
      Object.assign(values, there.values);
      tell('taken');
    } else if (what === 'paragraph') {
      values[field] = `${kept}\n${other}`;
      tell('joined');
    } else {
      notes.push(`${name}：${other}`);
      tell('noted');
    }
  }
  const former = formerNames(keep, gone);
  if (former !== keep.formerNames) {
    if (lengthOf(former) <= NAME_LIMIT) values.formerNames = former;
    else notes.push(`${fields.formerNames.name}：${former}`);
    if (gone.name !== keep.name) {
      const other = [gone.name, gone.formerNames].filter((text) => text !== '').join('、');
      fates.push({ name: fields.name.name, kept: keep.name, other, fate: 'formerName' });
    }
  }
  const remarks = [keep.remarks, gone.remarks === keep.remarks ? '' : gone.remarks];
  const from = notes.length === 0 ? '' : `まとめた「${gone.name}」の記録から：${notes.join('、')}`;
  values.remarks = [...remarks, from].filter((text) => text !== '').join('\n');
  if (gone.remarks !== '' && gone.remarks !== keep.remarks) {
    const fate = keep.remarks === '' ? 'taken' : 'joined';
    fates.push({ name: fields.remarks.name, kept: keep.remarks, other: gone.remarks, fate });
  }
  return {
    values,
    sets: Object.fromEntries(sets.map((set) => [set, union(set, keep, gone, own)])),
    fates,
  };
};

const formerNames = (keep: WhoRow, gone: WhoRow): string => {
  const before = formerNamesOf(keep);
  const more = [gone.name, ...formerNamesOf(gone)].filter(
    (name, index, all) =>
      name !== keep.name && !before.includes(name) && all.indexOf(name) === index,
  );
  return more.length === 0 ? keep.formerNames : [...before, ...more].join('、');
};

const union = (
  set: string,
  keep: WhoRow,
  gone: WhoRow,
  own: ReadonlySet<string>,
): readonly Member[] => {
  // A set of a row holds its members.
  const all = [gone, keep].flatMap((row) => valueIn(row, set) as readonly Member[]);
  return [...new Map(all.map((member) => [member.id, member])).values()].filter(
    ({ id }) => !own.has(id),
  );
};
