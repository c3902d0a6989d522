import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { SubmissionBody } from '../../shared/domain/submission-body.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { OfficeBoard } from '../content/office-board.ts';
import { createIntake } from '../intake/index.ts';
import { anEnrolledKiosk, aSubmissionOf, exampleContent, type TestKiosk } from '../intake/testing.ts';
import { claimJobs, finishJob } from '../jobs/queue.ts';
import { createSlipDesk, type PrintOutcome } from '../jobs/slip-desk.ts';
import type { SlipToPrint } from '../jobs/slips.ts';
import { openAudit } from '../staff/audit.ts';
import { openClerk } from './index.ts';

export const BUDI = { who: '0007' };
/** What every slip of the test takes. */
export const A_PAPER_MM = 150;

const shared = { consents: [], doubts: [] };

/** What a maker signs here. */
export const PERMISSION = {
  purpose: 'publish-product' as const,
  version: 'publish-product/1',
  text: { id: 'Produk saya boleh ditampilkan (contoh).', en: 'My product may be shown (example).' },
  detail: { id: 'Izin boleh dicabut kapan saja.', en: 'It may be taken back at any time.' },
  provenance: exampleContent.service.provenance,
};

/** One of each kind, with a name that must come out nowhere. */
export function bodiesOf(name: string, story = 'Cerita contoh'): SubmissionBody[] {
  return [
    {
      kind: 'complaint',
      answers: {
        subject: 'self',
        situation: 'abroad',
        category: 'KEKERASAN',
        reporterName: name,
        story,
        ...shared,
      },
    },
    {
      kind: 'registration',
      answers: {
        scheme: 'new',
        person: { name },
        listVersion: 'example/1',
        documents: { passport: 'missing' },
        ...shared,
      },
    },
    { kind: 'lead', answers: { service: 'giropos', need: 'start', name, ...shared } },
    {
      kind: 'product-interest',
      answers: { productId: 'no-such-product', name, phone: '0800-0000-1234', ...shared },
    },
    {
      kind: 'product-proposal',
      answers: {
        name: 'Keripik',
        category: 'food',
        photos: [],
        makerName: name,
        phone: '0800-0000-1234',
        ...shared,
      },
    },
  ];
}

export function given<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** The counter of an enrolled kiosk on a real database file, with a printer that a test speaks for. */
export async function aCounter(kiosk?: TestKiosk, permission: typeof PERMISSION = PERMISSION) {
  const own = kiosk ?? (await anEnrolledKiosk());
  const { db, folder, bootId } = own.deps;
  const { clock } = own;
  const content = {
    ...exampleContent,
    showcase: { ...exampleContent.showcase, consentTexts: [permission] },
    complaintNextSteps: [
      {
        key: 'read',
        text: { id: 'Petugas membaca pengaduan Anda.', en: 'Officers read your complaint.' },
        withinDays: 3,
        onlyWithContact: false,
        provenance: exampleContent.service.provenance,
      },
    ],
  };
  const intake = createIntake({ ...own.deps, readContent: () => content });
  const papers: SlipToPrint[] = [];
  const changes: SlipState[] = [];
  const boards: OfficeBoard[] = [];
  let next: PrintOutcome = { outcome: 'printed' };
  const slips = createSlipDesk({
    db,
    clock,
    bootId,
    print: async (slip) => {
      papers.push(slip);
      return next;
    },
    paperOf: () => A_PAPER_MM,
    onChange: (slip) => changes.push(slip),
    nudge: () => {},
  });
  const audit = openAudit({ db, folder, bootId, clock, kioskNow: intake.time.now, log: { info: () => {} } });
  const clerk = openClerk({
    db,
    folder,
    bootId,
    now: clock.now,
    kioskNow: intake.time.now,
    audit,
    content: { products: () => [], hideProducts: () => {}, setOfficeBoard: (said) => boards.push(said) },
    readContent: () => content,
    readTicketQr: intake.readTicketQr,
    submit: intake.submit,
    slips,
    officeName: '',
    onSlipChange: (slip) => changes.push(slip),
    nudgePrinter: () => {},
    onContentChange: () => {},
  });
  return {
    kiosk: own,
    db,
    folder,
    clock,
    intake,
    slips,
    clerk,
    papers,
    changes,
    /** What the office told by itself, the newest last. */
    boards,
    async submit(body: SubmissionBody) {
      return given(await intake.submit(aSubmissionOf(body)));
    },
    async submitKind(kind: SubmissionBody['kind']) {
      const body = bodiesOf('Siti Kenaricontoh').find((one) => one.kind === kind);
      if (body === undefined) throw new Error(`no body of kind ${kind}`);
      return this.submit(body);
    },
    /** Works off every print job that is due. */
    async print(outcome: PrintOutcome = { outcome: 'printed' }) {
      next = outcome;
      const claim = { kinds: ['print-slip'] as const, worker: bootId, limit: 50 };
      for (const job of claimJobs(db, { ...claim, now: clock.now() })) {
        if (job.kind !== 'print-slip') continue;
        const ended = await slips.runJob(job, new AbortController().signal);
        finishJob(db, job, ended, clock.now());
      }
    },
    auditLines: () =>
      db.prepare('SELECT who, act, about, reason FROM audit ORDER BY sequence').all() as {
        act: string;
        about: string | null;
      }[],
  };
}
