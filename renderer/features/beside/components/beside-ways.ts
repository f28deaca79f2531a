import type { CaseId } from '#shared/domain/record/ids.ts';

/** Where what stands beside a case's pages leads. */
export type BesideWays = {
  readonly onOpenCase: (id: CaseId) => void;
  readonly onOpenKnowHow: (id: string) => void;
  /** To ノウハウ, of one theme. */
  readonly onOpenKnowHowsOf: (theme: string) => void;
  /** To a finding on 課題と対応. */
  readonly onOpenFinding: (id: string) => void;
};
