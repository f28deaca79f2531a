import type { Id } from '#shared/domain/record/ids.ts';

/** A text as the id of whatever it is asked for. */
export const asId = (text: string): Id<never> => text as Id<never>;
