import type { ReactNode } from 'react';
import type { Values } from '#data/records/draft.ts';
import type { DateContext } from '#shared/dates/parse.ts';
import type { Collection, FieldsOf, Row } from '#shared/domain/record/collection.ts';
import type { ValueField } from '#shared/domain/record/field.ts';
import { ok, type Result } from '#shared/result.ts';
import { CommitArea } from '#ui/commit-area.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { InlineTextField } from '#ui/inline-text-field.tsx';

/** A record, and how what is typed of it is stored. */
export type Bound<C extends Collection> = {
  readonly collection: C;
  readonly row: Row<C>;
  /** Stores the value; `burst` makes one step of undo of what is typed in one go. */
  readonly store: (values: Values<C>, burst?: string) => Promise<Result<unknown>>;
};

type BoundProps<C extends Collection> = Bound<C> & {
  readonly field: keyof FieldsOf<C> & string;
  /** Default: the field's name. */
  readonly label?: string | undefined;
  /** Default: the field's example. */
  readonly placeholder?: string | undefined;
  /** The rule that the field is under. */
  readonly description?: ReactNode;
  /** Against what a date without a year is read. */
  readonly context?: DateContext | undefined;
  /** The stored value as the input shows it, where its words are not that. */
  readonly shown?: string | undefined;
};

/** Of these half a text means something else: 8/2 on the way to 8/24. */
const READ_WHOLE: ReadonlySet<ValueField['kind']> = new Set(['date', 'time', 'count', 'number']);

/** What every input of a field has from its declaration. */
const bindingOf = <C extends Collection>(props: BoundProps<C>) => {
  const { collection, row, field, store, context = {} } = props;
  const declared = collection.values.find(([name]) => name === field)?.[1];
  if (declared === undefined) throw new Error(`${collection.name} has no field ${field}`);
  const value = Object.entries(row).find(([name]) => name === field)?.[1];
  const isWhole = READ_WHOLE.has(declared.kind);
  return {
    declared,
    bound: {
      draftKey: `${collection.name}.${row.id}.${field}`,
      label: props.label ?? declared.name,
      placeholder: props.placeholder ?? declared.example,
      maxLength: declared.limit,
      mode: isWhole ? ('leaving' as const) : undefined,
      parse: (text: string) => declared.read(text, context),
      onCommit: (next: unknown, burst: string) =>
        // The one key is a field of the collection, and the declaration has read its value.
        store({ [field]: next } as Values<C>, isWhole ? undefined : burst),
      value: props.shown ?? declared.words(value),
    },
  };
};

/** A labelled input of one field of a record, as its declaration says: a line, or an area for several. */
export const BoundField = <C extends Collection>(props: BoundProps<C>) => {
  const { bound, declared } = bindingOf(props);
  const { description } = props;
  if (declared.kind !== 'paragraph') return <CommitField {...bound} description={description} />;
  const { mode: _, parse, ...area } = bound;
  return (
    <CommitArea
      {...area}
      parse={(text) => {
        const read = parse(text);
        return read.ok ? ok(text) : read;
      }}
    />
  );
};

type BoundTextProps<C extends Collection> = BoundProps<C> & {
  readonly wraps?: boolean | undefined;
  readonly warning?: ReactNode;
  readonly align?: 'start' | 'end' | undefined;
  readonly isDone?: boolean | undefined;
};

/** One field of a record, edited where it stands in a list. */
export const BoundText = <C extends Collection>({
  wraps,
  warning,
  align,
  isDone,
  ...props
}: BoundTextProps<C>) => (
  <InlineTextField
    {...bindingOf(props).bound}
    align={align}
    isDone={isDone}
    warning={warning}
    wraps={wraps}
  />
);
