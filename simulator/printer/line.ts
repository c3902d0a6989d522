import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Machine } from './machine.ts';

/**
 * The printer's network socket. Like most real ones it serves one connection at a time: a second caller is accepted by the operating
 * system and then waits in silence. Bytes are taken off the socket only as fast as the receive buffer has room.
 */
export class PrinterLine {
  private readonly machine: () => Machine;
  private server: Server | null = null;
  private readonly sockets: Socket[] = [];
  private boundPort = 0;
  private isReading = false;

  constructor(machine: () => Machine) {
    this.machine = machine;
  }

  get port(): number {
    return this.boundPort;
  }

  /** Listens on 127.0.0.1; port 0 picks a free one, which a later `listen` then reuses. */
  async listen(port: number): Promise<void> {
    if (this.server) return;
    const server = createServer({ allowHalfOpen: true }, (socket) => this.accept(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
    this.server = server;
    this.boundPort = (server.address() as AddressInfo).port;
  }

  async unlisten(): Promise<void> {
    const server = this.server;
    this.server = null;
    for (const socket of [...this.sockets]) socket.resetAndDestroy();
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Sends to whoever is being served now; with nobody there the answer is lost, as in life. */
  answer(bytes: Uint8Array): void {
    const served = this.sockets[0];
    if (served?.writable) served.write(bytes);
  }

  /** Takes what waits on the socket, as far as there is room. */
  read(): void {
    // Taking bytes makes room, and room calls for reading: once is enough.
    if (this.isReading) return;
    this.isReading = true;
    try {
      this.readServed();
    } finally {
      this.isReading = false;
    }
  }

  private readServed(): void {
    const machine = this.machine();
    const served = this.sockets[0];
    if (!served || machine.state.link !== 'normal') return;
    while (machine.room > 0 && served.readableLength > 0) {
      const cutAfter = machine.state.cutLineAfterBytes;
      const chunk: Buffer | null = served.read(
        Math.min(machine.room, served.readableLength, cutAfter ?? Infinity),
      );
      if (!chunk) return;
      machine.receive(chunk);
      if (cutAfter === null) continue;
      const left = cutAfter - chunk.length;
      if (left <= 0) served.resetAndDestroy();
      machine.change({ cutLineAfterBytes: left > 0 ? left : null });
      if (left <= 0) return;
    }
    // Without a further read a drained socket never reports its end.
    if (served.readableLength === 0 && !served.readableEnded) served.read(0);
  }

  private accept(socket: Socket): void {
    this.sockets.push(socket);
    socket.on('readable', () => {
      if (this.sockets[0] === socket) this.read();
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.splice(this.sockets.indexOf(socket), 1);
      this.read();
    });
    this.read();
  }
}
