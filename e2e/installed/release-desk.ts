import { createPublicKey } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '../../hub/src/command-line.ts';
import { readSigningKey } from '../../hub/src/signing/key-file.ts';
import type { RunningHub } from '../../hub/src/start-hub.ts';
import { checkPackage } from '../../scripts/package/check.ts';
import { ABOUT_FILE, type AboutPackage, readAbout, writeAbout } from '../../scripts/release/about.ts';
import { makeRelease } from '../../scripts/release/make-release.ts';
import type { ReleaseSheet } from '../../shared/contract/release.ts';
import { changeManifest, repacked } from '../repacked.ts';

/** Where versions are made, signed and given to the hub, by the commands that an operator types. */
export interface ReleaseDesk {
  /** What an installed kiosk has in /etc/pos-migran/release-key.pem. */
  releaseKey: string;
  /** A command of the hub, with what it prints. */
  atHub(...words: string[]): Promise<string>;
  /** A whole, signed release of the package in `from` under another version and build. Answers with its folder and sheet. */
  make(
    from: string,
    wish: Partial<AboutPackage> & { change?: (inside: string) => void },
  ): Promise<{ folder: string; sheet: ReleaseSheet }>;
}

/** The hub has its other keys already. `folder`: empty, for keys and releases. */
export async function openReleaseDesk(hub: RunningHub, folder: string): Promise<ReleaseDesk> {
  const keyFile = join(folder, 'update-key.pem');
  async function atHub(...words: string[]): Promise<string> {
    const { command } = readCommandLine(words, {});
    if (command.name !== 'errand') throw new Error(`${words.join(' ')} is no errand`);
    const desk = { now: new Date(), readInput: async () => '' };
    const { errand } = command;
    return errand.needs === 'hub' ? errand.run({ ...desk, database: hub.database }) : errand.run(desk);
  }
  await atHub('keys', 'trust', 'update', await atHub('keys', 'make', 'update', '--out', keyFile));
  // The root says which keys there are now.
  await atHub('keys', 'init');
  const key = readSigningKey(keyFile);
  if (key === null) throw new Error('the key was not made');
  return {
    releaseKey: String(createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' })),
    atHub,
    async make(from, { change, ...wish }) {
      const about = { ...(await readAbout(from)), ...wish };
      const place = await repacked(from, (inside) => {
        changeManifest(inside, { version: about.version, buildNumber: about.build });
        change?.(inside);
      });
      writeFileSync(join(place, ABOUT_FILE), writeAbout(about));
      const faults = await checkPackage(place, 'pos-migran-kiosk');
      if (faults.length > 0) throw new Error(`not a package any more: ${faults.join('; ')}`);
      const out = join(folder, `release-${about.build}`);
      const sheet = await makeRelease({
        folder: place,
        privateKey: key.privateKey,
        out,
        notes: 'Contoh',
        followsBuild: 0,
        followsDatabase: 1,
        gzipLevel: 1,
      });
      rmSync(place, { recursive: true });
      return { folder: out, sheet };
    },
  };
}

/** What runs in place of the app of a broken version: it destroys the database, says nothing and ends. */
export function breakMain(dataFolder: string): (inside: string) => void {
  return (inside) => {
    const path = join(inside, 'out/main/index.cjs');
    const code = `for (const name of ['kiosk.db', 'kiosk.db-wal'])
  require('node:fs').writeFileSync(${JSON.stringify(`${dataFolder}/`)} + name, 'broken');
process.exit(1);
`;
    writeFileSync(path, `${code}${readFileSync(path, 'utf8')}`);
  };
}
