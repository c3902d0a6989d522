import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Said } from '../../shared/contract/desk.ts';
import { codeOf } from '../db/trouble.ts';
import { reasonFor } from '../jobs/reasons.ts';
import { ctlAddress } from './address.ts';
import { connectCtl } from './client.ts';
import { type Command, type CommandContext, type Flags, type Outcome, Refused, Usage } from './command.ts';
import { printer } from './commands/printer.ts';
import { queue } from './commands/queue.ts';
import { audit, content, enrol, logs } from './commands/rest.ts';
import { doctor, status } from './commands/state.ts';
import { sync } from './commands/sync.ts';
import { update } from './commands/update.ts';
import { backup, exportStick, importStick, restore } from './commands/work.ts';
import { EXIT, type ExitCode, exitOf } from './exit.ts';
import { plain } from './table.ts';

/** Where a command writes and what it knows of its surroundings; tests give their own. */
export interface CtlIo {
  out(line: string): void;
  err(line: string): void;
  env: NodeJS.ProcessEnv;
  pause(ms: number): Promise<void>;
}

const COMMANDS: readonly Command[] = [
  status,
  doctor,
  queue,
  sync,
  exportStick,
  importStick,
  backup,
  restore,
  printer,
  content,
  update,
  enrol,
  logs,
  audit,
];

const HOW_TO_START: Said = {
  id: 'Kiosk tidak berjalan. Nyalakan dengan aplikasi Pos Migran, atau "npm start" saat pengembangan.',
  en: 'The kiosk is not running. Start the Pos Migran app, or "npm start" in development.',
};
const NO_RIGHT: Said = {
  id: 'Anda tidak berhak. Jalankan sebagai pemakai mesin kiosk (atau dengan sudo -u).',
  en: "You have no right to. Run it as the kiosk's own user (or with sudo -u).",
};

/** `kioskctl`: parses, asks the kiosk or reads what can be read without it, prints, and gives the exit code. Never throws. */
export async function runKioskctl(argv: readonly string[], io: CtlIo): Promise<ExitCode> {
  const language = (io.env.LC_ALL || io.env.LC_MESSAGES || io.env.LANG || '').startsWith('id') ? 'id' : 'en';
  const say = (said: Said) => said[language];
  const parsed = parse(argv);
  if ('wrong' in parsed) return misread(io, say, parsed.wrong);
  const { positionals, values } = parsed;
  const [name, ...args] = positionals;
  const command = COMMANDS.find((one) => one.name === name) ?? null;
  if (values.help || name === 'help') {
    for (const line of helpLines(command, say)) io.out(line);
    return EXIT.good;
  }
  if (command === null) {
    return misread(io, say, {
      id: name === undefined ? 'Perintah belum disebut.' : `Tidak ada perintah "${name}".`,
      en: name === undefined ? 'No command was named.' : `There is no command "${name}".`,
    });
  }
  const flags = flagsOf(values);
  if ('wrong' in flags) return misread(io, say, flags.wrong);
  const print = ({ data, lines }: Pick<Outcome, 'data' | 'lines'>) => {
    if (values.json) io.out(JSON.stringify(data));
    else for (const line of lines) io.out(plain(line));
  };
  const refuse = (exit: ExitCode, code: string, detail: string | null, said: Said): ExitCode => {
    if (values.json) io.out(JSON.stringify({ problem: { code, detail } }));
    else io.err(plain(`${say(said)} (${detail === null ? code : `${code}: ${detail}`})`));
    return exit;
  };
  const context: Omit<CommandContext, 'client'> = {
    args,
    flags,
    dataFolder: values.data ?? io.env.POS_MIGRAN_DATA ?? defaultDataFolder(io.env),
    say,
    progress: (text) => {
      if (!values.json) io.err(text);
    },
    pause: io.pause,
  };
  try {
    return await runCommand(command, context, { print, refuse, say, io });
  } catch (error) {
    if (error instanceof Usage) return misread(io, say, formsOf(command));
    if (error instanceof Refused) {
      return refuse(exitOf(error.code), error.code, error.detail, sentenceOf(error.code));
    }
    const code = codeOf(error) ?? 'unknown';
    const hasRight = code !== 'EACCES' && code !== 'EPERM';
    return hasRight
      ? refuse(EXIT.trouble, 'ctl.failed', code, { id: 'Perintah ini gagal.', en: 'This command failed.' })
      : refuse(EXIT.noRight, 'ctl.no-right', code, NO_RIGHT);
  }
}

interface Voice {
  print: (outcome: Pick<Outcome, 'data' | 'lines'>) => void;
  refuse: (exit: ExitCode, code: string, detail: string | null, said: Said) => ExitCode;
  say: (said: Said) => string;
  io: CtlIo;
}

async function runCommand(
  command: Command,
  context: Omit<CommandContext, 'client'>,
  { print, refuse, say, io }: Voice,
): Promise<ExitCode> {
  if (command.needsNoKiosk && command.offline) {
    accessSync(context.dataFolder, constants.R_OK);
    return finish(await command.offline(context));
  }
  const connected = await connectCtl(ctlAddress(context.dataFolder));
  if (connected.ok) {
    try {
      return finish(await command.run({ ...context, client: connected.value }));
    } finally {
      connected.value.close();
    }
  }
  if (connected.problem.code === 'ctl.no-right' || isForbidden(context.dataFolder)) {
    return refuse(EXIT.noRight, 'ctl.no-right', null, NO_RIGHT);
  }
  if (!command.offline) return refuse(EXIT.notRunning, 'ctl.not-running', null, HOW_TO_START);
  io.err(say(HOW_TO_START));
  return finish(await command.offline(context));

  function finish(outcome: Outcome): ExitCode {
    print(outcome);
    return outcome.exit;
  }
}

/** The folder is there, and this user may not look into it. */
function isForbidden(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return false;
  } catch (error) {
    const code = codeOf(error);
    return code === 'EACCES' || code === 'EPERM';
  }
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  data: { type: 'string' },
  wait: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  reason: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string', default: '50' },
  timeout: { type: 'string', default: '180' },
  out: { type: 'string' },
  hub: { type: 'string' },
  profile: { type: 'string' },
} as const;

type Parsed = ReturnType<typeof parseStrictly>;
const parseStrictly = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });

function parse(argv: readonly string[]): Parsed | { wrong: Said } {
  try {
    return parseStrictly(argv);
  } catch (error) {
    const [, option = '?'] = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '') ?? [];
    return {
      wrong: {
        id: `Pilihan ${option} tidak dikenal atau salah isinya.`,
        en: `The option ${option} is unknown or has no fit value.`,
      },
    };
  }
}

function flagsOf(values: Parsed['values']): Flags | { wrong: Said } {
  const limit = Number(values.limit);
  const timeout = Number(values.timeout);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return { wrong: outOf('--limit', 100) };
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > 86_400) {
    return { wrong: outOf('--timeout', 86_400) };
  }
  return {
    wait: values.wait,
    yes: values.yes,
    reason: values.reason ?? null,
    state: values.state ?? null,
    limit,
    timeout,
    out: values.out ?? null,
    hub: values.hub ?? null,
    profile: values.profile ?? null,
  };
}

/** Where Electron keeps the folder of this app. */
function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  const name = join('pos-migran-kiosk', 'kiosk');
  if (process.platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), name);
}

const SENTENCES: Readonly<Record<string, Said>> = {
  'kiosk.closed': { id: 'Kiosk berjalan tetapi tertutup.', en: 'The kiosk runs but is out of service.' },
  'desk.not-ready': { id: 'Belum tersedia di kiosk ini.', en: 'Not available on this kiosk yet.' },
  'desk.not-found': { id: 'Tidak ditemukan.', en: 'Not found.' },
  'desk.not-set-aside': {
    id: 'Data ini tidak sedang menunggu keputusan.',
    en: 'This record does not wait for a decision.',
  },
  'desk.bad-reason': {
    id: 'Jangan tulis nomor telepon atau NIK dalam alasan.',
    en: 'No phone number or NIK in the reason.',
  },
  'desk.busy': { id: 'Pekerjaan yang sama masih berjalan.', en: 'The same work is still running.' },
  'desk.no-hub': { id: 'Alamat pusat belum diisi.', en: 'No hub address is set.' },
  'desk.copy-unsound': { id: 'Cadangan itu rusak.', en: 'That copy is damaged.' },
  'ctl.many-sticks': {
    id: 'Ada beberapa flashdisk; sebut namanya.',
    en: 'There are several sticks; name one.',
  },
  'printer.not-tried': {
    id: 'Cetak halaman percobaan dulu di printer itu: perintah yang sama tanpa --yes.',
    en: 'Print a test page on that printer first: the same command without --yes.',
  },
  'printer.bad-address': {
    id: 'Alamat printer salah. Tulis seperti 192.0.2.30 atau /dev/usb/lp0.',
    en: 'That is no address of a printer. Write one such as 192.0.2.30 or /dev/usb/lp0.',
  },
  'printer.bad-profile': { id: 'Profil printer itu tidak ada.', en: 'There is no such printer profile.' },
  'ctl.no-profile': {
    id: 'Printer tidak menyebut namanya; pilih jenisnya dengan --profile.',
    en: 'The printer does not say what it is; choose with --profile.',
  },
  'config.not-writable': { id: 'config.json tidak bisa ditulis.', en: 'config.json cannot be written.' },
  'ctl.cut': { id: 'Kiosk berhenti saat menjawab.', en: 'The kiosk stopped while it answered.' },
};

function sentenceOf(code: string): Said {
  return SENTENCES[code] ?? reasonFor(code);
}

/** One line about what was not understood, and where all of it stands. */
function misread(io: CtlIo, say: (said: Said) => string, wrong: Said): ExitCode {
  io.err(
    plain(`kioskctl: ${say(wrong)} ${say({ id: 'Lihat kioskctl --help.', en: 'See kioskctl --help.' })}`),
  );
  return EXIT.usage;
}

function outOf(option: string, most: number): Said {
  return { id: `${option} menerima 1 sampai ${most}.`, en: `${option} takes 1 to ${most}.` };
}

function formsOf({ name, usage }: Command): Said {
  const forms = usage.map(({ form }) => `${name} ${form}`.trimEnd()).join(' | ');
  return { id: `Yang dikenal: ${forms}.`, en: `Understood is: ${forms}.` };
}

function helpLines(command: Command | null, say: (said: Said) => string): string[] {
  const shown = command === null ? COMMANDS : [command];
  const forms = shown.flatMap((one) =>
    one.usage.flatMap(({ form, what }) => [`  kioskctl ${one.name} ${form}`.trimEnd(), `      ${say(what)}`]),
  );
  return [
    say({ id: 'Pemakaian:', en: 'Usage:' }),
    ...forms,
    '',
    say({
      id: 'Untuk semua: --json, --data <folder>, --help. Kode keluar: 0 baik, 1 ada masalah, 2 salah pakai,',
      en: 'For all: --json, --data <folder>, --help. Exit codes: 0 good, 1 trouble found, 2 usage,',
    }),
    say({
      id: '3 kiosk tidak berjalan, 4 tidak berhak, 5 terlalu lama, 6 belum tersedia.',
      en: '3 not running, 4 no right, 5 took too long, 6 not available yet.',
    }),
  ];
}
