/** One line of the list of changes. */
export type ChangeSentence = {
  /** 通所型サービスC「試行」を1か月うしろへ移動（令和5年1月 → 令和5年2月）. No full stop behind it. */
  readonly text: string;
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Ids of what it speaks of (bars, lanes, milestones); what was removed is only in the roadmap before. */
  readonly ids: readonly string[];
};

/**
 * One sentence of several pieces, each of which ends in a noun that し can follow. `moved` is what
 * happened to the thing itself (「試行」を…), `rest` what happened to something of it (「試行」の…).
 * Null where nothing did.
 */
export const sentenceOf = (
  subject: string,
  { moved, rest }: { readonly moved: readonly string[]; readonly rest: readonly string[] },
  id: string,
): ChangeSentence | null => {
  const [first, ...others] = [...moved, ...rest];
  if (first === undefined) return null;
  const isMoved = moved.length > 0;
  // Only behind を a piece that begins with a date stands apart.
  const text = [
    `${subject}${isMoved ? 'を' : 'の'}${first}`,
    ...others.map((piece) => piece.trimStart()),
  ];
  return { text: text.join('し、'), kind: isMoved ? 'moved' : 'changed', ids: [id] };
};
