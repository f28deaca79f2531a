/** Frozen for ever: Chromium keys the database by scheme and host. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'banso';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_URL = `${APP_ORIGIN}/`;

/** A URL's parts, or undefined where it is none. */
export const parseUrl = (url: string): URL | undefined => {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
};

/** Whether a URL, or an origin with or without its slash, is the app's own; no port, no credentials. */
export const isOwnUrl = (url: string): boolean => {
  const parts = parseUrl(url);
  return (
    parts !== undefined &&
    parts.protocol === `${APP_SCHEME}:` &&
    parts.host === APP_HOST &&
    parts.username === '' &&
    parts.password === ''
  );
};

const LOCAL = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Whether a request stays inside the app. */
export const isLocalRequest = (url: string): boolean => {
  const protocol = parseUrl(url)?.protocol;
  return protocol !== undefined && LOCAL.has(protocol);
};
