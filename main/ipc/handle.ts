import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  callNames,
  calls,
} from '../../shared/contract/ipc.ts';
import { failed, type Result } from '../../shared/lib/result.ts';

/** One handler for each call of the contract: leaving one out does not compile. */
export type Handlers = {
  [K in CallName]: (input: CallInput<K>) => Promise<Result<CallOutput<K>>> | Result<CallOutput<K>>;
};

export interface DoorOptions {
  /** Whether the message comes from the main frame of our one window, on our own origin. */
  isOurWindow(event: IpcMainInvokeEvent): boolean;
  /** For the log: a call name and a code, never an input. */
  onTrouble(call: CallName, code: string, error?: unknown): void;
}

/**
 * The only door between screens and engine: sender check, then parsing, then the handler. Whatever happens, the screen
 * gets a `Result`; a thrown error becomes `ipc.broken` because Electron would pass it on as a bare message.
 */
export function openDoor(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers, options: DoorOptions): void {
  for (const name of callNames) register(ipcMain, name, handlers, options);
}

function register<K extends CallName>(
  ipcMain: Pick<IpcMain, 'handle'>,
  name: K,
  handlers: Handlers,
  { isOurWindow, onTrouble }: DoorOptions,
): void {
  ipcMain.handle(name, async (event, raw: unknown): Promise<Result<CallOutput<K>>> => {
    if (!isOurWindow(event)) {
      onTrouble(name, 'ipc.foreign-sender');
      return failed({ code: 'ipc.foreign-sender' });
    }
    const input = calls[name].input.safeParse(raw);
    if (!input.success) {
      onTrouble(name, 'ipc.bad-input');
      return failed({
        code: 'ipc.bad-input',
        detail: input.error.issues.map((i) => `${i.path.join('.')}: ${i.code}`).join('; '),
      });
    }
    try {
      return await handlers[name](input.data as CallInput<K>);
    } catch (error) {
      onTrouble(name, 'ipc.broken', error);
      return failed({ code: 'ipc.broken' });
    }
  });
}
