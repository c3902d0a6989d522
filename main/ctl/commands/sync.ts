import type { RoundProgress } from '../../../shared/contract/desk.ts';
import { ask, type Command, type CommandContext } from '../command.ts';
import { EXIT } from '../exit.ts';

const LOOK_EVERY_MS = 500;

export const sync: Command = {
  name: 'sync',
  usage: [
    {
      form: '[--wait] [--timeout 180]',
      what: {
        id: 'Kirim sekarang; --wait menunggu sampai selesai',
        en: 'Sync now; --wait waits for the end',
      },
    },
  ],
  async run(context) {
    const begun = await ask(context, 'desk.sync-now', {});
    const round = context.flags.wait ? await untilEnd(context, begun) : begun;
    const isOver = !round.isRunning && round.endedAt !== null;
    const hasTimedOut = context.flags.wait && !isOver;
    return {
      exit: hasTimedOut ? EXIT.timedOut : isOver && round.trouble ? EXIT.trouble : EXIT.good,
      data: round,
      lines: [
        `${round.sent}/${round.toSend}`,
        ...(round.setAside > 0
          ? [context.say({ id: `${round.setAside} disisihkan`, en: `${round.setAside} set aside` })]
          : []),
        ...(round.trouble ? [context.say(round.trouble.said)] : []),
      ],
    };
  },
};

/** The round that was asked for may begin a moment after the answer. */
async function untilEnd(context: CommandContext, begun: RoundProgress): Promise<RoundProgress> {
  const looks = Math.ceil((context.flags.timeout * 1000) / LOOK_EVERY_MS);
  let round = begun;
  let hasRun = begun.isRunning;
  for (let n = 0; n < looks; n++) {
    hasRun ||= round.isRunning || (round.startedAt !== null && round.startedAt !== begun.startedAt);
    if (hasRun && !round.isRunning) return round;
    const step = round.steps.findLast((one) => one.state !== 'waiting')?.step ?? 'probe';
    context.progress(`${step} ${round.sent}/${round.toSend}`);
    await context.pause(LOOK_EVERY_MS);
    round = await ask(context, 'desk.read-round', {});
  }
  return round;
}
