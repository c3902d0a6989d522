import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AttachmentId } from '../../shared/domain/attachment.ts';
import { readTicketNumber, type TicketNumber } from '../../shared/domain/ticket.ts';
import { CaseStatus } from '../../shared/domain/ticket-status.ts';
import type { Admission } from './admission/token-buckets.ts';
import type { Errand } from './command-line/errand.ts';
import { findNoun, NOUN_USAGE } from './command-line/nouns.ts';
import { checked, Moment, OfficeName, UsageProblem, Whole } from './command-line/reading.ts';
import { CaseReference } from './routes/officer-cases.ts';

export const USAGE = `Usage: node hub/src/main.ts [command] [flags]

  serve (default)               --port 0..65535  --host ADDRESS  --demo  --trust-proxy
                                --kiosk-burst N  --kiosk-per-second N  (requests of one kiosk)
                                --rounds-per-second N  (rounds of all kiosks that this process is to carry)
                                --heartbeat-days N  --linger-seconds N  (refuses in words before it ends)
  enrolment-code --office NAME  --time-zone Asia/Jakarta|Asia/Makassar|Asia/Jayapura  --valid-days N
  revoke KIOSK-CODE             refuse a kiosk from now on
  readmit KIOSK-CODE            take its revocation back
  case TICKET STATUS            checked | forwarded | closed | received  --reference TEXT
  open TICKET                   print what was handed in, in clear (needs the private key)
  photo ID --out FILE           write a photo that open lists, in clear (needs the private key)
  backup-done --until TIME      what was received until then lies in a backup (2026-11-22T03:00Z; now unless named)
  new-epoch                     after a restore from backup
${NOUN_USAGE}

Everywhere: --data FOLDER (.data/hub)  --key-file FILE  --rescue-recipient age1…
Environment: DATABASE_URL, HUB_OFFICER_TOKEN, HUB_LOG_LEVEL`;

export type Command =
  | {
      name: 'serve';
      host: string;
      port: number;
      demo: boolean;
      trustProxy: boolean;
      admission: Admission;
      roundsPerSecond: number;
      heartbeatDays: number;
      lingerMs: number;
    }
  | {
      name: 'enrolment-code';
      officeName: string;
      timeZone: z.infer<typeof TimeZone>;
      validDays: number;
    }
  | { name: 'revoke' | 'readmit'; kioskCode: string }
  | { name: 'case'; ticketNumber: TicketNumber; status: CaseStatus; reference: string | null }
  | { name: 'open'; ticketNumber: TicketNumber }
  | { name: 'photo'; id: AttachmentId; out: string }
  | { name: 'backup-done'; until: Date | null }
  | { name: 'new-epoch' }
  | { name: 'errand'; errand: Errand }
  | { name: 'help' };

export interface Settings {
  dataFolder: string;
  databaseUrl: string | undefined;
  keyFile: string | undefined;
  rescueRecipient: string | undefined;
  officerToken: string | undefined;
  logLevel: string;
}

const TimeZone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
/** Reads what was typed and the environment. Throws `UsageProblem`. */
export function readCommandLine(
  args: string[],
  env: Record<string, string | undefined>,
): { command: Command; settings: Settings } {
  const { values, positionals } = parse(args);
  const settings = {
    dataFolder: values.data ?? '.data/hub',
    databaseUrl: env.DATABASE_URL || undefined,
    keyFile: values['key-file'],
    rescueRecipient: values['rescue-recipient'],
    officerToken: checked(
      'HUB_OFFICER_TOKEN',
      z.string().min(16).optional(),
      env.HUB_OFFICER_TOKEN || undefined,
    ),
    logLevel: checked(
      'HUB_LOG_LEVEL',
      z.enum(['debug', 'info', 'warn', 'error', 'silent']),
      env.HUB_LOG_LEVEL || 'info',
    ),
  };
  return { command: readCommand(values, positionals), settings };
}

function readCommand(values: ReturnType<typeof parse>['values'], positionals: string[]): Command {
  const [name = 'serve', first, second] = positionals;
  if (values.help) return { name: 'help' };
  switch (name) {
    case 'serve':
      return {
        name,
        host: values.host ?? '127.0.0.1',
        port: checked('--port', Whole(0, 65_535), values.port ?? '0'),
        demo: values.demo ?? false,
        trustProxy: values['trust-proxy'] ?? false,
        admission: {
          burst: checked('--kiosk-burst', Whole(1, 1_000_000), values['kiosk-burst'] ?? '200'),
          perSecond: checked('--kiosk-per-second', Whole(1, 1_000_000), values['kiosk-per-second'] ?? '20'),
        },
        roundsPerSecond: checked(
          '--rounds-per-second',
          Whole(1, 10_000),
          values['rounds-per-second'] ?? '20',
        ),
        heartbeatDays: checked('--heartbeat-days', Whole(1, 3660), values['heartbeat-days'] ?? '30'),
        lingerMs: checked('--linger-seconds', Whole(0, 300), values['linger-seconds'] ?? '0') * 1000,
      };
    case 'enrolment-code':
      return {
        name,
        officeName: checked('--office', OfficeName, values.office),
        timeZone: checked('--time-zone', TimeZone, values['time-zone'] ?? 'Asia/Jakarta'),
        validDays: checked('--valid-days', Whole(1, 365), values['valid-days'] ?? '7'),
      };
    case 'revoke':
    case 'readmit':
      return { name, kioskCode: checked('KIOSK-CODE', z.string().min(1), first).toUpperCase() };
    case 'case':
      return {
        name,
        ticketNumber: ticketNumber(first),
        status: checked('STATUS', CaseStatus, second),
        reference:
          values.reference === undefined ? null : checked('--reference', CaseReference, values.reference),
      };
    case 'open':
      return { name, ticketNumber: ticketNumber(first) };
    case 'photo':
      return {
        name,
        id: checked('ID', AttachmentId, first),
        out: checked('--out', z.string().min(1), values.out),
      };
    case 'backup-done':
      return { name, until: values.until === undefined ? null : checked('--until', Moment, values.until) };
    case 'new-epoch':
      return { name };
    default: {
      const noun = findNoun(name);
      if (noun) return { name: 'errand', errand: noun.read(positionals.slice(1), values) };
      throw new UsageProblem(`there is no command "${name}"; --help lists them`);
    }
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: text,
        'key-file': text,
        'rescue-recipient': text,
        port: text,
        host: text,
        office: text,
        'time-zone': text,
        'valid-days': text,
        reference: text,
        out: text,
        'kiosk-burst': text,
        'kiosk-per-second': text,
        'rounds-per-second': text,
        'heartbeat-days': text,
        'linger-seconds': text,
        until: text,
        number: text,
        name: text,
        roles: text,
        with: text,
        'next-root': text,
        'valid-hours': text,
        'stops-after': text,
        percent: text,
        kiosks: text,
        version: text,
        since: text,
        'pin-from-stdin': flag,
        trouble: flag,
        kiosk: text,
        to: text,
        'with-files': flag,
        'also-revoked': flag,
        undo: flag,
        demo: flag,
        'trust-proxy': flag,
        help: flag,
      },
    });
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}

function ticketNumber(typed: string | undefined): TicketNumber {
  const number = readTicketNumber(typed ?? '');
  if (!number) throw new UsageProblem(`"${typed ?? ''}" is not a ticket number`);
  return number;
}
