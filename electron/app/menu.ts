import { app, type BrowserWindow, Menu } from 'electron';
import { emit } from '../ipc/emit.ts';
import { menuTemplate } from './menu-template.ts';

type Dependencies = {
  readonly window: () => BrowserWindow | undefined;
  readonly showDataFolder: () => void;
};

export const setupMenu = ({ window, showDataFolder }: Dependencies): void => {
  const template = menuTemplate(
    {
      command: (command) => emit(window(), 'menu', command),
      showDataFolder,
    },
    { mac: process.platform === 'darwin', development: !app.isPackaged },
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};
