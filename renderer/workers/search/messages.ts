import type { Readiness, SearchAnswer, SearchRequest } from '#data/search/library.ts';
import type { Parcel } from '#data/search/parcel.ts';
import type { LogPart, LogRequest } from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';

/** What the window asks of the search worker. */
export type SearchMessage =
  | { readonly kind: 'open'; readonly cache: string }
  | { readonly kind: 'ask'; readonly ask: number; readonly request: SearchRequest }
  | { readonly kind: 'log'; readonly read: number; readonly part: Result<LogPart> };

/** What it says. */
export type SearchNews =
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: SearchAnswer | null }
  /** How far it has come. */
  | { readonly kind: 'readiness'; readonly readiness: Readiness }
  /** What was stored since may change any answer. */
  | { readonly kind: 'changed' }
  /** It needs of a log file, which main alone can read, what stands in it. */
  | { readonly kind: 'readLog'; readonly read: number; readonly request: LogRequest }
  | { readonly kind: 'failed' };

/** What the worker that fills the shelves is told: which cache to read, and to have back what a parcel came in. */
export type FillingMessage =
  | { readonly kind: 'open'; readonly cache: string }
  | { readonly kind: 'back'; readonly letters: ArrayBuffer };

/** What it says. */
export type FillingNews =
  | { readonly kind: 'filled'; readonly parcel: Parcel }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' };
