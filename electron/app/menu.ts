import { app, type BrowserWindow, dialog, Menu } from 'electron';
import { emit } from '../ipc/handle.ts';
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
      showAbout: () => showAbout(window()),
    },
    { mac: process.platform === 'darwin', development: !app.isPackaged },
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};

const showAbout = (window: BrowserWindow | undefined): void => {
  const options = {
    type: 'info',
    title: 'このアプリについて',
    message: `伴走ノート ${app.getVersion()}`,
    detail: [
      '市町村の伴走支援を計画し、記録し、引き継ぐためのアプリです。',
      'データはこのパソコンの中だけに保存し、通信は行いません。',
      '',
      `Electron ${process.versions.electron}　Chromium ${process.versions.chrome}`,
    ].join('\n'),
    buttons: ['閉じる'],
  } as const;
  const shown =
    window === undefined
      ? dialog.showMessageBox({ ...options, buttons: [...options.buttons] })
      : dialog.showMessageBox(window, { ...options, buttons: [...options.buttons] });
  shown.catch(() => undefined);
};
