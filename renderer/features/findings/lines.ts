import type { Day } from '#shared/dates/types.ts';
import { isLate } from '#shared/domain/meeting/action.ts';
import type { FindingKind } from '#shared/domain/meeting/meeting.ts';
import type { ActionLink, FindingLink } from './chain.ts';
import {
  type Birthplace,
  groupFindings,
  isOrderedBeside,
  type Neighbours,
  neighboursOf,
  sortActions,
} from './model.ts';
import { type Mark, timesOf } from './use-marked.ts';

type LineOf<Link> = {
  readonly id: string;
  readonly link: Link;
  /** Where it was born. */
  readonly place: Birthplace | undefined;
  readonly neighbours: Neighbours;
  /** How often somebody came for it. */
  readonly marked: number | undefined;
};

/** All that is shown of a finding: while it stays the same, the line is not drawn anew. */
export type FindingLine = LineOf<FindingLink> & {
  readonly kind: FindingKind;
  /** How many there are of its kind. */
  readonly ofKind: number;
};

/** All that is shown of an action. */
export type ActionLine = LineOf<ActionLink> & {
  readonly isLate: boolean;
  /** Where a due date without a year lies. */
  readonly fiscalYear: number | null;
};

/** The lines of 課題・気づき: by kind, then by the time of their meetings. */
export const findingLines = (
  shown: readonly FindingLink[],
  places: readonly Birthplace[],
  mark: Mark | undefined,
): readonly FindingLine[] => {
  const links = new Map<string, FindingLink>(shown.map((link) => [link.finding.id, link]));
  const born = new Map<string, Birthplace>(places.map((place) => [place.id, place]));
  const groups = groupFindings(
    shown.map(({ finding }) => finding),
    places,
  );
  return groups.flatMap(({ kind, findings }) =>
    findings.flatMap((finding): readonly FindingLine[] => {
      const link = links.get(finding.id);
      if (link === undefined) return [];
      return [
        {
          id: finding.id,
          kind,
          ofKind: findings.length,
          link,
          place: born.get(finding.meeting),
          neighbours: neighboursOf(findings, finding, (other) => other.meeting === finding.meeting),
          marked: timesOf(mark, finding.id),
        },
      ];
    }),
  );
};

type Beside = {
  readonly places: readonly Birthplace[];
  readonly today: Day;
  readonly fiscalYear: number | null;
};

/** The lines of 対応事項: what goes on first, the most urgent at the top. */
export const actionLines = (
  shown: readonly ActionLink[],
  { places, today, fiscalYear }: Beside,
  mark: Mark | undefined,
): readonly ActionLine[] => {
  const links = new Map<string, ActionLink>(shown.map((link) => [link.action.id, link]));
  const born = new Map<string, Birthplace>(places.map((place) => [place.id, place]));
  const sorted = sortActions(shown.map(({ action }) => action));
  return sorted.flatMap((action): readonly ActionLine[] => {
    const link = links.get(action.id);
    if (link === undefined) return [];
    return [
      {
        id: action.id,
        link,
        place: born.get(action.meeting),
        neighbours: neighboursOf(sorted, action, (other) => isOrderedBeside(other, action)),
        marked: timesOf(mark, action.id),
        isLate: isLate(action, today),
        fiscalYear,
      },
    ];
  });
};

/** The least height of a line, and what always stands above the first (px; see findings-page.module.css). */
const LINE = 60;
const ABOVE = 240;

/** So many more come in each frame after that. */
export const LINES_AT_ONCE = 16;

export const idOf = ({ id }: { readonly id: string }): string => id;

/** How many lines of a card a window can show: they are drawn first. */
export const linesInSight = (): number =>
  Math.max(1, Math.ceil((window.innerHeight - ABOVE) / LINE));
