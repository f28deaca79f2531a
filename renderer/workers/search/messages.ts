import type { Filled } from '#data/search/fill.ts';
import type { Readiness, SearchAnswer, SearchRequest } from '#data/search/library.ts';

/** What the window asks of the search worker. */
export type SearchMessage =
  | { readonly kind: 'open'; readonly cache: string }
  | { readonly kind: 'ask'; readonly ask: number; readonly request: SearchRequest };

/** What it says. */
export type SearchNews =
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: SearchAnswer | null }
  /** How far it has come. */
  | { readonly kind: 'readiness'; readonly readiness: Readiness }
  /** What was stored since may change any answer. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed' };

/** What the worker that fills the shelves says. */
export type FillingNews =
  | { readonly kind: 'filled'; readonly filled: Filled }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' };
