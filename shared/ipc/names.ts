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

/** What the preload alone may ask: the page itself must never name a path. */
export const PRELOAD_CHANNELS = ['takePath', 'giveBanso'] as const;
type PreloadOnly = (typeof PRELOAD_CHANNELS)[number];

/** What the page may ask. */
export const CHANNEL_NAMES = exactly<Exclude<ChannelName, PreloadOnly>>()([
  'boot',
  'saveSettings',
  'readHeads',
  'readLog',
  'appendToLogs',
  'eraseInLogs',
  'forgetCache',
  'clearTraces',
  'readErasePlan',
  'keepErasePlan',
  'lookBeside',
  'stopLookingBeside',
  'listAsideLogs',
  'readAsideLog',
  'settleAsides',
  'listHandedOver',
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
  'asideState',
  'removeAsides',
  'beginCopy',
  'takeBackedUpFiles',
  'beginProof',
  'readProof',
  'endProof',
  'nameDocuments',
  'makeBanso',
  'openBanso',
  'readBanso',
  'takeBanso',
  'closeBanso',
  'cancelBanso',
  'isBansoGiven',
  'lastBanso',
  'undoBanso',
  'bansoSpan',
  'rememberUndone',
  'restartApp',
  'chooseFiles',
  'takeBytes',
  'proveFiles',
  'openFile',
  'copyFileOut',
  'openExternal',
  'showDataFolder',
  'settleRestored',
  'setAsideCache',
  'answerQuit',
]);

/** By which a page is given a port of the main process, for one of its workers. */
export const PORT_NAME = 'workerPort';

export const EVENT_NAMES = exactly<HostEventName>()([
  'quitRequested',
  'menu',
  'notice',
  'backup',
  'bansoGiven',
  'bansoWork',
]);
