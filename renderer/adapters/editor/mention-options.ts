import type { Introduced } from '#data/operations/office/people.ts';
import { bodyOfName } from '#shared/domain/office/bodies.ts';
import type { OrganizationRow } from '#shared/domain/office/office.ts';
import { readTypedPerson, type TypedPerson } from '#shared/domain/office/read-attendee.ts';
import { roleOfName } from '#shared/domain/office/role-of-name.ts';
import { type MunicipalityCode, NO_ID } from '#shared/domain/record/ids.ts';
import { type MentionTarget, mentionKey } from '#shared/domain/record/mention.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import { fold, sameText } from '#shared/text/fold.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { searchForm } from '#shared/text/search-form.ts';
import { quote } from '#shared/text/typed.ts';
import type { MentionKind, TypedMention } from './mention-marks.ts';
import { withoutLetters } from './slash-menu.ts';

/** A record that may be meant. */
export type MentionCandidate = {
  readonly target: MentionTarget;
  readonly words: string;
  /** What tells it from another of that name. */
  readonly note: string;
  /** All that it may be found by, in the form of the search. */
  readonly form: string;
};

/** What is made on the spot of a name that nobody knows. */
export type NewMention =
  | { readonly kind: 'person'; readonly person: Introduced }
  | { readonly kind: 'organization'; readonly name: string; readonly near: MunicipalityCode }
  | { readonly kind: 'theme'; readonly name: string };

export type MentionOption = {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** Whether Enter takes it without its being chosen first. */
  readonly isMeant: boolean;
  readonly pick:
    | { readonly kind: 'known'; readonly target: MentionTarget; readonly words: string }
    | { readonly kind: 'new'; readonly made: NewMention };
};

export const MOST_OPTIONS = 8;

export const candidate = (
  target: MentionTarget,
  words: string,
  note: string,
  ...more: readonly string[]
): MentionCandidate => ({
  target,
  words,
  note,
  form: [words, note, ...more].map(searchForm).join('\n'),
});

/** Letters that are still on their way to kana: いk, いこm. */
const withoutUnfinished = (typed: string): string =>
  /[ぁ-ヿ]/u.test(typed) ? withoutLetters(fold(typed)) : typed;

/** The candidates that what was typed may mean, in the order in which they are given, those that begin so first. */
export const candidatesFor = (
  candidates: readonly MentionCandidate[],
  typed: string,
): readonly MentionCandidate[] => {
  const sought = withoutUnfinished(typed);
  const { words } = parseQuery(sought);
  const form = searchForm(sought);
  const found = candidates.filter((each) =>
    words.every(({ forms }) => forms.some((one) => each.form.includes(one))),
  );
  const begin = ({ words: own }: MentionCandidate): boolean => searchForm(own).startsWith(form);
  const all = form === '' ? found : [...found.filter(begin), ...found.filter((one) => !begin(one))];
  return [...new Map(all.map((one) => [mentionKey(one.target), one])).values()];
};

type Around = {
  readonly organizations: readonly OrganizationRow[];
  /** The municipality that is spoken of. */
  readonly near: MunicipalityCode;
};

/** What the list offers: what is known, and below it what can be made of the name. */
export const mentionOptions = (
  { kind, typed }: Pick<TypedMention, 'kind' | 'typed'>,
  candidates: readonly MentionCandidate[],
  around: Around,
): readonly MentionOption[] => {
  const introduced = kind === 'who' ? readTypedPerson(cleanLine(typed)) : null;
  const found = candidatesFor(candidates, introduced?.name ?? typed);
  const known = found.slice(0, MOST_OPTIONS).map(
    ({ target, words, note }): MentionOption => ({
      id: mentionKey(target),
      label: words,
      note,
      isMeant: true,
      pick: { kind: 'known', target, words },
    }),
  );
  const name = cleanLine(typed);
  if (introduced !== null) return [...known, introducedOption(introduced, around)];
  const isThere = found.some(({ words }) => sameText(words, name));
  if (name === '' || isThere) return known;
  return [...known, ...newOptions(kind, name, around)];
};

const newOption = (
  label: string,
  note: string,
  made: NewMention,
  isMeant: boolean,
): MentionOption => ({
  id: `new ${made.kind}`,
  label,
  note,
  isMeant,
  pick: { kind: 'new', made },
});

const newOptions = (
  kind: MentionKind,
  name: string,
  { near }: Around,
): readonly MentionOption[] => {
  // A sentence may go on behind a blank, and ＠100円 is a price: an Enter that ends a line makes nothing of them.
  const isMeant = !/\s|^\p{N}/u.test(name);
  switch (kind) {
    case 'theme':
      return [newOption(`${quote(name)}をテーマに加える`, '', { kind: 'theme', name }, isMeant)];
    case 'case':
      return [];
    case 'who': {
      const person = newOption(
        `${quote(name)}を人として加える`,
        '所属はあとで',
        { kind: 'person', person: { person: NO_ID, name, body: null, post: '', from: '' } },
        isMeant,
      );
      const organization = newOption(
        `${quote(name)}を機関・団体として加える`,
        '',
        { kind: 'organization', name, near },
        isMeant,
      );
      return roleOfName(name) === 'unknown' ? [person, organization] : [organization, person];
    }
  }
};

/** 生駒 花子（いきいき長寿課・係長）: somebody new, with where they belong. */
const introducedOption = (
  { name, body, post }: TypedPerson,
  { organizations, near }: Around,
): MentionOption => {
  const known =
    body === '' ? undefined : bodyOfName(organizations, { name: body, municipality: near });
  const place = body === '' ? '' : (known?.name ?? `${body}（新しい機関）`);
  const person = {
    ...{ person: NO_ID, name, post, from: '' as const },
    body: body === '' ? null : { name: body, near },
  };
  const note = [place, post].filter(Boolean).join(' ・ ');
  return newOption(`${quote(name)}を人として加える`, note, { kind: 'person', person }, true);
};
