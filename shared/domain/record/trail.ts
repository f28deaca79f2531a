const BEHIND = 'から取り込み';

/** What a record says of where it comes from when nobody has said it: the way that it came in. */
export const trailOf = (words: string): string => `${words}${BEHIND}`;

/** Whether a source is only such a trail: it helps those who keep the records, and is none on paper. */
export const isTrail = (source: string): boolean => source.trim().endsWith(BEHIND);
