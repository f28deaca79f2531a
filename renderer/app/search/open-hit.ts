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

const go = (places: Places, hit: Hit): void => {
  const { document } = hit;
  const caseId = isDocumentId(document) ? caseOf(document) : undefined;
  if (caseId === undefined) places.search(officeQuery(hit));
  else goInCase(places, caseId, hit);
};

const goInCase = (places: Places, caseId: CaseId, { collection, id, parent, field }: Hit): void => {
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
      places.roadmapAt(caseId, id);
      break;
    case 'roadmaps':
    case 'laneGroups':
    case 'lanes':
    case 'roadmapVersions':
      tab('roadmap');
      break;
    case 'findings':
    case 'actions':
      parentOr('findings');
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

/** Where the office's records have no page of their own, what names them: cases of a theme, say. */
const officeQuery = ({ collection, title }: Hit): string => {
  const [, municipality, , theme] = FILTER_KEYS;
  const name = title.map(({ text }) => text).join('');
  const word = name.replaceAll(/["＂“”„\s]+/g, '');
  switch (collection) {
    case 'themes':
      return `${theme}:${word} 種別:案件`;
    case 'municipalities':
      return `${municipality}:${word} 種別:案件`;
    case 'people':
      return `"${word}" 種別:出席`;
    default:
      return `"${word}"`;
  }
};
