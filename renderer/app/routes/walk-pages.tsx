import { useParams } from '@tanstack/react-router';
import type { WalkPlace } from '#features/walk/stop.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { assertNever } from '#shared/result.ts';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { WalkPage } from './lazy-pages.ts';
import { type Places, usePlaces } from './navigation.ts';

/** 案件の歩き方 */
export const WalkRoute = () => {
  const caseId = useParams({ from: '/shell/cases/$caseId/walk' }).caseId as CaseId;
  const places = usePlaces();
  return (
    <Awaited>
      <WalkPage
        caseId={caseId}
        key={caseId}
        onBack={() => places.flow(caseId)}
        onOpen={(place) => open(places, caseId, place)}
        onOpenCases={places.cases}
        onOpenChanges={() => places.changes(caseId)}
        today={useToday()}
      />
    </Awaited>
  );
};

const open = (places: Places, caseId: CaseId, place: WalkPlace): void => {
  switch (place.kind) {
    case 'overview':
    case 'flow':
      places.caseTab(caseId, place.kind);
      break;
    case 'meeting':
      places.meeting(caseId, place.meetingId);
      break;
    case 'findings':
      places.findings(caseId, place.record);
      break;
    case 'person':
      places.person(place.id);
      break;
    case 'organization':
      places.organization(place.id);
      break;
    case 'knowHow':
      places.knowHow(place.id);
      break;
    default:
      assertNever(place);
  }
};
