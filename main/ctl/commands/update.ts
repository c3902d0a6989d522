import { ask, type Command, type CommandContext, type Outcome, Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { table } from '../table.ts';
import { importStick } from './work.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const update: Command = {
  name: 'update',
  usage: [
    {
      form: 'status',
      what: { id: 'Versi yang berjalan, siap, dan gagal', en: 'Versions that run, are ready, have failed' },
    },
    {
      form: 'apply-now',
      what: {
        id: 'Pasang versi yang siap sekarang; kiosk mati beberapa menit',
        en: 'Put the ready version in place now; the kiosk is away for some minutes',
      },
    },
    {
      form: 'import [stick]',
      what: { id: 'Ambil versi dari flashdisk', en: 'Take a version from a stick' },
    },
  ],
  run(context) {
    const [act = 'status', ...rest] = context.args;
    switch (act) {
      case 'status':
        if (rest.length > 0) throw new Usage();
        return status(context);
      case 'apply-now':
        if (rest.length > 0) throw new Usage();
        return applyNow(context);
      case 'import':
        return importStick.run({ ...context, args: rest });
      default:
        throw new Usage();
    }
  },
};

/** Bad versions and a refused one are trouble, so that a script notices; what is usual is not. */
async function status(context: CommandContext): Promise<Outcome> {
  const { update: seen, isTestBuild } = await ask(context, 'desk.versions', {});
  const { say } = context;
  if (seen === null) {
    const said = { id: 'Kiosk ini tidak memperbarui diri.', en: 'This kiosk does not update itself.' };
    return { exit: EXIT.good, data: null, lines: [say(said)] };
  }
  const { running, staged, coming, notTaken, result, bad } = seen;
  const share = coming && `${megabytes(coming.bytesHere)} / ${megabytes(coming.bytes)}`;
  return {
    exit: bad.length > 0 ? EXIT.trouble : EXIT.good,
    data: { ...seen, isTestBuild },
    lines: table([
      [say({ id: 'Berjalan', en: 'Running' }), running],
      [say({ id: 'Siap dipasang', en: 'Ready' }), staged ?? '-'],
      [
        say({ id: 'Sedang datang', en: 'Coming' }),
        coming ? `${coming.name} (${share}) ${coming.notes}` : '-',
      ],
      [say({ id: 'Tidak diambil', en: 'Not taken' }), notTaken ?? '-'],
      [
        say({ id: 'Hasil terakhir', en: 'Last result' }),
        result ? `${result.outcome} ${result.name} ${result.code}` : '-',
      ],
      ...bad.map(({ name, code }) => [say({ id: 'Gagal di sini', en: 'Failed here' }), `${name} ${code}`]),
    ]),
  };
}

async function applyNow(context: CommandContext): Promise<Outcome> {
  await ask(context, 'desk.apply-update', {});
  const said = {
    id: 'Kiosk berhenti sebentar dan mencoba versi baru. Lihat lagi beberapa menit lagi.',
    en: 'The kiosk ends and tries the new version. Look again in some minutes.',
  };
  return { exit: EXIT.good, data: { leaving: true }, lines: [context.say(said)] };
}
