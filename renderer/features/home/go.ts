import { assertNever } from '#shared/result.ts';
import type { Place } from './check-places.ts';
import type { HomePlaces } from './places.ts';

/** Goes where something on the desk is settled. */
export const go = (
  places: HomePlaces,
  { caseId, place }: { readonly caseId: string; readonly place: Place },
): void => {
  switch (place.kind) {
    case 'meeting':
      places.onOpenMeeting(caseId, place.meetingId);
      return;
    case 'flow':
      places.onOpenFlow(caseId, place.meetingId);
      return;
    case 'walk':
      places.onOpenWalk(caseId);
      return;
    case 'contact':
      places.onRecordContact(caseId);
      return;
    case 'overview':
      places.onOpenOverview(caseId);
      return;
    case 'findings':
      places.onOpenFindings(caseId);
      return;
    case 'promises':
      places.onOpenPromises();
      return;
    case 'bin':
      places.onOpenBin();
      return;
    default:
      assertNever(place);
  }
};
