const YES = /^(?:[○〇◯◎●✓✔☑レﾚ]|TRUE|有|参加|出席)$/;
const NO = /^(?:[×✕✗✖☐－\-ー―]|FALSE|無|欠席|欠|不参加)$/;
const MAYBE = /^[△▲]$/;
/** ○（オンライン） */
const WITH_MORE = /^([○〇◯◎●△])[(（]([^()（）]{1,40})[)）]$/;
/** Says how a sign is drawn, and nothing else. */
const VARIATION = /[\ufe0e\ufe0f]/g;

export type Mark = 'yes' | 'no' | 'maybe';

/** What a mark below somebody's name says; null for a cell that says something in words. */
export const markOf = (text: string): Mark | null => {
  const bare = text.trim().replace(VARIATION, '');
  if (YES.test(bare)) return 'yes';
  if (NO.test(bare)) return 'no';
  return MAYBE.test(bare) ? 'maybe' : null;
};

/** A mark, and what stands in brackets behind it. */
export const readMark = (text: string): { readonly mark: Mark | null; readonly more: string } => {
  const [, sign, more = ''] = WITH_MORE.exec(text.trim()) ?? [];
  return { mark: markOf(sign ?? text), more };
};

/** The number that stands where others put a mark, to be added up below: 1, ２; null for anything else. */
export const countOf = (text: string): number | null =>
  /^[\d０-９]{1,2}$/.test(text.trim()) ? Number(text.trim().normalize('NFKC')) : null;
