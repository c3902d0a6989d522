import type { IpcRenderer, IpcRendererEvent } from 'electron';

/** What the screens see as `window.kiosk`. The typed client in renderer/bridge gives it its types. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

/**
 * Lets exactly the names of the contract through, in both directions. A name that is not in the contract never
 * reaches the main process, and no listener ever sees Electron's event object (it would hand out `sender`).
 */
export function buildBridge(
  ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>,
  callNames: readonly string[],
  eventNames: readonly string[],
): Bridge {
  return {
    call(name, input) {
      if (!callNames.includes(name)) return Promise.reject(new Error(`no such call: ${name}`));
      return ipc.invoke(name, input);
    },
    on(name, listener) {
      if (!eventNames.includes(name)) throw new Error(`no such event: ${name}`);
      const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
      ipc.on(name, forward);
      return () => ipc.removeListener(name, forward);
    },
  };
}
