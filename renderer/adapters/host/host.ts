import type { TakenFile } from '#shared/ipc/attachments.ts';
import type {
  ChannelName,
  HostBridge,
  HostEventName,
  HostEvents,
  Input,
  Output,
} from '#shared/ipc/contract.ts';
import { PORT_NAME } from '#shared/ipc/names.ts';
import { fail, ok, type Result } from '#shared/result.ts';

declare global {
  // Merging with the DOM's Window needs an interface.
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface Window {
    /** The preload's bridge; missing outside Electron. */
    readonly banso?: HostBridge;
  }
}

/** Asks the main process; its answer, also to a call that never arrived, is a Result. */
export const invoke = async <Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> => {
  try {
    if (window.banso === undefined) return fail(NO_HOST);
    // Main answers by the same contract and from the same build.
    return (await window.banso.invoke(name, input)) as Result<Output<Name>>;
  } catch {
    return fail(NO_HOST);
  }
};

/** Copies a dropped or pasted file into the records folder, by its path where it has one. */
export const takeFile = async (file: File): Promise<Result<TakenFile>> => {
  try {
    if (window.banso === undefined) return fail(NO_HOST);
    const answer = await window.banso.takeFile(file);
    // Main answers by the same contract and from the same build.
    if (answer !== undefined) return answer as Result<TakenFile>;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await invoke('takeBytes', { name: file.name, bytes });
  } catch {
    return fail(UNREADABLE);
  }
};

/** Hands a dropped hand-over file to the app, as a double click on it does. */
export const giveBanso = async (file: File): Promise<void> => {
  await window.banso?.giveBanso(file).catch(() => undefined);
};

/** Opens a port to the main process, for a worker whose bytes the window need not see. */
export const openPort = (): Promise<Result<MessagePort>> =>
  new Promise((resolve) => {
    if (window.banso === undefined) return resolve(fail(NO_HOST));
    const hear = ({ source, data, ports: [port] }: MessageEvent): void => {
      if (source !== window || data !== PORT_NAME || port === undefined) return;
      window.removeEventListener('message', hear);
      resolve(ok(port));
    };
    window.addEventListener('message', hear);
    window.banso.openPort();
  });

const UNREADABLE = {
  code: 'not-found',
  happened: 'このファイルは読み取れませんでした。',
  safe: '保存済みの記録は変わっていません。',
  todo: '移動や削除をしていないか確かめて、もう一度お試しください。',
} as const;

/**
 * Listens to what main tells unasked.
 * @returns what ends the listening
 */
export const on = <Name extends HostEventName>(
  name: Name,
  listener: (payload: HostEvents[Name]) => void,
): (() => void) => window.banso?.on(name, listener) ?? (() => undefined);

const NO_HOST = {
  code: 'unexpected',
  happened: 'アプリの本体と通信できませんでした。',
  safe: '保存済みの記録は変わっていません。',
  todo: 'アプリを終了して開き直してください。',
} as const;
