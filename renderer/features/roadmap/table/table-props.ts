import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';

/** The table view. It runs its own commands. Give it a height: it scrolls inside itself. */
export type RoadmapTableProps = {
  readonly caseId: CaseId;
  /** What is shown: now, or a version (then `isReadOnly`). */
  readonly roadmap: Roadmap;
  /** The case's; where a month is typed without a year, it lies in this one. */
  readonly fiscalYear: FiscalYear | null;
  readonly isReadOnly?: boolean | undefined;
  /** The bar or milestone that is open in the panel. */
  readonly selectedId?: string | null | undefined;
  /** 「くわしく」: open a bar or a milestone in the panel. */
  readonly onOpen?:
    | ((target: { readonly kind: 'bar' | 'milestone'; readonly id: string }) => void)
    | undefined;
};
