/** Where the home page leads; app/ says how one gets there. */
export type HomePlaces = {
  readonly onOpenCase: (caseId: string) => void;
  readonly onOpenMeeting: (caseId: string, meetingId: string) => void;
  /** The ladder, with a meeting's panel open where one is named. */
  readonly onOpenFlow: (caseId: string, meetingId?: string) => void;
  /** The ladder with the form for a contact. */
  readonly onRecordContact: (caseId: string) => void;
  /** 案件の歩き方 */
  readonly onOpenWalk: (caseId: string) => void;
  readonly onOpenOverview: (caseId: string) => void;
  readonly onOpenFindings: (caseId: string) => void;
  /** ごみ箱 */
  readonly onOpenBin: () => void;
  readonly onOpenCases: () => void;
  /** 予定: what has to be done in all cases. */
  readonly onOpenPromises: () => void;
  readonly onNewCase: () => void;
  readonly onOpenSample: () => Promise<void>;
};
