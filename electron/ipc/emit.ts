import type { BrowserWindow } from 'electron';
import type { HostEventName, HostEvents } from '#shared/ipc/contract.ts';

/** Tells the renderer something unasked; a window that is gone hears nothing. */
export const emit = <Name extends HostEventName>(
  window: BrowserWindow | undefined,
  event: Name,
  payload: HostEvents[Name],
): void => {
  if (window === undefined || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(event, payload);
};
