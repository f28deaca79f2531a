import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { OutPort } from '../output/out-props.ts';

export type RoadmapPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** The bar or milestone that the page opens with. */
  readonly at?: string | undefined;
  readonly port: OutPort;
  /** Opens the record of a meeting that a milestone follows, a page of its own: it may be another year's. */
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};
