import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aFolder } from '../../db/testing.ts';
import { createQueuePort, lookAtQueue } from './queue-port.ts';
import { listQueues, theSpooler } from './spooler.ts';
import { realClock, wishes } from './testing.ts';

/**
 * Programs with the names and the words of CUPS, whose queue is a folder: a job is a file in it. No CUPS was at hand to try the port on.
 * A file `holds`: the queue keeps what it is given, as one whose printer has no paper.
 */
const LP = `#!/bin/sh
[ -e "$Q/refuses" ] && { echo "lp: The printer or class does not exist." >&2; exit 1; }
n=$(ls "$Q/all" | wc -l)
printf '%s\\n' "$*" >> "$Q/asked"
cat > "$Q/all/MEJA-$n"
[ -e "$Q/holds" ] && cp "$Q/all/MEJA-$n" "$Q/waiting/MEJA-$n"
echo "request id is MEJA-$n (1 file(s))"
`;
const LPSTAT = `#!/bin/sh
case "$1" in
  -p) [ "$2" = MEJA ] || { echo "lpstat: Invalid destination name in list \\"$2\\"." >&2; exit 1; }
      if [ -e "$Q/disabled" ]; then echo "printer MEJA disabled since Mon -"; else echo "printer MEJA is idle.  enabled since Mon"; fi;;
  -e) echo MEJA; echo LOKET;;
  -o) for job in $(ls "$Q/waiting"); do echo "$job kiosk 1024 Mon"; done;;
esac
`;
const CANCEL = `#!/bin/sh
printf 'cancel %s\\n' "$*" >> "$Q/asked"
if [ "$1" = -a ]; then rm -f "$Q"/waiting/*; else rm -f "$Q/waiting/$1"; fi
`;

function aQueue(options: { queue?: string; wasInterrupted?: boolean } = {}) {
  const folder = aFolder();
  for (const [name, text] of Object.entries({ lp: LP, lpstat: LPSTAT, cancel: CANCEL })) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  const q = aFolder();
  for (const part of ['all', 'waiting']) mkdirSync(join(q, part));
  const spooler = theSpooler({ PATH: `${folder}:${process.env.PATH}`, Q: q });
  const port = createQueuePort({
    queue: 'MEJA',
    spooler,
    clock: realClock,
    interruptedNote: Buffer.from('TERPUTUS\n'),
    ...options,
  });
  return {
    port,
    spooler,
    is: (what: 'holds' | 'refuses' | 'disabled') => writeFileSync(join(q, what), ''),
    papers: () => readdirSync(join(q, 'all')).map((name) => readFileSync(join(q, 'all', name), 'latin1')),
    waiting: () => readdirSync(join(q, 'waiting')),
    leave: (name: string) => writeFileSync(join(q, 'waiting', name), 'old'),
    asked: () => (existsSync(join(q, 'asked')) ? readFileSync(join(q, 'asked'), 'utf8') : ''),
  };
}

const slip = (text: string) => [Buffer.from(`${text}\n`), Buffer.from('\x1dV\x01')];

test('a slip goes through as it is, and whether it came out only a person can tell', async () => {
  const { port, papers, asked } = aQueue();
  expect(await port.status()).toEqual({ state: 'unsaid' });
  expect(await port.print(slip('SLIP 1'), wishes())).toEqual({
    outcome: 'unknown',
    reason: { code: 'printer.silent' },
  });
  expect(papers()).toEqual(['\x1b@SLIP 1\n\x1dV\x01']);
  expect(asked()).toContain('-d MEJA -o raw -t slip');
});

test('what a run that was cut off left in the queue is taken back before anything else', async () => {
  const { port, leave, waiting, asked } = aQueue({ wasInterrupted: true });
  leave('MEJA-7');
  await port.print(slip('SLIP 2'), wishes());
  expect(waiting()).toEqual([]);
  expect(asked().split('\n')[0]).toBe('cancel -a MEJA');
});

test('a slip that the queue keeps is taken back, and the next begins with the note', async () => {
  const { port, is, waiting, papers } = aQueue();
  is('holds');
  const outcome = await port.print(slip('SLIP 3'), wishes({ deadline: realClock.monotonic() + 50 }));
  expect(outcome).toEqual({ outcome: 'unknown', reason: { code: 'printer.timed-out' } });
  expect(waiting()).toEqual([]);
  await port.print(slip('SLIP 4'), wishes({ deadline: realClock.monotonic() + 50 }));
  expect(papers()[1]).toBe('\x1b@TERPUTUS\nSLIP 4\n\x1dV\x01');
});

test('a slip that is given up is taken back', async () => {
  const { port, is, waiting } = aQueue();
  is('holds');
  const giveUp = new AbortController();
  const printing = port.print(
    slip('SLIP 5'),
    wishes({ signal: giveUp.signal, deadline: realClock.monotonic() + 60_000 }),
  );
  await vi.waitFor(() => expect(waiting()).toHaveLength(1), { timeout: 10_000 });
  giveUp.abort();
  expect(await printing).toEqual({ outcome: 'unknown', reason: { code: 'printer.cancelled' } });
  expect(waiting()).toEqual([]);
});

test('no queue, a disabled one and one that refuses: nothing was sent, so it may be tried again', async () => {
  const none = aQueue({ queue: 'LAIN' });
  expect(await none.port.status()).toMatchObject({ problem: { code: 'printer.unreachable' } });
  expect(await none.port.print(slip('x'), wishes())).toMatchObject({ outcome: 'failed' });
  const { port, is, papers } = aQueue();
  is('refuses');
  expect(await port.print(slip('x'), wishes())).toMatchObject({
    outcome: 'failed',
    reason: { code: 'printer.unreachable' },
  });
  is('disabled');
  expect(await port.print(slip('x'), wishes())).toMatchObject({
    outcome: 'failed',
    reason: { code: 'printer.offline' },
  });
  expect([...none.papers(), ...papers()]).toEqual([]);
});

test('the queues of the machine are listed, and asking one how it is leaves what is in it', async () => {
  const { spooler, leave, waiting } = aQueue();
  leave('MEJA-7');
  expect(await listQueues(spooler)).toEqual(['MEJA', 'LOKET']);
  expect(await lookAtQueue('MEJA', spooler)).toBeNull();
  expect(waiting()).toEqual(['MEJA-7']);
  expect(await listQueues(theSpooler({ PATH: aFolder() }))).toEqual([]);
});

test('a machine without a spooler has a printer that cannot be reached', async () => {
  const port = createQueuePort({
    queue: 'MEJA',
    spooler: theSpooler({ PATH: aFolder() }),
    clock: realClock,
    interruptedNote: Buffer.alloc(0),
  });
  expect(await port.status()).toMatchObject({ problem: { code: 'printer.unreachable' } });
});
