import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { OutPort } from '../output/out-props.ts';

export type RoadmapPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  readonly port: OutPort;
  /** Opens the record of a meeting that a milestone follows, a page of its own: it may be another year's. */
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
  /** The bar or milestone that somebody came for. */
  readonly asked: string | undefined;
  /** The version that somebody came for. */
  readonly askedVersion: string | undefined;
  /** To an action on 課題と対応 of its case, which may be another year's. */
  readonly onOpenAction: (caseId: CaseId, actionId: string) => void;
};
