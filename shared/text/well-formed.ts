/**
 * A text without halves of surrogate pairs, each of which becomes U+FFFD: an update cannot hold them,
 * so the screen would show something else than the next start.
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
