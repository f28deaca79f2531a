import { createContext, type RefObject, useContext } from 'react';
import type { Keeping } from '#adapters/store/keep-items.tsx';
import type { PrintTable } from '#adapters/table-out/use-table-out.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { ThemeRow } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Option } from '#ui/option.ts';
import type { ActionLink, FindingLink } from './chain.ts';
import type { Birthplace } from './model.ts';

export type FindingsPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** The finding or the action that somebody came for. */
  readonly asked: string | undefined;
  /** Makes lessons of what was found. */
  readonly keeping: Keeping;
  readonly onPrint: PrintTable;
  readonly onOpenMeeting: (meetingId: string) => void;
  /** To a bar or a milestone of the case's roadmap. */
  readonly onOpenRoadmap: (itemId: string) => void;
  /** 変更履歴 of a finding or an action */
  readonly onOpenHistory: (recordId: string) => void;
};

/** What every part of the page works with. */
export type ChainProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** Where a due date without a year lies. */
  readonly fiscalYear: number | null;
  readonly places: readonly Birthplace[];
  /** All findings of the case, to be answered. */
  readonly findings: readonly FindingLink[];
  /** All actions of the case. */
  readonly actions: readonly ActionLink[];
  readonly themes: readonly ThemeRow[];
  /** Bars and milestones to tie an action to, and the case whose document holds them. */
  readonly roadmap: { readonly home: CaseId; readonly options: readonly Option[] };
  /** Makes lessons of what was found. */
  readonly keeping: Keeping;
  /** A marked line is drawn: whether it is to come into sight, with the focus. */
  readonly onArrive: (times: number) => boolean;
  /** To a finding or an action on this page. */
  readonly onGoTo: (id: string) => void;
  readonly onOpenMeeting: (meetingId: string) => void;
  /** To a bar or a milestone. */
  readonly onOpenRoadmap: (itemId: string) => void;
  readonly onOpenHistory: (recordId: string) => void;
};

/** The page's parts as they were drawn last, for what is done in a line: a line is drawn by its own words alone. */
export type Around = RefObject<ChainProps>;

export const ChainContext = createContext<ChainProps | undefined>(undefined);

/** What the page has, for what stands open in a line: that is drawn anew with all of it. */
export const useChain = (): ChainProps => {
  const chain = useContext(ChainContext);
  if (chain === undefined) throw new Error('There is no chain around this');
  return chain;
};
