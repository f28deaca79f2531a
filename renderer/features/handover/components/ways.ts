import type { GapPlace } from '#shared/domain/handover/readiness.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** Where the pages of 引継ぎ lead; app/ says how one gets there. */
export type HandoverWays = {
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
  readonly onOpenFindings: (caseId: CaseId, recordId?: string) => void;
  readonly onOpenFlow: (caseId: CaseId) => void;
  readonly onOpenOverview: (caseId: CaseId) => void;
  readonly onOpenPerson: (id: string) => void;
  readonly onOpenOrganization: (id: string) => void;
  /** The questions of a case, on the page of 引継ぎ準備 itself. */
  readonly onSelect: (caseId: CaseId | null) => void;
};

/** Goes to where a gap is closed. */
export const goTo = (ways: HandoverWays, caseId: CaseId, place: GapPlace): void => {
  switch (place.kind) {
    case 'meeting':
      ways.onOpenMeeting(caseId, place.id);
      return;
    case 'action':
      ways.onOpenFindings(caseId, place.id);
      return;
    case 'findings':
      ways.onOpenFindings(caseId);
      return;
    case 'flow':
      ways.onOpenFlow(caseId);
      return;
    case 'overview':
      ways.onOpenOverview(caseId);
      return;
    case 'tacit':
      ways.onSelect(caseId);
      return;
    case 'person':
      ways.onOpenPerson(place.id);
      return;
    case 'organization':
      ways.onOpenOrganization(place.id);
      return;
    default:
      place satisfies never;
  }
};
