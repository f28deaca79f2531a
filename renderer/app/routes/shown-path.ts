import { useMatches } from '@tanstack/react-router';

/**
 * The path of the page that stands on the screen. The address is a moment ahead of it: what goes by the address
 * would be drawn once more for the page that is on its way out.
 */
export const useShownPath = (): string =>
  useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
