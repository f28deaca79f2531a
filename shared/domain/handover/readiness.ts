import type { CaseRow, CaseSupporterRow } from '../case/case.ts';
import { cases as caseCollection } from '../case/case.ts';
import type { CaseDigest, OpenAction } from '../digest/digest.ts';
import type { KnowHowRow } from '../office/know-how.ts';
import type { OrganizationRow, PersonRow, PostRow } from '../office/office.ts';
import { postOn } from '../office/post-on.ts';
import { fieldName } from '../record/collection.ts';
import type { CaseId } from '../record/ids.ts';
import { isBlank } from '../record/row-values.ts';
import { phoneOf } from './draft-words.ts';
import { TACIT_FIELDS, unanswered } from './tacit.ts';

/** What is looked at before a hand-over, in the order in which it is shown. */
export const GAP_KINDS = [
  'record',
  'nextStep',
  'promise',
  'tacit',
  'role',
  'phone',
  'reception',
  'knowHow',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];
export const GAP_NAMES: Readonly<Record<GapKind, string>> = {
  record: '実施した会合の記録',
  nextStep: '次の一歩（会合の予定か対応事項）',
  promise: '対応事項の担当と期限',
  tacit: '書かれていない知識',
  role: '支援者の役割',
  phone: '支援者・市町村の連絡先の電話番号',
  reception: '受援体制',
  knowHow: '今年のノウハウ',
};

/** Where a gap is closed. */
export type GapPlace =
  | { readonly kind: 'meeting'; readonly id: string }
  | { readonly kind: 'action'; readonly id: string }
  | { readonly kind: 'flow' | 'overview' | 'findings' | 'tacit' }
  | { readonly kind: 'person' | 'organization'; readonly id: string };

export type Gap = {
  readonly id: string;
  readonly kind: GapKind;
  readonly caseId: CaseId;
  readonly caseName: string;
  readonly words: string;
  readonly place: GapPlace;
  /** Of how many it stands for: of unanswered questions, more than one. */
  readonly count: number;
};

/** What is looked at of one kind: so many in all, and those that lack something. */
export type Aspect = {
  readonly kind: GapKind;
  readonly total: number;
  readonly gaps: readonly Gap[];
};

/** A case in use with what is asked of it. */
export type ReadyCase = {
  readonly digest: CaseDigest;
  readonly row: CaseRow;
  readonly supporters: readonly CaseSupporterRow[];
};

export type ReadyOffice = {
  readonly people: readonly PersonRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly posts: readonly PostRow[];
  readonly knowHows: readonly KnowHowRow[];
};

/** What of some cases a successor would miss, kind by kind. */
export const readinessOf = (
  cases: readonly ReadyCase[],
  office: ReadyOffice,
): readonly Aspect[] => {
  const found = cases.flatMap((one) => aspectsOf(one, office));
  return GAP_KINDS.map((kind) => {
    const own = found.filter((aspect) => aspect.kind === kind);
    return {
      kind,
      total: own.reduce((sum, { total }) => sum + total, 0),
      gaps: own.flatMap(({ gaps }) => gaps),
    };
  });
};

export type Progress = { readonly done: number; readonly total: number };

/** n of m. */
export const progressOf = (aspects: readonly Aspect[]): Progress => {
  const total = aspects.reduce((sum, aspect) => sum + aspect.total, 0);
  const missing = aspects.flatMap(({ gaps }) => gaps).reduce((sum, { count }) => sum + count, 0);
  return { done: total - missing, total };
};

type Found = Pick<Gap, 'words' | 'place'> & { readonly key: string; readonly count?: number };

const aspectsOf = (
  { digest, row, supporters }: ReadyCase,
  office: ReadyOffice,
): readonly Aspect[] => {
  const caseName = row.municipalityName;
  const aspect = (kind: GapKind, total: number, found: readonly Found[]): Aspect => ({
    kind,
    total,
    gaps: found.map(({ key, words, place, count = 1 }) => ({
      id: `${row.document} ${kind} ${key}`,
      ...{ kind, caseId: row.id, caseName, words, place, count },
    })),
  });
  /** Of the case itself: one thing, there or not. */
  const one = (kind: GapKind, isThere: boolean, words: string, place: GapPlace): Aspect =>
    aspect(kind, 1, isThere ? [] : [{ key: '', words, place }]);
  const { owed, held, actions } = digest;
  const questions = unanswered(row);
  const noRole = supporters.filter(({ role }) => isBlank(role));
  const contacts = contactsOf(row, supporters, office);
  const noPhone = contacts.filter((contact) => phoneOf(office, contact) === '');
  return [
    aspect(
      'record',
      // A meeting that was held on an unknown day is not among those with a date.
      new Set([...held, ...owed].map(({ id }) => id)).size,
      owed.map(({ id, title }) => ({
        key: id,
        words: `${title}の記録がまだです`,
        place: { kind: 'meeting', id },
      })),
    ),
    one('nextStep', hasNextStep(digest), '会合の予定も対応事項もありません', { kind: 'flow' }),
    aspect('promise', actions.length, actions.flatMap(promiseGap)),
    aspect(
      'tacit',
      TACIT_FIELDS.length,
      questions.length === 0
        ? []
        : [
            {
              key: '',
              words: questions.map((field) => fieldName(caseCollection, field)).join('、'),
              place: { kind: 'tacit' },
              count: questions.length,
            },
          ],
    ),
    aspect(
      'role',
      supporters.length,
      noRole.map(({ id, name }) => ({
        key: id,
        words: `${name}の役割が書かれていません`,
        place: { kind: 'overview' },
      })),
    ),
    aspect(
      'phone',
      contacts.length,
      noPhone.map((contact) => ({
        key: contact.key,
        words: `${contact.name}の電話番号がありません`,
        place: placeOfContact(contact, office),
      })),
    ),
    one('reception', !isBlank(row.reception), '受援体制が書かれていません', { kind: 'overview' }),
    one(
      'knowHow',
      office.knowHows.some(({ sourceCase }) => sourceCase === row.id),
      'この案件から残したノウハウがありません',
      { kind: 'findings' },
    ),
  ];
};

/** Whether somebody knows what comes: a meeting, something to do, or nothing any more. */
const hasNextStep = ({ case: head, isAllDone, planned, actions }: CaseDigest): boolean =>
  head.endedOn !== '' || isAllDone || planned.length > 0 || actions.length > 0;

const promiseGap = ({ id, text, owner, due }: OpenAction): readonly Found[] => {
  const missing = [isBlank(owner) ? '担当' : '', isBlank(due) ? '期限' : ''].filter(Boolean);
  return missing.length === 0
    ? []
    : [
        {
          key: id,
          words: `「${text}」に${missing.join('と')}がありません`,
          place: { kind: 'action', id },
        },
      ];
};

/** Whom a successor may have to call. */
type Contact = {
  readonly key: string;
  readonly name: string;
  readonly person: string;
  readonly organization: string;
};

/** Those who support, and who is in a post of the municipality today. */
const contactsOf = (
  { municipalityCode }: CaseRow,
  supporters: readonly CaseSupporterRow[],
  { people, organizations, posts }: ReadyOffice,
): readonly Contact[] => {
  const supporting = supporters.map(({ id, name, person, organizationId: organization }) => ({
    ...{ key: id, name, person, organization },
  }));
  if (municipalityCode === '') return supporting;
  const bodies = new Set<string>(
    organizations.filter((body) => body.municipality === municipalityCode).map(({ id }) => id),
  );
  const known = new Set<string>(supporters.map(({ person }) => person));
  const there = new Set<string>(
    posts.filter(({ organization }) => bodies.has(organization)).map(({ person }) => person),
  );
  const contacts = people.flatMap(({ id, name }): readonly Contact[] => {
    if (!there.has(id) || known.has(id)) return [];
    const post = postOn(
      posts.filter(({ person }) => person === id),
      '',
    );
    const organization = post?.organization ?? '';
    return bodies.has(organization) && post?.to === ''
      ? [{ key: id, name, person: id, organization: '' }]
      : [];
  });
  return [...supporting, ...contacts];
};

/** The page of who it is, where the office has one. */
const placeOfContact = (
  { person, organization }: Contact,
  { people, organizations }: ReadyOffice,
): GapPlace => {
  if (people.some(({ id }) => id === person)) return { kind: 'person', id: person };
  if (organizations.some(({ id }) => id === organization)) {
    return { kind: 'organization', id: organization };
  }
  return { kind: 'overview' };
};
