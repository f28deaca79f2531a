import type { Day, FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/ids.ts';

export type FlowPageProps = {
  readonly caseId: CaseId;
  /** The case's year, where the caller knows it already. */
  readonly fiscalYear?: FiscalYear | undefined;
  readonly today: Day;
  /** Opens the meeting's record, a page of its own. */
  readonly onOpenMeeting: (meetingId: string) => void;
  /** The meeting that is open beside the ladder. */
  readonly selectedId?: string | null | undefined;
  readonly onSelect: (meetingId: string | null) => void;
};
