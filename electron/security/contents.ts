import { app, type WebContents } from 'electron';
import { decideNavigation, decideWindowOpen } from './navigation.ts';

/** How long after a key or a click a page may open a link, as in Chromium's user activation. */
const ACTIVATION_MS = 5000;
const ACTS = new Set(['mouseDown', 'mouseUp', 'keyDown', 'rawKeyDown', 'keyUp', 'touchEnd']);

type Effects = {
  /** Opens a link that has been judged harmless. */
  readonly openOutside: (url: string) => void;
  readonly refused: (what: string) => void;
};

/** Guards every page that ever comes into being: it stays where it is and opens no windows. */
export const setupContentsGuards = (effects: Effects): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents, effects));
};

const guard = (contents: WebContents, { openOutside, refused }: Effects): void => {
  const acted = { at: Number.NEGATIVE_INFINITY };
  contents.on('input-event', (_event, input) => {
    if (ACTS.has(input.type)) acted.at = performance.now();
  });

  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (decideNavigation(event.url) === 'allow') return;
    event.preventDefault();
    refused('navigation');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    refused('redirect');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refused('webview');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const decision = decideWindowOpen(url, performance.now() - acted.at < ACTIVATION_MS);
    if (decision.kind === 'outside') openOutside(decision.url);
    else refused('window');
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};
