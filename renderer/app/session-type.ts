import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Signal } from '#data/signal.ts';
import type { Workspace } from '#data/workspace.ts';
import type { Boot } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/settings.ts';

/** How far the cache has come in catching up with the logs. */
export type Catching =
  | { readonly kind: 'working'; readonly done: number; readonly all: number }
  | { readonly kind: 'done' };

/** All that the screens need from the start. */
export type Session = {
  readonly workspace: Workspace;
  readonly boot: Boot;
  readonly banso: BansoSource;
  readonly settings: Signal<Settings>;
  readonly catching: Signal<Catching>;
  /** How many things are on one's mind, as ホーム last counted them. */
  readonly concerns: Signal<number>;
};
