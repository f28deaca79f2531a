import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { START_URL } from '../security/origin.ts';
import { appLog } from '../services/app-log/app-log.ts';
import { countConsoleErrors } from '../services/app-log/watch.ts';
import { readJsonFile, writeJsonFile } from '../services/json-file.ts';
import type { Folders } from './paths.ts';
import { placeWindow, smallestOn, toWindowPlace } from './place-window.ts';
import { webPreferences } from './web-preferences.ts';

/** The page's own background, so that nothing flashes before the first paint. */
const BACKGROUND = '#ffffff';

/** The one window; `isShown` resolves when it has shown itself. */
export type OpenedWindow = { readonly window: BrowserWindow; readonly isShown: Promise<void> };

/** Opens the one window; it shows itself when its first picture is ready. */
export const openWindow = ({ settings, preload }: Folders): OpenedWindow => {
  const file = path.join(settings, 'window.json');
  const saved = readPlace(file);
  const area = screen.getPrimaryDisplay().workArea;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const smallest = smallestOn(area);
  const window = new BrowserWindow({
    ...placeWindow(saved, [area, ...areas]),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: '伴走ノート',
    backgroundColor: BACKGROUND,
    webPreferences: webPreferences(preload, !app.isPackaged),
  });
  const isShown = new Promise<void>((resolve) => window.once('show', () => resolve()));
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // A page that can't be loaded must not leave an invisible app behind.
  window.webContents.once('did-fail-load', (_event, code) => {
    appLog.warn('window.load-failed', { code });
    window.show();
  });
  window.on('close', () => savePlace(file, window));
  countConsoleErrors(window.webContents);
  window.loadURL(START_URL).catch((error: unknown) => appLog.fault('window.load', error));
  return { window, isShown };
};

const readPlace = (file: string) => {
  const read = readJsonFile(file);
  return read.kind === 'read' ? toWindowPlace(read.value) : undefined;
};

const savePlace = (file: string, window: BrowserWindow): void => {
  try {
    writeJsonFile(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  } catch (error) {
    // Only the window's place is lost.
    appLog.fault('window.save-place', error);
  }
};

/** Brings the window before the user's eyes. */
export const raiseWindow = (window: BrowserWindow | undefined): void => {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
