import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CONTENT_FORMAT,
  type DocumentBody,
  type DocumentKind,
  SIGNED_BY,
  type SignedDocument,
  type SigningRole,
} from '../../shared/contract/signed-document.ts';
import type { WritableDB } from '../db/handles.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { createHubClient } from '../sync/hub-client.ts';
import { aHubDouble, aHurriedTime, anEnrolment, type HubDouble } from '../sync/testing.ts';
import { rawPublicKey } from '../trust/raw-key.ts';
import { signDocument } from '../trust/signed-document.ts';
import { type DeliveriesDeps, openDeliveries } from './deliveries.ts';

export const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');

const ROLES = ['root', 'operations', 'content', 'update'] as const;

/** The keys of a fleet, and a hand that signs with them. */
export function aFleet(now = Date.parse('2026-11-22T03:00:00Z')) {
  const keys = new Map<SigningRole, KeyObject>(
    ROLES.map((role) => [role, generateKeyPairSync('ed25519').privateKey]),
  );
  const keyOf = (role: SigningRole) => {
    const key = keys.get(role);
    if (!key) throw new Error(`no key for ${role}`);
    return key;
  };
  const sign = (
    kind: DocumentKind,
    version: number,
    content: unknown,
    more: Partial<DocumentBody> & { by?: SigningRole } = {},
  ): SignedDocument => {
    const { by = SIGNED_BY[kind], ...rest } = more;
    return signDocument(keyOf(by), {
      kind,
      audience: { to: 'fleet' },
      version,
      issuedAt: now,
      takeUntil: null,
      content,
      ...rest,
    });
  };
  const publicKeys = (['operations', 'content', 'update'] as const).map((role) => ({
    role,
    publicKey: rawPublicKey(keyOf(role)),
  }));
  return {
    rootKey: rawPublicKey(keyOf('root')),
    keyOf,
    sign,
    publicKeys,
    fleetKeys: (version = 1) => sign('fleet-keys', version, { keys: publicKeys, nextRoot: null }),
  };
}
export type Fleet = ReturnType<typeof aFleet>;

export function enrolInFleet(db: WritableDB, fleet: Fleet): void {
  saveEnrolment(db, { ...anEnrolment(), rootKey: fleet.rootKey });
}

/** The shipped content with changes, as files of a pack. Null removes a file. */
export function packFiles(changes: Record<string, string | Buffer | null> = {}): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(SHIPPED, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(SHIPPED.length + 1), readFileSync(path));
  }
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes === null) files.delete(path);
    else files.set(path, Buffer.from(bytes));
  }
  return files;
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function manifestOf(files: Map<string, Buffer>, name: string) {
  return {
    name,
    format: CONTENT_FORMAT,
    files: [...files].map(([path, bytes]) => ({ path, sha256: sha256Of(bytes), bytes: bytes.length })),
  };
}

/** Lays a pack at the hub and gives its document. */
export function publishPack(
  hub: HubDouble,
  fleet: Fleet,
  {
    version,
    name = `pack-${version}`,
    files = packFiles(),
  }: { version: number; name?: string; files?: Map<string, Buffer> },
): SignedDocument {
  for (const bytes of files.values()) hub.blobs.set(sha256Of(bytes), bytes);
  const document = fleet.sign('content', version, manifestOf(files, name));
  publish(hub, document);
  return document;
}

/** From now on the hub sends this one of its kind. */
export function publish(hub: HubDouble, document: SignedDocument): void {
  const at = hub.documents.findIndex(({ kind }) => kind === document.kind);
  if (at >= 0) hub.documents.splice(at, 1);
  hub.documents.push(document);
}

/** A kiosk that takes deliveries of a hub's double. `again`: as after a restart. */
export async function aReceivingKiosk(db: WritableDB, fleet: Fleet) {
  const time = aHurriedTime(1);
  const hub = await aHubDouble(time.clock);
  const troubles: string[] = [];
  const taken: DocumentKind[] = [];
  enrolInFleet(db, fleet);
  publish(hub, fleet.fleetKeys());
  const folder = dirname(db.name);

  function open(more: Partial<DeliveriesDeps> = {}) {
    return openDeliveries({
      db,
      dataFolder: folder,
      now: time.clock.now,
      freeBytes: () => null,
      onTaken: (kind) => taken.push(kind),
      onTrouble: (what) => troubles.push(what),
      ...more,
    });
  }
  let deliveries = open();
  return {
    hub,
    folder,
    time,
    taken,
    troubles,
    get deliveries() {
      return deliveries;
    },
    again(more: Partial<DeliveriesDeps> = {}) {
      deliveries = open(more);
      return deliveries;
    },
    /** One step of a round. */
    async pull(more: { signal?: AbortSignal; isTimeUp?: () => boolean; onProgress?: () => void } = {}) {
      const client = createHubClient({
        hubUrl: hub.url,
        clock: time.clock,
        sign: async () => ({ signature: 'example' }),
        deadlines: { connect: 2_000, probe: 2_000, call: 2_000, push: 2_000 },
      });
      const round = {
        hub: client,
        signal: more.signal ?? new AbortController().signal,
        isTimeUp: more.isTimeUp ?? (() => false),
        onProgress: more.onProgress ?? (() => undefined),
      };
      try {
        const trouble = await deliveries.pull(round);
        await deliveries.report(round, { stuckRounds: 0, contentName: null });
        return trouble;
      } finally {
        await client.close();
      }
    },
  };
}
