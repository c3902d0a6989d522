import { writeFileSync } from 'node:fs';
import { EnrolmentRequest } from '../../../shared/contract/hub-api.ts';
import { readLogLines } from '../../desk/log-lines.ts';
import { ask, type Command, type CommandContext, type Outcome, Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { verifyAuditOffline } from '../offline.ts';
import { plain, table, when } from '../table.ts';

export const content: Command = {
  name: 'content',
  usage: [
    {
      form: '',
      what: { id: 'Versi aplikasi, isi layar, dan dokumen', en: 'Versions of app, content and documents' },
    },
  ],
  async run(context) {
    const versions = await ask(context, 'desk.versions', {});
    const isRefused = versions.documents.some((one) => one.refused !== null);
    return {
      exit: isRefused ? EXIT.trouble : EXIT.good,
      data: versions,
      lines: [
        `app ${versions.app} · database ${versions.databaseVersion} · content ${versions.contentName ?? '-'} (${versions.contentFrom})`,
        ...table(
          versions.documents.map((one) => [
            one.kind,
            String(one.version),
            when(one.takenAt),
            one.refused ?? '',
          ]),
        ),
      ],
    };
  },
};

export const enrol: Command = {
  name: 'enrol',
  usage: [
    {
      form: '<code> [--hub https://…]',
      what: { id: 'Daftarkan kiosk dengan kode sekali pakai', en: 'Enrol the kiosk with a one-time code' },
    },
  ],
  async run(context) {
    const code = EnrolmentRequest.shape.code.safeParse(context.args[0]);
    if (!code.success) throw new Usage();
    const done = await ask(context, 'desk.enrol', { code: code.data, hubUrl: context.flags.hub });
    const restart = context.say({
      id: 'Alamat pusat baru: mulai ulang kiosk.',
      en: "The hub's address is new: restart the kiosk.",
    });
    const lines = [`${done.kioskCode} · ${done.officeName}`, ...(done.needsRestart ? [restart] : [])];
    return { exit: EXIT.good, data: done, lines };
  },
};

/** The files are read where they lie, so that it works when the kiosk does not. */
export const logs: Command = {
  name: 'logs',
  needsNoKiosk: true,
  usage: [
    {
      form: '[--limit 50] [--out file]',
      what: { id: 'Log teknisi, tanpa data pribadi', en: "The technician's log, without personal data" },
    },
  ],
  run: readLogs,
  offline: readLogs,
};

async function readLogs({ dataFolder, flags, say }: Omit<CommandContext, 'client'>): Promise<Outcome> {
  const page = readLogLines(dataFolder, { before: null, limit: flags.limit });
  const lines = [...page.lines]
    .reverse()
    .map((one) => plain(`${new Date(one.at).toISOString()} ${one.level} ${one.event} ${one.rest}`.trim()));
  if (flags.out === null) return { exit: EXIT.good, data: page, lines };
  writeFileSync(flags.out, `${lines.join('\n')}\n`, { mode: 0o600 });
  const said = {
    id: `${lines.length} baris ditulis ke ${flags.out}`,
    en: `${lines.length} lines written to ${flags.out}`,
  };
  return { exit: EXIT.good, data: { lines: lines.length, out: flags.out }, lines: [say(said)] };
}

export const audit: Command = {
  name: 'audit',
  needsNoKiosk: true,
  usage: [
    {
      form: 'verify',
      what: { id: 'Periksa rantai catatan tindakan petugas', en: 'Verify the chain of what staff did' },
    },
  ],
  run: verify,
  offline: verify,
};

async function verify({ args, dataFolder, say }: Omit<CommandContext, 'client'>): Promise<Outcome> {
  if (args[0] !== 'verify') throw new Usage();
  const verdict = verifyAuditOffline(dataFolder);
  const isWhole = verdict.faults.length === 0;
  const summary = isWhole
    ? { id: `${verdict.lines} catatan, rantai utuh.`, en: `${verdict.lines} lines, the chain is whole.` }
    : { id: 'Rantai catatan rusak:', en: 'The chain is broken:' };
  return {
    exit: isWhole ? EXIT.good : EXIT.trouble,
    data: verdict,
    lines: [say(summary), ...verdict.faults.map((one) => `${one.fault} ${one.sequence}`)],
  };
}
