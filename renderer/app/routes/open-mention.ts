import { caseOf } from '#shared/documents/document-id.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import type { Places } from './navigation.ts';

/** Goes to a record that a note mentions. */
export const openMention = (places: Places, { document, collection, id }: MentionTarget): void => {
  const caseId = caseOf(document) ?? '';
  switch (collection) {
    case 'people':
      places.person(id);
      break;
    case 'organizations':
      places.organization(id);
      break;
    case 'themes':
      places.theme(id);
      break;
    case 'cases':
      places.caseTab(caseId, 'overview');
      break;
    case 'meetings':
      places.meeting(caseId, id);
      break;
    case 'roadmapVersions':
      places.roadmapVersion(caseId, id);
      break;
  }
};
