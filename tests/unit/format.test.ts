import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { noteSchema } from '#adapters/editor/note-schema.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { COLLECTIONS, FORMAT } from '#shared/domain/schema.ts';
import { documentWith, randomNote } from '../support/notes.ts';

/*
 * The format number of a document stands for these two schemas. After a change to either: raise
 * FORMAT in shared/domain/schema.ts and run this test once with WRITE_FORMAT=1, which adds the new
 * format's fingerprint and notes to tests/fixtures. What is there is never written again.
 */
const fixtures = join(import.meta.dirname, '..', 'fixtures');
const fingerprintFile = (format: number): string =>
  join(fixtures, 'formats', `format-${format}.json`);
const notesFile = (format: number): string => join(fixtures, 'notes', `format-${format}.json`);

const collectionShape = ({ name, home, values, sets, texts, note }: Collection) => ({
  name,
  home,
  fields: Object.fromEntries(
    values.map(([field, { type }]) => [
      field,
      z.toJSONSchema(z.object({ field: type })).properties?.field,
    ]),
  ),
  sets,
  texts,
  note,
});

const attributesShape = (attrs: Readonly<Record<string, { readonly default?: unknown }>> = {}) =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, spec]) => [
      name,
      'default' in spec ? { default: spec.default ?? null } : {},
    ]),
  );

const noteShape = () => ({
  top: noteSchema.topNodeType.name,
  nodes: Object.values(noteSchema.nodes).map(({ name, spec }) => ({
    name,
    content: spec.content ?? '',
    group: spec.group ?? '',
    marks: spec.marks ?? null,
    isInline: spec.inline ?? false,
    attributes: attributesShape(spec.attrs),
  })),
  marks: Object.values(noteSchema.marks).map(({ name, spec }) => ({
    name,
    excludes: spec.excludes ?? null,
    attributes: attributesShape(spec.attrs),
  })),
});

const fingerprint = () => ({
  collections: COLLECTIONS.map((collection) => collectionShape(collection)),
  note: noteShape(),
});

const writeOnce = (file: string, content: unknown): void => {
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
};

if (process.env.WRITE_FORMAT === '1') {
  writeOnce(fingerprintFile(FORMAT), fingerprint());
  const notes = fc.sample(randomNote, { seed: FORMAT, numRuns: 40 });
  writeOnce(
    notesFile(FORMAT),
    notes.map((note) => Buffer.from(Y.encodeStateAsUpdate(documentWith(note))).toString('base64')),
  );
}

describe('the format number', () => {
  it('is raised whenever the records or the note can hold something else', () => {
    const committed: unknown = JSON.parse(readFileSync(fingerprintFile(FORMAT), 'utf8'));
    expect(JSON.parse(JSON.stringify(fingerprint()))).toEqual(committed);
  });

  it('has notes of every format that there has been', () => {
    const formats = Array.from({ length: FORMAT }, (_, index) => `format-${index + 1}.json`);
    expect(readdirSync(join(fixtures, 'notes')).sort()).toEqual(formats);
  });
});
