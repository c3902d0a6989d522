import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../main/db/open.ts';
import { findEnrolment } from '../main/db/repositories/enrolment.ts';
import { startTestEngine, type TestEngine } from '../main/engine/testing.ts';
import { paddedJson, sealToRecipients } from '../main/trust/sealing.ts';
import { hashTicketSecret } from '../main/trust/ticket-secret.ts';
import { anOrdinaryComplaint, PAUSE_MS } from './complaint.ts';
import { headOf, lineOf, median } from './figures.ts';
import { bytesOfLastComplaint, openFloor } from './floor.ts';

/** Submit to committed with the real engine under Node, beside the floor, measured turn by turn. */
export async function benchUnderNode(
  hub: { url: string; enrolmentCode: string },
  times: number,
): Promise<string[]> {
  const kiosk = startTestEngine({ hubUrl: hub.url, enrolmentCode: hub.enrolmentCode });
  try {
    await enrolled(kiosk);
    const recipients = recipientsOf(kiosk);
    await submit(kiosk);
    const bytes = bytesOfLastComplaint(kiosk.folder);
    const floor = openFloor(kiosk.folder, bytes);
    const found = { floor: [], submit: [], hash: [], seal: [] } as Record<string, number[]>;
    const note = (name: string, time: number) => found[name]?.push(time);
    for (let turn = 0; turn < times; turn++) {
      await wait(PAUSE_MS);
      note('floor', floor.commit());
      note('submit', await timeOf(() => submit(kiosk)));
      await wait(PAUSE_MS);
      const { submissionId, body } = anOrdinaryComplaint();
      const content = () =>
        paddedJson({ format: 'pos-migran-sealed/1', submissionId, answers: body.answers });
      const seal = () => sealToRecipients(recipients, content());
      const hash = () => hashTicketSecret('123456');
      note('hash', await timeOf(hash));
      note('seal', await timeOf(seal));
    }
    floor.close();
    const { floor: bare = [], submit: whole = [], hash = [], seal = [] } = found;
    return [
      headOf(`Submit to committed, engine under Node, hub in reach, ${bytes} bytes`, times),
      lineOf('floor: the same bytes in one bare flushed transaction', bare, bare),
      lineOf('submission.submit', whole, bare),
      lineOf('  of it: sealing', seal),
      `  rest (numbering, transaction, flush): ${(median(whole) - median(seal)).toFixed(1)} ms, ` +
        `${((median(whole) - median(seal)) / median(bare)).toFixed(1)} × the floor`,
      lineOf('not in it: the slow hash of the ticket secret, made ahead', hash),
    ];
  } finally {
    await kiosk.close();
  }
}

async function submit({ engine }: TestEngine): Promise<void> {
  const answer = await engine.handlers['submission.submit'](anOrdinaryComplaint());
  if (!answer.ok) throw new Error(`the kiosk refused a complaint: ${answer.problem.code}`);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function enrolled({ engine }: TestEngine): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const state = await engine.handlers['kiosk.read']({});
    if (state.ok && state.value.mode === 'ready') return;
    await wait(100);
  }
  throw new Error('the kiosk was not enrolled within half a minute');
}

function recipientsOf({ folder }: TestEngine): readonly string[] {
  const db = openDatabase(`${folder}/kiosk.db`);
  try {
    const enrolment = findEnrolment(db);
    if (!enrolment) throw new Error('the kiosk has no enrolment');
    return enrolment.sealingRecipients;
  } finally {
    db.close();
  }
}
