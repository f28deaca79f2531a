import type { Problem } from '#shared/result.ts';

/** What the top bar says. `saved` means that the log's flush returned, nothing less. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem };
