import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/ipc/contract.ts';

export type MenuEffects = {
  readonly command: (command: MenuCommand) => void;
  readonly showDataFolder: () => void;
};

export type MenuKind = { readonly mac: boolean; readonly development: boolean };

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as data. Undo is the app's own, since it spans documents; the clipboard is the system's. */
export const menuTemplate = (
  { command, showDataFolder }: MenuEffects,
  { mac, development }: MenuKind,
): MenuItemConstructorOptions[] => {
  const item = (
    label: string,
    accelerator: string,
    name: MenuCommand,
  ): MenuItemConstructorOptions => ({ label, accelerator, click: () => command(name) });

  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'ファイル(&F)',
      submenu: [
        item('新しい案件…', 'CmdOrCtrl+N', 'newCase'),
        item('引継ぎファイルを開く…', 'CmdOrCtrl+O', 'openBanso'),
        LINE,
        item('設定', 'CmdOrCtrl+,', 'settings'),
        LINE,
        { role: 'quit', label: '終了', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '編集(&E)',
      submenu: [
        item('元に戻す', 'CmdOrCtrl+Z', 'undo'),
        item('やり直す', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y', 'redo'),
        LINE,
        { role: 'cut', label: '切り取り' },
        { role: 'copy', label: 'コピー' },
        { role: 'paste', label: '貼り付け' },
        { role: 'pasteAndMatchStyle', label: '文字だけ貼り付け', accelerator: 'CmdOrCtrl+Shift+V' },
        { role: 'selectAll', label: 'すべて選択' },
        LINE,
        item('検索', 'CmdOrCtrl+K', 'search'),
      ],
    },
    {
      label: '表示(&V)',
      submenu: [
        { role: 'zoomIn', label: '拡大', accelerator: 'CmdOrCtrl+Plus' },
        // The same key without Shift, as on most keyboards.
        { role: 'zoomIn', label: '拡大', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut', label: '縮小' },
        { role: 'resetZoom', label: '実際の大きさ' },
        LINE,
        { role: 'togglefullscreen', label: '全画面表示' },
        ...(development ? [LINE, { role: 'toggleDevTools', label: '開発者ツール' } as const] : []),
      ],
    },
    {
      label: '移動(&G)',
      submenu: [item('ホーム', 'CmdOrCtrl+1', 'home'), item('案件', 'CmdOrCtrl+2', 'cases')],
    },
    {
      role: 'help',
      label: 'ヘルプ(&H)',
      submenu: [
        item('キーボード操作の一覧', 'F1', 'shortcuts'),
        { label: 'データの場所を開く', click: showDataFolder },
        LINE,
        { label: 'このアプリについて', click: () => command('about') },
      ],
    },
  ];
};
