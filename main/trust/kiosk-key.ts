import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import { rawPublicKey } from './raw-key.ts';

/** The kiosk's own Ed25519 key. The private part never leaves this object. */
export interface KioskKey {
  /** Raw 32 bytes, base64, as the hub takes it at enrolment. */
  readonly publicKey: string;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Buffer;
  /** 32 bytes for a purpose of this kiosk; the same purpose gives the same bytes. */
  deriveSecret(purpose: string): Buffer;
}

const KEY_FILE = 'kiosk-key.pem';
const SEED_BYTES = 32;

/**
 * Reads the kiosk's key, or makes it at the very first start. A key file that cannot be read is a problem for a
 * technician: a new key in its place would cut the kiosk off from its enrolment without anybody knowing why.
 */
export function readOrMakeKioskKey(folder: string): Result<KioskKey, 'trust.key-unusable'> {
  const path = join(folder, KEY_FILE);
  try {
    if (!existsSync(path)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { privateKey } = generateKeyPairSync('ed25519');
      writeDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
    }
    return succeeded(kioskKeyOf(createPrivateKey(readFileSync(path))));
  } catch (error) {
    return failed({ code: 'trust.key-unusable', detail: codeOf(error) ?? 'the key file cannot be read' });
  }
}

/** Wraps an Ed25519 private key. Throws for any other kind. */
export function kioskKeyOf(privateKey: KeyObject): KioskKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('the kiosk key must be Ed25519');
  const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-SEED_BYTES);
  return {
    publicKey: rawPublicKey(privateKey),
    sign: (message) => sign(null, message, privateKey),
    deriveSecret: (purpose) => Buffer.from(hkdfSync('sha256', seed, '', `pos-migran-kiosk/1 ${purpose}`, 32)),
  };
}
