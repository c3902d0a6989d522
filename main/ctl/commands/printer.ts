import { randomUUID } from 'node:crypto';
import type { PrinterKind, SeenPrinter } from '../../../shared/contract/desk.ts';
import { completePrinterAddress } from '../../../shared/lib/printer-address.ts';
import { ask, type Command, type CommandContext, type Outcome, Refused, Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { table } from '../table.ts';

const LOOK_EVERY_MS = 300;

export const printer: Command = {
  name: 'printer',
  usage: [
    { form: '', what: { id: 'Keadaan printer', en: 'How the printer is' } },
    { form: 'test', what: { id: 'Cetak halaman percobaan', en: 'Print a test page' } },
    {
      form: 'discover [address]',
      what: {
        id: 'Cari printer di kabel USB, atau tanya satu alamat; tidak mencetak apa pun',
        en: 'Look for printers on USB cables, or ask one address; prints nothing',
      },
    },
    {
      form: 'set <address> [--profile P]',
      what: {
        id: 'Cetak halaman percobaan di printer itu; printer sekarang tetap dipakai',
        en: 'Print a test page on that printer; the one in use stays in use',
      },
    },
    {
      form: 'set <address> [--profile P] --yes',
      what: {
        id: 'Halaman itu sudah dibaca dan benar: pakai printer itu',
        en: 'That page was read and is right: use that printer',
      },
    },
  ],
  async run(context) {
    const [act, ...rest] = context.args;
    if (rest.length > 1) throw new Usage();
    if (act === 'discover') return rest[0] === undefined ? discover(context) : askOne(context, rest[0]);
    if (act === 'set' && rest[0] !== undefined) return set(context, completePrinterAddress(rest[0]));
    if (rest.length > 0) throw new Usage();
    if (act === 'test') return testPage(context);
    if (act !== undefined) throw new Usage();
    return state(context);
  },
};

async function state(context: CommandContext): Promise<Outcome> {
  const { printer: found } = await ask(context, 'desk.versions', {});
  const isGood = found.state === 'ready' || found.state === 'paper-low';
  return {
    exit: isGood ? EXIT.good : EXIT.trouble,
    data: found,
    lines: [`${found.state} ${found.profile ?? '-'} ${found.address ?? '-'}`],
  };
}

async function testPage(context: CommandContext): Promise<Outcome> {
  const { slipId } = await ask(context, 'desk.test-print', { requestId: randomUUID() });
  const looks = Math.ceil((context.flags.timeout * 1000) / LOOK_EVERY_MS);
  let slip = await ask(context, 'desk.read-slip', { slipId });
  for (let n = 0; n < looks && (slip.state === 'queued' || slip.state === 'printing'); n++) {
    context.progress(slip.state);
    await context.pause(LOOK_EVERY_MS);
    slip = await ask(context, 'desk.read-slip', { slipId });
  }
  const isOver = slip.state !== 'queued' && slip.state !== 'printing';
  return {
    exit: slip.state === 'printed' ? EXIT.good : isOver ? EXIT.trouble : EXIT.timedOut,
    data: slip,
    lines: [`${slip.state} ${slip.trouble ?? ''}`.trim()],
  };
}

function seenRow({ address, name, state, proposed }: SeenPrinter): string[] {
  return [address, name ?? '-', state, proposed ?? '-'];
}

function kindRows(kinds: readonly PrinterKind[]): string[] {
  return table(kinds.map(({ profile, name, columns }) => [profile, String(columns), name]));
}

async function discover(context: CommandContext): Promise<Outcome> {
  const found = await ask(context, 'desk.find-printers', {});
  const none = {
    id: 'Tidak ada printer di kabel USB. Untuk printer jaringan: kioskctl printer discover <address>',
    en: 'No printer on a USB cable. For one on the network: kioskctl printer discover <address>',
  };
  return {
    exit: EXIT.good,
    data: found,
    lines: [
      ...(found.printers.length > 0 ? table(found.printers.map(seenRow)) : [context.say(none)]),
      '',
      ...kindRows(found.kinds),
    ],
  };
}

async function askOne(context: CommandContext, typed: string): Promise<Outcome> {
  const seen = await ask(context, 'desk.ask-printer', { address: completePrinterAddress(typed) });
  return {
    exit: seen.state === 'unreachable' ? EXIT.trouble : EXIT.good,
    data: seen,
    lines: table([seenRow(seen)]),
  };
}

/** The one that was named, else the one that the printer's own name proposes. */
async function profileFor(context: CommandContext, address: string): Promise<string> {
  if (context.flags.profile !== null) return context.flags.profile;
  const { proposed } = await ask(context, 'desk.ask-printer', { address });
  if (proposed !== null) return proposed;
  const { kinds } = await ask(context, 'desk.find-printers', {});
  throw new Refused('ctl.no-profile', kinds.map(({ profile }) => profile).join(', '));
}

/** In two steps, with somebody's eyes in between: what a printer says of its paper is not what is on it. */
async function set(context: CommandContext, address: string): Promise<Outcome> {
  const choice = { profile: await profileFor(context, address), address };
  if (context.flags.yes) {
    await ask(context, 'desk.set-printer', choice);
    const said = { id: `${address} dipakai mulai sekarang.`, en: `${address} is in use from now on.` };
    return { exit: EXIT.good, data: { ...choice, isSet: true }, lines: [context.say(said)] };
  }
  const trial = await ask(context, 'desk.try-printer', choice);
  const again = `kioskctl printer set ${address} --profile ${choice.profile} --yes`;
  const said = {
    id: `Lihat kertasnya. Kalau utuh dan terbaca: ${again}`,
    en: `Look at the paper. If it is whole and can be read: ${again}`,
  };
  const isOut = trial.outcome !== 'failed';
  return {
    exit: isOut ? EXIT.good : EXIT.trouble,
    data: { ...choice, ...trial, isSet: false },
    lines: [`${trial.outcome} ${trial.trouble ?? ''}`.trim(), ...(isOut ? [context.say(said)] : [])],
  };
}
