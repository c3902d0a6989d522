import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A window of the desktop itself. Dialogs of the system are such windows, and no page knows of them. */
export interface XWindow {
  id: number;
  width: number;
  height: number;
}

const QUERY_TREE = 15;
const GET_ATTRIBUTES = 3;
const GET_GEOMETRY = 14;
const VIEWABLE = 2;
const INPUT_ONLY = 2;

/**
 * What stands on a display, straight from its server (X11 protocol, no window manager: each window hangs at the root). `display`: such
 * as `:99`, without a cookie.
 */
export async function listXWindows(display: string): Promise<XWindow[]> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  await once(socket, 'connect');
  const read = readerOf(socket);
  try {
    // Little-endian, protocol 11.0, no name and no data of an authorisation.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const head = await read(8);
    if (head[0] !== 1) throw new Error('the X server lets nobody in');
    const setup = await read(head.readUInt16LE(6) * 4);
    const vendorBytes = setup.readUInt16LE(16);
    const formats = setup.readUInt8(21);
    const root = setup.readUInt32LE(32 + Math.ceil(vendorBytes / 4) * 4 + formats * 8);

    const tree = await ask(QUERY_TREE, root);
    const ids = Array.from({ length: tree.readUInt16LE(16) }, (_, n) => tree.readUInt32LE(32 + n * 4));
    const found: XWindow[] = [];
    for (const id of ids) {
      const attributes = await ask(GET_ATTRIBUTES, id);
      const geometry = await ask(GET_GEOMETRY, id);
      const isGone = attributes[0] !== 1 || geometry[0] !== 1;
      if (isGone || attributes[26] !== VIEWABLE || attributes.readUInt16LE(12) === INPUT_ONLY) continue;
      found.push({ id, width: geometry.readUInt16LE(16), height: geometry.readUInt16LE(18) });
    }
    return found;
  } finally {
    socket.destroy();
  }

  /** One request about one window, and the whole answer; its first byte is 0 where the window has gone meanwhile. */
  async function ask(opcode: number, window: number): Promise<Buffer> {
    const request = Buffer.alloc(8);
    request.writeUInt8(opcode, 0);
    request.writeUInt16LE(2, 2);
    request.writeUInt32LE(window, 4);
    socket.write(request);
    const answer = await read(32);
    const more = answer[0] === 1 ? answer.readUInt32LE(4) * 4 : 0;
    return more === 0 ? answer : Buffer.concat([answer, await read(more)]);
  }
}

/** Gives exactly so many bytes, in order. Rejects when the server hangs up before. */
function readerOf(socket: Socket): (bytes: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  let isOver = false;
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    wake();
  });
  const end = () => {
    isOver = true;
    wake();
  };
  socket.on('close', end).on('error', end);
  return async (bytes) => {
    while (held.length < bytes) {
      if (isOver) throw new Error('the X server hung up');
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const given = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return given;
  };
}
