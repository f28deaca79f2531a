import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostBridge, HostEventName } from '../../shared/ipc/contract.ts';
import { CHANNEL_NAMES, EVENT_NAMES, PORT_NAME, PRELOAD_CHANNELS } from '../../shared/ipc/names.ts';

type Listener = (payload: unknown) => void;

const isOneOf = (names: readonly string[], name: unknown): boolean =>
  typeof name === 'string' && names.includes(name);

/** A notice may come before the screen listens: it waits instead of getting lost. */
const waiting: unknown[] = [];
const listeners: Record<HostEventName, Set<Listener>> = {
  quitRequested: new Set(),
  menu: new Set(),
  notice: new Set(),
  backup: new Set(),
  bansoGiven: new Set(),
  bansoWork: new Set(),
};

for (const name of EVENT_NAMES) {
  ipcRenderer.on(name, (_event, payload: unknown) => {
    if (name === 'notice' && listeners.notice.size === 0) waiting.push(payload);
    for (const listener of listeners[name]) listener(payload);
  });
}

const bridge: HostBridge = {
  invoke: (name, input) =>
    isOneOf(CHANNEL_NAMES, name)
      ? ipcRenderer.invoke(name, input)
      : Promise.reject(new Error('unknown channel')),
  takeFile: async (file) => {
    // Only the system gives a file its path: one that a script has made has none.
    const path = webUtils.getPathForFile(file as File);
    return path === '' ? undefined : ipcRenderer.invoke(PRELOAD_CHANNELS[0], path);
  },
  giveBanso: async (file) => {
    const path = webUtils.getPathForFile(file as File);
    return path === '' ? undefined : ipcRenderer.invoke(PRELOAD_CHANNELS[1], path);
  },
  openPort: () => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(PORT_NAME, null, [port2]);
    // A port does not cross the bridge.
    window.postMessage(PORT_NAME, location.origin, [port1]);
  },
  on: (name, listener) => {
    if (!isOneOf(EVENT_NAMES, name)) throw new Error('unknown event');
    // The contract pairs names and payloads; inside, all listeners are one kind.
    const heard = listener as Listener;
    listeners[name].add(heard);
    if (name === 'notice') for (const payload of waiting.splice(0)) heard(payload);
    return () => {
      listeners[name].delete(heard);
    };
  },
};

contextBridge.exposeInMainWorld('banso', bridge);

// Opens the files of the page's database while the page itself is still being read; a page of another
// origin has none.
Promise.resolve()
  .then(() => indexedDB.databases())
  .catch(() => undefined);
