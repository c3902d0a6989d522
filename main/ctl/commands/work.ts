import type { DeskTask } from '../../../shared/contract/desk.ts';
import { ask, type Command, type CommandContext, type Outcome, Refused, Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { table, when } from '../table.ts';

const LOOK_EVERY_MS = 300;

/** Follows a piece of work to its end, or to the end of patience. */
async function follow(context: CommandContext, taskId: string): Promise<Outcome> {
  const looks = Math.ceil((context.flags.timeout * 1000) / LOOK_EVERY_MS);
  let task: DeskTask = await ask(context, 'desk.read-task', { taskId });
  for (let n = 0; n < looks && task.state === 'running'; n++) {
    context.progress(`${task.done}/${task.total ?? '?'} ${context.say(task.said)}`);
    await context.pause(LOOK_EVERY_MS);
    task = await ask(context, 'desk.read-task', { taskId });
  }
  const exit = task.state === 'done' ? EXIT.good : task.state === 'running' ? EXIT.timedOut : EXIT.trouble;
  return { exit, data: task, lines: [context.say(task.said)] };
}

/** By its place in `export` without a name, where there is exactly one. */
async function stickOf(context: CommandContext): Promise<string> {
  const { sticks } = await ask(context, 'desk.sticks', {});
  const wanted = context.args[0];
  const found =
    wanted === undefined ? sticks : sticks.filter((one) => one.id === wanted || one.label === wanted);
  const [only, ...more] = found;
  if (only === undefined) throw new Refused('desk.not-ready', 'no stick');
  if (more.length > 0) throw new Refused('ctl.many-sticks', found.map((one) => one.label).join(', '));
  return only.id;
}

export const exportStick: Command = {
  name: 'export',
  usage: [
    {
      form: '[stick]',
      what: { id: 'Tulis semua yang menunggu ke flashdisk', en: 'Write everything that waits onto a stick' },
    },
  ],
  async run(context) {
    const { taskId } = await ask(context, 'desk.stick-export', { stickId: await stickOf(context) });
    return follow(context, taskId);
  },
};

export const importStick: Command = {
  name: 'import',
  usage: [
    {
      form: '[stick]',
      what: { id: 'Baca bekal dari pusat di flashdisk', en: 'Read what the hub put onto a stick' },
    },
  ],
  async run(context) {
    const { taskId } = await ask(context, 'desk.stick-import', { stickId: await stickOf(context) });
    return follow(context, taskId);
  },
};

export const backup: Command = {
  name: 'backup',
  usage: [
    { form: '', what: { id: 'Buat cadangan basis data', en: 'Make a copy of the database' } },
    { form: 'list', what: { id: 'Daftar cadangan', en: 'The copies there are' } },
    { form: 'check', what: { id: 'Periksa basis data', en: 'Check the database' } },
  ],
  async run(context) {
    const [act] = context.args;
    if (act === 'list') return copies(context);
    if (act !== undefined && act !== 'check') throw new Usage();
    const call = act === 'check' ? 'desk.check-database' : 'desk.back-up';
    const { taskId } = await ask(context, call, {});
    return follow(context, taskId);
  },
};

async function copies(context: CommandContext): Promise<Outcome> {
  const listed = await ask(context, 'desk.copies', {});
  return {
    exit: EXIT.good,
    data: listed,
    lines: table(
      listed.copies.map((one) => [one.id, when(one.madeAt), `${one.bytes} B`, String(one.records ?? '?')]),
    ),
  };
}

export const restore: Command = {
  name: 'restore',
  usage: [
    {
      form: '<copy> --yes',
      what: {
        id: 'Kembalikan cadangan saat nyala ulang; nomor tiket tidak pernah terulang',
        en: 'Put a copy back at the restart that follows; no ticket number is given twice',
      },
    },
  ],
  async run(context) {
    const [copyId] = context.args;
    if (copyId === undefined || !context.flags.yes) throw new Usage();
    await ask(context, 'desk.restore', { copyId });
    await ask(context, 'desk.restart', {});
    const said = {
      id: `${copyId} dikembalikan saat nyala ulang ini.`,
      en: `${copyId} is put back at this restart.`,
    };
    return { exit: EXIT.good, data: { copyId, restarting: true }, lines: [context.say(said)] };
  },
};
