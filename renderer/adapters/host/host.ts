import type {
  ChannelName,
  HostBridge,
  HostEventName,
  HostEvents,
  Input,
  Output,
} from '#shared/ipc/contract.ts';
import { fail, type Result } from '#shared/result.ts';

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
