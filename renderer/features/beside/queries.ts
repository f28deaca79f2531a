import type { Query } from '#data/records/query.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';

/** All lessons of the office: nothing that is typed on a case's pages wakes it. */
export const lessons: Query<readonly KnowHowRow[]> = (reader) => reader.of(knowHows, [OFFICE]);

/** The cases of some themes. */
export const casesOfThemes =
  (themes: readonly string[]): Query<readonly CaseDigest[]> =>
  (reader) =>
    reader.digests({ themes });
