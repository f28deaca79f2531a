import { z } from 'zod';
import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import { type DateContext, parsePartialDate, parseTime } from '../../dates/parse.ts';
import { isFiscalYear, isPartialDate, isTimeOfDay } from '../../dates/types.ts';
import { ok, type Problem, type Result } from '../../result.ts';
import { COUNT_LIMIT, parseCount } from '../../text/count.ts';
import { cleanLine, lengthOf, NAME_LIMIT } from '../../text/limits.ts';
import { refuse } from '../../text/refuse.ts';
import { quote } from '../../text/typed.ts';
import type { Audience } from './audience.ts';
import { type CollectionName, type Id, isId } from './ids.ts';

/*
 * A field is said once, beside its collection: what it holds, what it is called, how long it may be. From
 * that come the values' types, their checks, what a confirmed record watches, the words of undo and of
 * conflicts, what the search finds, and the input on the screen.
 */

/** What is the same for a field of any kind. */
type Said = {
  /** What the screen calls it: 場所. */
  readonly name: string;
  /** What a refusal calls it, where its name alone says too little: 次第の項目. */
  readonly called?: string | undefined;
  /** Shown in an empty input: 例：益城町役場 大会議室. */
  readonly example?: string | undefined;
  /** No screen shows it by itself, and nobody is asked about concurrent values: Yjs's winner stands. */
  readonly isQuiet?: boolean | undefined;
  /** `false`: it may change in a confirmed record without that being told. */
  readonly isWatched?: boolean | undefined;
  /**
   * Other headings than its name under which tables have it. A field that says this, if only `[]`, is taken
   * in from such a column, and may be a column of the app's own tables.
   */
  readonly headings?: readonly string[] | undefined;
  /** How far it may go in any output; to everybody unless said. */
  readonly reach?: Audience | undefined;
  /**
   * It names a person: the field beside it that says which one (`id` for the record itself). What goes to the
   * public names nobody who is there as a private person.
   */
  readonly personIn?: string | undefined;
};
type Options = Omit<Said, 'name'>;

/** A single value: one key of the record. */
export type ValueField<Value = unknown> = Said & {
  readonly kind:
    | 'line'
    | 'paragraph'
    | 'date'
    | 'time'
    | 'count'
    | 'number'
    | 'choice'
    | 'flag'
    | 'reference'
    | 'order'
    | 'hidden';
  /** Characters (code points) that it holds at most. */
  readonly limit?: number | undefined;
  /** A record without it is none. */
  readonly isRequired?: boolean | undefined;
  /** Of a reference: the collection that its id is of. */
  readonly to?: CollectionName | undefined;
  /** Of a reference: the field beside it that keeps the name of what it names. */
  readonly named?: string | undefined;
  /** Of a reference: the record stands for what it names, so that it goes no further than that does. */
  readonly standsFor?: boolean | undefined;
  /** The words of a choice. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Of a choice: how far a record with one of its words may go as a whole. */
  readonly reaches?: Readonly<Record<string, Audience | undefined>> | undefined;
  /** What stands in a document, repaired instead of refused: two legal edits may leave anything in it. */
  readonly type: z.ZodType<Value>;
  // Methods, so that a field of texts may stand where one of anything is asked for.
  /** The value as it may be stored, or why it may not. */
  check(value: Value): Result<Value>;
  /** What somebody typed, or a table's cell. */
  read(text: string, context: DateContext): Result<Value>;
  /** The value as people read it; '' for nothing. */
  words(value: Value): string;
};

/** A set: one key for each member, so that two people may add side by side. */
export type MembersField = Said & {
  readonly kind: 'members';
  /** The collection whose records are its members. */
  readonly to?: CollectionName | undefined;
  /** The words of a fixed list; absent where members are records. */
  readonly names?: Readonly<Record<string, string>> | undefined;
};

/** A long text: a `Y.Text`, merged letter by letter. */
export type LongTextField = Said & { readonly kind: 'text' };

/** A rich note: a `Y.XmlFragment`. */
export type NoteField = Said & { readonly kind: 'note' };

export type Field = ValueField | MembersField | LongTextField | NoteField;

const text = z.string().catch('');

const tooLong = (what: string, length: number, limit: number): Result<never, Problem> =>
  refuse(
    `${what}が長すぎます（${length.toLocaleString('ja-JP')}文字）。`,
    `${limit.toLocaleString('ja-JP')}文字までにしてください。くわしい内容は記録の本文に書けます。`,
  );

type LineOptions = Options & { readonly limit?: number; readonly isRequired?: boolean };

/** One clean line: a name, a place, a sentence. */
export const line = (name: string, options: LineOptions = {}): ValueField<string> => {
  const { limit = NAME_LIMIT, isRequired = false, called: what = name } = options;
  const check = (value: string): Result<string> => {
    const clean = cleanLine(value);
    const length = lengthOf(clean);
    if (isRequired && length === 0) {
      return refuse(`${what}が入っていません。`, `${what}を入力してください。`);
    }
    return length <= limit ? ok(clean) : tooLong(what, length, limit);
  };
  return { ...options, kind: 'line', name, limit, type: text, check, read: check, words: same };
};

/** The longest finding or action, in characters; whole stories belong into the note. */
export const SENTENCE_LIMIT = 1000;

/** Several lines, kept as they are typed. */
export const paragraph = (
  name: string,
  options: Options & { readonly limit?: number } = {},
): ValueField<string> => {
  const { limit = 100_000, called: what = name } = options;
  const check = (value: string): Result<string> => {
    // An accumulating source may be long: counting letters is left to texts that could be too long.
    const length = value.length <= limit ? 0 : lengthOf(value);
    return length <= limit ? ok(value) : tooLong(what, length, limit);
  };
  return {
    ...options,
    kind: 'paragraph',
    name,
    limit,
    type: text,
    check,
    read: check,
    words: same,
  };
};

/** A day, a month, or '' while unknown. */
export const partialDate = (name: string, options: Options = {}): ValueField<string> => ({
  ...options,
  kind: 'date',
  name,
  type: text,
  check: (value) =>
    isPartialDate(value)
      ? ok(value)
      : refuse(
          `${quote(value)}という日はありません。`,
          `${options.called ?? name}を確かめてください。`,
        ),
  read: (typed, context) => {
    const parsed = parsePartialDate(typed, context);
    return parsed.ok ? ok(parsed.value.date) : parsed;
  },
  words: (value) => (value !== '' && isPartialDate(value) ? formatPartialDate(value) : value),
});

/** A time of day (`09:30`), or '' while unknown. */
export const timeOfDay = (name: string, options: Options = {}): ValueField<string> => ({
  ...options,
  kind: 'time',
  name,
  type: text,
  check: (value) =>
    isTimeOfDay(value)
      ? ok(value)
      : refuse(
          `${quote(value)}は時刻として読み取れません。`,
          '「13:30」のように入力してください。',
        ),
  read: (typed) => (typed.trim() === '' ? ok('') : parseTime(typed)),
  words: (value) => value.replace(/^0/, ''),
});

const number = z.number().nullable().catch(null);

/** Heads; null where nobody has said. */
export const count = (name: string, options: Options = {}): ValueField<number | null> => ({
  ...options,
  kind: 'count',
  name,
  type: number,
  check: (value) =>
    value === null || (Number.isInteger(value) && value >= 0 && value <= COUNT_LIMIT)
      ? ok(value)
      : refuse(`${options.called ?? name}が読み取れません。`, '0以上の整数で入力してください。'),
  read: (typed) => (typed.trim() === '' ? ok(null) : parseCount(typed)),
  words: (value) => (value === null ? '' : `${value}人`),
});

/** A number whose bounds the operation knows: of a year, a round, percents; null where nobody has said. */
export const plainNumber = (name: string, options: Options = {}): ValueField<number | null> => {
  const what = options.called ?? name;
  const refused = () => refuse(`${what}が読み取れません。`, '数字で入力してください。');
  return {
    ...options,
    kind: 'number',
    name,
    type: number,
    check: (value) => (value === null || Number.isFinite(value) ? ok(value) : refused()),
    read: (typed) => {
      if (typed.trim() === '') return ok(null);
      const value = Number(typed.normalize('NFKC'));
      return Number.isFinite(value) ? ok(value) : refused();
    },
    words: (value) => (value === null ? '' : value.toLocaleString('ja-JP')),
  };
};

/** The year of an April, in words as 令和4年度; null where nobody has said. */
export const yearField = (name: string): ValueField<number | null> => ({
  ...plainNumber(name),
  words: (value) => {
    if (value === null) return '';
    return isFiscalYear(value) ? formatFiscalYear(value) : String(value);
  },
});

/** One of a fixed list of words; an unknown one reads as `fallback`. */
export const choice = <const Words extends readonly [string, ...string[]]>(
  name: string,
  words: Words,
  fallback: Words[number],
  names: Readonly<Record<Words[number], string>>,
  options: Options & { readonly reaches?: Readonly<Partial<Record<Words[number], Audience>>> } = {},
): ValueField<Words[number]> => {
  const type = z.enum(words).catch(fallback as never);
  const refused = (value: string) =>
    refuse(`${quote(value)}という${name}はありません。`, `${name}を選び直してください。`);
  return {
    ...options,
    kind: 'choice',
    name,
    names,
    type,
    check: (value) => (words.includes(value) ? ok(value) : refused(value)),
    read: (typed) => {
      const found = words.find((word) => names[word as Words[number]] === typed.trim());
      return found === undefined ? refused(typed) : ok(found);
    },
    words: (value) => (Object.hasOwn(names, value) ? names[value] : value),
  };
};

/** Yes or no. */
export const flag = (
  name: string,
  options: Options & { readonly usually?: boolean } = {},
): ValueField<boolean> => {
  const { usually = false, ...rest } = options;
  return {
    ...rest,
    kind: 'flag',
    name,
    type: z.boolean().catch(usually),
    check: ok,
    read: (typed) => ok(/^(?:はい|有|あり|○|〇|1|true)$/u.test(typed.trim())),
    words: (value) => (value ? 'はい' : ''),
  };
};

/** The id of another record; `NO_ID` for none. What it names may be gone: every view has to bear that. */
export const reference = <N extends CollectionName>(
  name: string,
  to: N,
  options: Options & { readonly named?: string; readonly standsFor?: boolean } = {},
): ValueField<Id<N>> => {
  const refused = () => refuse(`${name}が見つかりません。`, '削除されていないか確かめてください。');
  const check = (value: string): Result<Id<N>> =>
    value === '' || isId(value) ? ok(value as Id<N>) : refused();
  return {
    ...options,
    kind: 'reference',
    name,
    to,
    // An id is a text: nothing of it can be seen in the text itself.
    type: text as unknown as z.ZodType<Id<N>>,
    check,
    read: check,
    words: () => '',
  };
};

/** A fractional order key among siblings. */
export const order = (): ValueField<string> => ({
  kind: 'order',
  name: '順番',
  isQuiet: true,
  type: text,
  check: ok,
  read: ok,
  words: () => '',
});

/** What the app keeps for itself: a snapshot, a mapping. */
export const hidden = (name: string, options: Options = {}): ValueField<string> => ({
  ...options,
  kind: 'hidden',
  name,
  type: text,
  check: ok,
  read: ok,
  words: same,
});

export const members = (
  name: string,
  names?: Readonly<Record<string, string>>,
  options: Options = {},
): MembersField => ({ ...options, kind: 'members', name, names });

/** A set whose members are records of a collection. */
export const memberRecords = (
  name: string,
  to: CollectionName,
  options: Options = {},
): MembersField => ({ ...options, kind: 'members', name, to });

export const longText = (name: string, options: Options = {}): LongTextField => ({
  ...options,
  kind: 'text',
  name,
});

export const note = (name: string, options: Options = {}): NoteField => ({
  ...options,
  kind: 'note',
  name,
});

const same = (value: string): string => value;
