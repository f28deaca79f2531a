import { type BrowserWindow, ipcMain } from 'electron';
import type { ChannelName, HostEventName, HostEvents } from '#shared/ipc/contract.ts';
import { appLog } from '../services/app-log/app-log.ts';
import { answerCall, type Handler } from './answer.ts';

/**
 * Registers what answers a channel. The only way to ipcMain,
 * so that no handler can forget to check sender and input.
 */
export const handle = <Name extends ChannelName>(name: Name, handler: Handler<Name>): void => {
  ipcMain.handle(name, (event, input: unknown) =>
    answerCall({ name, sender: event.senderFrame, input }, handler, (channel, fault) => {
      if (fault.kind === 'exception') appLog.fault(`ipc.${channel}`, fault.error);
      else appLog.warn(`ipc.refused.${fault.kind}`, { channel });
    }),
  );
};

export type Handle = typeof handle;

/** Tells the renderer something unasked; a window that is gone hears nothing. */
export const emit = <Name extends HostEventName>(
  window: BrowserWindow | undefined,
  event: Name,
  payload: HostEvents[Name],
): void => {
  if (window === undefined || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(event, payload);
};
