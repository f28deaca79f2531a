import { isOwnUrl, parseUrl } from './origin.ts';

/** Longer ones are cut or refused by Windows, and no link of staff's needs them. */
const MAX_URL = 2000;

/** Only the start page may be loaded again (a reload); views change without navigation. */
export const decideNavigation = (url: string): 'allow' | 'deny' => {
  const page = parseUrl(url)?.pathname;
  const isStart = page === '' || page === '/' || page === '/index.html';
  return isStart && url.length <= MAX_URL && isOwnUrl(url) ? 'allow' : 'deny';
};

/**
 * Whether a link may be handed to the system's browser or mail program:
 * http, https and mailto only, no hidden credentials, no attachment picked by the link.
 */
export const isOpenableOutside = (url: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (url.length > MAX_URL || /[\u0000-\u0020\u007f\\"<>`]/.test(url)) return false;
  const parts = parseUrl(url);
  if (parts === undefined || parts.username !== '' || parts.password !== '') return false;
  switch (parts.protocol) {
    case 'http:':
    case 'https:':
      return parts.hostname !== '';
    case 'mailto:':
      return ![...parts.searchParams.keys()].some((key) => /^attach/i.test(key));
    default:
      return false;
  }
};

export type WindowOpenDecision =
  | { readonly kind: 'deny' }
  | { readonly kind: 'outside'; readonly url: string };

/** No window of ours is ever opened by a page; a link that staff chose opens outside. */
export const decideWindowOpen = (url: string, staffActed: boolean): WindowOpenDecision =>
  staffActed && isOpenableOutside(url)
    ? { kind: 'outside', url: parseUrl(url)?.href ?? url }
    : { kind: 'deny' };
