import { QueueState } from '../../../shared/contract/desk.ts';
import { ask, type Command, type CommandContext, type Outcome, Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { table, when } from '../table.ts';

export const queue: Command = {
  name: 'queue',
  usage: [
    {
      form: '[list] [--state waiting|running|needs-person|refused|closed] [--limit 50]',
      what: {
        id: 'Yang menunggu, yang perlu petugas dulu',
        en: 'What waits, those that need a person first',
      },
    },
    {
      form: 'retry <id> --reason "…"',
      what: { id: 'Kembalikan satu data ke antrean', en: 'Put a record back in the queue' },
    },
    {
      form: 'close <id> --reason "…"',
      what: { id: 'Akhiri satu data; data tetap tersimpan', en: 'End a record; it stays on this kiosk' },
    },
  ],
  async run(context) {
    const [act = 'list', jobId] = context.args;
    if (act === 'list') return list(context);
    if (act !== 'retry' && act !== 'close') throw new Usage();
    if (jobId === undefined || context.flags.reason === null) throw new Usage();
    await ask(context, 'desk.settle-job', { jobId, act, reason: context.flags.reason });
    const said = { id: `${jobId}: ${act === 'retry' ? 'dicoba lagi' : 'diakhiri'}`, en: `${jobId}: ${act}` };
    return { exit: EXIT.good, data: { jobId, act }, lines: [context.say(said)] };
  },
};

async function list(context: CommandContext): Promise<Outcome> {
  const { flags, say } = context;
  const state = flags.state === null ? null : QueueState.safeParse(flags.state);
  if (state !== null && !state.success) throw new Usage();
  const page = await ask(context, 'desk.queue', {
    state: state?.data ?? null,
    offset: 0,
    limit: flags.limit,
  });
  const setAside = page.counts['needs-person'] + page.counts.refused;
  const counts = Object.entries(page.counts).map(([name, count]) => `${name} ${count}`);
  return {
    exit: setAside > 0 ? EXIT.trouble : EXIT.good,
    data: page,
    lines: [
      counts.join(', '),
      ...table(
        page.entries.map((one) => [
          one.state,
          one.ticketNumber ?? '-',
          when(one.createdAt),
          String(one.attempts),
          one.jobId,
          one.said === null ? '' : say(one.said),
        ]),
      ),
      ...(page.total > page.entries.length ? [`… ${page.entries.length} / ${page.total}`] : []),
    ],
  };
}
