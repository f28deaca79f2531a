import type { Query } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import { type DocumentId, isDocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters, cases, yearNotes } from '#shared/domain/case/case.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import type { ThemeCaseRows } from '#shared/domain/knowhow/theme-cases.ts';
import { hasTheme } from '#shared/domain/knowhow/theme-lines.ts';
import { findings, rounds } from '#shared/domain/meeting/meeting.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';
import { type ThemeRow, themes } from '#shared/domain/office/office.ts';

export type ThemeListRows = {
  readonly digests: readonly CaseDigest[];
  readonly themes: readonly ThemeRow[];
  readonly knowHows: readonly KnowHowRow[];
};

/** All themes, with the cases and lessons that carry them. */
export const themeListRows: Query<ThemeListRows> = lasting(async (reader) => {
  const [digests, office] = await Promise.all([
    reader.digests('all'),
    reader.each({ themes, knowHows }, [OFFICE]),
  ]);
  return { digests, ...office };
});

export type ThemePageRows = ThemeCaseRows & {
  /** Undefined where there is no such theme, or somebody has removed it. */
  readonly theme: ThemeRow | undefined;
  readonly others: readonly ThemeRow[];
  readonly knowHows: readonly KnowHowRow[];
};

/** All that one theme's page shows: only the cases that carry it are read as a whole. */
export const themePageRows =
  (id: string): Query<ThemePageRows> =>
  async (reader) => {
    const [digests, all] = await Promise.all([
      reader.digests({ themes: [id] }),
      reader.each({ themes, knowHows }, [OFFICE]),
    ]);
    // A case's head names the document that holds it.
    const carriers = digests.map((digest) => digest.case.document as DocumentId);
    const rows = await reader.each(
      { cases, supporters: caseSupporters, yearNotes, rounds },
      carriers,
    );
    return {
      ...rows,
      digests,
      theme: all.themes.find((theme) => theme.id === id),
      others: all.themes.filter((theme) => theme.id !== id),
      knowHows: all.knowHows.filter((row) => hasTheme(row, id)),
    };
  };

/**
 * The documents in which a theme stands: of cases that carry it, and of those that hold a finding which does.
 * It looks through the findings of all cases, so it is asked when something is done to the theme.
 */
export const carriersOf =
  (id: string): Query<readonly DocumentId[]> =>
  async (reader) => {
    const [digests, found] = await Promise.all([
      reader.digests({ themes: [id] }),
      reader.all(findings),
    ]);
    const documents = [
      ...digests.map((digest) => digest.case.document),
      ...found.filter((row) => hasTheme(row, id)).map(({ document }) => document),
    ];
    return [...new Set(documents)].filter(isDocumentId);
  };
