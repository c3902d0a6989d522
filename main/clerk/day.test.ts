import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DayReport } from '../../shared/contract/clerk.ts';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { SubmissionKind } from '../../shared/domain/submission.ts';
import { layOut } from '../printing/receipt/lay-out.ts';
import { aProfile, readable } from '../printing/testing.ts';
import { daySlip } from './day-slip.ts';
import { A_PAPER_MM, aCounter, BUDI, given } from './testing.ts';

test('a day is counted from what the tables hold', async () => {
  const counter = await aCounter();
  counter.clock.set(Date.parse('2026-11-21T16:00:00Z'));
  await counter.submitKind('complaint');
  counter.slips.endVisit();
  counter.clock.set(Date.parse('2026-11-22T01:00:00Z'));
  const lead = await counter.submitKind('lead');
  await counter.submitKind('lead');
  await counter.submitKind('complaint');
  await counter.print();
  await counter.submitKind('registration');
  await counter.print({ outcome: 'unknown', reason: 'connection-lost' });
  given(
    await counter.clerk['clerk.reprint'](
      { requestId: randomUUID(), number: lead.number, reason: 'lost' },
      BUDI,
    ),
  );
  await counter.print();
  given(await counter.clerk['clerk.serve']({ number: lead.number, served: true }, BUDI));
  counter.intake.callStaff({ requestId: randomUUID(), from: 'home' });
  expect(given(await counter.clerk['clerk.read-day']({}, BUDI))).toEqual({
    day: '2026-11-22',
    openedAt: null,
    openedBy: null,
    closedAt: null,
    closedBy: null,
    recorded: [
      { kind: 'lead', count: 2 },
      { kind: 'complaint', count: 1 },
      { kind: 'registration', count: 1 },
    ],
    served: 1,
    toServe: 2,
    // Yesterday's slip still waits for the counter; today's four are three first ones and a copy.
    papers: { printed: 4, copies: 1, unknown: 1, handedOver: 1 },
    // One of them may have come out.
    paperMm: 5 * A_PAPER_MM,
    staffCalls: 1,
    waiting: 5,
    setAside: 0,
  });
});

test('a day is opened once, by the first, and a new day is open to be opened', async () => {
  const counter = await aCounter();
  const open = (who: string) => counter.clerk['clerk.open-day']({}, { who });
  const first = given(await open('0007'));
  expect(first).toMatchObject({ day: '2026-11-22', openedAt: counter.clock.now(), openedBy: '0007' });
  counter.clock.pass(60_000);
  expect(given(await open('0008'))).toEqual(first);
  expect(counter.auditLines()).toEqual([{ who: '0007', act: 'day.open', about: '2026-11-22', reason: null }]);
  counter.clock.pass(86_400_000);
  expect(given(await counter.clerk['clerk.read-day']({}, BUDI))).toMatchObject({ openedAt: null });
});

test('closing ends the day and prints it once for one id; closing again prints newer figures as a copy', async () => {
  const counter = await aCounter();
  const close = (requestId: string, who = '0007') => counter.clerk['clerk.close-day']({ requestId }, { who });
  expect(await close(randomUUID())).toMatchObject({ problem: { code: 'clerk.day-not-open' } });
  given(await counter.clerk['clerk.open-day']({}, BUDI));
  const requestId = randomUUID();
  const closedAt = counter.clock.now();
  const first = given(await close(requestId));
  expect(first).toMatchObject({ slipId: requestId, report: { closedAt, closedBy: '0007', recorded: [] } });
  await counter.print();
  counter.clock.pass(60_000);
  await counter.submitKind('lead');
  await counter.print();
  expect(given(await close(requestId, '0008'))).toEqual(first);
  await counter.print();
  expect(counter.papers.filter(({ kind }) => kind === 'note')).toMatchObject([{ copies: 0 }]);
  const again = given(await close(randomUUID(), '0008'));
  expect(again.report).toMatchObject({
    closedAt,
    closedBy: '0007',
    recorded: [{ kind: 'lead', count: 1 }],
  });
  await counter.print();
  const papers = counter.papers.filter(({ kind }) => kind === 'note');
  expect(papers.map(({ copies }) => copies)).toEqual([0, 1]);
  expect(counter.auditLines().map(({ act }) => act)).toEqual(['day.open', 'day.close', 'day.close']);
  const kept = counter.db.prepare("SELECT figures FROM office_day WHERE event = 'closed'").pluck().all();
  expect(kept.map((figures) => DayReport.parse(JSON.parse(String(figures))))).toEqual([
    first.report,
    again.report,
  ]);
});

test('a report that did not come out by the end of the visit never comes out before a visitor', async () => {
  const counter = await aCounter();
  given(await counter.clerk['clerk.open-day']({}, BUDI));
  given(await counter.clerk['clerk.close-day']({ requestId: randomUUID() }, BUDI));
  counter.slips.endVisit();
  await counter.print();
  expect(counter.papers).toEqual([]);
});

test('whatever a day held, its paper is a slip, fits both widths and says every figure', () => {
  const figure = fc.integer({ min: 0, max: 99_999 });
  const staff = fc.stringMatching(/^\d{4}$/);
  const moment = fc.integer({ min: 1_795_000_000_000, max: 1_796_000_000_000 });
  const anyReport = fc.record({
    day: fc.constant('2026-11-22'),
    openedAt: moment,
    openedBy: staff,
    closedAt: moment,
    closedBy: staff,
    recorded: fc
      .subarray([...SubmissionKind.options])
      .map((kinds) => kinds.map((kind, i) => ({ kind, count: 70_001 + i }))),
    served: figure,
    papers: fc.record({ printed: figure, copies: figure, unknown: figure, handedOver: figure }),
    staffCalls: figure,
    waiting: figure,
    setAside: figure,
  });
  fc.assert(
    fc.property(anyReport, (report) => {
      const facts = NoteSlip.parse(
        daySlip(DayReport.parse(report), {
          officeName: 'Kantor Pos Contoh',
          officeTimeZone: 'WITA',
          serviceName: 'Layanan contoh',
          printedAtMs: report.closedAt,
        }),
      );
      for (const profile of [aProfile('epson-80'), aProfile('generic-58')]) {
        const text = readable(layOut({ facts, copy: 0, mark: 'K7M2' }, profile), profile.columns);
        const { papers, served, staffCalls, waiting, setAside, openedBy, closedBy } = report;
        const figures = [served, staffCalls, waiting, setAside, openedBy, closedBy, ...Object.values(papers)];
        for (const said of [...figures, ...report.recorded.map(({ count }) => count)]) {
          expect(text).toContain(String(said));
        }
      }
    }),
    { numRuns: 50 },
  );
});
