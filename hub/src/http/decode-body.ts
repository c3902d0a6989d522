import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RequestProblem } from '../problems.ts';

const unzip = promisify(gunzip);

/** JSON from the bytes on the wire. `limit` holds after decompression too. Throws `RequestProblem`. */
export async function decodeBody(
  raw: Uint8Array,
  encoding: string | undefined,
  limit: number,
): Promise<unknown> {
  const plain = await decompress(raw, encoding?.toLowerCase(), limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    throw new RequestProblem('request.malformed');
  }
}

async function decompress(raw: Uint8Array, encoding: string | undefined, limit: number): Promise<Uint8Array> {
  if (encoding === undefined || encoding === 'identity') return raw;
  if (encoding !== 'gzip') throw new RequestProblem('request.unknown-encoding');
  try {
    return await unzip(raw, { maxOutputLength: limit });
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new RequestProblem(isBomb ? 'request.too-large' : 'request.damaged');
  }
}
