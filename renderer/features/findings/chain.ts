import type { Day } from '#shared/dates/types.ts';
import { meetingsInOrder } from '#shared/domain/ladder/ladder.ts';
import { isLate, isUnfinished } from '#shared/domain/meeting/action.ts';
import type { ActionRow, FindingKind, FindingRow } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { fold } from '#shared/text/fold.ts';
import type { Option } from '#ui/option.ts';
import type { Birthplace } from './model.ts';
import type { FindingsRows } from './queries.ts';

/** The other end of a link, by the name that it has now, or had when it was there. */
export type Linked = { readonly id: string; readonly name: string; readonly isThere: boolean };

export type FindingLink = {
  readonly finding: FindingRow;
  readonly answers: readonly ActionRow[];
  /** By their present names. */
  readonly themes: readonly Linked[];
};

export type ActionLink = {
  readonly action: ActionRow;
  readonly answered: readonly Linked[];
  readonly items: readonly Linked[];
};

/** 課題 → 対応 → ロードマップ → 結果, from both ends. */
export type Chain = {
  readonly findings: readonly FindingLink[];
  readonly actions: readonly ActionLink[];
};

const linked = (
  members: readonly { readonly id: string; readonly name: string }[],
  present: ReadonlyMap<string, string>,
): readonly Linked[] =>
  members.map(({ id, name }) => ({
    id,
    name: present.get(id) ?? name,
    isThere: present.has(id),
  }));

export const chainOf = (rows: FindingsRows, items: readonly Option[]): Chain => {
  const texts = new Map<string, string>(rows.findings.map(({ id, text }) => [id, text]));
  const themes = new Map<string, string>(rows.themes.map(({ id, name }) => [id, name]));
  const ofRoadmap = new Map(items.map(({ id, label }) => [id, label]));
  return {
    findings: rows.findings.map((finding) => ({
      finding,
      answers: rows.actions.filter(({ answers }) => answers.some(({ id }) => id === finding.id)),
      themes: linked(finding.themes, themes),
    })),
    actions: rows.actions.map((action) => ({
      action,
      answered: linked(action.answers, texts),
      items: linked(action.roadmapItems, ofRoadmap),
    })),
  };
};

/** The bars and milestones of the roadmap to tie an action to, each with its lane. */
export const roadmapOptions = (
  rows: Pick<FindingsRows, 'lanes' | 'bars' | 'milestones'>,
  places: readonly Birthplace[],
): readonly Option[] => {
  const lanes = new Map<string, string>(rows.lanes.map(({ id, name }) => [id, name]));
  const option = (id: string, label: string, lane: string): Option => {
    const note = lanes.get(lane) ?? '';
    return note === '' ? { id, label } : { id, label, note };
  };
  const meetingOf = (id: string): string =>
    places.find((place) => place.id === id)?.short ?? '名前のない節目';
  return [
    ...rows.bars.map(({ id, label, lane }) => option(id, label || '名前のない帯', lane)),
    ...rows.milestones.map(({ id, label, meeting, lane }) =>
      option(id, `◆${label || meetingOf(meeting)}`, lane),
    ),
  ];
};

/** What stands for a round in the filter: its meetings and those that lead to it. */
export type RoundChoice = string;
const AFTER_LAST: RoundChoice = 'after';
const WHOLE_CASE: RoundChoice = 'case';

export type Rounds = {
  readonly options: readonly Option[];
  /** The choice under which what was born in a meeting comes. */
  readonly choiceOf: (meeting: string) => RoundChoice;
};

/** Each meeting comes under the round whose session is the next one on the ladder. */
export const roundsOf = (rows: Pick<FindingsRows, 'meetings' | 'rounds'>): Rounds => {
  const known = new Set<string>(rows.rounds.map(({ id }) => id));
  const choices = new Map<string, RoundChoice>();
  let next = AFTER_LAST;
  for (const meeting of meetingsInOrder(rows.meetings, rows.rounds).toReversed()) {
    if (meeting.kind === 'session' && known.has(meeting.round)) next = meeting.round;
    choices.set(meeting.id, next);
  }
  const used = new Set(choices.values());
  const numbered = rows.rounds
    .filter(({ id }) => used.has(id))
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map((round): Option => ({ id: round.id, label: roundTitle(round) }));
  const after = used.has(AFTER_LAST) && numbered.length > 0;
  return {
    options: [
      ...numbered,
      ...(after ? [{ id: AFTER_LAST, label: '最後の回のあと' }] : []),
      { id: WHOLE_CASE, label: '案件全体' },
    ],
    choiceOf: (meeting) => choices.get(meeting) ?? WHOLE_CASE,
  };
};

/** How far an action has come. */
export const STANDINGS = ['all', 'unfinished', 'late', 'settled'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  all: 'すべての状況',
  unfinished: '未・進行中',
  late: '期限切れ',
  settled: '済・中止',
};

export const ALL = 'all';

export type ChainFilter = {
  readonly text: string;
  readonly kind: FindingKind | typeof ALL;
  readonly round: RoundChoice;
  /** A theme's id. */
  readonly theme: string;
  readonly owner: string;
  readonly standing: Standing;
};

export const NO_FILTER: ChainFilter = {
  text: '',
  ...{ kind: ALL, round: ALL, theme: ALL, owner: ALL, standing: ALL },
};

export const isFiltered = (filter: ChainFilter): boolean =>
  Object.entries(NO_FILTER).some(([name, value]) =>
    Object.entries(filter).some(([each, chosen]) => each === name && chosen !== value),
  );

/** 町・県 are two that a thing may be looked for under. */
const ownersOf = ({ owner }: Pick<ActionRow, 'owner'>): readonly string[] =>
  owner
    .split(/[・、,，/／]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export const ownerOptions = (actions: readonly ActionRow[]): readonly Option[] =>
  [...new Set(actions.flatMap(ownersOf))].toSorted().map((name) => ({ id: name, label: name }));

export const themeOptions = (chain: Chain): readonly Option[] => [
  ...new Map(
    chain.findings.flatMap(({ themes }) => themes).map(({ id, name }) => [id, { id, label: name }]),
  ).values(),
];

type Surroundings = { readonly choiceOf: Rounds['choiceOf']; readonly today: Day };

/**
 * What of the chain a filter leaves: what is asked of findings holds for an action by those that it answers,
 * and the other way round, so that a chain stays whole.
 */
export const filterChain = (
  chain: Chain,
  filter: ChainFilter,
  { choiceOf, today }: Surroundings,
): Chain => {
  const words = fold(filter.text).split(' ').filter(Boolean);
  const says = (...texts: readonly string[]): boolean => {
    const searched = fold(texts.join(' '));
    return words.every((word) => searched.includes(word));
  };
  const isAsked = (name: keyof ChainFilter): boolean => filter[name] !== NO_FILTER[name];
  const fitsFinding = ({ finding, themes }: FindingLink): boolean =>
    (!isAsked('kind') || finding.kind === filter.kind) &&
    (!isAsked('theme') || themes.some(({ id }) => id === filter.theme));
  const fitsAction = (action: ActionRow): boolean =>
    (!isAsked('owner') || ownersOf(action).includes(filter.owner)) &&
    stands(action, filter.standing, today);
  const isOfRound = (...meetings: readonly string[]): boolean =>
    !isAsked('round') || meetings.some((meeting) => choiceOf(meeting) === filter.round);

  const byId = new Map<string, FindingLink>(chain.findings.map((each) => [each.finding.id, each]));
  const asksFindings = isAsked('kind') || isAsked('theme');
  const asksActions = isAsked('owner') || isAsked('standing');
  return {
    findings: chain.findings.filter((each) => {
      const { finding, answers, themes } = each;
      return (
        fitsFinding(each) &&
        (!asksActions || answers.some(fitsAction)) &&
        isOfRound(finding.meeting, ...answers.map(({ meeting }) => meeting)) &&
        says(finding.text, ...themes.map(({ name }) => name), ...answers.map(({ text }) => text))
      );
    }),
    actions: chain.actions.filter(({ action, answered, items }) => {
      const found = answered.flatMap(({ id }) => byId.get(id) ?? []);
      return (
        fitsAction(action) &&
        (!asksFindings || found.some(fitsFinding)) &&
        isOfRound(action.meeting, ...found.map(({ finding }) => finding.meeting)) &&
        says(
          ...[action.text, action.owner, action.waitingFor, action.result],
          ...answered.map(({ name }) => name),
          ...items.map(({ name }) => name),
        )
      );
    }),
  };
};

const stands = (action: ActionRow, standing: Standing, today: Day): boolean => {
  switch (standing) {
    case 'all':
      return true;
    case 'unfinished':
      return isUnfinished(action);
    case 'late':
      return isLate(action, today);
    case 'settled':
      return !isUnfinished(action);
    default:
      return standing satisfies never;
  }
};
