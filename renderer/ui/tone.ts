/** What a colour says; the word beside it says the same. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'decision';
