import { describe, expect, test } from 'vitest';
import { startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { cutLineAfter, everyCutPoint, tellingCutPoints } from './line-cuts.ts';
import { aPort, aReceipt, wishes } from './printer/testing.ts';
import { SHIPPED } from './testing.ts';

/** Of the places that tell most, each printer takes every third, and its neighbour in the list the next: all are tried, on some printer. */
const SHARE = 3;

/** `npm run prove:paper` cuts after every byte. */
describe.each(SHIPPED.map((id, at) => [id, at % SHARE] as const))('the cable of %s', (id, share) => {
  test('may be pulled in any kind of command: no stale slip, no false word, and the next one is clean', async () => {
    const all = await everyCutPoint(id);
    const kinds = new Set(all.map((point) => point.command.split(',')[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(['real-time', 'initialize', 'text', 'cut']));
    expect(kinds).not.toContain('unknown');
    const telling = tellingCutPoints(all);
    expect(telling.length).toBeGreaterThan(80);
    const points = telling.filter((_, at) => at % SHARE === share);
    const faults: string[] = [];
    const outcomes = new Set<string>();
    for (const { afterBytes, command } of points) {
      const cut = await cutLineAfter(id, afterBytes);
      outcomes.add(cut.outcome);
      // Half a question is no command yet; what follows it is understood by no byte, and printed by none.
      const isCommand = !command.startsWith('real-time');
      if (isCommand && cut.refused > 1) cut.faults.push(`${cut.refused} refused sequences`);
      faults.push(...cut.faults.map((fault) => `cut after ${afterBytes} bytes (${command}): ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(outcomes).toContain('failed');
    expect(outcomes).toContain('unknown');
  }, 120_000);
});

test('ending a half command does not fill the buffer of a printer that waits for paper', async () => {
  const printer = await startSoftwarePrinter({ profile: 'generic-80' });
  try {
    await printer.set({ cutLineAfterBytes: 3000, paperEndsAfterLines: 6 });
    const port = aPort(printer.port, { dialect: 'generic' });
    expect((await port.print(aReceipt('old', 400), wishes())).outcome).toBe('unknown');
    await printer.set({ paper: 'out', cutLineAfterBytes: null });
    await port.status();
    const held = printer.bufferedBytes();
    for (let asked = 0; asked < 20; asked++)
      expect(await port.status()).toEqual({ state: 'not-ready', problem: { code: 'printer.no-paper' } });
    // Twenty times the few bytes of the questions, and not once more the zeros.
    expect(printer.bufferedBytes() - held).toBeLessThan(20 * 24);
  } finally {
    await printer.close();
  }
});
