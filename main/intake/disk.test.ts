import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Ticket } from '../../shared/contract/ipc.ts';
import { aClock, aFolder } from '../db/testing.ts';
import { openDiskReserve, RESERVE_BYTES } from './disk-reserve.ts';
import { createIntake } from './index.ts';
import { aComplaint, anEnrolledKiosk, startKiosk, type TestKiosk } from './testing.ts';

/** Submits until the disk takes no more. Every ticket that was given must be in the table, and nothing else. */
async function submitUntilFull(kiosk: TestKiosk): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for (let n = 0; n < 5000; n++) {
    const answer = await kiosk.intake.submit(aComplaint());
    if (!answer.ok) {
      expect(answer.problem.code).toBe('intake.disk-full');
      break;
    }
    tickets.push(answer.value);
  }
  const stored = kiosk.deps.db.prepare('SELECT number FROM ticket ORDER BY number').pluck().all();
  expect(stored).toEqual(tickets.map((ticket) => ticket.number).sort());
  expect(kiosk.deps.db.pragma('integrity_check', { simple: true })).toBe('ok');
  return tickets;
}

test('a database that may not grow refuses with disk-full, keeps what it has and goes on later', async () => {
  const kiosk = await anEnrolledKiosk();
  const pages = kiosk.deps.db.pragma('page_count', { simple: true }) as number;
  kiosk.deps.db.pragma(`max_page_count = ${pages + 20}`);
  const tickets = await submitUntilFull(kiosk);
  expect(tickets.length).toBeGreaterThan(0);
  kiosk.deps.db.pragma('max_page_count = 1000000');
  const complaint = aComplaint();
  expect(await kiosk.intake.submit(complaint)).toMatchObject({ ok: true });
});

test('on a really full disk the reserve still takes complaints, then nothing is lost', async () => {
  const disk = aSmallDisk(24);
  // Without the right to mount only the test above fills a database, and this one says so.
  if (disk === null) {
    process.stdout.write('no right to mount: the full disk was tried by page limit only\n');
    return;
  }
  const folder = join(disk, 'data');
  mkdirSync(folder);
  const kiosk = await anEnrolledKiosk({ folder });
  const reserve = openDiskReserve(folder, 0);
  reserve.restore();
  expect(reserve.state().hasReserve).toBe(true);
  fillUp(join(folder, 'somebody-elses-file'));
  const tickets = await submitUntilFull(kiosk);
  // Far more than the leftovers of a full disk: the reserve was really given up and used.
  expect(tickets.length).toBeGreaterThan(50);
  expect(reserve.state()).toMatchObject({ hasReserve: false });
  rmSync(join(folder, 'somebody-elses-file'));
  const again = kiosk.restart();
  expect(await again.intake.submit(aComplaint())).toMatchObject({ ok: true });
  expect(again.deps.db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(tickets.length + 1);
});

test('the reserve holds real bytes and comes back only when there is room', () => {
  const folder = aFolder();
  const reserve = openDiskReserve(folder, 1024);
  reserve.restore();
  expect(reserve.state()).toMatchObject({ hasReserve: true, isFull: false });
  expect(reserve.release()).toBe(true);
  expect(reserve.release()).toBe(false);
  const { bavail, bsize } = statfsSync(folder);
  const nearlyFull = openDiskReserve(folder, bavail * bsize - RESERVE_BYTES / 2);
  nearlyFull.restore();
  expect(nearlyFull.state().hasReserve).toBe(false);
  expect(openDiskReserve(folder, bavail * bsize * 2).state().isFull).toBe(true);
});

test('a kiosk looks after its reserve by itself', () => {
  const kiosk = startKiosk(aFolder(), aClock());
  expect(createIntake(kiosk.deps).lookAfterDisk().hasReserve).toBe(true);
});

/** A disk of so many megabytes in memory, unmounted after the test; null where mounting is not allowed. */
function aSmallDisk(megabytes: number): string | null {
  const folder = aFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

function fillUp(path: string): void {
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = block.length; size >= 1024; size = size >> 1) {
    for (;;) {
      try {
        writeFileSync(path, block.subarray(0, size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
