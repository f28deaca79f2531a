import type { ChannelName, HostEventName } from './contract.ts';

/**
 * The contract's names as plain lists, for the preload: it must not carry zod.
 * The compiler rejects a list that has a name too many or one too few.
 */
const exactly =
  <Name extends string>() =>
  <const Names extends readonly Name[]>(
    names: Names & ([Name] extends [Names[number]] ? unknown : never),
  ): Names =>
    names;

export const CHANNEL_NAMES = exactly<ChannelName>()([
  'boot',
  'saveSettings',
  'readHeads',
  'readLog',
  'appendToLogs',
  'printPage',
  'savePdf',
  'saveFile',
  'backupState',
  'chooseBackupTarget',
  'dropBackupTarget',
  'backUpNow',
  'cancelBackup',
  'listGenerations',
  'openBackup',
  'previewRestore',
  'prepareRestore',
  'beginProof',
  'readProof',
  'endProof',
  'nameDocuments',
  'restartApp',
  'openExternal',
  'showDataFolder',
  'settleRestored',
  'setAsideCache',
  'answerQuit',
]);

export const EVENT_NAMES = exactly<HostEventName>()(['quitRequested', 'menu', 'notice', 'backup']);
