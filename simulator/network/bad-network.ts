import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { answerAsGateway } from './gateway.ts';
import type { NetworkMode } from './mode.ts';
import { pipeThrough } from './pipe.ts';

export interface BadNetwork {
  port: number;
  mode(): NetworkMode;
  /**
   * From now on. New connections follow the new mode from their start; open ones are reset, except into `delay`, `cut` and `half-open`, which
   * catch them where they are: a cable pulled, not a door closed. Resolves when the door is in its new state.
   */
  set(mode: NetworkMode): Promise<void>;
  /** Connections accepted since the start: a test sees whether anybody tried. */
  accepted(): number;
  close(): Promise<void>;
}

/** Starts a bad network on 127.0.0.1 in front of `target`. Port 0 picks a free one. Rejects when the port is taken. */
export async function startBadNetwork(options: {
  port?: number;
  target: { host: string; port: number };
}): Promise<BadNetwork> {
  const { port = 0, target } = options;
  let mode: NetworkMode = { mode: 'pass' };
  let server: Server | null = null;
  let boundPort = port;
  let accepted = 0;
  const sockets = new Set<Socket>();

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }

  function accept(near: Socket): void {
    accepted++;
    keep(near);
    if (mode.mode === 'reset') near.resetAndDestroy();
    else if (mode.mode === 'gateway') answerAsGateway(near);
    else if (mode.mode === 'half-open') near.resume();
    else callFarSide(near);
  }

  function callFarSide(near: Socket): void {
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true });
    keep(far);
    far.once('error', () => near.resetAndDestroy());
    pipeThrough(near, far, () => mode);
  }

  async function listen(): Promise<void> {
    if (server) return;
    const opening = createServer({ allowHalfOpen: true, noDelay: true }, accept);
    await new Promise<void>((resolve, reject) => {
      opening.once('error', reject);
      opening.listen(boundPort, '127.0.0.1', () => resolve());
    });
    boundPort = (opening.address() as AddressInfo).port;
    server = opening;
  }

  async function unlisten(): Promise<void> {
    const closing = server;
    server = null;
    for (const socket of sockets) socket.resetAndDestroy();
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
  }

  await listen();
  return {
    get port() {
      return boundPort;
    },
    mode: () => mode,
    async set(next) {
      const catches = ['pass', 'delay', 'cut', 'half-open'];
      const lived = mode.mode === 'pass' || mode.mode === 'delay';
      if (!lived || !catches.includes(next.mode)) for (const socket of sockets) socket.resetAndDestroy();
      mode = next;
      if (next.mode === 'refuse') await unlisten();
      else await listen();
    },
    accepted: () => accepted,
    close: unlisten,
  };
}
