import { z } from 'zod';
import { ReleaseOffer, VersionName, versionName } from '../../../shared/contract/release.ts';
import { KioskCode } from '../../../shared/domain/ticket.ts';
import { inTransaction, type Transaction } from '../database/connect.ts';
import { issueDocuments } from '../documents/issue.ts';
import { chooseRelease, wishForRelease } from '../releases/offer.ts';
import { readReleaseFolder } from '../releases/read-folder.ts';
import { keepBlob } from '../repositories/blobs.ts';
import {
  addRelease,
  countStandings,
  listReleases,
  rollOut,
  withdrawRelease,
} from '../repositories/releases.ts';
import { findKeyInUse } from '../repositories/signing-keys.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, noMore, UsageProblem, unknownVerb, Whole } from './reading.ts';

const USUAL_STOPS_AFTER = '3';

/** Versions of the kiosk: taken from the machine that signs them, offered in waves, stopped when they fail. */
export const releases: Noun = {
  usage: `  releases add FOLDER           a version that release:sign made; offered to nobody yet  --stops-after N (3 kiosks it failed at)
  releases list                 every version: to whom it is offered, where it runs, where it failed
  releases rollout NAME         --percent 0..100  --kiosks CODE,CODE  who takes it from now on
  releases withdraw NAME        offered no more, for ever; kiosks that run it keep it until a newer one comes`,
  read([verb, first, ...rest], typed) {
    noMore(rest);
    switch (verb) {
      case 'add': {
        const folder = checked('FOLDER', z.string().min(1), first);
        const stopsAfter = checked(
          '--stops-after',
          Whole(1, 100_000),
          typed['stops-after'] ?? USUAL_STOPS_AFTER,
        );
        return atHub((desk) => add(desk, folder, stopsAfter));
      }
      case 'list':
        noMore(first === undefined ? [] : [first]);
        return atHub(async ({ database: { pool } }) => {
          const all = await listReleases(pool);
          const { running, failed } = await countStandings(pool);
          const chosen = chooseRelease(all);
          return lines(
            all.map(({ name, percent, kiosks, stopsAfter, addedAt, withdrawnAt, withdrawnBecause }) => ({
              name,
              isOffered: name === chosen?.name,
              percent,
              kiosks,
              running: running.get(name) ?? 0,
              failed: failed.get(name) ?? 0,
              stopsAfter,
              addedAt,
              withdrawnAt,
              withdrawnBecause,
            })),
          );
        });
      case 'rollout': {
        const name = checked('NAME', VersionName, first);
        const percent = checked('--percent', Whole(0, 100), typed.percent ?? '0');
        const codes = typeof typed.kiosks === 'string' ? typed.kiosks.split(',') : [];
        const kiosks = codes.map((code) => checked('--kiosks', KioskCode, code.trim().toUpperCase()));
        checked('--kiosks', ReleaseOffer.shape.kiosks, kiosks);
        return atHub((desk) =>
          change(desk, async (tx) => {
            if (!(await rollOut(tx, name, { percent, kiosks })))
              throw new UsageProblem(`there is no ${name} that may be offered`);
          }),
        );
      }
      case 'withdraw': {
        const name = checked('NAME', VersionName, first);
        return atHub((desk) =>
          change(desk, async (tx) => {
            if (!(await withdrawRelease(tx, name, 'by-hand', desk.now)))
              throw new UsageProblem(`there is no ${name} that is not withdrawn`);
          }),
        );
      }
      default:
        return unknownVerb('releases', verb);
    }
  },
};

async function add({ database: { pool }, now }: Desk, folder: string, stopsAfter: number): Promise<string> {
  const key = await findKeyInUse(pool, 'update');
  if (!key)
    throw new UsageProblem(
      'this hub knows no update key: "keys trust update PUBLIC-KEY", then fleet-keys anew',
    );
  const read = readReleaseFolder(folder, key.publicKey);
  if (!read.ok) throw new UsageProblem(`not added: ${read.reason}`);
  const { sheet, text, signature, pieces } = read.value;
  const name = versionName(sheet);
  const blobs = await inTransaction(pool, async (tx) => {
    const kept = [];
    for (const piece of pieces()) kept.push(await keepBlob(tx, piece, now));
    const release = { build: sheet.build, name, sheet: text, signature, keyId: key.keyId, pieces: kept };
    if (!(await addRelease(tx, { ...release, stopsAfter, addedAt: now })))
      throw new UsageProblem(`a release of build ${sheet.build} is there already`);
    return kept.length;
  });
  return JSON.stringify({ name, kind: sheet.kind, bytes: sheet.bytes, pieces: blobs, stopsAfter });
}

/** Says to the fleet what is offered after the change. */
async function change(desk: Desk, act: (tx: Transaction) => Promise<void>): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const key = await getSigningKey(pool, keyFolder, 'operations');
  return inTransaction(pool, async (tx) => {
    await act(tx);
    await issueDocuments(tx, key, [await wishForRelease(tx)], desk.now);
    return JSON.stringify({ offered: chooseRelease(await listReleases(tx))?.name ?? null });
  });
}
