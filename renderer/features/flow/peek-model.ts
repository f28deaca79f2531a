import type { NoteText } from '#data/records/query.ts';
import type { LadderMeeting } from '#shared/domain/ladder/ladder-meeting.ts';
import { wordsOfLinked } from '#shared/domain/meeting/linked-record.ts';
import type {
  ActionRow,
  FindingRow,
  ProgrammeItemRow,
  RoundRow,
  VariantRow,
} from '#shared/domain/meeting/meeting.ts';
import { clip } from '#shared/text/limits.ts';
import type { FlowRows } from './queries.ts';

/** How much of a record the panel shows, in characters. */
const EXCERPT = 180;

/** A meeting as the panel beside the ladder shows it. */
export type Peek = {
  readonly view: LadderMeeting;
  readonly round: RoundRow | null;
  readonly programme: readonly ProgrammeItemRow[];
  /** The beginning of the note; '' while nothing is written. */
  readonly excerpt: string;
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  /** 支援のまとめ of the round, and the meeting's own. */
  readonly summaries: readonly { readonly title: string; readonly text: string }[];
  readonly variants: readonly VariantRow[];
};

type Rows = Pick<FlowRows, 'rounds' | 'programmeItems' | 'findings' | 'actions'> & {
  readonly notes: readonly Pick<NoteText, 'id' | 'text' | 'today'>[];
};

export const peekOf = (view: LadderMeeting, rows: Rows): Peek => {
  const { id, kind, round: roundId, summary } = view.meeting;
  const round = kind === 'session' ? rows.rounds.find((row) => row.id === roundId) : undefined;
  const written = rows.notes.find((row) => row.id === id);
  const note = written?.today ?? written?.text ?? '';
  const isOwn = (row: { readonly meeting: string }) => row.meeting === id;
  const findings = rows.findings.filter(isOwn);
  const actions = rows.actions.filter(isOwn);
  // The note's lines that are records of their own stand below, each in its colour.
  const linked = { owner: '', due: '', isBinned: false };
  const listed = new Set([
    ...findings.map((row) => wordsOfLinked({ ...linked, kind: row.kind, text: row.text })),
    ...actions.map((row) =>
      wordsOfLinked({ ...linked, kind: 'action', text: row.text, owner: row.owner, due: row.due }),
    ),
  ]);
  return {
    view,
    round: round ?? null,
    programme: rows.programmeItems.filter(isOwn),
    excerpt: clip(excerptOf(note, listed), EXCERPT),
    findings,
    actions,
    summaries: summariesOf(summary, round),
    variants: view.variants,
  };
};

/** A note as its lines, without those that are told apart, and without gaps. */
const excerptOf = (note: string, listed: ReadonlySet<string>): string =>
  note
    .split('\n')
    .filter((line) => !listed.has(line.trim()))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

const summariesOf = (own: string, round: RoundRow | undefined): Peek['summaries'] =>
  [
    { title: '支援のまとめ', text: round?.summary.trim() ?? '' },
    { title: round === undefined ? 'まとめ' : 'この会合だけのまとめ', text: own.trim() },
  ].filter(({ text }) => text !== '');
