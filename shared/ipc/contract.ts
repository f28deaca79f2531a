import { z } from 'zod';
import type { DeviceId, FolderId } from '../domain/record/ids.ts';
import type { Problem } from '../result.ts';
import {
  type ChosenKind,
  chosenKind,
  fileHashes,
  type LostFiles,
  type NamedFile,
  namedFile,
  type TakenFile,
  type TakenFiles,
} from './attachments.ts';
import {
  type AsideState,
  type BackupState,
  backupChoice,
  backupGeneration,
  backupOpening,
  backupPlace,
  backupSource,
  copyRequest,
  filesRequest,
  type GenerationList,
  type NamedDocument,
  namedDocuments,
  type ProofFound,
  type ProofOpened,
  proofFound,
  type RestoreLine,
  restoreRequest,
} from './backup.ts';
import {
  type BansoMadeAnswer,
  type BansoOpened,
  type BansoProgress,
  type BansoRequest,
  type BansoSpan,
  type BansoTaken,
  bansoPlace,
  bansoRequest,
  type LastBanso,
  undoneBanso,
} from './banso.ts';
import {
  type AsideLog,
  type AsideRequest,
  asideRequest,
  type Beside,
  type ErasedTraces,
  type ErasePlan,
  erasedTraces,
  erasePlan,
  type HandedOver,
  soughtWordsInput,
} from './erasing.ts';
import {
  type AppendAnswer,
  type AppendRequest,
  appendSchema,
  type EraseAnswer,
  type EraseRequest,
  eraseSchema,
  type LogFiles,
  type LogPart,
  type LogRequest,
  logRequestSchema,
} from './logs.ts';
import { type Settings, settingsPatch } from './settings.ts';

/**
 * The one place where main and renderer agree. Every call travels as `ipcRenderer.invoke(name, input)`,
 * is checked against `input` in main, and answers with a `Result`.
 */
type Channel<Input, Output> = { readonly input: z.ZodType<Input>; readonly output?: Output };

const channel = <Input, Output>(input: z.ZodType<Input>): Channel<Input, Output> => ({ input });

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const nothing = z.undefined();

/** The paper that the page's print view is laid out for. */
export type PrintPaper = z.infer<typeof printPaper>;

/** What became of a print or a save: staff may change their mind in the system's dialog. */
export type PrintOutcome = 'done' | 'cancelled';

const printPaper = z.object({ size: z.enum(['a4', 'a3']), landscape: z.boolean() });

/** Files that the screen makes by itself; a PDF is main's. */
export type SavedKind = z.infer<typeof savedKind>;

const savedKind = z.enum(['png', 'svg', 'xlsx']);

/** Far more than a poster needs; what is larger is no file of ours. */
const FILE_LIMIT = 200_000_000;
const fileBytes = bytes.refine(({ length }) => length > 0 && length <= FILE_LIMIT);

/** When the app was last opened on the records as they were put back, and as it knew them (ms). */
export type RestoredTimes = { readonly older?: number; readonly newer?: number };

export type Boot = {
  readonly device: DeviceId;
  /** The records folder that the cache must belong to. */
  readonly folder: FolderId;
  /** The records were put back by hand, and nobody has said yet which state is wanted. */
  readonly isRestored: boolean;
  readonly restoredTimes: RestoredTimes;
  readonly settings: Settings;
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chrome: string;
    readonly node: string;
  };
  /** Shown in the settings screen; the renderer never sends it back. */
  readonly dataFolder: string;
  /** What main had to mend or warn of before the window opened. */
  readonly notices: readonly Problem[];
};

export const channels = {
  boot: channel<undefined, Boot>(nothing),
  saveSettings: channel<z.infer<typeof settingsPatch>, Settings>(settingsPatch),
  readHeads: channel<undefined, LogFiles>(nothing),
  readLog: channel<LogRequest, LogPart>(logRequestSchema),
  /** Answers for each document, in the order of the request. */
  appendToLogs: channel<readonly AppendRequest[], readonly AppendAnswer[]>(appendSchema),
  /** Rewrites the log files of a document without what is erased for good. */
  eraseInLogs: channel<EraseRequest, EraseAnswer>(eraseSchema),
  /** The next start throws the browser's whole database away: it holds what is about to be erased. */
  forgetCache: channel<undefined, null>(nothing),
  /** Removes what lies beside the logs and still holds what was erased. */
  clearTraces: channel<ErasedTraces, null>(erasedTraces),
  /** An erasing that was begun and has not ended; null where there is none. */
  readErasePlan: channel<undefined, ErasePlan | null>(nothing),
  /** Keeps what is about to be erased until the last of it is gone; null when it is. */
  keepErasePlan: channel<ErasePlan | null, null>(erasePlan.nullable()),
  /** Looks for words in attached files and in what was set aside. */
  lookBeside: channel<readonly string[], Beside>(soughtWordsInput),
  stopLookingBeside: channel<undefined, null>(nothing),
  /** Logs that restores have moved aside. */
  listAsideLogs: channel<undefined, readonly AsideLog[]>(nothing),
  readAsideLog: channel<AsideRequest, LogPart>(asideRequest),
  /** All that was erased in them is erased in what took their place; some attached files go with it. */
  settleAsides: channel<readonly string[], null>(fileHashes),
  /** Hand-over files that were made on this PC. */
  listHandedOver: channel<undefined, readonly HandedOver[]>(nothing),
  /** Opens the system's print dialog for the window's print view. */
  printPage: channel<PrintPaper, PrintOutcome>(printPaper),
  /** Asks where to, and saves the window's print view there; `name` is only what the dialog proposes. */
  savePdf: channel<{ readonly paper: PrintPaper; readonly name: string }, PrintOutcome>(
    z.object({ paper: printPaper, name: z.string().max(400) }),
  ),
  /** Asks where to, and saves there what the screen made; `name` is only what the dialog proposes. */
  saveFile: channel<
    { readonly name: string; readonly kind: SavedKind; readonly bytes: Uint8Array },
    PrintOutcome
  >(z.object({ name: z.string().max(400), kind: savedKind, bytes: fileBytes })),
  backupState: channel<undefined, BackupState>(nothing),
  /** Asks for a folder; the state is as before when nobody chose one. */
  chooseBackupTarget: channel<z.infer<typeof backupChoice>, BackupState>(backupChoice),
  dropBackupTarget: channel<z.infer<typeof backupPlace>, BackupState>(backupPlace),
  backUpNow: channel<undefined, BackupState>(nothing),
  cancelBackup: channel<undefined, null>(nothing),
  listGenerations: channel<z.infer<typeof backupSource>, GenerationList>(backupSource),
  /** Asks for a folder to restore from, which is the source `opened` from then on; null when nobody chose one. */
  openBackup: channel<z.infer<typeof backupOpening>, GenerationList | null>(backupOpening),
  /** How a generation differs from today. */
  previewRestore: channel<z.infer<typeof backupGeneration>, readonly RestoreLine[]>(
    backupGeneration,
  ),
  /** Prepares a restore, which the next start carries out. @returns how many documents it brings back */
  prepareRestore: channel<z.infer<typeof restoreRequest>, number>(restoreRequest),
  /** What restores have moved aside. */
  asideState: channel<undefined, AsideState>(nothing),
  /** Removes it. */
  removeAsides: channel<undefined, AsideState>(nothing),
  /** Unpacks one document of a generation, to be read as a proof is. */
  beginCopy: channel<z.infer<typeof copyRequest>, ProofOpened>(copyRequest),
  /** Takes attached files out of a generation that are not here. @returns how many */
  takeBackedUpFiles: channel<z.infer<typeof filesRequest>, number>(filesRequest),
  /** Unpacks the newest backup of the first place. */
  beginProof: channel<undefined, ProofOpened>(nothing),
  readProof: channel<LogRequest, LogPart>(logRequestSchema),
  /** Removes what was unpacked; null when it could not be read to its end. */
  endProof: channel<ProofFound | null, BackupState>(proofFound),
  /** What documents are called, for the list in a backup. */
  nameDocuments: channel<readonly NamedDocument[], null>(namedDocuments),
  /** Asks where to, and makes a hand-over file there. */
  makeBanso: channel<BansoRequest, BansoMadeAnswer>(bansoRequest),
  /** Unpacks and checks a hand-over file beside the records; null when there is none to open. */
  openBanso: channel<z.infer<typeof bansoPlace>, BansoOpened | null>(bansoPlace),
  readBanso: channel<LogRequest, LogPart>(logRequestSchema),
  /** Takes in what was opened. */
  takeBanso: channel<undefined, readonly BansoTaken[]>(nothing),
  /** Removes what was opened and is not wanted. */
  closeBanso: channel<undefined, null>(nothing),
  cancelBanso: channel<undefined, null>(nothing),
  /** Whether a file was given to the app that nobody has opened yet. */
  isBansoGiven: channel<undefined, boolean>(nothing),
  /** A file was dropped on the window; the preload alone names a path. */
  giveBanso: channel<string, null>(z.string().min(1).max(32_000)),
  lastBanso: channel<undefined, LastBanso | null>(nothing),
  /** Prepares what takes the last import away, which the next start carries out. */
  undoBanso: channel<undefined, null>(nothing),
  /** Which frames an import has brought, by when it was taken in; the last one for null. */
  bansoSpan: channel<number | null, readonly BansoSpan[]>(z.number().nullable()),
  /** Remembers an undoing by edits, so that the next import offers again what it took back. */
  rememberUndone: channel<z.infer<typeof undoneBanso>, null>(undoneBanso),
  /** Closes the window as staff do, and opens the app again. */
  restartApp: channel<undefined, null>(nothing),
  /** Asks which files to attach, and copies them into the records folder. */
  chooseFiles: channel<ChosenKind, TakenFiles>(chosenKind),
  /** Copies a dropped or pasted file into the records folder; the preload alone names a path. */
  takePath: channel<string, TakenFile>(z.string().min(1).max(32_000)),
  /** Keeps what was pasted and lies nowhere, such as a picture out of the clipboard. */
  takeBytes: channel<{ readonly name: string; readonly bytes: Uint8Array }, TakenFile>(
    z.object({ name: z.string().max(2000), bytes: fileBytes }),
  ),
  /** Reads attached files to their end, and tells those that are missing or altered. */
  proveFiles: channel<readonly string[], LostFiles>(fileHashes),
  /** Opens an attached file with the system's program for it; one that could run is shown in its folder. */
  openFile: channel<NamedFile, 'opened' | 'shown'>(namedFile),
  /** Asks where to, and copies an attached file there. */
  copyFileOut: channel<NamedFile, PrintOutcome>(namedFile),
  openExternal: channel<string, null>(z.string().max(2000)),
  showDataFolder: channel<undefined, null>(nothing),
  /** Staff have said which state they want, or there is no other: the question is not asked again. */
  settleRestored: channel<undefined, null>(nothing),
  /** No cache can be opened: the next start puts the browser's whole database out of the way. */
  setAsideCache: channel<undefined, null>(nothing),
  /** The answer to the event `quitRequested`: false keeps the app open. */
  answerQuit: channel<boolean, null>(z.boolean()),
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type Input<Name extends ChannelName> =
  Channels[Name] extends Channel<infer I, unknown> ? I : never;
export type Output<Name extends ChannelName> =
  Channels[Name] extends Channel<never, infer O> ? O : Exclude<Channels[Name]['output'], undefined>;

/** What the menu asks of the renderer. */
export const MENU_COMMANDS = [
  'undo',
  'redo',
  'search',
  'newCase',
  'home',
  'cases',
  'openBanso',
  'settings',
  'shortcuts',
  'about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** What main tells the renderer unasked. */
export type HostEvents = {
  readonly quitRequested: undefined;
  readonly menu: MenuCommand;
  readonly notice: Problem;
  readonly backup: BackupState;
  /** The system, or a drop, has given us a hand-over file to open. */
  readonly bansoGiven: undefined;
  /** How far making or opening one has come; null when it has ended. */
  readonly bansoWork: BansoProgress | null;
};
export type HostEventName = keyof HostEvents;

/** `window.banso`: all that the renderer has of the world outside. */
export type HostBridge = {
  readonly invoke: (name: ChannelName, input: unknown) => Promise<unknown>;
  /**
   * Attaches a `File` that staff have dropped or pasted: only here can its path be read.
   * @returns main's answer; undefined for one that lies nowhere, such as a picture out of the clipboard
   */
  readonly takeFile: (file: object) => Promise<unknown>;
  /** Hands a dropped hand-over file over, in the same way. */
  readonly giveBanso: (file: object) => Promise<unknown>;
  /** Opens a port to the main process; the page hears of its end by a message of its own window. */
  readonly openPort: () => void;
  readonly on: <Name extends HostEventName>(
    name: Name,
    listener: (payload: HostEvents[Name]) => void,
  ) => () => void;
};
