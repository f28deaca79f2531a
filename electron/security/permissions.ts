import type { Session } from 'electron';
import { isOwnUrl } from './origin.ts';

/** What our own page may have; everything that does not stand here is denied. */
const PERMITTED: ReadonlySet<string> = new Set([
  // Copying a table or a link. Reading the clipboard needs no permission in a paste.
  'clipboard-sanitized-write',
  // navigator.storage.persist(): Chromium must not clear the database by itself.
  'persistent-storage',
]);

/** @param origin of the asking page: a URL, or an origin */
export const isPermitted = (permission: string, origin: string): boolean =>
  PERMITTED.has(permission) && isOwnUrl(origin);

/** Chromium grants by default, and asks through two ways and a third for devices. */
export const setupPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
};
