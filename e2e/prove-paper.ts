import { cutLineAfter, everyCutPoint } from '../main/printing/line-cuts.ts';
import { SHIPPED } from '../main/printing/testing.ts';
import { describeRuntime, resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { openLobby } from './lobby.ts';
import { PAPER_TROUBLES, type PaperStory, playPaperTrouble, playTwoKiosks } from './paper-troubles.ts';

/**
 * `npm run prove:paper`: every trouble of the printer on the real app, with what each person saw, and the printer's line cut after every
 * byte (`--every N` takes each Nth). `--only troubles|cuts`. Exit code 1 when anything was stale, falsely called printed, or lost.
 */
const { values, whole } = readArguments('npm run prove:paper', {
  only: { type: 'string', of: ['troubles', 'cuts'] },
  every: { type: 'string', default: '1' },
});
const every = whole('every', 1);
let faults = 0;
if (values.only !== 'cuts') faults += await playTroubles();
if (values.only !== 'troubles') faults += await cutEverywhere();
process.exit(faults === 0 ? 0 : 1);

async function playTroubles(): Promise<number> {
  console.log(describeRuntime(await resolveElectron()));
  let found = 0;
  const tell = (story: PaperStory): void => {
    found += story.faults.length;
    console.log(`\n${story.trouble}`);
    console.log(`  first visitor read: ${story.screenSaid}`);
    console.log(`  the clerk finds:    ${story.slip}`);
    console.log(`  under the printer:  ${story.paper.join(' · ') || 'nothing'}`);
    console.log(`  ${story.faults.length === 0 ? 'well' : `FAILED ${story.faults.join('; ')}`}`);
  };
  const lobby = await openLobby();
  try {
    for (const trouble of PAPER_TROUBLES) tell(await playPaperTrouble(lobby, trouble));
    const other = await openLobby();
    try {
      tell(await playTwoKiosks(lobby, other));
    } finally {
      await other.close();
    }
  } finally {
    await lobby.close();
  }
  console.log(`\ntroubles ${PAPER_TROUBLES.length + 1} · faults ${found}`);
  return found;
}

async function cutEverywhere(): Promise<number> {
  let found = 0;
  for (const id of SHIPPED) {
    const points = (await everyCutPoint(id)).filter((_, at) => at % every === 0);
    const counts = { failed: 0, unknown: 0, printed: 0, later: 0 };
    for (const { afterBytes, command } of points) {
      const cut = await cutLineAfter(id, afterBytes);
      counts[cut.outcome] += 1;
      counts.later += cut.wasCutOffLater ? 1 : 0;
      found += cut.faults.length;
      for (const fault of cut.faults)
        console.log(`FAILED ${id} after ${afterBytes} bytes (${command}): ${fault}`);
    }
    console.log(
      `${id}: cut at ${points.length} places · failed ${counts.failed} · unknown ${counts.unknown} · printed ${counts.printed} · whole slip cut off at the next contact ${counts.later}`,
    );
  }
  return found;
}
