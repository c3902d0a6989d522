import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { connect as connectTcp, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { codeOf } from '../../db/trouble.ts';

/** What the machine itself says of its network; tests put their own in its place. */
export interface Network {
  /** Interfaces that are no loopback. `hasCarrier` null: the system does not say. */
  interfaces(): { name: string; addresses: string[]; hasCarrier: boolean | null }[];
  /** The addresses of a name. Rejects with the system's error. */
  resolve(name: string): Promise<string[]>;
  /** Opens a connection and closes it. Rejects with the system's error, `ETIMEDOUT` after the deadline. */
  connect(host: string, port: number): Promise<void>;
  /** The same with TLS, checked as every call to the hub is. */
  secure(host: string, port: number): Promise<void>;
}

const DEADLINE_MS = 5_000;

export function theNetwork(certificateAuthority?: string): Network {
  return {
    interfaces() {
      return Object.entries(networkInterfaces()).flatMap(([name, addresses]) => {
        const outside = (addresses ?? []).filter((one) => !one.internal);
        if ((addresses ?? []).length > 0 && outside.length === 0) return [];
        return [{ name, addresses: outside.map((one) => one.address), hasCarrier: carrierOf(name) }];
      });
    },
    async resolve(name) {
      const answer = lookup(name, { all: true });
      const found = await within(DEADLINE_MS, answer, 'EAI_AGAIN');
      return found.map((one) => one.address);
    },
    connect: (host, port) => opened(() => connectTcp({ host, port }), 'connect'),
    secure: (host, port) =>
      opened(
        () =>
          connectTls({
            host,
            port,
            ...(isIP(host) ? {} : { servername: host }),
            ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
          }),
        'secureConnect',
      ),
  };
}

/** Linux says it in a file; elsewhere an interface that is listed has a carrier, or nobody knows. */
function carrierOf(name: string): boolean | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/sys/class/net/${name}/carrier`, 'utf8').trim() === '1';
  } catch (error) {
    // An interface that is turned off cannot be asked.
    return codeOf(error) === 'EINVAL' ? false : null;
  }
}

type Opening = ReturnType<typeof connectTcp>;

function opened(open: () => Opening, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = open();
    socket.setTimeout(DEADLINE_MS, () => socket.destroy(withCode('ETIMEDOUT')));
    socket.once(event, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}

function within<T>(ms: number, work: Promise<T>, code: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(withCode(code)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}
