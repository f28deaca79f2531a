import { z } from 'zod';
import { isFiscalYear, isPartialDate } from '../../dates/types.ts';
import { fail, ok, type Problem, type Result } from '../../result.ts';
import { assemble } from './assemble.ts';
import { bars, roadmaps } from './collections.ts';
import type { Roadmap } from './model.ts';
import { readPeriod } from './period.ts';
import { readEdge, readPercent, readSpan } from './read-values.ts';

/** The longest snapshot that is read, in UTF-16 units; 1,000 bars with notes take up some 500,000. */
const LENGTH_LIMIT = 20_000_000;
/** No list of a roadmap is longer; a hostile one must not freeze the window. */
const LIST_LIMIT = 20_000;
/** Ids of records, and those of derived milestones. They end up in attributes of the page. */
const ID = /^[\w:@.-]{1,100}$/;

/** A roadmap as a version keeps it: JSON. */
export const toSnapshot = (roadmap: Roadmap): string => JSON.stringify(roadmap);

/**
 * A version's roadmap back. What of it cannot be read is repaired as `buildRoadmap` repairs rows,
 * since another device's file may hold anything; only what is no roadmap at all is refused.
 */
export const readSnapshot = (text: string): Result<Roadmap> => {
  if (text.length > LENGTH_LIMIT) return fail(unreadable('too large'));
  const json = parseJson(text);
  const parsed = snapshotField.safeParse(json);
  return parsed.success ? ok(wholeOf(parsed.data)) : fail(unreadable('no roadmap'));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const unreadable = (detail: string): Problem => ({
  code: 'damaged',
  happened: 'この版の内容を読み取れません。',
  safe: 'いまのロードマップと、ほかの版はそのままです。',
  todo: '別の版を選んでください。必要なら、バックアップから元に戻せます。',
  detail: `roadmap snapshot: ${detail}`,
});

/** A list of which only the readable items are kept. */
const listField = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.slice(0, LIST_LIMIT).flatMap((each) => {
        const parsed = item.safeParse(each);
        return parsed.success ? [parsed.data] : [];
      }),
    );

// The same types that repair rows.
const textField = bars.fields.note.type;
const flagField = roadmaps.fields.provisional.type;

const idField = z.string().regex(ID);
/** A reference that cannot be read leads nowhere, and what refers is put where the lost things are. */
const referenceField = z.string().regex(ID).catch('');
const edgeField = textField.transform((text) => readEdge(text) ?? '');

const spanField = z
  .object({ start: textField, end: textField })
  .transform(({ start, end }) => readSpan(start, end))
  .nullable()
  .catch(null);

const barField = z.object({
  id: idField,
  lane: referenceField,
  label: textField,
  span: spanField,
  kind: bars.fields.kind.type,
  state: bars.fields.state.type,
  progress: bars.fields.progress.type.transform(readPercent),
  owner: textField,
  note: textField,
  actualStart: edgeField,
  actualEnd: edgeField,
  source: textField,
});

const milestoneField = z.object({
  id: idField,
  lane: referenceField,
  label: textField,
  date: textField.transform((date) => (isPartialDate(date) ? date : '')),
  meeting: referenceField,
  derived: flagField,
  note: textField,
  source: textField,
});

const snapshotField = z.object({
  title: textField,
  caption: textField,
  provisional: flagField,
  firstMonth: textField,
  lastMonth: textField,
  foldedYears: listField(z.number().refine(isFiscalYear)),
  groups: listField(z.object({ id: idField, name: textField })),
  lanes: listField(z.object({ id: idField, group: referenceField, name: textField })),
  bars: listField(barField),
  milestones: listField(milestoneField),
  dependencies: listField(z.object({ id: idField, before: idField, after: idField })),
});

/** The texts that were checked above are the ids that they stand for. */
const wholeOf = (parsed: z.infer<typeof snapshotField>): Roadmap =>
  assemble({
    ...(parsed as unknown as Roadmap),
    ...readPeriod(parsed.firstMonth, parsed.lastMonth, null),
  });
