import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The line between a hub and its database, in the hands of a test. */
export interface DatabaseLink {
  databaseUrl: string;
  /** From now on nothing comes through in either direction, and nobody is told. */
  hang(): void;
  /** From the next COMMIT on, the database's answers are lost. */
  loseAnswersFromCommit(): void;
  /** New lines work again; those that were made before stay dead. */
  heal(): void;
  close(): Promise<void>;
}

type State = 'open' | 'losing-from-commit' | 'hanging';

export async function openDatabaseLink(databaseUrl: string): Promise<DatabaseLink> {
  const target = new URL(databaseUrl);
  const lines = new Set<Socket>();
  let state: State = 'open';

  const server = createServer((line) => {
    const onward = connect(Number(target.port), target.hostname);
    let isDead = state === 'hanging';
    let isDeaf = false;
    lines.add(line);
    line.on('data', (bytes) => {
      isDead ||= state === 'hanging';
      if (isDead) return;
      if (state === 'losing-from-commit' && bytes.includes('COMMIT')) isDeaf = true;
      onward.write(bytes);
    });
    onward.on('data', (bytes) => {
      isDead ||= state === 'hanging';
      if (!isDead && !isDeaf) line.write(bytes);
    });
    for (const [one, other] of [
      [line, onward],
      [onward, line],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        lines.delete(line);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: url.href,
    hang() {
      state = 'hanging';
    },
    loseAnswersFromCommit() {
      state = 'losing-from-commit';
    },
    heal() {
      state = 'open';
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const line of lines) line.destroy();
      }),
  };
}
