import type { ErasedRecord } from '#data/erasing/erasure.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** Where one can go from people and bodies. */
export type WhoPlaces = {
  readonly list: () => void;
  readonly person: (id: string) => void;
  readonly organization: (id: string) => void;
  readonly meeting: (caseId: CaseId, meetingId: string) => void;
  /** 概要, where a case's supporters stand. */
  readonly overview: (caseId: CaseId) => void;
  /** 課題と対応 */
  readonly findings: (caseId: CaseId) => void;
  /** 変更履歴 of a person or a body. */
  readonly history: (id: string) => void;
  /** 個人情報を完全に消す */
  readonly erase: (words: string, records: readonly ErasedRecord[]) => void;
};
