import { APP_ORIGIN } from './origin.ts';

/** The part of Electron's WebFrameMain that the judgement needs. */
export type SenderFrame = { readonly origin: string; readonly parent: unknown };

/** Only our page's main frame may ask; null is a frame that has gone or navigated meanwhile. */
export const isTrustedSender = (frame: SenderFrame | null): boolean => {
  try {
    return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
  } catch {
    // Electron throws when a frame is gone by the time it is looked at.
    return false;
  }
};
