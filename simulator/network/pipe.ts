import type { Socket } from 'node:net';
import type { NetworkMode } from './mode.ts';

/** Carries bytes both ways between two sockets, under whatever mode holds when each chunk arrives. */
export function pipeThrough(near: Socket, far: Socket, mode: () => NetworkMode): void {
  carry(near, far, 'up', mode);
  carry(far, near, 'down', mode);
}

function carry(from: Socket, to: Socket, direction: 'up' | 'down', mode: () => NetworkMode): void {
  let carried = 0;
  let order = Promise.resolve();

  async function pass(chunk: Buffer): Promise<void> {
    const now = mode();
    if (now.mode === 'half-open') return;
    if (now.mode === 'delay') await new Promise((resolve) => setTimeout(resolve, now.ms));
    if (now.mode === 'cut' && now.direction === direction) return cutInto(chunk, now);
    await send(chunk);
  }

  async function cutInto(chunk: Buffer, cut: Extract<NetworkMode, { mode: 'cut' }>): Promise<void> {
    const room = cut.afterBytes - carried;
    if (room >= chunk.length) return send(chunk);
    if (room > 0) await send(chunk.subarray(0, room));
    if (cut.how === 'silence') return;
    const [near, far] = direction === 'up' ? [from, to] : [to, from];
    // A reset takes back what the other side has not read yet, so the far side, which must see its part, gets an end.
    far.end();
    if (cut.how === 'end') near.end();
    else near.resetAndDestroy();
    from.destroySoon();
  }

  async function send(chunk: Buffer): Promise<void> {
    if (!to.writable || chunk.length === 0) return;
    carried += chunk.length;
    if (!to.write(chunk)) {
      from.pause();
      await new Promise<void>((resolve) => {
        to.once('drain', resolve);
        to.once('close', () => resolve());
      });
      from.resume();
    }
  }

  from.on('data', (chunk: Buffer) => {
    order = order.then(() => pass(chunk));
  });
  from.on('end', () => {
    order = order.then(() => {
      if (mode().mode !== 'half-open') to.end();
    });
  });
  from.on('close', (hadError) => {
    if (mode().mode === 'half-open') return;
    if (hadError) to.destroy();
    else if (from.destroyed && !from.readableEnded) to.destroy();
  });
}
