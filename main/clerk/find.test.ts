import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { EXAMPLE_KIOSK_CODE } from '../intake/testing.ts';
import { aCounter, BUDI } from './testing.ts';

test('a number is found as somebody types, dictates or scans it', async () => {
  const counter = await aCounter();
  const { number, qrText } = await counter.submitKind('lead');
  const plain = number.replace('-', '');
  for (const text of [
    number,
    plain,
    number.toLowerCase(),
    ` ${plain.slice(0, 2)} ${plain.slice(2)} `,
    `${plain}\r\n`,
    `]C1${plain}\t`,
    qrText,
    `]Q3${qrText}\n`,
  ]) {
    expect(await counter.clerk['clerk.find']({ text }, BUDI), text).toMatchObject({
      ok: true,
      value: { number, kind: 'lead', standing: { standing: 'recorded' }, additions: 0, served: null },
    });
  }
});

test('what is not found says why', async () => {
  const counter = await aCounter();
  const { number, qrText } = await counter.submitKind('lead');
  const codeFor = async (text: string) => {
    const answer = await counter.clerk['clerk.find']({ text }, BUDI);
    return answer.ok ? 'found' : answer.problem.code;
  };
  const wrong = `${number.slice(0, -1)}${number.endsWith('2') ? '3' : '2'}`;
  expect(await codeFor(wrong)).toBe('clerk.bad-number');
  expect(await codeFor(number.slice(0, 6))).toBe('clerk.bad-number');
  expect(await codeFor(ticketNumberOf(EXAMPLE_KIOSK_CODE, 9999))).toBe('clerk.not-found');
  expect(await codeFor('https://example.org/a-page-that-is-no-ticket')).toBe('qr.not-a-ticket');
  const forged = qrText.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(await codeFor(forged)).toBe('qr.not-genuine');
});

test('the slip of a kiosk that is not known here is not found', async () => {
  const counter = await aCounter();
  const { qrText } = await counter.submitKind('lead');
  const [, , seconds, signature] = qrText.split(':');
  const other = ticketNumberOf('333', 5).replace('-', '');
  const answer = await counter.clerk['clerk.find'](
    { text: ['PM1', other, seconds, signature].join(':') },
    BUDI,
  );
  expect(answer).toMatchObject({ problem: { code: 'clerk.not-found' } });
});

test('whatever a scanner reads, the answer is a ticket or a problem that the screens know', async () => {
  const counter = await aCounter();
  const known = ['clerk.bad-number', 'clerk.not-found', 'qr.not-a-ticket', 'qr.not-genuine'];
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }), async (text) => {
      const answer = await counter.clerk['clerk.find']({ text }, BUDI);
      expect(answer.ok ? 'found' : answer.problem.code).toSatisfy((code: string) => known.includes(code));
    }),
  );
});
