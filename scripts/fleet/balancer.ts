import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One address before several hubs, as a balancer in a data centre: next line, next hub; one that refuses is passed over. */
export interface Balancer {
  url: string;
  /** Lines that were open at the same time, at most. */
  mostLines(): number;
  close(): Promise<void>;
}

export async function startBalancer(hubUrls: readonly string[]): Promise<Balancer> {
  const ports = hubUrls.map((url) => Number(new URL(url).port));
  const open = new Set<Socket>();
  let next = 0;
  let most = 0;

  function forward(line: Socket, triesLeft: number): void {
    const port = ports[next % ports.length] ?? 0;
    next += 1;
    const onward = connect(port, '127.0.0.1');
    onward.setNoDelay(true);
    onward.once('connect', () => {
      line.pipe(onward).pipe(line);
      onward.off('error', retry);
      for (const [one, other] of [
        [line, onward],
        [onward, line],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
    const retry = () => {
      if (triesLeft > 0) forward(line, triesLeft - 1);
      else line.destroy();
    };
    onward.once('error', retry);
  }

  const server = createServer((line) => {
    line.setNoDelay(true);
    line.on('error', () => line.destroy());
    open.add(line);
    most = Math.max(most, open.size);
    line.once('close', () => open.delete(line));
    forward(line, ports.length);
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    mostLines: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const line of open) line.destroy();
      }),
  };
}
