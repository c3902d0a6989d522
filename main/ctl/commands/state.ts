import type { DeskOutput, HealthLine, Said } from '../../../shared/contract/desk.ts';
import type { CheckLine } from '../../self-check/lines.ts';
import { checkSelf } from '../../self-check/self-check.ts';
import { ask, type Command, type CommandContext, type Outcome } from '../command.ts';
import { EXIT } from '../exit.ts';
import { readOffline } from '../offline.ts';
import { table, when } from '../table.ts';

const MARK = { green: 'OK', amber: '!', red: '!!' } as const;

function healthRows(lines: readonly HealthLine[], say: (said: Said) => string): string[][] {
  return lines.map((one) => [
    MARK[one.level],
    one.area,
    say(one.said) + (one.next ? ` → ${say(one.next)}` : ''),
  ]);
}

/** Red is trouble; amber is not, or a script would never be quiet. */
const exitOfHealth = (level: HealthLine['level']) => (level === 'red' ? EXIT.trouble : EXIT.good);

export const status: Command = {
  name: 'status',
  usage: [
    { form: '', what: { id: 'Keadaan kiosk dalam satu layar', en: 'How the kiosk is, on one screen' } },
  ],
  async run(context) {
    const { say } = context;
    const health = await ask(context, 'desk.health', {});
    const queue = await ask(context, 'desk.queue', { state: null, offset: 0, limit: 1 });
    const versions = await ask(context, 'desk.versions', {});
    const { waiting, running, refused } = queue.counts;
    const facts: [Said, string][] = [
      [{ id: 'Kiosk', en: 'Kiosk' }, `${versions.kioskCode ?? '-'} · ${versions.officeName}`],
      [{ id: 'Aplikasi', en: 'App' }, versions.app],
      [{ id: 'Menunggu kirim', en: 'Waiting to be sent' }, String(waiting + running)],
      [{ id: 'Yang tertua', en: 'The oldest' }, when(queue.oldestWaitingAt)],
      [{ id: 'Perlu petugas', en: 'Need a person' }, String(queue.counts['needs-person'] + refused)],
      [{ id: 'Diterima pusat terakhir', en: 'Last taken by the hub' }, when(queue.lastAcknowledgedAt)],
    ];
    return {
      exit: exitOfHealth(health.level),
      data: {
        running: true,
        ...health,
        counts: queue.counts,
        oldestWaitingAt: queue.oldestWaitingAt,
        versions,
      },
      lines: [
        ...table(facts.map(([name, value]) => [say(name), value])),
        '',
        ...table(healthRows(health.lines, say)),
      ],
    };
  },
  offline: async ({ dataFolder, say }) => {
    const found = readOffline(dataFolder);
    const { database } = found;
    const facts: [Said, string][] = [
      [{ id: 'Kiosk', en: 'Kiosk' }, database?.kioskCode ?? '-'],
      [{ id: 'Menunggu kirim', en: 'Waiting to be sent' }, String(database?.waiting ?? '?')],
      [{ id: 'Yang tertua', en: 'The oldest' }, when(database?.oldestWaitingAt ?? null)],
      [{ id: 'Perlu petugas', en: 'Need a person' }, String(database?.setAside ?? '?')],
    ];
    return {
      exit: EXIT.notRunning,
      data: { running: false, ...found },
      lines: table(facts.map(([name, value]) => [say(name), value])),
    };
  },
};

/** The layers of the line beside the health of the machine. */
export const doctor: Command = {
  name: 'doctor',
  usage: [
    {
      form: '',
      what: {
        id: 'Periksa jaringan lapis demi lapis dan seluruh mesin',
        en: 'Test the line in layers and the whole machine',
      },
    },
  ],
  async run(context) {
    const { say } = context;
    const health = await ask(context, 'desk.health', {});
    const link = await ask(context, 'desk.test-link', {});
    const machine = await checkSelf(process.execPath, []);
    const isBad =
      link.layers.some((one) => one.state === 'bad') || machine.some(({ level }) => level === 'fail');
    return {
      exit: isBad ? EXIT.trouble : exitOfHealth(health.level),
      data: { running: true, health, link, machine },
      lines: [
        ...linkLines(link, context),
        '',
        ...table(healthRows(health.lines, say)),
        '',
        ...machineLines(machine),
      ],
    };
  },
  offline: async ({ dataFolder, say }): Promise<Outcome> => {
    const { checks } = readOffline(dataFolder);
    const machine = await checkSelf(process.execPath, []);
    return {
      exit: EXIT.notRunning,
      data: { running: false, checks, machine },
      lines: [
        ...table(checks.map((one) => [one.isGood ? 'OK' : '!!', one.what, say(one.said)])),
        '',
        ...machineLines(machine),
      ],
    };
  },
};

/** Words for a shell, English as the programs that they name. None where nothing is installed. */
function machineLines(lines: readonly CheckLine[]): string[] {
  const mark = { ok: 'OK', warn: '!', fail: '!!' } as const;
  return table(lines.map(({ level, what, next }) => [mark[level], what, next]));
}

function linkLines(link: DeskOutput<'desk.test-link'>, { say }: Pick<CommandContext, 'say'>): string[] {
  const mark = { good: 'OK', bad: '!!', skipped: '-' } as const;
  return table(
    link.layers.map((one) => [
      mark[one.state],
      one.layer,
      say(one.said) + (one.next ? ` → ${say(one.next)}` : ''),
      one.detail ?? '',
    ]),
  );
}
