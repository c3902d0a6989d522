import type { DeskOutput } from '../../shared/contract/desk.ts';
import { ContentManifest, DocumentBody } from '../../shared/contract/signed-document.ts';
import type { Config } from '../config/schema.ts';
import type { WritableDB } from '../db/handles.ts';
import { schemaVersionOf } from '../db/migrate.ts';
import { findRefusalOf, findTaken, listTaken } from '../db/repositories/documents.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { Updates } from '../updates/updates.ts';
import type { PrinterPlace } from './printer-setup.ts';

export interface VersionsDeps {
  db: WritableDB;
  config: Config;
  appVersion: string;
  runtime: string;
  /** This build carries no signature of the fleet: never in a lobby. */
  isTestBuild: boolean;
  contentFrom: () => 'installed' | 'hub' | 'last-good';
  printer: Pick<PrinterPlace, 'state' | 'choice'>;
  /** Left out: this kiosk does not update itself. */
  updates?: Pick<Updates, 'read'>;
}

/** What runs here and what it shows, for a support call. */
export function readVersions(deps: VersionsDeps): DeskOutput<'desk.versions'> {
  const { db, config } = deps;
  const enrolment = findEnrolment(db);
  return {
    app: deps.appVersion,
    runtime: deps.runtime,
    isTestBuild: deps.isTestBuild,
    kioskCode: enrolment?.kioskCode ?? null,
    officeName: enrolment?.office.name ?? config.officeName,
    hubUrl: config.hubUrl,
    databaseVersion: schemaVersionOf(db),
    contentName: contentNameOf(db),
    contentFrom: deps.contentFrom(),
    documents: listTaken(db).map(({ kind, version, takenAt }) => ({
      kind,
      version,
      takenAt,
      refused: findRefusalOf(db, kind),
    })),
    printer: {
      profile: deps.printer.choice()?.profile ?? null,
      address: deps.printer.choice()?.address ?? null,
      state: deps.printer.state(),
    },
    update: deps.updates?.read() ?? null,
  };
}

/** Null: no pack of the hub was taken yet. */
function contentNameOf(db: WritableDB): string | null {
  const taken = findTaken(db, 'content');
  if (taken === null) return null;
  const body = DocumentBody.safeParse(JSON.parse(taken.signed.body));
  const manifest = ContentManifest.safeParse(body.success ? body.data.content : null);
  return manifest.success ? manifest.data.name : null;
}
