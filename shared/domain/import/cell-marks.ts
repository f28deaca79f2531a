const YES = /^(?:[○〇◯◎●✓✔☑レ]|TRUE|有|参加|出席)$/;
const NO = /^(?:[×✕✗✖☐－\-ー―]|FALSE|無|欠席|欠|不参加)$/;
const MAYBE = /^[△▲]$/;

export type Mark = 'yes' | 'no' | 'maybe';

/** What a mark below somebody's name says; null for a cell that says something in words. */
export const markOf = (text: string): Mark | null => {
  const bare = text.trim();
  if (YES.test(bare)) return 'yes';
  if (NO.test(bare)) return 'no';
  return MAYBE.test(bare) ? 'maybe' : null;
};
