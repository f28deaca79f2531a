import { type ReactNode, useMemo } from 'react';
import type { Keeping } from '#adapters/store/keep-items.tsx';
import type { Signal } from '#data/signal.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { FindingRow } from '#shared/domain/meeting/meeting.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import type { NoteLinks } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { ActionsCard } from './actions-card.tsx';
import { CarriedCard } from './carried-card.tsx';
import type { ChainWays } from './chain-trails.tsx';
import { FindingsCard } from './findings-card.tsx';
import { LinksCard } from './links-card.tsx';
import styles from './record-page.module.css';

type SidePanelProps = {
  readonly data: RecordData;
  /** What the note links to; undefined while that is not known. */
  readonly links: Signal<NoteLinks | undefined>;
  readonly tools: RecordTools;
  readonly today: Day;
  readonly keeping: Keeping;
  readonly onOpenMeeting: (id: string) => void;
  readonly onOpenMention: (target: MentionTarget) => void;
  readonly ways: ChainWays;
  readonly beside: BesideOf;
};

/** What other meetings and other municipalities have to say of a case. */
export type BesideOf = (
  row: CaseRow,
  findings: readonly FindingRow[],
  meetingId: string,
) => ReactNode;

/** What is still to be done from before, what came of a meeting, and which meetings stand around it. */
export const SidePanel = ({
  data,
  onOpenMeeting,
  onOpenMention,
  beside,
  ...parts
}: SidePanelProps) => {
  const { links, tools, today, ways, keeping } = parts;
  const { supportCase, chain } = data;
  const { id } = data.meeting;
  const born = { meetingId: id, links, tools, ways };
  const elsewhere = useMemo(
    () => supportCase !== undefined && beside(supportCase, chain.findings, id),
    [beside, supportCase, chain.findings, id],
  );
  return (
    <aside aria-label="会合から生まれたこと" className={styles.side}>
      <CarriedCard data={data} today={today} tools={tools} ways={ways} />
      <FindingsCard {...born} actions={chain.actions} keeping={keeping} rows={data.findings} />
      <ActionsCard
        {...born}
        chain={chain}
        rows={data.actions}
        today={today}
        year={fiscalYearOfCase(supportCase ?? null)}
      />
      {elsewhere}
      <LinksCard data={data} onOpenMeeting={onOpenMeeting} onOpenMention={onOpenMention} />
    </aside>
  );
};
