import type { Query, Reader } from '#data/records/query.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { caseDocument, caseOf, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { roadmapHomeOf } from '#shared/domain/chain/offer.ts';
import { attendances, type MeetingRow, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import {
  type OrganizationRow,
  organizations,
  people,
  posts,
  roleNote,
  themes,
} from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { type MunicipalityCode, NO_ID } from '#shared/domain/record/ids.ts';
import { compareTexts } from '#shared/domain/record/row-values.ts';
import { roadmapVersions } from '#shared/domain/roadmap/collections.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import { searchForm } from '#shared/text/search-form.ts';
import type { MentionKind } from './mention-marks.ts';
import { candidate, type MentionCandidate } from './mention-options.ts';

/** What a list of mentions is made of. */
export type MentionRows = {
  readonly candidates: readonly MentionCandidate[];
  readonly organizations: readonly OrganizationRow[];
  /** The municipality that is spoken of. */
  readonly near: MunicipalityCode;
};

/** The meeting in whose note somebody types. */
export type MentionPlace = { readonly document: DocumentId; readonly meeting: string };

/** All that a mark may mean there; what belongs to the meeting and its case comes first. */
export const mentionRows = (
  kind: MentionKind,
  place: MentionPlace,
  typed: string,
): Query<MentionRows> => {
  switch (kind) {
    case 'who':
      return whoRows(place);
    case 'theme':
      return themeRows(place);
    case 'case':
      return caseRows(place, typed);
  }
};

const ownCase = async (reader: Reader, document: DocumentId): Promise<CaseRow | undefined> => {
  const id = caseOf(document);
  return id === undefined ? undefined : reader.one(cases, document, id);
};

const isFirst =
  (first: ReadonlySet<string>) =>
  ({ target }: MentionCandidate): boolean =>
    first.has(target.id);

/** Those of the meeting first; the others in the order in which they stand. */
const inOrder = (
  candidates: readonly MentionCandidate[],
  first: ReadonlySet<string>,
): readonly MentionCandidate[] => {
  const is = isFirst(first);
  return [...candidates.filter(is), ...candidates.filter((each) => !is(each))];
};

const whoRows =
  ({ document, meeting }: MentionPlace): Query<MentionRows> =>
  async (reader) => {
    const [office, came, own, row] = await Promise.all([
      reader.each({ people, organizations, posts }, [OFFICE]),
      reader.of(attendances, [document]),
      ownCase(reader, document),
      reader.one(meetings, document, meeting),
    ]);
    const held = postsByPerson(office.posts);
    const bodies = new Map(office.organizations.map((each) => [each.id as string, each]));
    const day = row === undefined ? '' : dateOf(row);
    const persons = office.people.map(({ id, name, kana, formerNames }) =>
      candidate(
        { document: OFFICE, collection: 'people', id },
        name,
        postWords(postOn(held.get(id) ?? [], day), bodies),
        kana,
        formerNames,
      ),
    );
    const groups = office.organizations.map((each) =>
      candidate(
        { document: OFFICE, collection: 'organizations', id: each.id },
        each.name,
        [roleNote(each.role), each.municipalityName].filter(Boolean).join(' '),
        each.kana,
        each.formerNames,
      ),
    );
    const here = new Set<string>(
      came
        .filter((each) => each.meeting === meeting)
        .flatMap(({ person, organization }) => [person, organization]),
    );
    return {
      candidates: inOrder([...persons, ...groups], here),
      organizations: office.organizations,
      near: own?.municipalityCode ?? NO_ID,
    };
  };

const themeRows =
  ({ document }: MentionPlace): Query<MentionRows> =>
  async (reader) => {
    const [all, own] = await Promise.all([reader.all(themes), ownCase(reader, document)]);
    const candidates = all.map(({ id, name }) =>
      candidate({ document: OFFICE, collection: 'themes', id }, name, ''),
    );
    const here = new Set((own?.themes ?? []).map(({ id }) => id));
    return { candidates: inOrder(candidates, here), organizations: [], near: NO_ID };
  };

/** The meetings of so many other cases are read at once. */
const MOST_CASES = 6;

const caseRows =
  ({ document, meeting }: MentionPlace, typed: string): Query<MentionRows> =>
  async (reader) => {
    const all = await reader.all(cases);
    const own = all.find((each) => each.document === document);
    const roadmapHome = own === undefined ? document : caseDocument(roadmapHomeOf(own));
    const { words } = parseQuery(typed);
    // A year alone would name a whole prefecture's: meetings are looked for where few cases are meant.
    const named = all.filter((each) => {
      const form = searchForm(caseTitle(each));
      return words.some(({ forms }) => forms.some((one) => form.includes(one)));
    });
    const near = named.length <= MOST_CASES ? named.map(({ id }) => caseDocument(id)) : [];
    const documents = [...new Set([document, roadmapHome, ...near])];
    const found = await reader.each({ meetings, rounds, roadmapVersions }, documents);
    const titles = new Map(all.map((each) => [each.document, caseTitle(each)]));
    const roundOf = new Map(found.rounds.map((each) => [each.id as string, each]));
    /** Of another case it says of which, as the note will. */
    const called = (of: string, name: string): string =>
      of === document ? name : [titles.get(of), name].filter(Boolean).join(' ');
    const around = (of: string): string => titles.get(of) ?? '';
    const held = found.meetings
      .filter(({ id }) => id !== meeting)
      .toSorted(
        (a, b) =>
          Number(b.document === document) - Number(a.document === document) ||
          compareTexts(b.date, a.date),
      )
      .map((each) => meetingCandidate(each, called, around, roundOf.get(each.round)));
    const versions = found.roadmapVersions.map((each) =>
      candidate(
        // A row of a case names its document.
        { document: each.document as DocumentId, collection: 'roadmapVersions', id: each.id },
        called(each.document, each.name),
        `ロードマップの版 ${shortDate(each.date)}`.trim(),
        around(each.document),
      ),
    );
    const others = all
      .toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))
      .map((each) =>
        candidate(
          { document: caseDocument(each.id), collection: 'cases', id: each.id },
          caseTitle(each),
          each.document === document ? 'この案件' : '案件',
        ),
      );
    const isOwn = ({ target }: MentionCandidate): boolean => target.document === document;
    const inCases = [...held, ...versions];
    return {
      candidates: [...inCases.filter(isOwn), ...others, ...inCases.filter((each) => !isOwn(each))],
      organizations: [],
      near: NO_ID,
    };
  };

const shortDate = (date: string): string =>
  date === '' ? '' : formatPartialDate(date as never, 'dotted');

const meetingCandidate = (
  row: MeetingRow,
  called: (document: string, name: string) => string,
  around: (document: string) => string,
  round: Parameters<typeof titleOf>[1] | undefined,
): MentionCandidate => {
  const { title, subtitle } = titleOf(row, round ?? null);
  return candidate(
    // A row of a case names its document.
    { document: row.document as DocumentId, collection: 'meetings', id: row.id },
    called(row.document, title),
    formatPartialDate(dateOf(row), 'dotted'),
    subtitle,
    around(row.document),
  );
};
