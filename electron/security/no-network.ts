import { app, type Session } from 'electron';
import { isLocalRequest } from './origin.ts';

/** Before ready: Chromium's own services look up no host, so they reach none. */
export const silenceChromium = (): void => {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
};

/**
 * Every scheme by which Chromium fetches something from elsewhere. A hook for all would be asked about
 * each of the app's own files as well, and they would wait for its answer.
 */
const FOREIGN = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

/** The app has no network traffic of its own; whatever asks for some is cancelled. */
export const setupNoNetwork = (session: Session, refused: (what: string) => void): void => {
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: FOREIGN }, ({ url }, answer) => {
    const cancel = !isLocalRequest(url);
    if (cancel) refused('network');
    answer({ cancel });
  });
};
