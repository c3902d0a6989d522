import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BadNetwork, startBadNetwork } from './bad-network.ts';
import { openNetworkControl } from './control.ts';

let echo: Server;
let network: BadNetwork;
/** What the far side received. */
let arrived = '';
let cleanUp: Array<() => unknown> = [];

beforeEach(async () => {
  arrived = '';
  const far = new Set<Socket>();
  echo = createServer((socket) => {
    far.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      arrived += chunk.toString();
      socket.write(chunk);
    });
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', () => resolve()));
  network = await startBadNetwork({
    target: { host: '127.0.0.1', port: (echo.address() as AddressInfo).port },
  });
  cleanUp.push(
    () => network.close(),
    () => {
      for (const socket of far) socket.destroy();
      echo.close();
    },
  );
});

afterEach(async () => {
  for (const act of cleanUp) await act();
  cleanUp = [];
});

interface Caller {
  socket: Socket;
  heard(): string;
  end: Promise<string>;
}

function aCaller(): Promise<Caller> {
  return new Promise((resolve, reject) => {
    const socket = connect(network.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    const end = new Promise<string>((ended) => {
      socket.on('end', () => ended('end'));
      socket.on('error', (error: NodeJS.ErrnoException) => {
        ended(error.code ?? 'error');
        reject(error);
      });
    });
    socket.on('connect', () => resolve({ socket, heard: () => heard, end }));
    cleanUp.unshift(() => socket.destroy());
  });
}

test('passes both ways, and a polite end too', async () => {
  const caller = await aCaller();
  caller.socket.write('halo');
  await vi.waitFor(() => expect(caller.heard()).toBe('halo'));
  caller.socket.end('lagi');
  expect(await caller.end).toBe('end');
  expect(caller.heard()).toBe('halolagi');
});

test('a delay keeps the order and changes nothing', async () => {
  await network.set({ mode: 'delay', ms: 20 });
  const caller = await aCaller();
  caller.socket.write('satu');
  caller.socket.write('dua');
  await vi.waitFor(() => expect(caller.heard()).toBe('satudua'));
});

test('a long delay holds back one connection and not the next', async () => {
  await network.set({ mode: 'delay', ms: 120_000 });
  const slow = await aCaller();
  slow.socket.write('lambat');
  const passing = await aCaller();
  await network.set({ mode: 'pass' });
  passing.socket.write('cepat');
  await vi.waitFor(() => expect(passing.heard()).toBe('cepat'));
  expect([slow.heard(), arrived]).toEqual(['', 'cepat']);
});

test.each([
  ['reset', 'up', 'ECONNRESET', 'hal', ''],
  ['end', 'up', 'end', 'hal', 'hal'],
  ['reset', 'down', 'ECONNRESET', 'halo', ''],
  ['end', 'down', 'end', 'halo', 'hal'],
] as const)('cut half-way with %s on the way %s', async (how, direction, ending, far, near) => {
  await network.set({ mode: 'cut', direction, afterBytes: 3, how });
  const caller = await aCaller();
  caller.socket.write('halo');
  expect(await caller.end).toBe(ending);
  await vi.waitFor(() => expect(arrived).toBe(far));
  // What crossed before a reset may or may not be heard; after it nothing.
  expect('halo'.startsWith(caller.heard())).toBe(true);
  if (how === 'end' && direction === 'down') expect(caller.heard()).toBe(near);
});

test('cut into silence leaves the connection open and dead', async () => {
  await network.set({ mode: 'cut', direction: 'down', afterBytes: 2, how: 'silence' });
  const caller = await aCaller();
  caller.socket.write('halo');
  await vi.waitFor(() => expect(caller.heard()).toBe('ha'));
  caller.socket.write('masih ada?');
  await vi.waitFor(() => expect(arrived).toBe('halomasih ada?'));
  expect(caller.heard()).toBe('ha');
  expect(caller.socket.readable).toBe(true);
});

test('half-open catches a connection that was alive, and new ones never reach the far side', async () => {
  const old = await aCaller();
  old.socket.write('hidup');
  await vi.waitFor(() => expect(old.heard()).toBe('hidup'));
  await network.set({ mode: 'half-open' });
  old.socket.write('hilang');
  const fresh = await aCaller();
  fresh.socket.write('hilang');
  await vi.waitFor(() => expect(fresh.socket.bytesWritten).toBe(6));
  await network.set({ mode: 'pass' });
  expect(await fresh.end).toBe('ECONNRESET');
  expect(arrived).toBe('hidup');
});

test('reset and refuse look like that from outside, and pass mends them', async () => {
  await network.set({ mode: 'reset' });
  // The reset may come before the caller has noticed that it was let in.
  const end = aCaller().then(
    (caller) => caller.end,
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect(await end).toBe('ECONNRESET');
  await network.set({ mode: 'refuse' });
  await expect(aCaller()).rejects.toThrow('ECONNREFUSED');
  await network.set({ mode: 'pass' });
  const again = await aCaller();
  again.socket.write('halo');
  await vi.waitFor(() => expect(again.heard()).toBe('halo'));
});

test('the gateway answers every request with 200 and a web page, also a posted one and a second one', async () => {
  const hub = createHttpServer((_request, response) => response.end('{"real":true}'));
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', () => resolve()));
  const lobby = await startBadNetwork({
    target: { host: '127.0.0.1', port: (hub.address() as AddressInfo).port },
  });
  cleanUp.unshift(
    () => lobby.close(),
    () => hub.closeAllConnections(),
    () => hub.close(),
  );
  const url = `http://127.0.0.1:${lobby.port}/v1/push`;
  expect(await (await fetch(url)).json()).toEqual({ real: true });
  await lobby.set({ mode: 'gateway' });
  for (const body of ['x'.repeat(100_000), 'kedua']) {
    const answer = await fetch(url, { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('Wi-Fi Contoh');
  }
});

test('the control door shows and sets the mode and refuses what is none', async () => {
  const control = await openNetworkControl(network, 0);
  cleanUp.unshift(() => control.close());
  const door = `http://127.0.0.1:${control.port}/mode`;
  expect(await (await fetch(door)).json()).toEqual({ mode: 'pass', accepted: 0 });
  const bad = await fetch(door, { method: 'PUT', body: '{"mode":"delay"}' });
  expect(bad.status).toBe(400);
  expect((await fetch(door, { method: 'PUT', body: '{nonsense' })).status).toBe(400);
  const good = await fetch(door, { method: 'PUT', body: '{"mode":"gateway"}' });
  expect(await good.json()).toEqual({ mode: 'gateway' });
  expect((await fetch(`http://127.0.0.1:${control.port}/other`)).status).toBe(404);
});
