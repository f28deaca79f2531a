import { useEffect, useRef } from 'react';
import { on } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { MenuCommand } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';
import { usePlaces } from '../routes/navigation.ts';
import { commandOf } from './app-keys.ts';
import { isTyping, watchTyping } from './field-typing.ts';

type Windows = { readonly search: () => void; readonly shortcuts: () => void };

/**
 * What the menu and the keyboard ask of the whole app. Both end here: the window sees a key first,
 * and what it takes never reaches the menu.
 *
 * Undo: while a one-line field holds typing that it has not handed over yet, the field takes its own
 * typing back; everywhere else, long texts and notes too, the last edit is taken back.
 */
export const useAppCommands = (windows: Windows): void => {
  const places = usePlaces();
  const travel = useTravel();
  const act = useRef<(command: MenuCommand) => void>(() => undefined);
  act.current = (command) => {
    switch (command) {
      case 'undo':
      case 'redo':
        if (isTyping()) document.execCommand(command);
        else void travel(command);
        return;
      case 'search':
      case 'shortcuts':
        windows[command]();
        return;
      case 'openBanso':
        places.bansoFile('ask');
        return;
      case 'newCase':
      case 'home':
      case 'cases':
      case 'settings':
      case 'about':
        places[command]();
        return;
      default:
        assertNever(command);
    }
  };

  useEffect(() => {
    const stopWatching = watchTyping(window);
    const stopMenu = on('menu', (command) => act.current(command));
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event, isEditable(event.target));
      if (command === undefined) return;
      if ((command === 'undo' || command === 'redo') && isTyping()) return;
      event.preventDefault();
      event.stopPropagation();
      act.current(command);
    };
    // Before any field or editor with an undo of its own.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      stopWatching();
      stopMenu();
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
};

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

let lastToast: { readonly close: () => void } | undefined;

/** Undo and redo that say what they did. */
export const useTravel = (): ((direction: 'undo' | 'redo') => Promise<void>) => {
  const workspace = useWorkspace();
  return async (direction) => {
    // The last letters may not have been handed over: they are what is taken back.
    await workspace.drafts.commitAll();
    const label = workspace.history.get()[direction];
    lastToast?.close();
    lastToast = undefined;
    if (label === undefined) return;
    workspace[direction]();
    lastToast = showToast(
      direction === 'undo' ? `元に戻しました：${label}` : `やり直しました：${label}`,
    );
  };
};
