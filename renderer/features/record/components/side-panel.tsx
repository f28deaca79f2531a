import type { Keeping } from '#adapters/store/keep-items.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { ActionsCard } from './actions-card.tsx';
import type { ChainWays } from './chain-trails.tsx';
import { FindingsCard } from './findings-card.tsx';
import { LinksCard } from './links-card.tsx';
import styles from './record-page.module.css';

type SidePanelProps = {
  readonly data: RecordData;
  readonly tools: RecordTools;
  readonly today: Day;
  readonly keeping: Keeping;
  readonly onOpenMeeting: (id: string) => void;
  readonly ways: ChainWays;
};

/** What came of a meeting, and which meetings stand around it. */
export const SidePanel = ({ data, tools, today, keeping, onOpenMeeting, ways }: SidePanelProps) => (
  <aside aria-label="会合から生まれたこと" className={styles.side}>
    <FindingsCard data={data} keeping={keeping} tools={tools} ways={ways} />
    <ActionsCard data={data} today={today} tools={tools} ways={ways} />
    <LinksCard data={data} onOpenMeeting={onOpenMeeting} />
  </aside>
);
