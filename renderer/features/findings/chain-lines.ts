import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { isPartialDate } from '#shared/dates/types.ts';
import { dueOf, dueText } from '#shared/domain/meeting/action.ts';
import { reasonWords } from '#shared/domain/meeting/finding-reason.ts';
import {
  ACTION_STATE_NAMES,
  ACTION_STATES,
  FINDING_KIND_NAMES,
  FINDING_KINDS,
} from '#shared/domain/meeting/meeting.ts';
import type { Outgoing } from '#shared/domain/record/outgoing.ts';
import { cell, type TableContent, type TableRow } from '#shared/domain/tables/table.ts';
import type { ActionLink, Chain, FindingLink } from './chain.ts';
import { type Birthplace, groupFindings, sortActions } from './model.ts';

/** A line of the chain as a table: a finding with one of its answers, or either of them alone. */
export type ChainLine = {
  readonly id: string;
  readonly finding: FindingLink | null;
  readonly action: ActionLink | null;
  /** 第2回 12/22; '' for the case as a whole. */
  readonly place: string;
};

export type ChainSort = {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
};

/** Findings as their card has them, each with its answers; what answers none comes last. */
export const chainLines = (chain: Chain, places: readonly Birthplace[]): readonly ChainLine[] => {
  const links = new Map<string, ActionLink>(chain.actions.map((link) => [link.action.id, link]));
  const placeOf = (meeting: string): string => places.find(({ id }) => id === meeting)?.short ?? '';
  const byId = new Map(chain.findings.map((link) => [link.finding.id, link]));
  const answering = new Set<string>();
  const found = groupFindings(
    chain.findings.map(({ finding }) => finding),
    places,
  ).flatMap(({ findings }) =>
    findings.flatMap((finding): readonly ChainLine[] => {
      const link = byId.get(finding.id) ?? null;
      const place = placeOf(finding.meeting);
      const answers = sortActions(link?.answers ?? []).flatMap(({ id }) => links.get(id) ?? []);
      if (answers.length === 0) return [{ id: finding.id, finding: link, action: null, place }];
      return answers.map((action) => {
        answering.add(action.action.id);
        return { id: `${finding.id} ${action.action.id}`, finding: link, action, place };
      });
    }),
  );
  const alone = sortActions(chain.actions.map(({ action }) => action))
    .filter(({ id }) => !answering.has(id))
    .map(
      (action): ChainLine => ({
        id: action.id,
        finding: null,
        action: links.get(action.id) ?? null,
        place: placeOf(action.meeting),
      }),
    );
  return [...found, ...alone];
};

const NO_DATE = '';

const COMPARED: Readonly<Record<string, (a: ChainLine, b: ChainLine) => number>> = {
  kind: (a, b) => rankOfKind(a) - rankOfKind(b),
  owner: (a, b) => compareWords(a.action?.action.owner, b.action?.action.owner),
  due: (a, b) => comparePartialDates(dueOfLine(a), dueOfLine(b)),
  state: (a, b) => rankOfState(a) - rankOfState(b),
};

const rankOfKind = ({ finding }: ChainLine): number =>
  finding === null ? FINDING_KINDS.length : FINDING_KINDS.indexOf(finding.finding.kind);

const rankOfState = ({ action }: ChainLine): number =>
  action === null ? ACTION_STATES.length : ACTION_STATES.indexOf(action.action.state);

const dueOfLine = ({ action }: ChainLine) => (action === null ? NO_DATE : dueOf(action.action));

/** What nobody has said comes last. */
const compareWords = (a = '', b = ''): number =>
  Number(a === '') - Number(b === '') || a.localeCompare(b, 'ja');

/** Lines by a column; equal ones stay in the order of the chain. */
export const sortLines = (
  lines: readonly ChainLine[],
  sort: ChainSort | undefined,
): readonly ChainLine[] => {
  const compare = sort === undefined ? undefined : COMPARED[sort.column];
  if (compare === undefined) return lines;
  const sorted = lines.toSorted(compare);
  return sort?.direction === 'descending' ? sorted.toReversed() : sorted;
};

const COLUMNS: TableContent['columns'] = [
  { id: 'kind', label: '種類', width: 6 },
  { id: 'finding', label: '課題・気づき', width: 23 },
  { id: 'place', label: '会合', width: 9 },
  { id: 'action', label: '対応', width: 20 },
  { id: 'owner', label: '担当', width: 9 },
  { id: 'due', label: '期限', width: 7 },
  { id: 'state', label: '状態', width: 6 },
  { id: 'roadmap', label: 'ロードマップ', width: 9 },
  { id: 'result', label: '結果', width: 11 },
];

/** R5.3.31 3事業所で試行できた */
export const resultWords = ({
  result,
  resultOn,
}: {
  readonly result: string;
  readonly resultOn: string;
}): string => {
  const isDate = resultOn !== '' && isPartialDate(resultOn);
  const on = isDate ? formatPartialDate(resultOn, 'dotted') : resultOn;
  return [on, result].filter((part) => part !== '').join(' ');
};

/** The lines as a table to print and to copy; a finding stands once beside all of its answers that follow. */
export const chainTable = (
  caption: string,
  lines: readonly ChainLine[],
  outgoing: Outgoing,
): TableContent => ({
  outgoing,
  caption,
  columns: COLUMNS,
  header: [COLUMNS.map(({ label }) => cell(label))],
  body: lines.map((line, index) => rowOf(line, spanAt(lines, index))),
  notes: [],
});

/** How many lines a finding covers from here on; 0 under another one of the same. */
const spanAt = (lines: readonly ChainLine[], index: number): number => {
  const id = lines[index]?.finding?.finding.id;
  if (id === undefined) return 1;
  if (lines[index - 1]?.finding?.finding.id === id) return 0;
  const end = lines.findIndex((line, at) => at > index && line.finding?.finding.id !== id);
  return (end < 0 ? lines.length : end) - index;
};

const rowOf = ({ finding, action, place }: ChainLine, rowSpan: number): TableRow => {
  const said = (text: string | undefined) =>
    text === undefined || text === '' ? cell() : cell(text);
  const spanned = (text: string | undefined) => ({ ...said(text), rowSpan });
  const row = action?.action;
  return [
    spanned(finding === null ? '' : FINDING_KIND_NAMES[finding.finding.kind]),
    {
      ...cell(
        ...(finding === null ? [] : [finding.finding.text, reasonWords(finding.finding)]).filter(
          Boolean,
        ),
      ),
      rowSpan,
    },
    spanned(place),
    said(row?.text),
    said(row?.owner),
    said(row && dueText(row)),
    said(row && ACTION_STATE_NAMES[row.state]),
    cell(...(action?.items.map(({ name }) => name) ?? [])),
    said(row && resultWords(row)),
  ];
};
