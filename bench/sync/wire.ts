import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What the way between two programs is like. */
export interface WireLike {
  /** Both ways together, ms. */
  roundTripMs: number;
  /** Chance of each segment to be lost, 0 to 1. */
  loss: number;
  random: () => number;
}

export interface Wire {
  url: string;
  /** Bytes inside TCP so far, HTTP headers and all, towards the far side and back. */
  bytes(): { up: number; down: number };
  lostSegments(): number;
  close(): Promise<void>;
}

const SEGMENT_BYTES = 1_460;
/** Linux waits at least this long, beyond the round trip, before it sends a segment again. */
const RETRANSMIT_AFTER_MS = 200;

/**
 * A line to `target` on loopback that counts bytes and, when told, is slow and loses. Loss is made as a program sees it through TCP:
 * a lost segment comes again after a round trip and 200 ms, and everything behind it on that connection waits for it. Opening a
 * connection takes a round trip. Slow start and bandwidth are not modelled.
 */
export async function startWire(target: string, like: WireLike | null = null): Promise<Wire> {
  const { hostname: host, port } = new URL(target);
  const count = { up: 0, down: 0 };
  let lost = 0;
  const sockets = new Set<Socket>();

  function carry(from: Socket, to: Socket, direction: 'up' | 'down'): void {
    let freeAt = direction === 'up' && like ? performance.now() + like.roundTripMs : 0;
    const deliver = (act: () => void, hold: number) => {
      if (!like) return act();
      freeAt = Math.max(freeAt, performance.now() + like.roundTripMs / 2) + hold;
      setTimeout(act, freeAt - performance.now());
    };
    from.on('data', (chunk: Buffer) => {
      count[direction] += chunk.length;
      deliver(() => to.writable && to.write(chunk), holdOf(chunk));
    });
    from.on('end', () => deliver(() => to.end(), 0));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      deliver(() => to.destroy(), 0);
    });
  }

  function holdOf(chunk: Buffer): number {
    if (!like) return 0;
    let hold = 0;
    for (let at = 0; at < chunk.length; at += SEGMENT_BYTES) {
      if (like.random() >= like.loss) continue;
      lost += 1;
      // Segments lost in one flight come again together.
      hold = like.roundTripMs + RETRANSMIT_AFTER_MS;
    }
    return hold;
  }

  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host, port: Number(port), noDelay: true });
    for (const socket of [near, far]) sockets.add(socket);
    carry(near, far, 'up');
    carry(far, near, 'down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => ({ ...count }),
    lostSegments: () => lost,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
