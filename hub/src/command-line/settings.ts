import { KioskSettings } from '../../../shared/contract/signed-document.ts';
import { weekFromSpans } from '../../../shared/domain/opening-hours.ts';
import { KioskCode } from '../../../shared/domain/ticket.ts';
import { inTransaction } from '../database/connect.ts';
import { mergeSettings } from '../documents/settings.ts';
import { listPlacedKiosks } from '../repositories/offices.ts';
import { listSettings } from '../repositories/settings.ts';
import { changeSettings, type Scope, scopeKeyOf } from '../settings/change-settings.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { atHub, type Desk, getOffice, type Noun } from './errand.ts';
import { checked, noMore, OfficeName, UsageProblem, unknownVerb } from './reading.ts';

type TypedScope = { at: 'fleet' } | { at: 'office'; name: string } | { at: 'kiosk'; kioskCode: string };

/** What is set from afar: a kiosk goes before its office, an office before the fleet. */
export const settings: Noun = {
  usage: `  settings set SCOPE KEY=VALUE…  SCOPE: fleet | office:NAME | kiosk:CODE; "KEY=" takes a setting back
                                officeName, idle, audio, reachPercent, roundEverySeconds, photoBytesPerHour, openingHours
  settings show SCOPE           of a kiosk: what holds there`,
  read([verb, scopeWord, ...rest]) {
    switch (verb) {
      case 'set': {
        const scope = readScope(scopeWord);
        const changes = readChanges(rest);
        return atHub((desk) => set(desk, scope, changes));
      }
      case 'show': {
        const scope = readScope(scopeWord);
        noMore(rest);
        return atHub((desk) => show(desk, scope));
      }
      default:
        return unknownVerb('settings', verb);
    }
  },
};

async function set(desk: Desk, typedScope: TypedScope, changes: Map<string, unknown>): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const scope = await findScope(desk, typedScope);
  const key = await getSigningKey(pool, keyFolder, 'operations');
  return inTransaction(pool, async (tx) => {
    const now = (await listSettings(tx)).get(scopeKeyOf(scope)) ?? {};
    const wanted = Object.fromEntries(
      Object.entries({ ...now, ...Object.fromEntries(changes) }).filter(([, value]) => value !== undefined),
    );
    const settings = checked('SETTINGS', KioskSettings, wanted);
    refuseHoursOfNoWeek(settings);
    const kiosks = await changeSettings(tx, key, scope, settings, desk.now);
    return JSON.stringify({ settings, changedKiosks: kiosks });
  });
}

/** A kiosk would tell them to nobody, and nobody would notice. */
function refuseHoursOfNoWeek({ openingHours }: KioskSettings): void {
  if (openingHours === undefined || weekFromSpans(openingHours) !== null) return;
  throw new UsageProblem(
    'openingHours: at least one span, at most three a day, each closing after it opens, none touching another',
  );
}

async function show(desk: Desk, typedScope: TypedScope): Promise<string> {
  const scope = await findScope(desk, typedScope);
  const all = await listSettings(desk.database.pool);
  if (scope.at !== 'kiosk') return JSON.stringify(all.get(scopeKeyOf(scope)) ?? {});
  const [kiosk] = await listPlacedKiosks(desk.database.pool, { code: scope.kioskCode });
  return JSON.stringify(kiosk ? mergeSettings(all, kiosk) : {});
}

async function findScope(desk: Desk, typed: TypedScope): Promise<Scope> {
  if (typed.at === 'office') return { at: 'office', office: await getOffice(desk, typed.name) };
  if (typed.at === 'kiosk') {
    const [kiosk] = await listPlacedKiosks(desk.database.pool, { code: typed.kioskCode });
    if (!kiosk) throw new UsageProblem(`no kiosk in service has the code ${typed.kioskCode}`);
  }
  return typed;
}

function readScope(word: string | undefined): TypedScope {
  if (word === 'fleet') return { at: 'fleet' };
  if (word?.startsWith('office:')) {
    return { at: 'office', name: checked('SCOPE', OfficeName, word.slice('office:'.length)) };
  }
  if (word?.startsWith('kiosk:')) {
    const kioskCode = checked('SCOPE', KioskCode, word.slice('kiosk:'.length).toUpperCase());
    return { at: 'kiosk', kioskCode };
  }
  throw new UsageProblem('SCOPE: fleet, office:NAME or kiosk:CODE');
}

/** Undefined: the setting is taken back. */
function readChanges(words: readonly string[]): Map<string, unknown> {
  if (words.length === 0) throw new UsageProblem('KEY=VALUE: nothing to set');
  return new Map(
    words.map((word): [string, unknown] => {
      const at = word.indexOf('=');
      const key = word.slice(0, at);
      if (at < 1 || !(key in KioskSettings.shape))
        throw new UsageProblem(`"${word}": there is no such setting`);
      return [key, readValue(word.slice(at + 1))];
    }),
  );
}

/** Numbers and objects are written as JSON; what is no JSON is text. */
function readValue(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
