/** Where the home page leads; app/ says how one gets there. */
export type HomePlaces = {
  readonly onOpenCase: (caseId: string) => void;
  readonly onOpenMeeting: (caseId: string, meetingId: string) => void;
  readonly onOpenFindings: (caseId: string) => void;
  readonly onOpenCases: () => void;
  readonly onNewCase: () => void;
  readonly onOpenSample: () => Promise<void>;
};
