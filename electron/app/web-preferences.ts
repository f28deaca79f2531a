import type { WebPreferences } from 'electron';

/**
 * What the page may be: sandboxed, apart from our preload, without Node. Electron's defaults are
 * written out where a wrong one would be a hole. @param development opens the developer tools
 */
export const webPreferences = (preload: string, development: boolean): WebPreferences => ({
  preload,
  devTools: development,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
});
