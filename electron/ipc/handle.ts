import { ipcMain, type MessagePortMain } from 'electron';
import type { ChannelName } from '#shared/ipc/contract.ts';
import { PORT_NAME } from '#shared/ipc/names.ts';
import { isTrustedSender } from '../security/trusted-sender.ts';
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

/** Hears of the ports that our page opens for its workers; what comes through them is checked by whoever reads it. */
export const onPort = (listener: (port: MessagePortMain) => void): void => {
  ipcMain.on(PORT_NAME, ({ senderFrame, ports }) => {
    if (isTrustedSender(senderFrame)) return ports.forEach(listener);
    appLog.warn('ipc.refused.sender', { channel: PORT_NAME });
    for (const port of ports) port.close();
  });
};
