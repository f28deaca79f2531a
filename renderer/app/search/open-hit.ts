import { caseOf, isDocumentId } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Hit } from '#shared/domain/search/hit.ts';
import { FILTER_KEYS, parseQuery } from '#shared/domain/search/query.ts';
import type { CaseTab, Places } from '../routes/navigation.ts';
import { arrive } from './arrive.ts';

/** Goes to where a find stands, and marks there what was looked for. */
export const openHit = (places: Places, hit: Hit, typed: string): void => {
  go(places, hit);
  arrive(hit, parseQuery(typed).words);
};

type Place = Pick<Hit, 'document' | 'collection' | 'id' | 'parent' | 'field' | 'title'>;

/** Goes to the page on which a record stands. */
export const go = (places: Places, hit: Place): void => {
  const { document } = hit;
  const caseId = isDocumentId(document) ? caseOf(document) : undefined;
  if (caseId === undefined) goInOffice(places, hit);
  else goInCase(places, caseId, hit);
};

const goInCase = (
  places: Places,
  caseId: CaseId,
  { collection, id, parent, field }: Place,
): void => {
  const tab = (name: CaseTab): void => places.caseTab(caseId, name);
  const parentOr = (name: CaseTab): void =>
    parent === '' ? tab(name) : places.meeting(caseId, parent);
  switch (collection) {
    case 'cases':
      tab(ON_HEAD.has(field) ? 'flow' : 'overview');
      break;
    case 'rounds':
    case 'preparations':
      tab('flow');
      break;
    case 'meetings':
      places.meeting(caseId, id);
      break;
    case 'bars':
    case 'milestones':
      places.roadmapItem(caseId, id);
      break;
    case 'roadmaps':
    case 'laneGroups':
    case 'lanes':
    case 'roadmapVersions':
      tab('roadmap');
      break;
    case 'findings':
    case 'actions':
      if (parent === '') places.findings(caseId, id);
      else places.meeting(caseId, parent);
      break;
    default:
      // What belongs to a record of a case belongs to a meeting.
      parentOr('overview');
  }
};

/** Fields of a case that its head shows on every page. */
const ON_HEAD: ReadonlySet<string> = new Set([
  ...['', 'municipalityName', 'prefectureName', 'fiscalYear', 'programmeName', 'section', 'themes'],
]);

const goInOffice = (places: Places, hit: Place): void => {
  const { collection, id, parent } = hit;
  switch (collection) {
    case 'people':
      places.person(id);
      break;
    case 'posts':
      places.person(parent);
      break;
    case 'organizations':
      places.organization(id);
      break;
    case 'themes':
      places.theme(id);
      break;
    case 'peerSupports':
      if (parent === '') places.themes();
      else places.theme(parent);
      break;
    case 'knowHows':
      places.knowHow(id);
      break;
    case 'officeAttachments':
      if (parent === '') places.search(municipalityQuery(hit));
      else places.knowHow(parent);
      break;
    default:
      places.search(municipalityQuery(hit));
  }
};

/** A municipality has no page of its own: its cases are looked for. */
const municipalityQuery = ({ collection, title }: Place): string => {
  const [, municipality] = FILTER_KEYS;
  const name = title.map(({ text }) => text).join('');
  const word = name.replaceAll(/["＂“”„\s]+/g, '');
  return collection === 'municipalities' ? `${municipality}:${word} 種別:案件` : `"${word}"`;
};
