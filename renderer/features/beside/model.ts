import { hasTheme } from '#shared/domain/knowhow/theme-lines.ts';
import type { FindingRow } from '#shared/domain/meeting/meeting.ts';
import type { KnowHowRow } from '#shared/domain/office/know-how.ts';
import type { Member } from '#shared/domain/record/collection.ts';
import { compareOrder } from '#shared/domain/record/row-values.ts';

/** A theme with how many lessons carry it. */
export type ThemeCount = { readonly id: string; readonly name: string; readonly count: number };

export type Proposed = {
  /** The latest first, each once. */
  readonly lessons: readonly KnowHowRow[];
  /** Of the case's themes those that have any. */
  readonly themes: readonly ThemeCount[];
};

/** The lessons of a case's themes. */
export const lessonsFor = (themes: readonly Member[], all: readonly KnowHowRow[]): Proposed => ({
  lessons: all
    .filter((lesson) => themes.some(({ id }) => hasTheme(lesson, id)))
    .toSorted((a, b) => compareOrder(b, a)),
  themes: themes
    .map(({ id, name }) => ({
      id,
      name,
      count: all.filter((lesson) => hasTheme(lesson, id)).length,
    }))
    .filter(({ count }) => count > 0),
});

/**
 * What the prefecture minds in a case: 心掛け first, then 反省; the same words once.
 * @param meeting what was found in it stands on its page already
 */
export const caresOf = (
  findings: readonly FindingRow[],
  meeting: string,
): readonly FindingRow[] => {
  const of = (kind: FindingRow['kind']): readonly FindingRow[] =>
    findings.filter((finding) => finding.kind === kind && finding.meeting !== meeting);
  const said = new Set<string>();
  return [...of('care'), ...of('reflection')].filter(({ text }) => {
    const words = text.trim();
    if (words === '' || said.has(words)) return false;
    said.add(words);
    return true;
  });
};
