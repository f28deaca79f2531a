import type { Day, FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

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
  /** Opens with the form for a contact that is to be written down. */
  readonly asksContact?: boolean | undefined;
  /** To 「表から取り込む」, with the table where one was pasted here. */
  readonly onImport: (copied: { readonly html: string; readonly text: string } | null) => void;
};
