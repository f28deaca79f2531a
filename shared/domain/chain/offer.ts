import { sameText } from '../../text/fold.ts';
import { type CaseRow, type CaseSupporterRow, cases, YEAR_TEXTS } from '../case/case.ts';
import { isUnfinished } from '../meeting/action.ts';
import type { ActionRow } from '../meeting/meeting.ts';
import type { Member, TextsOf } from '../record/collection.ts';
import { type CaseId, NO_ID } from '../record/ids.ts';
import { isBlank } from '../record/row-values.ts';
import { yearWords } from './case-years.ts';

/** What a case may take along from the one that it continues. */
export const TAKEN_KINDS = ['supporters', 'texts', 'themes', 'actions', 'roadmap'] as const;
export type TakenKind = (typeof TAKEN_KINDS)[number];
export const TAKEN_KIND_NAMES: Readonly<Record<TakenKind, string>> = {
  supporters: '支援者と役割',
  texts: '概要の文章',
  themes: 'テーマ',
  actions: '対応事項（未・進行中）',
  roadmap: 'ロードマップ',
};

export type CaseText = TextsOf<typeof cases>;

/** What of a case is compared with the other. */
export type YearRecord = {
  readonly case: CaseRow;
  readonly supporters: readonly CaseSupporterRow[];
  readonly actions: readonly ActionRow[];
  /** How many rows its roadmap has, wherever it lies. */
  readonly lanes: number;
};

/** What the case does not have yet, piece by piece. */
export type Offer = {
  readonly supporters: readonly CaseSupporterRow[];
  /** Roles for supporters that stand in the case without one, by the ids of its own records. */
  readonly roles: readonly { readonly id: string; readonly role: string }[];
  readonly texts: Readonly<Partial<Record<CaseText, string>>>;
  readonly themes: readonly Member[];
  /** '' where it has words of its own. */
  readonly themeText: string;
  readonly actions: readonly ActionRow[];
  /** The case whose document holds the roadmap to go on with. */
  readonly roadmap: { readonly home: CaseId; readonly lanes: number } | null;
};

/** The case whose document holds the roadmap of a case. */
export const roadmapHomeOf = ({ id, roadmapCase }: Pick<CaseRow, 'id' | 'roadmapCase'>): CaseId =>
  roadmapCase === NO_ID ? id : roadmapCase;

/** What can be taken along from the case before: nothing that is written already, and nothing twice. */
export const offerOf = (before: YearRecord, own: YearRecord): Offer => {
  const counterpart = (supporter: CaseSupporterRow): CaseSupporterRow | undefined =>
    own.supporters.find(
      ({ organizationId, person, name }) =>
        (organizationId !== '' && organizationId === supporter.organizationId) ||
        (person !== '' && person === supporter.person) ||
        sameText(name, supporter.name),
    );
  const home = roadmapHomeOf(before.case);
  return {
    supporters: before.supporters.filter((each) => counterpart(each) === undefined),
    roles: before.supporters.flatMap((each) => {
      const known = counterpart(each);
      const isNeeded = known !== undefined && isBlank(known.role) && !isBlank(each.role);
      return isNeeded ? [{ id: known.id, role: each.role }] : [];
    }),
    texts: Object.fromEntries(
      TEXTS.filter((field) => isBlank(own.case[field]) && !isBlank(before.case[field])).map(
        (field) => [field, before.case[field]],
      ),
    ),
    themes: before.case.themes.filter(
      (theme) => !own.case.themes.some((each) => isSame(each, theme)),
    ),
    themeText: isBlank(own.case.themeText) ? before.case.themeText.trim() : '',
    actions: before.actions.filter(
      (each) => isUnfinished(each) && !own.actions.some(({ text }) => sameText(text, each.text)),
    ),
    roadmap:
      before.lanes > 0 && own.lanes === 0 && own.case.roadmapCase === NO_ID && home !== own.case.id
        ? { home, lanes: before.lanes }
        : null,
  };
};

// The declaration's names are those of its long texts. What a year was like is said of that year alone.
const TEXTS = (cases.texts as readonly CaseText[]).filter(
  (field) => !YEAR_TEXTS.some((own) => own === field),
);

const isSame = (a: Member, b: Member): boolean => a.id === b.id || sameText(a.name, b.name);

/** How many of each there are to take. */
export const countsOf = (offer: Offer): Readonly<Record<TakenKind, number>> => ({
  supporters: offer.supporters.length + offer.roles.length,
  texts: Object.keys(offer.texts).length,
  themes: offer.themes.length + (offer.themeText === '' ? 0 : 1),
  actions: offer.actions.length,
  roadmap: offer.roadmap?.lanes ?? 0,
});

const TAKEN_WORDS = 'の案件から引き継ぎ';

/** What is told of where a promise that was taken along comes from: 令和4年度の案件から引き継ぎ（…）. */
export const takenFrom = (before: Pick<CaseRow, 'fiscalYear'>, source: string): string => {
  const words = `${yearWords(before)}${TAKEN_WORDS}`;
  return isBlank(source) ? words : `${words}（${source.trim()}）`;
};

/** Whether a promise was taken along from the year before, and is not one that an account of the case names. */
export const isTakenAlong = ({ meeting, source }: Pick<ActionRow, 'meeting' | 'source'>): boolean =>
  meeting === NO_ID && source.includes(TAKEN_WORDS);
