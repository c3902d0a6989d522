import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { isOurAddress } from './origin.ts';

/**
 * No address outside the kiosk is ever contacted by a screen, no script but ours runs, and strings cannot become
 * scripts. The one style hash is react-aria's press style (see the test, which names the version).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.json': 'application/json',
  '.wav': 'audio/wav',
};

/** The file an address names inside the folder, or null when it leaves the folder, the origin or the known types. */
export function fileFor(address: string, folder: string): string | null {
  if (!isOurAddress(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  if (!file.startsWith(folder + sep)) return null;
  return TYPES[extname(file)] ? file : null;
}

/** What may be served: the built screens, and pictures by a name that somebody else vouches for. */
export interface AppFiles {
  folder: string;
  /** Clips of the voice and their index, served as `/speech/…`. */
  speech: string;
  /** Null: no picture of that name is shown now. */
  readPhoto(file: string): Promise<Uint8Array | null>;
}

/** Addresses of product pictures begin so; the rest is the name in the pack, of letters, digits and hyphens. */
const PHOTO_ADDRESS = /^\/content-photos\/([a-z0-9-]+\.(?:webp|jpg|png))$/;

/** The picture an address names, or null when it is no address of a picture. */
export function photoFor(address: string): string | null {
  if (!isOurAddress(address)) return null;
  return PHOTO_ADDRESS.exec(new URL(address).pathname)?.[1] ?? null;
}

const SPEECH_ADDRESS = /^\/speech\/(?:id|en)\/(?:index\.json|[0-9a-f]{16}\.opus)$/;

/** The clip or index an address names, or null when it is no address of one. */
export function speechFileFor(address: string, folder: string): string | null {
  if (!isOurAddress(address)) return null;
  const { pathname } = new URL(address);
  return SPEECH_ADDRESS.test(pathname) ? join(folder, pathname.slice('/speech/'.length)) : null;
}

/** Answers a request for one of our own files, with the headers that hold the page in. */
export async function answerWithFile(
  address: string,
  { folder, speech, readPhoto }: AppFiles,
): Promise<Response> {
  const photo = photoFor(address);
  const file = photo ?? speechFileFor(address, speech) ?? fileFor(address, folder);
  if (!file) return new Response('not found', { status: 404 });
  try {
    const body = photo ? await readPhoto(photo) : await readFile(file);
    if (body === null) return new Response('not found', { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'permissions-policy': 'camera=(self), geolocation=(), microphone=(), usb=(), serial=(), bluetooth=()',
      },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}
