import { join } from 'node:path';
import { hashPin } from '../main/staff/pin.ts';
import { ATTACKS, attackPin } from './proofs/pin.ts';
import { makeWorkFolder } from './proofs/work-folder.ts';

/**
 * `npm run prove:pin`: what somebody at the screen can try against the staff door in a day and in a week, with every trick that the
 * screen, the power switch and an older database allow, and what a PIN costs whoever holds the disk instead.
 */
const DAYS = 7;
const PINS = 10 ** 6;
const MOST_IN_A_DAY = 96;

const folder = makeWorkFolder('pin', 'in-memory');
let isWithin = true;
console.log(
  `${'attack'.padEnd(58)} ${'1st day'.padStart(8)} ${'worst day'.padStart(10)} ${'week'.padStart(6)}  chance in a week`,
);
for (const [at, attack] of ATTACKS.entries()) {
  const { name, firstDay, worstDay, all } = await attackPin(attack, DAYS, join(folder, String(at)));
  const chance = `1 in ${Math.round(PINS / all).toLocaleString('en')}`;
  console.log(
    `${name.padEnd(58)} ${String(firstDay).padStart(8)} ${String(worstDay).padStart(10)} ${String(all).padStart(6)}  ${chance}`,
  );
  isWithin &&= worstDay <= MOST_IN_A_DAY;
}
const before = performance.now();
await hashPin('000000');
const hashMs = performance.now() - before;
const hours = (hashMs * PINS) / 3_600_000;
console.log(
  `\nwith the disk in his hands: ${Math.round(hashMs)} ms a guess on this machine, all ${PINS.toLocaleString('en')} in ${Math.round(hours)} hours of one core`,
);
process.exit(isWithin ? 0 : 1);
