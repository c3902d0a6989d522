import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { type DeskCallName, type DeskInput, deskCallNames, deskCalls } from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';
import { AT_SHELL, type Desk } from '../desk/desk.ts';
import type { Log } from '../log/index.ts';
import { closeToOthers, ctlAddress, unsafePlace } from './address.ts';
import { type CtlAnswer, CtlRequest, lineCutter } from './protocol.ts';

export interface CtlServerDeps {
  dataFolder: string;
  desk: Desk;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
}

export interface CtlServer {
  /** Null: nobody can reach it; the log says why. The kiosk runs on all the same. */
  address: string | null;
  close(): Promise<void>;
}

const MOST_CLIENTS = 8;
/** A client that says nothing for so long is gone. */
const SILENCE_MS = 10 * 60_000;

/** Listens for `kioskctl`: the same desk as on the screen, for whoever is the kiosk's own user on this machine. */
export async function openCtlServer({ dataFolder, desk, log }: CtlServerDeps): Promise<CtlServer> {
  const address = ctlAddress(dataFolder);
  const isPipe = address.startsWith('\\\\');
  const unsafe = isPipe ? null : unsafePlace(dirname(address));
  if (unsafe !== null) {
    log.error('ctl.closed', { code: unsafe });
    return { address: null, close: async () => {} };
  }
  const clients = new Set<Socket>();
  const server = createServer((socket) => {
    if (clients.size >= MOST_CLIENTS) {
      socket.destroy();
      return;
    }
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    serve(socket, desk, log);
  });
  // One kiosk is one process: a socket that lies there is what a killed one left behind.
  if (!isPipe) rmSync(address, { force: true });
  try {
    await listen(server, address);
    if (!isPipe) closeToOthers(address);
  } catch (error) {
    server.close();
    log.error('ctl.closed', { code: 'ctl.cannot-listen', because: codeOf(error) ?? 'unknown' });
    return { address: null, close: async () => {} };
  }
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of clients) socket.destroy();
      }),
  };
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      server.on('error', () => {});
      resolve();
    });
  });
}

/** Requests of one client are answered one after the other, in their order. */
function serve(socket: Socket, desk: Desk, log: CtlServerDeps['log']): void {
  let queue = Promise.resolve();
  const answer = (given: CtlAnswer) => {
    if (socket.writable) socket.write(`${JSON.stringify(given)}\n`);
  };
  const cut = lineCutter(
    (line) => {
      queue = queue.then(async () => answer(await answerTo(line, desk, log)));
    },
    () => {
      queue = queue.then(() => {
        answer({ id: -1, result: failed({ code: 'ctl.line-too-long' }) });
        socket.end();
      });
    },
  );
  socket.setTimeout(SILENCE_MS, () => socket.destroy());
  socket.on('data', cut);
  // Whoever went away needs no answer.
  socket.on('error', () => socket.destroy());
}

async function answerTo(line: string, desk: Desk, log: CtlServerDeps['log']): Promise<CtlAnswer> {
  const request = CtlRequest.safeParse(asJson(line));
  if (!request.success) return { id: -1, result: failed({ code: 'ctl.bad-request' }) };
  const { id, call, input } = request.data;
  const name = deskCallNames.find((one) => one === call);
  if (name === undefined) return { id, result: failed({ code: 'ctl.no-such-call' }) };
  try {
    return { id, result: await run(name, input, desk) };
  } catch (error) {
    log.error('ctl.trouble', { kind: name, code: 'ctl.broken', because: codeOf(error) ?? 'unknown' });
    return { id, result: failed({ code: 'ctl.broken' }) };
  }
}

async function run<K extends DeskCallName>(name: K, raw: unknown, desk: Desk): Promise<Result<unknown>> {
  const input = deskCalls[name].input.safeParse(raw ?? {});
  if (!input.success) {
    const detail = input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
    return failed({ code: 'ctl.bad-input', detail });
  }
  return desk[name](input.data as DeskInput<K>, { who: AT_SHELL });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
